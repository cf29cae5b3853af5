//! Options for the list, named like the attributes of `<article-cards>`. What is not set is taken from
//! the element in the page.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use clap::Args;
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use yew::AttrValue;

use super::page::Page;
use article_cards::components::{ArticleCardsProps, GroupBy, Layout, LinkTarget, Paging, Theme};
use article_cards_core::defaults;
use article_cards_core::feed::Mapping;
use article_cards_core::search::{Facet, FilterableFields, QueryState, SortKey};

/// Parses one of a few words as an enum.
fn word<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(words.into_iter().collect::<Vec<_>>())
        .try_map(|word| word.parse::<T>())
}

/// A number in a range.
fn number<T>(range: RangeInclusive<T>) -> RangedU64ValueParser<T>
where
    T: Copy + TryFrom<u64> + TryInto<u64>,
{
    let [min, max] = [range.start(), range.end()].map(|end| (*end).try_into().unwrap_or(u64::MAX));
    RangedU64ValueParser::new().range(min..=max)
}

/// The help of an option with its default.
fn help(text: &str, default: impl Display) -> String {
    format!("{text} [default: {default}]")
}

/// Options for the list.
#[derive(Args, Debug)]
#[command(next_help_heading = "As the attributes of <article-cards>")]
pub(super) struct ListArguments {
    #[arg(long, help = help("Number of cards per page, 1 to 500", defaults::PAGE_SIZE), value_name = "NUMBER", value_parser = number(defaults::PAGE_SIZE_RANGE))]
    page_size: Option<usize>,

    #[arg(long, help = help("Number of first articles that the page shows elsewhere", defaults::SKIP), value_name = "NUMBER")]
    skip: Option<usize>,

    #[arg(long, help = help("Layout of the cards", defaults::LAYOUT[0]), value_name = "WORD", value_parser = word::<Layout>(defaults::LAYOUT))]
    layout: Option<Layout>,

    /// Layouts that readers of the widget may switch between, as in `grid,list,compact`
    #[arg(long, value_name = "WORDS")]
    layouts: Option<String>,

    #[arg(long, help = help("Number of first cards that are lead stories", defaults::FEATURED), value_name = "NUMBER")]
    featured: Option<usize>,

    /// Headings between the cards, while they are sorted by date
    #[arg(long, value_name = "WORD", value_parser = word::<GroupBy>(defaults::GROUP_BY))]
    group_by: Option<GroupBy>,

    /// Key under which the widget remembers what is new and saved
    #[arg(long, value_name = "KEY")]
    remember: Option<String>,

    /// Language of messages, dates and numbers (BCP 47) [default: the language of the page, else en]
    #[arg(long, value_name = "TAG")]
    pub(super) locale: Option<String>,

    /// Time zone of the dates (IANA) [default: UTC]
    #[arg(long, value_name = "ZONE")]
    pub(super) time_zone: Option<String>,

    #[arg(long, help = help("Light, dark, or like the page", defaults::THEME[0]), value_name = "WORD", value_parser = word::<Theme>(defaults::THEME))]
    theme: Option<Theme>,

    #[arg(long, help = help("Level of the cards' headings, 2 to 6", defaults::HEADING_LEVEL), value_name = "LEVEL", value_parser = number(defaults::HEADING_LEVEL_RANGE))]
    heading_level: Option<u8>,

    #[arg(long, help = help("Where links open", defaults::LINK_TARGET[0]), value_name = "WORD", value_parser = word::<LinkTarget>(defaults::LINK_TARGET))]
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

    #[arg(long, help = help("Fields that the widget offers as filters, or `none`", defaults::FACETS), value_name = "FIELDS")]
    facets: Option<String>,

    /// Sort orders that the widget offers, as in `-publishedDateTime,title`
    #[arg(long, value_name = "KEYS", allow_hyphen_values = true)]
    sorts: Option<String>,

    #[arg(long, help = help("How readers get to more cards in the widget", defaults::PAGING[0]), value_name = "WORD", value_parser = word::<Paging>(defaults::PAGING))]
    paging: Option<Paging>,

    #[arg(long, help = help("Number of related articles of a card; here the others can be expanded", defaults::RELATED), value_name = "NUMBER")]
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

    /// Without the number of articles
    #[arg(long)]
    without_summary: bool,

