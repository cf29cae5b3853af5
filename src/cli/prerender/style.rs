//! The styles of static cards.

use clap::ValueEnum;

/// How they come into the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Css {
    /// Written into it
    Inline,
    /// By a link, for pages whose policy forbids styles in them
    Link,
}

/// The file that a link leads to, unless it is told otherwise.
pub(super) const FILE: &str = "article-cards.css";

/// The sheet, without comments and the white space of its source.
pub(super) fn sheet() -> String {
    let mut sheet = String::new();
    compact(include_str!("../../../styles/static.css"), &mut sheet);
    compact(include_str!("../../../styles/cards.css"), &mut sheet);
    sheet
}

/// Adds a rule a line: of the sheets here no string holds what looks like a comment.
fn compact(source: &str, sheet: &mut String) {
    let mut rest = source;
    let mut code = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
        sheet.push_str(line);
        sheet.push('\n');
    }
}
