//! Rust code with its comments, strings and names in colours.

use yew::{Html, html};

/// What a piece of code is: the class of its colour.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Plain,
    Comment,
    Text,
    Keyword,
    Component,
}

const KEYWORDS: [&str; 22] = [
    "async", "const", "else", "false", "fn", "for", "if", "impl", "in", "let",
    "match", "move", "mut", "pub", "return", "self", "Self", "static",
    "struct", "true", "use", "crate",
];

/// The code with a `span` around each piece that has a colour.
pub(crate) fn highlighted(code: &str) -> Html {
    let pieces = pieces(code).into_iter().map(|(kind, text)| {
        let class = match kind {
            Kind::Plain => return html! { { text } },
            Kind::Comment => "code-comment",
            Kind::Text => "code-text",
            Kind::Keyword => "code-keyword",
            Kind::Component => "code-component",
        };
        html! { <span {class}>{ text }</span> }
    });
    pieces.collect()
}

/// Splits code into pieces of one kind each.
fn pieces(code: &str) -> Vec<(Kind, &str)> {
    let mut pieces: Vec<(Kind, &str)> = Vec::new();
    let (mut rest, mut plain) = (code, code);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => {
                rest.find('\n').unwrap_or(rest.len())
            }
            '"' => text_length(rest),
            _ if is_word(first) => {
                rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        let kind = match first {
            '/' if length > 1 => Kind::Comment,
            '"' => Kind::Text,
            _ if KEYWORDS.contains(&piece) => Kind::Keyword,
            _ if first.is_uppercase() => Kind::Component,
            _ => Kind::Plain,
        };
        if kind != Kind::Plain {
            let before = &plain[..plain.len() - rest.len()];
            pieces
                .extend((!before.is_empty()).then_some((Kind::Plain, before)));
            pieces.push((kind, piece));
            plain = after;
        }
        rest = after;
    }
    pieces.extend((!plain.is_empty()).then_some((Kind::Plain, plain)));
    pieces
}

/// The length of the string literal that a text begins with.
fn text_length(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    rest.len()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_of_their_kind_and_lose_nothing() {
        let code = "let a = Some(\"a \\\" b\"); // done\nfoo(a);";
        let found = pieces(code);
        let kinds = [
            (Kind::Keyword, "let"),
            (Kind::Plain, " a = "),
            (Kind::Component, "Some"),
            (Kind::Plain, "("),
            (Kind::Text, "\"a \\\" b\""),
            (Kind::Plain, "); "),
            (Kind::Comment, "// done"),
            (Kind::Plain, "\nfoo(a);"),
        ];
        assert_eq!(found, kinds);
    }
}
