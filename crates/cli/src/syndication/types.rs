//! The values that channels and items share.

use roxmltree::Node;
use serde::Serialize;

use super::elements::{attribute, text};
use article_cards_core::text::{escape_references, without_tags};

/// The publisher of an article.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Provider {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) domain: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) images: Vec<Image>,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Image {
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<String>,
}

impl Image {
    /// Creates a picture of unknown size.
    pub(super) fn at(url: String) -> Self {
        Self {
            url,
            width: None,
            height: None,
        }
    }

    pub(super) fn read(node: Node<'_, '_>, address: &str) -> Option<Self> {
        let extent = |name| attribute(node, name).map(str::to_owned);
        Some(Self {
            url: attribute(node, address)?.to_owned(),
            width: extent("width"),
            height: extent("height"),
        })
    }
}

/// Returns the text of an element in the form that feeds are read in: HTML of Atom without its tags,
/// text of Atom with its `&` escaped, and text of RSS unchanged.
pub(super) fn plain(node: Node<'_, '_>) -> String {
    match attribute(node, "type") {
        Some("html" | "text/html") => escape_references(&without_tags(&text(node))).into_owned(),
        Some(_) => escape_references(&text(node)).into_owned(),
        None if node.tag_name().namespace() == Some("http://www.w3.org/2005/Atom") => {
            escape_references(&text(node)).into_owned()
        }
        None => text(node),
    }
}
