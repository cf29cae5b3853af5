//! Renders the cards as static HTML.

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

use super::super::exit::Failure;
use super::markup::{Markup, markup};
use article_cards::components::{StaticCards, StaticCardsProps};

/// Renders the cards, one per line, so that changes of a page are easy to read.
///
/// # Errors
/// Fails if the async runtime cannot start.
pub(super) fn render(props: StaticCardsProps) -> Result<String, Failure> {
    let runtime = Builder::new_current_thread()
        .build()
        .map_err(|error| Failure::new(format!("cannot start rendering: {error}")))?;
    let renderer = LocalServerRenderer::<StaticCards>::with_props(props).hydratable(false);
    let html = LocalSet::new().block_on(&runtime, renderer.render());
    let mut html = static_markup(&html).replace("<li class=\"ac-cell", "\n<li class=\"ac-cell");
    html.push('\n');
    Ok(html)
}

/// Keeps icons small without styles.
const ICON: &str = " width=\"16\" height=\"16\" fill=\"none\" stroke=\"currentColor\"";

/// Removes what only a shadow root needs: `part` attributes, and roles and names of lists, which
/// validators call redundant and the style sheet makes unnecessary. Adds what is needed without
/// styles: spaces between words, and sizes of icons.
pub(super) fn static_markup(html: &str) -> String {
    let mut tidied = String::with_capacity(html.len());
    let mut copied = 0;
    for piece in markup(html) {
        let Markup::Start {
            name,
            attributes,
            at,
        } = piece
        else {
            continue;
        };
        let mut copy = |to: usize, from: usize, added: &str| {
            tidied.push_str(html.get(copied..to).unwrap_or_default());
            tidied.push_str(added);
            copied = from;
        };
        let has = |class| {
            attributes
                .iter()
                .any(|it| it.name == "class" && it.raw == class)
        };
        if (name == "time" && !has("ac-card-duration")) || has("ac-card-type") {
            copy(at.start, at.start, " ");
        }
        if name == "svg" {
            let after = at.start + "<svg".len();
            copy(after, after, ICON);
        }
        for attribute in attributes {
            let is_part = attribute.name == "part";
            let is_of_list = name == "ul" && matches!(attribute.name, "role" | "aria-label");
            if is_part || is_of_list {
                copy(attribute.at.start, attribute.at.end, "");
            }
        }
    }
    tidied.push_str(html.get(copied..).unwrap_or_default());
    tidied
}

#[cfg(test)]
mod tests {
    use super::static_markup;

    #[test]
    fn only_attributes_are_removed() {
        assert_eq!(
            static_markup(
                r#"<ul part="a b" class="x" role="list"><li title="part=&quot;a&quot;">part="a"</li></ul>"#
            ),
            r#"<ul class="x"><li title="part=&quot;a&quot;">part="a"</li></ul>"#,
        );
        assert_eq!(
            static_markup(r#"<p role="list">ö</p>"#),
            r#"<p role="list">ö</p>"#
        );
    }

    #[test]
    fn without_styles_words_are_separate_and_icons_small() {
        assert_eq!(
            static_markup(
                r#"<a>Tern</a><time>2021</time><span part="b" class="ac-card-type">Video</span>"#
            ),
            r#"<a>Tern</a> <time>2021</time> <span class="ac-card-type">Video</span>"#,
        );
        let icon = static_markup(r#"<svg viewBox="0 0 16 16" class="ac-x-icon">"#);
        assert!(icon.starts_with(r#"<svg width="16" height="16""#), "{icon}");
    }
}
