//! The live list: an element, and the same element as HTML to copy.

use article_cards::components::{Layout, Theme};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::choices::{Choices, SAMPLE};
use super::languages::ENGLISH;

/// The package's script, which is beside the page.
pub(crate) const SCRIPT: &str = r#"<script type="module" src="article-cards/auto.js"></script>"#;

/// A file of the reader's own.
#[derive(Clone, PartialEq)]
pub(crate) struct LocalFile {
    pub(crate) name: AttrValue,
    /// Its `blob:` address.
    pub(crate) address: AttrValue,
}

/// The feed that is shown: where it is, and the address to copy.
#[derive(Clone, PartialEq)]
pub(crate) struct Source {
    pub(crate) src: AttrValue,
    pub(crate) name: AttrValue,
    pub(crate) mapping: Option<&'static str>,
}

impl Source {
    /// The reader's file, else the reader's feed, else the sample.
    pub(crate) fn new(choices: &Choices, file: Option<&LocalFile>) -> Self {
        let feed = choices.feed.clone().unwrap_or(AttrValue::Static(SAMPLE));
        let (src, name) = match file {
            Some(file) => (file.address.clone(), file.name.clone()),
            None => (feed.clone(), feed),
        };
        Self {
            src,
            name,
            mapping: choices.mapping,
        }
    }
}

/// The live element.
pub(crate) fn element(choices: &Choices, source: &Source) -> Html {
    let mut tag = VTag::new("article-cards");
    for (name, value) in attributes(choices, source, &source.src) {
        tag.add_attribute(name, value);
    }
    tag.into()
}

/// The live element as HTML.
pub(crate) fn html_of(choices: &Choices, source: &Source) -> String {
    let attributes: String = attributes(choices, source, &source.name)
        .into_iter()
        .map(|(name, value)| match value.as_str() {
            "" => format!(" {name}"),
            value => format!(r#" {name}="{}""#, escaped(value)),
        })
        .collect();
    format!("<article-cards{attributes}></article-cards>")
}

/// One list for both, so that what is copied is what is shown.
fn attributes(
    choices: &Choices,
    source: &Source,
    src: &AttrValue,
) -> Vec<(&'static str, AttrValue)> {
    let mut attributes = vec![("src", src.clone())];
    let mut add = |name, value: Option<AttrValue>| {
        attributes.extend(value.map(|value| (name, value)));
    };
    add("mapping", source.mapping.map(AttrValue::Static));
    let layout = choices.layout;
    add(
        "layout",
        (layout != Layout::Grid).then(|| layout.as_str().into()),
    );
    let theme = choices.theme;
    add(
        "theme",
        (theme != Theme::Auto).then(|| theme.as_str().into()),
    );
    let language = choices.language;
    add("locale", (language != ENGLISH).then(|| language.into()));
    add("with-scores", choices.with_scores.then(|| "".into()));
    add("label", Some("News".into()));
    add("url-state", Some("news-".into()));
    attributes
}

/// A value of an attribute in double quotes.
fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;")
}
