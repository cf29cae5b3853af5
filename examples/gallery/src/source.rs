//! Reads the source file of a page, so that what is shown is what is compiled.

/// A state as its source has it.
#[derive(Debug, PartialEq)]
pub(crate) struct StateSource {
    /// The first line of its comment.
    pub(crate) title: String,
    /// The rest of its comment; often empty.
    pub(crate) note: String,
    /// The function.
    pub(crate) code: String,
}

/// The comment at the beginning of a file, as one line.
pub(crate) fn file_comment(file: &str) -> String {
    let lines = file.lines().map_while(|line| line.strip_prefix("//!"));
    join(lines)
}

/// The imports of a file, without those that only the gallery needs.
pub(crate) fn imports(file: &str) -> String {
    let mut imports = String::new();
    let mut is_inside = false;
    for line in file.lines() {
        is_inside |= line.starts_with("use ");
        if is_inside {
            imports.push_str(line);
            imports.push('\n');
        }
        is_inside &= !line.ends_with(';');
    }
    imports
}

/// A function of a file with its comment.
pub(crate) fn state(file: &str, name: &str) -> Option<StateSource> {
    let lines: Vec<&str> = file.lines().collect();
    let signature = format!("fn {name}(");
    let at = lines.iter().position(|line| line.starts_with(&signature))?;
    let (before, function) = lines.split_at_checked(at)?;
    let end = function.iter().position(|line| *line == "}")?;
    let attributes = before
        .iter()
        .rev()
        .take_while(|line| line.starts_with("#["));
    let attributes = attributes.count();
    let (comment, attributes) = before.split_at_checked(at - attributes)?;
    let length = comment
        .iter()
        .rev()
        .take_while(|line| line.starts_with("///"));
    let comment = comment.get(comment.len() - length.count()..)?;
    let comment = comment.iter().filter_map(|line| line.strip_prefix("///"));
    let (title, note) = (comment.clone().take(1), comment.skip(1));
    let code = attributes.iter().chain(function.get(..=end)?);
    Some(StateSource {
        title: join(title).trim_end_matches('.').to_owned(),
        note: join(note),
        code: code.copied().collect::<Vec<_>>().join("\n"),
    })
}

fn join<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let lines: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
//! A button.
//!
//! It can be pressed.

use yew::prelude::*;

use crate::sample::{
    article,
};

/// Pressed.
///
/// Until it is
/// pressed again.
#[component]
fn Pressed() -> Html {
    html! {
        <button />
    }
}
";

    #[test]
    fn a_state_is_its_comment_and_its_function() {
        let pressed = state(FILE, "Pressed");
        let code = "#[component]\nfn Pressed() -> Html {\n    html! {\n        <button />\n    }\n}";
        let expected = StateSource {
            title: "Pressed".into(),
            note: "Until it is pressed again.".into(),
            code: code.into(),
        };
        assert_eq!(pressed, Some(expected));
        assert_eq!(state(FILE, "Released"), None);
    }

    #[test]
    fn a_file_has_a_comment_and_imports() {
        assert_eq!(file_comment(FILE), "A button. It can be pressed.");
        let imports = imports(FILE);
        assert_eq!(imports.lines().count(), 4, "{imports}");
    }
}
