//! Rendered cards as pages need them: a shadow root and its sheet need more in one place and less in
//! another.

use super::markup::{Markup, markup};

/// What keeps an icon small where no style does.
const ICON: &str = " width=\"16\" height=\"16\" fill=\"none\" stroke=\"currentColor\"";

/// The cards without names of parts, which count in shadow roots only, and lists without role and
/// name: the sheet keeps them lists for assistive technology, and validators call both redundant.
/// Where no style does, a space keeps words apart and icons are small.
pub(super) fn tidy(html: &str) -> String {
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
    use super::tidy;

    #[test]
    fn only_attributes_vanish_and_no_words() {
        assert_eq!(
            tidy(
                r#"<ul part="a b" class="x" role="list"><li title="part=&quot;a&quot;">part="a"</li></ul>"#
            ),
            r#"<ul class="x"><li title="part=&quot;a&quot;">part="a"</li></ul>"#,
        );
        assert_eq!(tidy(r#"<p role="list">ö</p>"#), r#"<p role="list">ö</p>"#);
    }

    #[test]
    fn without_styles_words_are_apart_and_icons_small() {
        assert_eq!(
            tidy(r#"<a>Tern</a><time>2021</time><span part="b" class="ac-card-type">Video</span>"#),
            r#"<a>Tern</a> <time>2021</time> <span class="ac-card-type">Video</span>"#,
        );
        let icon = tidy(r#"<svg viewBox="0 0 16 16" class="ac-x-icon">"#);
        assert!(icon.starts_with(r#"<svg width="16" height="16""#), "{icon}");
    }
}
