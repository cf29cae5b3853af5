//! What rendered cards have only for a shadow root, or for what is redundant in a page.

use super::markup::{Markup, markup};

/// The cards without names of parts, which count in shadow roots only, and lists without role and
/// name: the sheet keeps them lists for assistive technology, and validators call both redundant.
pub(super) fn tidy(html: &str) -> String {
    let mut tidied = String::with_capacity(html.len());
    let mut copied = 0;
    for piece in markup(html) {
        let Markup::Start {
            name, attributes, ..
        } = piece
        else {
            continue;
        };
        for attribute in attributes {
            let is_part = attribute.name == "part";
            let is_of_list = name == "ul" && matches!(attribute.name, "role" | "aria-label");
            if is_part || is_of_list {
                tidied.push_str(html.get(copied..attribute.at.start).unwrap_or_default());
                copied = attribute.at.end;
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
            tidy(r#"<ul part="a b" class="x" role="list"><li title="part=&quot;a&quot;">part="a"</li></ul>"#),
            r#"<ul class="x"><li title="part=&quot;a&quot;">part="a"</li></ul>"#,
        );
        assert_eq!(tidy(r#"<p role="list">ö</p>"#), r#"<p role="list">ö</p>"#);
    }
}