    /// With quality and heat scores
    #[arg(long)]
    with_scores: bool,

    /// With the names of authors
    #[arg(long)]
    with_authors: bool,

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
        let text = |name: &str, own: &Option<String>| {
            let own = own.clone();
            own.or_else(|| attribute(name).map(str::to_owned))
                .filter(|text| !text.trim().is_empty())
        };
        let list = yew::props!(ArticleCardsProps {
            page_size: (self.page_size)
                .or_else(|| parse_number(attribute("page-size"), defaults::PAGE_SIZE_RANGE))
                .unwrap_or(defaults::PAGE_SIZE),
            skip: (self.skip)
                .or_else(|| parse_number(attribute("skip"), 0..=usize::MAX))
                .unwrap_or(defaults::SKIP),
            layout: self
                .layout
                .or_else(|| parse_word(attribute("layout")))
                .unwrap_or_default(),
            layouts: text("layouts", &self.layouts)
                .map(AttrValue::from)
                .unwrap_or_default(),
            featured: (self.featured)
                .or_else(|| parse_number(attribute("featured"), 0..=usize::MAX))
                .unwrap_or(defaults::FEATURED),
            group_by: (self.group_by)
                .or_else(|| parse_word(attribute("group-by")))
                .unwrap_or_default(),
            remember: text("remember", &self.remember).map(AttrValue::from),
            theme: self
                .theme
                .or_else(|| parse_word(attribute("theme")))
                .unwrap_or_default(),
            heading_level: self
                .heading_level
                .or_else(|| parse_number(attribute("heading-level"), defaults::HEADING_LEVEL_RANGE))
                .unwrap_or(defaults::HEADING_LEVEL),
            link_target: (self.link_target)
                .or_else(|| parse_word(attribute("link-target")))
                .unwrap_or_default(),
            paging: self
                .paging
                .or_else(|| parse_word(attribute("paging")))
                .unwrap_or_default(),
            related: (self.related)
                .or_else(|| parse_number(attribute("related"), 0..=usize::MAX))
                .unwrap_or(defaults::RELATED),
            refresh: parse_number(attribute("refresh"), defaults::REFRESH_RANGE)
                .unwrap_or(defaults::REFRESH),
            label: text("label", &self.label).map(AttrValue::from),
            image_proxy: text("image-proxy", &self.image_proxy)
                .filter(|template| template.contains("{url}"))
                .map(AttrValue::from),
            facets: text("facets", &self.facets)
                .filter(|list| list.trim() == "none" || !Facet::names(list).is_empty())
                .map(AttrValue::from),
            sorts: text("sorts", &self.sorts)
                .map(AttrValue::from)
                .unwrap_or_default(),
            mapping: mapping.clone(),
            without_images: has("without-images", self.without_images),
            without_excerpts: has("without-excerpts", self.without_excerpts),
            without_search: has("without-search", self.without_search)
                || attribute("search-input").is_some(),
            without_sort: has("without-sort", self.without_sort),
            without_summary: has("without-summary", self.without_summary),
            with_scores: has("with-scores", self.with_scores),
            with_authors: has("with-authors", self.with_authors),
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
        let only = read("only", &self.only, &fields.clone().with_id());
        if let Some(words) = text("query", &self.query) {
            query.query = words;
        }
        if let Some(sort) = text("sort", &self.sort) {
            let keys = SortKey::parse_list(&sort, &fields);
            if keys.is_empty() {
                invalid.push(format!("sort is invalid: {sort}"));
            } else {
                query.sort = keys;
            }
        }
        let (_, unknown) = SortKey::split_list(&list.sorts, &fields);
        if !unknown.is_empty() {
            invalid.push(format!("sorts is invalid: {unknown}"));
        }
        ListSetup {
            list,
            query,
            only,
            invalid,
        }
    }
}

/// Parses a number in a range. As in the element, an invalid value counts as absent.
fn parse_number<T: FromStr + PartialOrd>(
    text: Option<&str>,
    range: RangeInclusive<T>,
) -> Option<T> {
    let number = text?.trim().parse().ok()?;
    range.contains(&number).then_some(number)
}

/// Parses a word in any case.
fn parse_word<T: FromStr>(text: Option<&str>) -> Option<T> {
    text?.trim().to_ascii_lowercase().parse().ok()
}
