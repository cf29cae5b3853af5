use std::borrow::Cow;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback, Classes, Html, NodeRef, Properties};

use crate::attributes::GroupBy;
use crate::attributes::Layout;
use crate::attributes::LinkTarget;
use crate::attributes::Loading;
use crate::attributes::Theme;
use crate::browser::Credentials;
use crate::components::card::CardClick;
use crate::components::primitives::{AlwaysEq, OptionRcEq};
use crate::events::Change;
use crate::events::LoadEvent;
use crate::events::SaveEvent;
use crate::i18n::Messages;
use crate::search_engine::SearchEngine;
use crate::store::Paging;
use article_cards_core::defaults;
use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, Mapping};
use article_cards_core::model::Article;
use article_cards_core::search::{Facet, QueryState};

/// Props of [`ArticleCards`](super::ArticleCards).
///
/// Each attribute of the custom element has a prop.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticleCardsProps {
    /// The URL of the feed, relative to the page; or those of several feeds, separated by spaces, which
    /// become one list.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// What answers the queries of the list in place of a feed, such as the client of a search server. It
    /// takes precedence over `src`, `items` and `feed`. Another engine needs a new `Rc`.
    #[prop_or_default]
    pub engine: OptionRcEq<dyn SearchEngine>,
    /// A feed that is already loaded. It takes precedence over `src`. A changed feed needs a new
    /// `Rc`.
    #[prop_or_default]
    pub feed: OptionRcEq<Feed>,
    /// A feed as a JavaScript value, such as an array of articles. It takes precedence over `src`. A
    /// changed feed needs a new object.
    #[prop_or_default]
    pub items: Option<JsValue>,
    /// A URL template with `{page}`, for feeds with numbered pages.
    #[prop_or_default]
    pub page_src: Option<AttrValue>,
    /// The fields of other feed formats that the fields of an article are read from.
    #[prop_or_default]
    pub mapping: Mapping,
    /// Which requests include cookies and other credentials.
    #[prop_or_default]
    pub credentials: Credentials,
    /// The maximal size of a document, in bytes after decompression.
    #[prop_or(defaults::MAX_BYTES)]
    pub max_bytes: u64,
    /// When the feed at `src` is loaded.
    #[prop_or_default]
    pub loading: Loading,
    /// The seconds between reloads of `src`, after which new articles are offered: 10 or more, or
    /// else never.
    #[prop_or_default]
    pub refresh: u32,
    /// The initial search text. It takes precedence over that of `filter`. A change replaces the
    /// reader's text.
    #[prop_or_default]
    pub query: AttrValue,
    /// The initial sort order, such as `-heat,title`; also by numbers and texts of the mapping. It takes precedence over that of `filter`. A
    /// change replaces the reader's order.
    #[prop_or_default]
    pub sort: AttrValue,
    /// The initial filters, such as `topics=AI&provider!=Hack&quality=50..`. A change replaces the
    /// reader's filters, and text, order and page if it has them. A text or order of the previous
    /// value is removed, unless the reader has changed it.
    #[prop_or_default]
    pub filter: AttrValue,
    /// A fixed base filter in the notation of `filter`, which may also use `id`. No other articles
    /// are shown or counted, and the reader can neither see nor change it.
    #[prop_or_default]
    pub only: AttrValue,
    /// The query, if the page controls it. A change replaces the reader's query.
    #[prop_or_default]
    pub state: Option<QueryState>,
    /// What the reader may filter by, in this order, such as `topics:and,provider,date`, or `none`. Default:
    /// `topics,provider,type,date`, with scores also `quality,heat`.
    #[prop_or_default]
    pub facets: Option<AttrValue>,
    /// The sort orders that the reader may choose from, in this order, such as
    /// `-publishedDateTime,title`. Default: by date, title and provider, with scores also by these.
    #[prop_or_default]
    pub sorts: AttrValue,
    /// Keeps the query in the page's URL, with this prefix of its keys.
    #[prop_or_default]
    pub url_state: Option<AttrValue>,
    /// Hides the search field.
    #[prop_or_default]
    pub without_search: bool,
    /// The selector of a text field of the page that serves as the search field, in the shadow tree that
    /// the list is in or else in the document. The list has no field of its own then.
    #[prop_or_default]
    pub search_input: Option<AttrValue>,
    /// Hides the sort menu.
    #[prop_or_default]
    pub without_sort: bool,
    /// Hides the number of articles. Screen readers still hear how it changes.
    #[prop_or_default]
    pub without_summary: bool,
    /// The number of cards per page, 1 to 500.
    #[prop_or(defaults::PAGE_SIZE)]
    pub page_size: usize,
    /// How the reader gets to the next cards.
    #[prop_or_default]
    pub paging: Paging,
    /// How many of the first articles are left out while the reader has searched, filtered and sorted
    /// nothing, because the page shows them elsewhere. They count all the same.
    #[prop_or(defaults::SKIP)]
    pub skip: usize,
    /// How the cards are laid out.
    #[prop_or_default]
    pub layout: Layout,
    /// The layouts that the reader may switch between, such as `grid,list`.
    #[prop_or_default]
    pub layouts: AttrValue,
    /// The number of first cards that are lead stories, with a larger title and picture, while nothing
    /// is searched or filtered.
    #[prop_or(defaults::FEATURED)]
    pub featured: usize,
    /// The headings between the cards, while they are sorted by date.
    #[prop_or_default]
    pub group_by: GroupBy,
    /// Remembers in the browser's `localStorage`, under this key and the feed's URL, the layout that the
    /// reader chooses, what is new since the last visit, and articles that the reader saves.
    #[prop_or_default]
    pub remember: Option<AttrValue>,
    /// The colour scheme.
    #[prop_or_default]
    pub theme: Theme,
    /// The language of dates and numbers (BCP 47). Default: the closest `lang` in the page.
    #[prop_or_default]
    pub locale: Option<AttrValue>,
    /// The time zone of dates (IANA). Default: the browser's.
    #[prop_or_default]
    pub time_zone: Option<AttrValue>,
    /// Shows dates of the last days relative to now, such as "3 hours ago".
    #[prop_or(true)]
    pub relative_dates: bool,
    /// The level of the cards' headings, 2 to 6.
    #[prop_or(defaults::HEADING_LEVEL)]
    pub heading_level: u8,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// A URL template with `{url}` and `{width}`, for images of which the publisher keeps a copy.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// The number of related articles a card shows before "Show n more". 0 hides them all.
    #[prop_or(defaults::RELATED)]
    pub related: usize,
    /// The accessible name, which makes the list a landmark.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Hides images.
    #[prop_or_default]
    pub without_images: bool,
    /// Hides excerpts.
    #[prop_or_default]
    pub without_excerpts: bool,
    /// Shows quality and heat.
    #[prop_or_default]
    pub with_scores: bool,
    /// Shows the names of authors.
    #[prop_or_default]
    pub with_authors: bool,
    /// Shows unpublished articles as well.
    #[prop_or_default]
    pub with_unpublished: bool,
    /// The messages on screen. Default: those of the language of `locale` if `languages` is set, or
    /// else English. Changed messages need a new `Rc`.
    #[prop_or_default]
    pub messages: OptionRcEq<Messages>,
    /// The URL of the folder with the language files, relative to the page.
    #[prop_or_default]
    pub languages: Option<AttrValue>,
    /// Called for each document that was loaded.
    #[prop_or_default]
    pub on_load: Callback<LoadEvent>,
    /// Called when the reader changes the query.
    #[prop_or_default]
    pub on_change: Callback<Change>,
    /// Called when the reader changes the page or, unless pages replace each other, the number of
    /// visible pages.
    #[prop_or_default]
    pub on_page: Callback<usize>,
    /// Called for each document that could not be loaded.
    #[prop_or_default]
    pub on_error: Callback<Error>,
    /// Called for each click on a card's link and on links to related articles.
    #[prop_or_default]
    pub on_card_click: Option<Callback<CardClick>>,
    /// Called when the reader saves an article, or removes it from the saved ones.
    #[prop_or_default]
    pub on_save: Callback<SaveEvent>,
    /// Renders a card in place of [`ArticleCard`](crate::components::ArticleCard).
    #[prop_or_default]
    pub render_card: Option<Callback<Rc<Article>, Html>>,
    /// Entries between the cards. Each is shown after the given number of cards, in any sort order, and
    /// only if there are that many.
    #[prop_or_default]
    pub after: Vec<(usize, Html)>,
    /// Content above everything else.
    #[prop_or_default]
    pub header: Html,
    /// Content below everything else.
    #[prop_or_default]
    pub footer: Html,
    /// Content of an empty list, in place of our own message.
    #[prop_or_default]
    pub empty: Html,
    /// Content of a list that could not be loaded, in place of our own message.
    #[prop_or_default]
    pub error: Html,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A reference to the list's element.
    #[prop_or_default]
    pub node_ref: Option<NodeRef>,
    /// Wraps these four contents in slots of the custom element.
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// Returns the name of the slot that the page fills with a card of its own for an article; `None` for
    /// one of ours.
    #[doc(hidden)]
    #[prop_or_default]
    pub own_card: Option<Callback<Rc<Article>, Option<AttrValue>>>,
    /// Whether the page shows its own content until the first cards: then loading is only announced.
    #[doc(hidden)]
    #[prop_or_default]
    pub has_fallback: bool,
    /// A request for the first document that was already made.
    #[doc(hidden)]
    #[prop_or_default]
    pub prefetch: AlwaysEq<Option<JsValue>>,
}

impl ArticleCardsProps {
    /// What the reader may filter by, in order.
    pub(crate) fn offered_filters(&self) -> Cow<'_, str> {
        match &self.facets {
            Some(facets) => facets.as_str().into(),
            None if self.with_scores => format!("{},quality,heat", defaults::FACETS).into(),
            None => defaults::FACETS.into(),
        }
    }

    /// Whether the list has a search field of its own.
    pub(crate) fn has_search_field(&self) -> bool {
        !self.without_search && self.search_input.is_none()
    }

    /// Whether the reader may filter by a field or range.
    pub(crate) fn offers_filter(&self, name: &str) -> bool {
        Facet::names(&self.offered_filters()).contains(&name)
    }
}
