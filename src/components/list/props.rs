use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback, Html, Properties};

use crate::attributes::Layout;
use crate::attributes::LinkTarget;
use crate::attributes::Loading;
use crate::attributes::Theme;
use crate::browser::Credentials;
use crate::components::card::CardClick;
use crate::events::Change;
use crate::events::LoadEvent;
use crate::i18n::Messages;
use crate::store::Paging;
use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::model::Article;
use article_cards_core::search::QueryState;

/// Props of [`ArticleCards`](super::ArticleCards).
///
/// A feed or messages that changed come in a new `Rc`.
#[derive(Clone, Debug, Properties)]
pub struct ArticleCardsProps {
    /// Address of the feed, relative to the page.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// A feed that is there already; it beats `src`.
    #[prop_or_default]
    pub feed: Option<Rc<Feed>>,
    /// A feed as a value of a script, such as an array of articles; it beats `src`. One that
    /// changed comes as another object.
    #[prop_or_default]
    pub items: Option<JsValue>,
    /// Template of the address of further pages, with `{page}`, for feeds that number them.
    #[prop_or_default]
    pub page_src: Option<AttrValue>,
    /// Which fields of foreign items stand for ours.
    #[prop_or_default]
    pub mapping: Mapping,
    /// Cookies and log-in data that requests carry.
    #[prop_or_default]
    pub credentials: Credentials,
    /// The largest document that is read, in bytes after decompression.
    #[prop_or(Options::MAX_BYTES)]
    pub max_bytes: u64,
    /// When the feed at `src` is asked for.
    #[prop_or_default]
    pub loading: Loading,
    /// Every how many seconds `src` is read anew, so that new articles are offered: 10 or more,
    /// else never.
    #[prop_or_default]
    pub refresh: u32,
    /// The text to start with; it beats that of `filter`. A changed one replaces the reader's.
    #[prop_or_default]
    pub query: AttrValue,
    /// The order to start with, as in `-heat,title`; it beats that of `filter`. A changed one
    /// replaces the reader's.
    #[prop_or_default]
    pub sort: AttrValue,
    /// The filters to start with, as in `topics=AI&provider!=Hack&quality=50..`. Changed ones
    /// replace the reader's, and text, order and page as far as they name them; what they named
    /// before goes with them, unless the reader has changed it.
    #[prop_or_default]
    pub filter: AttrValue,
    /// A fixed frame, written like `filter`, also on `id`: nothing else is shown or counted, and
    /// the reader neither sees nor changes it.
    #[prop_or_default]
    pub only: AttrValue,
    /// What is asked for, where the page decides it. A changed one replaces what the reader chose.
    #[prop_or_default]
    pub state: Option<QueryState>,
    /// Fields that are offered as filters, as in `topics:and,provider`; `none`: no filters.
    #[prop_or(AttrValue::Static("topics,provider,type"))]
    pub facets: AttrValue,
    /// Keeps the state in the page's address, its keys after this prefix; absent: it does not.
    #[prop_or_default]
    pub url_state: Option<AttrValue>,
    /// Leaves out the search field.
    #[prop_or_default]
    pub without_search: bool,
    /// Leaves out the sort menu.
    #[prop_or_default]
    pub without_sort: bool,
    /// Cards at a time, 1 to 500.
    #[prop_or(12)]
    pub page_size: usize,
    /// How the reader comes to the next cards.
    #[prop_or_default]
    pub paging: Paging,
    /// How the cards are laid out.
    #[prop_or_default]
    pub layout: Layout,
    /// Light, dark, or as the page.
    #[prop_or_default]
    pub theme: Theme,
    /// Language of dates and numbers (BCP 47); absent: the nearest `lang` of the page.
    #[prop_or_default]
    pub locale: Option<AttrValue>,
    /// Time zone of dates (IANA); absent: the browser's.
    #[prop_or_default]
    pub time_zone: Option<AttrValue>,
    /// Whether dates less than a week away are told relative to now.
    #[prop_or(true)]
    pub relative_dates: bool,
    /// Level of the cards' headings, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Template with `{url}` and `{width}` for pictures that the publisher keeps a copy of.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// How many related articles a card shows before "Show n more"; 0: none at all.
    #[prop_or(3)]
    pub related: usize,
    /// Accessible name; makes the list a landmark.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Leaves out pictures.
    #[prop_or_default]
    pub without_images: bool,
    /// Leaves out excerpts.
    #[prop_or_default]
    pub without_excerpts: bool,
    /// Shows quality and heat.
    #[prop_or_default]
    pub with_scores: bool,
    /// Shows unpublished articles too.
    #[prop_or_default]
    pub with_unpublished: bool,
    /// The words on screen; absent: those of the language of `locale`, if `languages` says where
    /// they are, else English.
    #[prop_or_default]
    pub messages: Option<Rc<Messages>>,
    /// Address of the folder that has the words in other languages, relative to the page.
    #[prop_or_default]
    pub languages: Option<AttrValue>,
    /// Hears of every document that was read.
    #[prop_or_default]
    pub on_load: Callback<LoadEvent>,
    /// Hears of whatever the reader chooses or types.
    #[prop_or_default]
    pub on_change: Callback<Change>,
    /// Hears of the page that the reader asks for, where pages replace each other; else of how
    /// many, be it by a button, by scrolling on, or by going back.
    #[prop_or_default]
    pub on_page: Callback<usize>,
    /// Hears of every document that could not be had or read.
    #[prop_or_default]
    pub on_error: Callback<Error>,
    /// Hears of each click on a card's link and on related ones.
    #[prop_or_default]
    pub on_card_click: Option<Callback<CardClick>>,
    /// Draws a card in place of [`ArticleCard`](crate::components::ArticleCard).
    #[prop_or_default]
    pub render_card: Option<Callback<Rc<Article>, Html>>,
    /// What stands above all else.
    #[prop_or_default]
    pub header: Html,
    /// What stands below all else.
    #[prop_or_default]
    pub footer: Html,
    /// What stands in the place of articles where there are none, in place of our own words.
    #[prop_or_default]
    pub empty: Html,
    /// What stands in the place of articles that could not be had, in place of our own words.
    #[prop_or_default]
    pub error: Html,
    /// Whether these four places are slots of the element.
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// Whether the first document is waited for without a sign but the announcement.
    #[doc(hidden)]
    #[prop_or_default]
    pub calm_loading: bool,
    /// A request for the first document that was made already; changes nothing that is shown.
    #[doc(hidden)]
    #[prop_or_default]
    pub early: Option<JsValue>,
}

