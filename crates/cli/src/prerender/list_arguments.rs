//! Options for the list, named like the attributes of `<article-cards>`. What is not set is taken from
//! the element in the page.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use yew::AttrValue;

use super::page::Page;
use article_cards::components::{ArticleCardsProps, Layout, LinkTarget, Paging, Theme};
use article_cards_core::feed::Mapping;
use article_cards_core::search::{FilterableFields, QueryState, SortKey};

/// Parses one of a few words as an enum.
fn word<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(words.into_iter().collect::<Vec<_>>())
        .try_map(|word| word.parse::<T>())
}

/// Options for the list.
#[derive(Args, Debug)]
#[command(next_help_heading = "As the attributes of <article-cards>")]
pub(super) struct ListArguments {
    /// Number of cards per page, 1 to 500 [default: 12]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=500))]
    page_size: Option<u16>,

    /// Layout of the cards [default: grid]
    #[arg(long, value_name = "WORD", value_parser = word::<Layout>(["grid", "list", "compact"]))]
    layout: Option<Layout>,

    /// Language of messages, dates and numbers (BCP 47) [default: the language of the page, else en]
    #[arg(long, value_name = "TAG")]
    pub(super) locale: Option<String>,

    /// Time zone of the dates (IANA) [default: UTC]
    #[arg(long, value_name = "ZONE")]
    pub(super) time_zone: Option<String>,

    /// Light, dark, or like the page [default: auto]
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

    /// Search text
    #[arg(long, value_name = "WORDS")]
    query: Option<String>,

    /// Sort order, as in `-heat,title` [default: -publishedDateTime]
    #[arg(long, value_name = "KEYS", allow_hyphen_values = true)]
    sort: Option<String>,

    /// The filters, as in `topics=AI&provider!=Hack`
    #[arg(long, value_name = "FILTERS")]
    filter: Option<String>,

    /// Fixed filter, written like `--filter`: nothing else is shown or counted
    #[arg(long, value_name = "FILTERS")]
    only: Option<String>,

    /// Fields that the widget offers as filters, or `none` [default: topics,provider,type]
    #[arg(long, value_name = "FIELDS")]
    facets: Option<String>,

    /// How readers get to more cards in the widget [default: more]
    #[arg(long, value_name = "WORD", value_parser = word::<Paging>(["more", "infinite", "pages", "none"]))]
    paging: Option<Paging>,

    /// Number of related articles of a card; here the others can be expanded [default: 3]
    #[arg(long, value_name = "NUMBER")]
    related: Option<usize>,

    /// Template with {url} and {width} for pictures that are served by the publisher
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

    /// The widget has no sort menu
    #[arg(long)]
    without_sort: bool,

    /// With quality and heat scores
    #[arg(long)]
    with_scores: bool,

    /// With unpublished articles
    #[arg(long)]
    with_unpublished: bool,
}

/// The list and its initial query.
#[derive(Debug)]
pub(super) struct ListSetup {
    pub(super) list: ArticleCardsProps,
    /// The initial query.
    pub(super) query: QueryState,
    /// The base filter.
    pub(super) only: Option<QueryState>,
    /// Messages about invalid values.
    pub(super) invalid: Vec<String>,
}

impl ListArguments {
    /// Combines the options with the attributes of the element in the page.
    pub(super) fn setup(&self, page: Option<&Page<'_>>, mapping: &Mapping) -> ListSetup {
        let attribute = |name: &str| page.and_then(|page| page.attribute(name));
        let has = |name: &str, own: bool| own || attribute(name).is_some();
        // As in the element, invalid values count as absent.
        let number = |name: &str, least: usize, most: usize| {
            let number = attribute(name)?.trim().parse().ok()?;
            (least..=most).contains(&number).then_some(number)
        };
        let text = |name: &str, own: &Option<String>| {
            let own = own.clone();
            own.or_else(|| attribute(name).map(str::to_owned))
                .filter(|text| !text.trim().is_empty())
        };
        let list = yew::props!(ArticleCardsProps {
            page_size: (self.page_size.map(usize::from))
                .or_else(|| number("page-size", 1, 500))
                .unwrap_or(12),
            layout: self
                .layout
                .or_else(|| parse_word(attribute("layout")))
                .unwrap_or_default(),
            theme: self
                .theme
                .or_else(|| parse_word(attribute("theme")))
                .unwrap_or_default(),
            heading_level: self
                .heading_level
                .or_else(|| u8::try_from(number("heading-level", 2, 6)?).ok())
                .unwrap_or(3),
            link_target: (self.link_target)
                .or_else(|| parse_word(attribute("link-target")))
                .unwrap_or_default(),
            paging: self
                .paging
                .or_else(|| parse_word(attribute("paging")))
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

        let mut invalid = Vec::new();
        let mut read = |name: &str, own: &Option<String>, fields: &FilterableFields| {
            let text = text(name, own)?;
            let (state, rest) = QueryState::parse(&text, fields);
            invalid.extend(
                rest.iter()
                    .map(|(key, value)| format!("{name} has an invalid part: {key}={value}")),
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
                invalid.push(format!("sort is invalid: {sort}"));
            } else {
                query.sort = keys;
            }
        }
        ListSetup {
            list,
            query,
            only,
            invalid,
        }
    }
}

/// Parses a word in any case.
fn parse_word<T: std::str::FromStr>(text: Option<&str>) -> Option<T> {
    text?.trim().to_ascii_lowercase().parse().ok()
}
