//! What the reader has chosen. It is in the page's address, so that a link shows the same.

use std::rc::Rc;

use article_cards::browser::query_parameter;
use article_cards::components::{Layout, Theme};
use yew::prelude::*;

use super::address::{parameter, replace_parameters};
use super::languages::{self, ENGLISH};
use super::looks::Look;
use super::services;
use super::stage::MIN_WIDTH;
use super::tuning::{SLIDERS, Tuning};

/// The sample feed of `examples/sample-feed/`.
pub(crate) const SAMPLE: &str = "sample/index.json";

const NAMES: [&str; 10] = [
    "feed", "mapping", "layout", "theme", "language", "scores", "width", "look", "accent", "src",
];

#[derive(Clone, PartialEq)]
pub(crate) struct Choices {
    /// The address of the reader's own feed.
    pub(crate) feed: Option<AttrValue>,
    /// The preset that reads it.
    pub(crate) mapping: Option<&'static str>,
    pub(crate) layout: Layout,
    pub(crate) theme: Theme,
    pub(crate) language: &'static str,
    pub(crate) with_scores: bool,
    /// The width of the live list in pixels, unless it is as wide as the page.
    pub(crate) width: Option<u32>,
    pub(crate) look: Look,
    pub(crate) tuning: Tuning,
    /// The feed of the Yew component.
    pub(crate) src: AttrValue,
}

pub(crate) enum Change {
    Feed(Option<AttrValue>),
    Mapping(Option<&'static str>),
    Layout(Layout),
    Theme(Theme),
    Language(&'static str),
    WithScores(bool),
    Width(Option<u32>),
    Look(Look),
    Tuning(Tuning),
    Src(AttrValue),
    /// The reader has gone back or forward.
    Navigated,
}

impl Choices {
    /// Reads the address. Unknown values count as absent.
    pub(crate) fn from_address() -> Self {
        Self {
            feed: query_parameter("feed")
                .filter(|feed| is_web_address(feed))
                .map(AttrValue::from),
            mapping: query_parameter("mapping").and_then(|name| services::find(&name)),
            layout: parameter("layout").unwrap_or(Layout::Grid),
            theme: parameter("theme").unwrap_or(Theme::Auto),
            language: query_parameter("language")
                .and_then(|code| languages::find(&code))
                .unwrap_or(ENGLISH),
            with_scores: query_parameter("scores").is_some(),
            width: parameter("width").filter(|width| *width >= MIN_WIDTH),
            look: query_parameter("look")
                .and_then(|name| Look::find(&name))
                .unwrap_or(Look::Plain),
            tuning: Tuning::from_address(),
            src: query_parameter("src").map_or(AttrValue::Static(SAMPLE), AttrValue::from),
        }
    }

    /// Writes the address.
    pub(crate) fn show_in_address(&self) {
        // What the address says already is not written anew, however it is written.
        if *self == Self::from_address() {
            return;
        }
        let names: Vec<&str> = NAMES
            .into_iter()
            .chain(SLIDERS.iter().map(|slider| slider.parameter))
            .collect();
        replace_parameters(&names, &self.parameters());
    }

    fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        let mut add = |name, value: Option<String>| {
            parameters.extend(value.map(|value| (name, value)));
        };
        add("feed", self.feed.as_ref().map(ToString::to_string));
        add("mapping", self.mapping.map(str::to_owned));
        add(
            "layout",
            (self.layout != Layout::Grid).then(|| self.layout.as_str().to_owned()),
        );
        add(
            "theme",
            (self.theme != Theme::Auto).then(|| self.theme.as_str().to_owned()),
        );
        add(
            "language",
            (self.language != ENGLISH).then(|| self.language.to_owned()),
        );
        add("scores", self.with_scores.then(String::new));
        add("width", self.width.map(|width| width.to_string()));
        add(
            "look",
            (self.look != Look::Plain).then(|| self.look.class().to_owned()),
        );
        for (name, value) in self.tuning.parameters() {
            add(name, Some(value));
        }
        add("src", (self.src != SAMPLE).then(|| self.src.to_string()));
        parameters
    }
}

impl Reducible for Choices {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Feed(feed) => next.feed = feed,
            Change::Mapping(mapping) => next.mapping = mapping,
            Change::Layout(layout) => next.layout = layout,
            Change::Theme(theme) => next.theme = theme,
            Change::Language(language) => next.language = language,
            Change::WithScores(with_scores) => next.with_scores = with_scores,
            Change::Width(width) => next.width = width,
            Change::Look(look) => next.look = look,
            Change::Tuning(tuning) => next.tuning = tuning,
            Change::Src(src) => next.src = src,
            Change::Navigated => return Rc::new(Self::from_address()),
        }
        Rc::new(next)
    }
}

/// The choices of the page, and how to change them.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoicesProps {
    pub(crate) choices: UseReducerHandle<Choices>,
}

impl ChoicesProps {
    /// A callback that makes a change of a value.
    pub(crate) fn on<T: 'static>(&self, change: fn(T) -> Change) -> Callback<T> {
        let dispatcher = self.choices.dispatcher();
        Callback::from(move |value| dispatcher.dispatch(change(value)))
    }
}

/// Whether an address is `http:` or `https:`. Any other could run a script or read a file.
pub(crate) fn is_web_address(text: &str) -> bool {
    web_sys::Url::new(text).is_ok_and(|url| matches!(url.protocol().as_str(), "http:" | "https:"))
}