impl PartialEq for ArticleCardsProps {
    fn eq(&self, other: &Self) -> bool {
        // Named one by one, so that a new property can't be forgotten.
        let Self {
            src,
            feed,
            items,
            page_src,
            mapping,
            credentials,
            max_bytes,
            loading,
            refresh,
            query,
            sort,
            filter,
            only,
            state,
            facets,
            url_state,
            without_search,
            without_sort,
            page_size,
            paging,
            layout,
            theme,
            locale,
            time_zone,
            relative_dates,
            heading_level,
            link_target,
            image_proxy,
            related,
            label,
            without_images,
            without_excerpts,
            with_scores,
            with_unpublished,
            messages,
            languages,
            on_load,
            on_change,
            on_page,
            on_error,
            on_card_click,
            render_card,
            header,
            footer,
            empty,
            error,
            slotted,
            calm_loading,
            early: _,
        } = self;
        *src == other.src
            && feed.as_ref().map(Rc::as_ptr) == other.feed.as_ref().map(Rc::as_ptr)
            && *items == other.items
            && *page_src == other.page_src
            && *mapping == other.mapping
            && *credentials == other.credentials
            && *max_bytes == other.max_bytes
            && *loading == other.loading
            && *refresh == other.refresh
            && *query == other.query
            && *sort == other.sort
            && *filter == other.filter
            && *only == other.only
            && *state == other.state
            && *facets == other.facets
            && *url_state == other.url_state
            && *without_search == other.without_search
            && *without_sort == other.without_sort
            && *page_size == other.page_size
            && *paging == other.paging
            && *layout == other.layout
            && *theme == other.theme
            && *locale == other.locale
            && *time_zone == other.time_zone
            && *relative_dates == other.relative_dates
            && *heading_level == other.heading_level
            && *link_target == other.link_target
            && *image_proxy == other.image_proxy
            && *related == other.related
            && *label == other.label
            && *without_images == other.without_images
            && *without_excerpts == other.without_excerpts
            && *with_scores == other.with_scores
            && *with_unpublished == other.with_unpublished
            && messages.as_ref().map(Rc::as_ptr) == other.messages.as_ref().map(Rc::as_ptr)
            && *languages == other.languages
            && *on_load == other.on_load
            && *on_change == other.on_change
            && *on_page == other.on_page
            && *on_error == other.on_error
            && *on_card_click == other.on_card_click
            && *render_card == other.render_card
            && *header == other.header
            && *footer == other.footer
            && *empty == other.empty
            && *error == other.error
            && *slotted == other.slotted
            && *calm_loading == other.calm_loading
    }
}
