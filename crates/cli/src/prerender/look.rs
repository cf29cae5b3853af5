//! How the list looks and what it begins with: options of the same names as the attributes of
//! `<article-cards>`, each of them else as the page's own element has it.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use yew::AttrValue;

use super::page::Page;
use article_cards::components::{ArticleCardsProps, Layout, LinkTarget, Paging, Theme};
use article_cards_core::feed::Mapping;
use article_cards_core::search::{FilterableFields, QueryState, SortKey};

/// A word of a few, as the type that names it.
fn word<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(words.into_iter().collect::<Vec<_>>())
        .try_map(|word| word.parse::<T>())
}

/// How the list looks.
#[derive(Args, Debug)]
#[command(next_help_heading = "As the attributes of <article-cards>")]
pub(super) struct LookArguments {
    /// Cards at a time, 1 to 500 [default: 12]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=500))]
    page_size: Option<u16>,

    /// How the cards are laid out [default: grid]
    #[arg(long, value_name = "WORD", value_parser = word::<Layout>(["grid", "list", "compact"]))]
    layout: Option<Layout>,

    /// Language of the words, dates and numbers (BCP 47) [default: that of the page, else en]
    #[arg(long, value_name = "TAG")]
    pub(super) locale: Option<String>,

    /// Time zone of the dates (IANA) [default: UTC]
    #[arg(long, value_name = "ZONE")]
    pub(super) time_zone: Option<String>,

    /// Light, dark, or as the page [default: auto]
    #[arg(long, value_name = "WORD", value_parser = word::<Theme>(["auto", "light", "dark"]))]
    theme: Option<Theme>,

    /// Level of the cards' headings, 2 to 6 [default: 3]
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(2..=6))]
    heading_level: Option<u8>,

    /// Where links open [default: _self]
    #[arg(long, value_name = "WORD", value_parser = word::<LinkTarget>(["_self", "_blank"]))]
    link_target: Option<LinkTarget>,

    /// Accessible name of the list
    #[arg(long, value_name = "WORDS")]
    label: Option<String>,

    /// The text that is searched for
    #[arg(long, value_name = "WORDS")]
    query: Option<String>,

    /// The order, as in `-heat,title` [default: -publishedDateTime]
    #[arg(long, value_name = "KEYS", allow_hyphen_values = true)]
    sort: Option<String>,

    /// The filters, as in `topics=AI&provider!=Hack`
    #[arg(long, value_name = "FILTERS")]
    filter: Option<String>,

    /// A fixed frame, written like `--filter`: nothing else is shown or counted
    #[arg(long, value_name = "FILTERS")]
    only: Option<String>,

    /// Fields that the widget offers as filters; `none`: none [default: topics,provider,type]
    #[arg(long, value_name = "FIELDS")]
    facets: Option<String>,

    /// How the reader comes to the next cards in the widget [default: more]
    #[arg(long, value_name = "WORD", value_parser = word::<Paging>(["more", "infinite", "pages", "none"]))]
    paging: Option<Paging>,

    /// Related articles of a card; here all of them can be unfolded, 0: none [default: 3]
    #[arg(long, value_name = "NUMBER")]
    related: Option<usize>,

    /// Template with {url} and {width} for pictures that the publisher keeps a copy of
    #[arg(long, value_name = "TEMPLATE")]
    image_proxy: Option<String>,

    /// Without pictures
    #[arg(long)]
    without_images: bool,

    /// Without excerpts
    #[arg(long)]
    without_excerpts: bool,

    /// The widget has no search field
    #[arg(long)]
    without_search: bool,

    /// The widget has no menu of orders
    #[arg(long)]
    without_sort: bool,

    /// With quality and heat
    #[arg(long)]
    with_scores: bool,

    /// With unpublished articles too
    #[arg(long)]
    with_unpublished: bool,
}

/// How the list looks and what it begins with.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) list: ArticleCardsProps,
    /// What it is asked for.
    pub(super) query: QueryState,
    /// The fixed frame.
    pub(super) only: Option<QueryState>,
    /// What can't be read of these, in words.
    pub(super) unread: Vec<String>,
}

impl LookArguments {
    /// What they say, and where they say nothing, what the element in the page does.
    pub(super) fn look(&self, page: Option<&Page<'_>>, mapping: &Mapping) -> Look {
        let given = |name: &str| page.and_then(|page| page.attribute(name));
        let has = |name: &str, own: bool| own || given(name).is_some();
        // As in the element, a value that can't be read counts as absent.
        let number = |name: &str, least: usize, most: usize| {
            let number = given(name)?.trim().parse().ok()?;
            (least..=most).contains(&number).then_some(number)
        };
        let text = |name: &str, own: &Option<String>| {
            let own = own.clone();
            own.or_else(|| given(name).map(str::to_owned))
                .filter(|text| !text.trim().is_empty())
        };
        let list = yew::props!(ArticleCardsProps {
            page_size: (self.page_size.map(usize::from))
                .or_else(|| number("page-size", 1, 500))
                .unwrap_or(12),
            layout: self
                .layout
                .or_else(|| a_word(given("layout")))
                .unwrap_or_default(),
            theme: self
                .theme
                .or_else(|| a_word(given("theme")))
                .unwrap_or_default(),
            heading_level: self
                .heading_level
                .or_else(|| u8::try_from(number("heading-level", 2, 6)?).ok())
                .unwrap_or(3),
            link_target: (self.link_target)
                .or_else(|| a_word(given("link-target")))
                .unwrap_or_default(),
            paging: self
                .paging
                .or_else(|| a_word(given("paging")))
                .unwrap_or_default(),
            related: (self.related)
                .or_else(|| number("related", 0, usize::MAX))
                .unwrap_or(3),
            refresh: number("refresh", 10, u32::MAX as usize).unwrap_or(0) as u32,
            label: text("label", &self.label).map(AttrValue::from),
            image_proxy: text("image-proxy", &self.image_proxy)
                .filter(|template| template.contains("{url}"))
                .map(AttrValue::from),
            facets: text("facets", &self.facets)
                .map_or(AttrValue::Static("topics,provider,type"), AttrValue::from),
            without_images: has("without-images", self.without_images),
            without_excerpts: has("without-excerpts", self.without_excerpts),
            without_search: has("without-search", self.without_search),
            without_sort: has("without-sort", self.without_sort),
            with_scores: has("with-scores", self.with_scores),
            with_unpublished: has("with-unpublished", self.with_unpublished),
        });

        let mut unread = Vec::new();
        let mut read = |name: &str, own: &Option<String>, fields: &FilterableFields| {
            let text = text(name, own)?;
            let (state, rest) = QueryState::parse(&text, fields);
            unread.extend(
                rest.iter()
                    .map(|(key, value)| format!("{name} has what can't be read: {key}={value}")),
            );
            Some(state)
        };
        let fields = FilterableFields::default().with(mapping.fields());
        let mut query = read("filter", &self.filter, &fields).unwrap_or_default();
        let only = read("only", &self.only, &fields.with_id());
        if let Some(words) = text("query", &self.query) {
            query.query = words;
        }
        if let Some(sort) = text("sort", &self.sort) {
            let keys = SortKey::parse_list(&sort);
            if keys.is_empty() {
                unread.push(format!("sort has what can't be read: {sort}"));
            } else {
                query.sort = keys;
            }
        }
        Look {
            list,
            query,
            only,
            unread,
        }
    }
}

/// A word of a few, in any case.
fn a_word<T: std::str::FromStr>(text: Option<&str>) -> Option<T> {
    text?.trim().to_ascii_lowercase().parse().ok()
}
