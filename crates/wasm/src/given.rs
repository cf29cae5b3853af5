//! What an element's attributes and properties say. Values out of range were sorted out by the
//! element itself, which knows the defaults as well.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::AttrValue;

use super::options::{has_facets, mapping, max_bytes};
use super::property::{property, text};
use super::state;
use article_cards::browser::Credentials;
use article_cards::components::ArticleCardsProps;
use article_cards::i18n::{MessageOverrides, Messages};
use article_cards_core::search::FilterableFields;

/// What is offered as filters where nothing was said.
const FACETS: AttrValue = AttrValue::Static("topics,provider,type");

/// What a browser's timer can count, in seconds.
const LONGEST: u32 = i32::MAX as u32 / 1_000;

/// The fields that may be filtered by.
pub(super) fn fields(properties: &ArticleCardsProps) -> FilterableFields {
    FilterableFields::default().with(properties.mapping.fields())
}

/// Lays what is given over what is there; what is absent gets its default.
pub(super) fn read(given: &JsValue, into: &mut ArticleCardsProps, words: &mut Words) {
    let optional = |name| text(given, name).map(AttrValue::from);
    let string = |name| optional(name).unwrap_or_default();
    let is = |name| property(given, name) == JsValue::TRUE;
    let number = |name| property(given, name).as_f64().unwrap_or_default() as usize;

    into.src = optional("src");
    into.items = Some(property(given, "items")).filter(|items| !items.is_undefined());
    into.page_src = optional("pageSrc");
    into.mapping = mapping(&property(given, "mapping"));
    into.loading = parsed(given, "loading", |word| word.parse().ok());
    into.refresh = (number("refresh") as u32).min(LONGEST);
    into.credentials = parsed(given, "credentials", Credentials::from_name);
    into.max_bytes = max_bytes(given);
    into.query = string("query");
    into.sort = string("sort");
    into.filter = string("filter");
    into.only = string("only");
    into.state = Some(property(given, "state"))
        .filter(JsValue::is_object)
        .map(|state| state::read(&state, &fields(into)));
    let facets = text(given, "facets").filter(|list| has_facets(list));
    into.facets = facets.map_or(FACETS, AttrValue::from);
    into.url_state = optional("urlState");
    into.without_search = is("withoutSearch");
    into.without_sort = is("withoutSort");
    into.page_size = number("pageSize");
    into.paging = parsed(given, "paging", |word| word.parse().ok());
    into.layout = parsed(given, "layout", |word| word.parse().ok());
    into.theme = parsed(given, "theme", |word| word.parse().ok());
    into.locale = optional("locale");
    into.time_zone = optional("timeZone");
    into.relative_dates = text(given, "dates").as_deref() != Some("absolute");
    into.heading_level = number("headingLevel") as u8;
    into.link_target = parsed(given, "linkTarget", |word| word.parse().ok());
    into.image_proxy = optional("imageProxy");
    into.related = number("related");
    into.label = optional("label");
    into.without_images = is("withoutImages");
    into.without_excerpts = is("withoutExcerpts");
    into.with_scores = is("withScores");
    into.with_unpublished = is("withUnpublished");
    into.slotted = true;
    into.calm_loading = is("calmLoading");
    into.early.0 = Some(property(given, "early")).filter(JsValue::is_object);
    let messages = words.layered([property(given, "words"), property(given, "messages")]);
    into.messages = messages.into();
}

fn parsed<T: Default>(given: &JsValue, name: &str, parse: impl Fn(&str) -> Option<T>) -> T {
    text(given, name)
        .and_then(|word| parse(&word))
        .unwrap_or_default()
}

/// The words on screen, made anew only where others are given.
#[derive(Default)]
pub(super) struct Words {
    layers: [JsValue; 2],
    made: Option<Rc<Messages>>,
}

impl Words {
    /// English words, under those of a language, under the embedder's own.
    fn layered(&mut self, layers: [JsValue; 2]) -> Option<Rc<Messages>> {
        if self.made.is_none() || self.layers != layers {
            let mut messages = Messages::english();
            for words in layers
                .iter()
                .filter_map(MessageOverrides::from_script_value)
            {
                messages.apply(&words);
            }
            self.layers = layers;
            self.made = Some(Rc::new(messages));
        }
        self.made.clone()
    }
}
