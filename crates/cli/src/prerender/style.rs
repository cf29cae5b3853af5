//! Style sheets for static cards.

use std::collections::HashSet;

use clap::ValueEnum;

use super::markup::{Markup, markup};

/// How styles are included in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Css {
    /// In the page, as far as these cards need them
    Inline,
    /// By a link, for pages whose security policy forbids inline styles
    Link,
}

/// The default name of a linked style sheet.
pub(super) const FILE: &str = "article-cards.css";

/// Returns the complete style sheet, one rule per line.
pub(super) fn sheet() -> String {
    filtered(|_| true)
}

/// Returns the rules that these cards need.
pub(super) fn sheet_for(html: &str) -> String {
    let mut used = HashSet::new();
    for piece in markup(html) {
        if let Markup::Start { attributes, .. } = piece {
            let classes = attributes.iter().filter(|it| it.name == "class");
            used.extend(classes.flat_map(|it| it.raw.split_ascii_whitespace()));
        }
    }
    filtered(|class| used.contains(class))
}

fn filtered(is_used: impl Fn(&str) -> bool) -> String {
    let mut sheet = String::new();
    for source in [article_cards::STATIC_STYLES, article_cards::STYLES] {
        rules(&without_comments(source), &is_used, &mut sheet);
    }
    without_unused_keyframes(&sheet)
}

fn without_comments(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code + rest
}

/// Adds the rules whose selectors may match. Our style sheets have no braces in strings, and nested
/// rules only in at-rules.
fn rules(css: &str, is_used: &dyn Fn(&str) -> bool, sheet: &mut String) {
    let mut rest = css;
    while let Some((prelude, after)) = rest.split_once('{') {
        let (body, after) = split_closing(after, '{', '}');
        rest = after;
        let prelude = one_line(prelude);
        if !prelude.starts_with('@') {
            let selectors = split(&prelude);
            let selectors: Vec<&str> = selectors.filter(|it| may_match(it, is_used)).collect();
            if !selectors.is_empty() {
                let selectors = selectors.join(", ");
                sheet.push_str(&format!("{selectors} {{ {} }}\n", one_line(body)));
            }
        } else if prelude.starts_with("@keyframes") {
            sheet.push_str(&format!("{prelude} {{ {} }}\n", one_line(body)));
        } else {
            let mut inner = String::new();
            rules(body, is_used, &mut inner);
            if !inner.is_empty() {
                sheet.push_str(&format!("{prelude} {{\n{inner}}}\n"));
            }
        }
    }
}

fn one_line(css: &str) -> String {
    css.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Splits at the bracket that closes an open one. Both are ASCII.
fn split_closing(text: &str, open: char, close: char) -> (&str, &str) {
    let mut depth = 1_usize;
    for (at, char) in text.char_indices() {
        if char == open {
            depth += 1;
        } else if char == close {
            depth -= 1;
        }
        if depth == 0 {
            let (inside, after) = text.split_at(at);
            return (inside, after.get(1..).unwrap_or_default());
        }
    }
    (text, "")
}

/// Splits at commas outside parentheses.
fn split(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let entries = list.split(move |char| {
        match char {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        char == ',' && depth == 0
    });
    entries.map(str::trim)
}

/// Returns whether all classes of a selector are used. Of the alternatives in `:is` and `:where`, one
/// must match; other parentheses are ignored, since they may be exclusions.
fn may_match(selector: &str, is_used: &dyn Fn(&str) -> bool) -> bool {
    let mut rest = selector;
    while let Some((before, after)) = rest.split_once('(') {
        if !classes(before).all(is_used) {
            return false;
        }
        let (inside, outside) = split_closing(after, '(', ')');
        let is_choice = before.ends_with(":is") || before.ends_with(":where");
        if is_choice && !split(inside).any(|one| may_match(one, is_used)) {
            return false;
        }
        rest = outside;
    }
    classes(rest).all(is_used)
}

/// Iterates over the classes of a selector without parentheses.
fn classes(selector: &str) -> impl Iterator<Item = &str> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
    let names = selector.split('.').skip(1);
    names.map(move |name| name.split(|char| !is_part(char)).next().unwrap_or(name))
}

/// Removes keyframes that no rule uses.
fn without_unused_keyframes(sheet: &str) -> String {
    let is_idle = |line: &str| {
        let name = line.strip_prefix("@keyframes ");
        let name = name.and_then(|rest| rest.split_ascii_whitespace().next());
        name.is_some_and(|name| sheet.matches(name).count() < 2)
    };
    let lines = sheet.lines().filter(|line| !is_idle(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_is_the_same_in_any_encoding() {
        assert!(sheet().is_ascii());
    }

    #[test]
    fn a_sheet_for_cards_has_only_rules_that_may_match() {
        let html = "<p class=\"ac-base\"><a class=\"ac-card x\">";
        let mut sheet = String::new();
        let css = "/* a */ .ac-base .ac-card, .ac-pager { a: b;\n  c: d } .ac-pager:hover { e: f }\n\
            @media print { .ac-pager { a: b } } @media (hover) { :is(.ac-card, .ac-pager) p { a: b } }\n\
            :is(.ac-chips, .ac-pager) { a: b } .ac-card:not(:has(.ac-pager)) { a: b }";
        let is_used = |class: &str| html.contains(class);
        rules(&without_comments(css), &is_used, &mut sheet);
        assert_eq!(
            sheet,
            ".ac-base .ac-card { a: b; c: d }\n\
             @media (hover) {\n:is(.ac-card, .ac-pager) p { a: b }\n}\n\
             .ac-card:not(:has(.ac-pager)) { a: b }\n"
        );
    }

    #[test]
    fn the_whole_sheet_has_every_rule() {
        let open = |css: &str| css.matches('{').count();
        let sources = [article_cards::STATIC_STYLES, article_cards::STYLES];
        let sources: String = sources.map(without_comments).concat();
        assert_eq!(open(&sheet()), open(&sources));
        assert!(sheet().contains("@keyframes ac-x-breathe"));
        let small = sheet_for("<p class=\"ac-base\">");
        assert!(
            small.contains("--ac-x-text") && !small.contains(".ac-facet"),
            "{small}"
        );
        assert!(!small.contains("@keyframes"), "{small}");
    }

    #[test]
    fn page_styles_are_reset_as_for_the_element() {
        let element = without_comments(include_str!("../../../../styles/element.css"));
        let (_, reset) = element.split_once("@layer").unwrap();
        let ours = without_comments(article_cards::STATIC_STYLES);
        for declaration in reset
            .lines()
            .map(str::trim)
            .filter(|line| line.ends_with(';'))
        {
            assert!(ours.contains(declaration), "{declaration}");
        }
    }
}
