//! Every text: its name, what it is for, and the English.

use super::slot::Slot;
use super::{PluralText, Text};

/// Makes of one list the struct, the English words, and what finds a text by its name.
macro_rules! messages {
    ($(#[$about:meta])* $messages:ident { $($(#[$doc:meta])* $name:ident: $kind:ident = $english:expr,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug)]
        pub struct $messages {
            $($(#[$doc])* pub $name: $kind,)*
            /// Types of articles: the feed's word and ours.
            pub kinds: Vec<(Text, Text)>,
        }

        /// A constant, which is copied as a whole: code that fills field by field would be longer.
        const WORDS: $messages = $messages {
            $($name: $english,)*
            kinds: Vec::new(),
        };

        /// The names of all texts but `kinds`, each with a space behind it: shorter than a list.
        pub(super) const NAMES: &str = concat!($(stringify!($name), " ",)*);

        /// How many they are.
        const COUNT: usize = [$(stringify!($name),)*].len();

        impl $messages {
            /// All texts but `kinds`, in the order of [`NAMES`].
            #[inline(never)]
            fn parts(&self) -> [Part<'_>; COUNT] {
                [$(Part::$kind(&self.$name),)*]
            }

            /// The places of all texts but `kinds`, in the order of [`NAMES`].
            #[inline(never)]
            pub(super) fn slots(&mut self) -> [Slot<'_>; COUNT] {
                [$(Slot::$kind(&mut self.$name),)*]
            }
        }
    };
}

messages! {
/// All words on screen, in one language.
///
/// ```
/// use article_cards::i18n::Messages;
///
/// let messages = Messages { retry: "Once more".into(), ..Messages::english() };
/// assert_eq!(messages.details, "Details");
/// ```
Messages {
    /// The language of these words, as a BCP 47 tag.
    language: Text = text("en"),

    /// While the first articles load.
    loading: Text = text("Loading articles…"),
    /// How many there are: `{count}`.
    articles: PluralText = count("{count} article", "{count} articles"),
    /// How many there are so far, in a feed that goes on: `{count}`.
    articles_so_far: PluralText = count("{count} article so far", "{count} articles so far"),

    /// Title for a feed without articles.
    empty_title: Text = text("No articles yet"),
    /// Text for a feed without articles.
    empty_text: Text = text("There is nothing in this feed so far."),

    /// Title where nothing could be loaded.
    error_title: Text = text("The articles could not be loaded"),
    /// The next page failed while articles are shown.
    more_failed: Text = text("More articles could not be loaded."),
    /// What stands for `{host}` where the feed has none.
    the_feed: Text = text("The feed"),
    /// No address that could be asked: `{url}`.
    error_address: Text = text("“{url}” is not the address of a feed."),
    /// No connection: `{host}`.
    error_network: Text = text("{host} could not be reached. The connection may be down."),
    /// An HTTP status other than success: `{host}`, `{status}`.
    error_http: Text = text("{host} answered with status {status}."),
    /// No answer in time: `{host}`, `{count}` seconds.
    error_timeout: PluralText = count(
        "{host} did not answer within {count} second. This may pass.",
        "{host} did not answer within {count} seconds. This may pass.",
    ),
    /// More bytes than allowed: `{host}`, `{limit}`.
    error_size: Text = text("{host} sent more than the {limit} that are allowed."),
    /// No JSON: `{host}`.
    error_parse: Text = text("{host} sent something that is not valid JSON."),
    /// JSON, but no feed: `{host}`.
    error_shape: Text = text("{host} sent something that is not a list of articles."),
    /// Button that tries again.
    retry: Text = text("Try again"),
    /// Discloses what exactly failed.
    details: Text = text("Details"),

    /// How far the list is: `{shown}`, `{total}`.
    progress: Text = text("{shown} of {total}"),
    /// How far the list is in a feed that goes on: `{shown}`, `{total}`.
    progress_so_far: Text = text("{shown} of {total} so far"),
    /// What assistive technology hears after the number of articles: `{count}` of them are shown.
    shown: PluralText = always("{count} shown"),
    /// Button for the next articles: `{count}`.
    show_more: PluralText = always("Show {count} more"),
    /// Button for the next articles where their number is not known.
    show_more_open: Text = text("Show more"),
    /// While the next articles load.
    loading_more: Text = text("Loading more…"),
    /// The end of the list: `{count}`.
    all_shown: PluralText = count("{count} article, no more to come", "All {count} articles shown"),
    /// Leads back to the first article.
    back_to_top: Text = text("Back to the top"),
    /// Name of a card's topics for assistive technology.
    topics: Text = text("Topics"),
    /// What assistive technology reads after `+2` on the button that unfolds topics.
    more_topics: PluralText = count("more topic", "more topics"),
    /// Summary of related articles: `{count}`.
    related: PluralText = always("{count} related"),
    /// Button for the rest of the related articles: `{count}`.
    related_more: PluralText = always("Show {count} more"),
    /// The quality score.
    quality: Text = text("Quality"),
    /// The heat score.
    heat: Text = text("Heat"),
    /// The price of a course.
    price: Text = text("Price"),
    /// The levels of a course: `{count}` of them.
    levels: PluralText = count("Level", "Levels"),
    /// Members of a forum: `{count}`.
    members: PluralText = count("{count} member", "{count} members"),
    /// What a provider's button does: `{provider}`.
    provider_filter: Text = text("Only articles from {provider}"),
    /// Where a provider's link leads: `{domain}`.
    provider_link: Text = text("To {domain}"),
    /// For assistive technology: the link opens in a new window.
    new_window: Text = text("Opens in a new window"),

    /// Name and placeholder of the search field.
    search: Text = text("Search articles"),
    /// Button that empties the search field.
    search_clear: Text = text("Clear the search"),
    /// Link over the filters to the articles.
    skip_filters: Text = text("Skip the filters"),
    /// The filters as a whole, and the button that opens them.
    filters: Text = text("Filters"),
    /// How many filters are set, after the word on their button: `{count}`.
    filters_in_use: PluralText = always("{count} in use"),
    /// Button that closes the panel of filters.
    filters_close: Text = text("Close the filters"),
    /// Button of the panel that leads to the articles: `{count}`.
    show_results: PluralText = count("Show {count} article", "Show {count} articles"),
    /// Button that drops all filters.
    clear_all: Text = text("Clear all"),
    /// The same, where nothing was found.
    clear_filters: Text = text("Clear all filters"),
    /// Label of the sort menu.
    sort_by: Text = text("Sort by"),
    /// Order: best match first.
    sort_relevance: Text = text("Best match"),
    /// Order: newest first.
    sort_newest: Text = text("Newest first"),
    /// Order: oldest first.
    sort_oldest: Text = text("Oldest first"),
    /// Order: highest quality first.
    sort_quality: Text = text("Highest quality"),
    /// Order: lowest quality first.
    sort_quality_rising: Text = text("Lowest quality"),
    /// Order: most heat first.
    sort_heat: Text = text("Most heat"),
    /// Order: least heat first.
    sort_heat_rising: Text = text("Least heat"),
    /// Order: by title.
    sort_title: Text = text("Title A–Z"),
    /// Order: by title, last first.
    sort_title_falling: Text = text("Title Z–A"),
    /// Order: by provider.
    sort_provider: Text = text("Provider A–Z"),
    /// Order: by provider, last first.
    sort_provider_falling: Text = text("Provider Z–A"),
    /// Order: as in the feed.
    sort_position: Text = text("Feed order"),
    /// Order: as in the feed, last first.
    sort_position_falling: Text = text("Feed order, reversed"),
    /// Order: one of several keys that came from an address or the page.
    sort_own: Text = text("Special order"),
    /// What assistive technology hears after the number of articles: `{sort}`.
    sorted: Text = text("sorted by {sort}"),
    /// Facet of providers.
    provider: Text = text("Provider"),
    /// Facet of types.
    kind_facet: Text = text("Type"),
    /// Facet of categories.
    category: Text = text("Category"),
    /// What assistive technology reads after the count of an excluded value.
    excluded: Text = text("excluded"),
    /// Button that excludes a value: `{value}`.
    exclude: Text = text("Exclude {value}"),
    /// Button for all values of a facet: `{count}`.
    show_all: PluralText = always("Show all {count}"),
    /// Button for the first values of a facet only.
    show_fewer: Text = text("Show fewer"),
    /// What assistive technology reads after a facet's button: `{facet}`.
    in_facet: Text = text("in {facet}"),
    /// Name and placeholder of the field that searches in a facet: `{facet}`.
    find_in_facet: Text = text("Find in {facet}"),
    /// No value of a facet matches what was typed.
    facet_none: Text = text("No match"),
    /// Range of dates.
    date: Text = text("Date"),
    /// First day of a range.
    from: Text = text("From"),
    /// Last day of a range.
    to: Text = text("To"),
    /// Least number of a range.
    at_least: Text = text("At least"),
    /// Greatest number of a range.
    at_most: Text = text("At most"),
    /// A range that ends before it begins, and what to do.
    range_reversed: Text = text("This range ends before it begins. Exchange the two values, or empty one."),
    /// Preset of dates.
    last_day: Text = text("Last 24 hours"),
    /// Preset of dates.
    last_week: Text = text("Last 7 days"),
    /// Preset of dates.
    last_month: Text = text("Last 30 days"),
    /// Preset of dates.
    this_year: Text = text("This year"),
    /// Name of the list of what is set.
    chips: Text = text("Filters in use"),
    /// What assistive technology reads after a filter in use.
    chip_remove: Text = text("remove this filter"),
    /// An excluded value: `{value}`.
    chip_not: Text = text("Not {value}"),
    /// A range of dates with a first day: `{date}`.
    chip_from: Text = text("From {date}"),
    /// A range of dates with a last day: `{date}`.
    chip_to: Text = text("Until {date}"),
    /// A range of dates, and of numbers: `{from}`, `{to}`.
    chip_between: Text = text("{from} – {to}"),
    /// A range of numbers with a least: `{name}`, `{number}`.
    chip_least: Text = text("{name} from {number}"),
    /// A range of numbers with a greatest: `{name}`, `{number}`.
    chip_most: Text = text("{name} up to {number}"),
    /// How many of them match: `{count}` of `{total}`; the form is that of the total.
    found: PluralText = count("{count} of {total} article", "{count} of {total} articles"),
    /// The same in a feed that goes on.
    found_so_far: PluralText = count(
        "{count} of {total} article so far",
        "{count} of {total} articles so far",
    ),
    /// What was searched for, after how many match: `{found}`, `{query}`.
    found_for: Text = text("{found} for “{query}”"),
    /// Title where nothing matches.
    no_match_title: Text = text("No article matches all of this"),
    /// Text where nothing matches, above what to drop.
    no_match_text: Text = text("Each of these would bring some back:"),
    /// Text where nothing matches and no single filter is to blame.
    no_match_at_all: Text = text("Try other words, or fewer filters."),
    /// Offers to drop a value: `{facet}`, `{value}`.
    drop_value: Text = text("Without {value} ({facet})"),
    /// Offers to allow an excluded value again: `{facet}`, `{value}`.
    drop_exclusion: Text = text("With {value} ({facet}) again"),
    /// Offers to drop the text: `{query}`.
    drop_query: Text = text("Without the words “{query}”"),
    /// Offers to drop a range: `{name}`.
    drop_range: Text = text("Without the limits of {name}"),
    /// Button that loads the rest of the feed, so that all of it is searched.
    load_all: Text = text("Search the whole feed"),
    /// While the rest of the feed loads: `{count}` so far.
    loading_all: PluralText = count("{count} article loaded", "{count} articles loaded"),
    /// Button that stops loading.
    stop: Text = text("Stop"),
    /// Button that shows what has come meanwhile: `{count}`.
    new_articles: PluralText = count("{count} new article", "{count} new articles"),
    /// Name of the page numbers.
    pages: Text = text("Pages"),
    /// Button that leads to a page: `{page}`.
    page: Text = text("Page {page}"),
    /// The page that is shown: `{page}`.
    page_current: Text = text("Page {page}, current"),
    /// Button that leads to the page before.
    page_previous: Text = text("Previous page"),
    /// Button that leads to the page after.
    page_next: Text = text("Next page"),
}
}

const KINDS: [(&str, &str); 7] = [
    ("article", "Article"),
    ("video", "Video"),
    ("course", "Course"),
    ("collection", "Collection"),
    ("download", "Download"),
    ("forum", "Forum"),
    ("profile", "Profile"),
];

/// A text of [`Messages`].
#[derive(PartialEq)]
enum Part<'m> {
    Text(&'m Text),
    PluralText(&'m PluralText),
}

// A loop: field by field it would be a long function.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.parts() == other.parts() && self.kinds == other.kinds)
    }
}

/// The English words.
pub(super) fn messages() -> Messages {
    let mut messages = WORDS;
    messages.kinds = KINDS
        .iter()
        .map(|(kind, word)| (text(kind), text(word)))
        .collect();
    messages
}

const fn text(text: &'static str) -> Text {
    Text::Borrowed(text)
}

const fn always(other: &'static str) -> PluralText {
    PluralText {
        zero: None,
        one: None,
        two: None,
        few: None,
        many: None,
        other: text(other),
    }
}

const fn count(one: &'static str, other: &'static str) -> PluralText {
    PluralText {
        zero: None,
        one: Some(text(one)),
        two: None,
        few: None,
        many: None,
        other: text(other),
    }
}
