//! Every message: its name, its purpose and the English text.

use super::{PluralText, Text};

/// Generates from one list the struct, the English messages, and the lookup by name.
macro_rules! messages {
    ($(#[$about:meta])* $messages:ident { $($(#[$doc:meta])* $name:ident: $kind:ident = $english:expr,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug)]
        pub struct $messages {
            $($(#[$doc])* pub $name: $kind,)*
            /// Names of article types, by the type in the feed.
            pub kinds: Vec<(Text, Text)>,
            /// Names of facets, ranges and sort keys, by their fields, in place of our own.
            pub fields: Vec<(Text, Text)>,
        }

        /// A constant is copied as a whole; code that fills field by field would be longer.
        const ENGLISH: $messages = $messages {
            $($name: $english,)*
            kinds: Vec::new(),
            fields: Vec::new(),
        };

        /// The names of all messages but `kinds` and `fields`, separated by spaces: smaller than a list.
        const NAMES: &str = concat!($(stringify!($name), " ",)*);

        /// The number of names.
        const COUNT: usize = [$(stringify!($name),)*].len();

        impl $messages {
            /// All messages but `kinds` and `fields`, in the order of [`NAMES`].
            #[inline(never)]
            fn messages(&self) -> [Message<'_>; COUNT] {
                [$(Message::$kind(&self.$name),)*]
            }

            /// The same, mutable.
            #[inline(never)]
            pub(super) fn slots(&mut self) -> [Slot<'_>; COUNT] {
                [$(Slot::$kind(&mut self.$name),)*]
            }
        }
    };
}

messages! {
/// All messages on screen, in one language.
///
/// ```
/// use article_cards::i18n::Messages;
///
/// let messages = Messages { retry: "Once more".into(), ..Messages::english() };
/// assert_eq!(messages.details, "Details");
/// ```
Messages {
    /// The language, as a BCP 47 tag.
    language: Text = text("en"),

    /// While the first articles load.
    loading: Text = text("Loading articles…"),
    /// The number of articles: `{count}`.
    articles: PluralText = count("{count} article", "{count} articles"),
    /// The number of articles loaded of a feed with more pages: `{count}`.
    articles_so_far: PluralText = count("{count} article so far", "{count} articles so far"),

    /// Title for a feed without articles.
    empty_title: Text = text("No articles yet"),
    /// Text for a feed without articles.
    empty_text: Text = text("There is nothing in this feed so far."),

    /// Title where nothing could be loaded.
    error_title: Text = text("The articles could not be loaded"),
    /// The next page could not be loaded.
    more_failed: Text = text("More articles could not be loaded."),
    /// Replaces `{host}` for a feed without one.
    the_feed: Text = text("The feed"),
    /// Not a URL that can be fetched: `{url}`.
    error_address: Text = text("“{url}” is not the address of a feed."),
    /// No connection: `{host}`.
    error_network: Text = text("{host} could not be reached. The connection may be down."),
    /// An HTTP status other than success: `{host}`, `{status}`.
    error_http: Text = text("{host} answered with status {status}."),
    /// No response in time: `{host}`, `{count}` seconds.
    error_timeout: PluralText = count(
        "{host} did not answer within {count} second. This may pass.",
        "{host} did not answer within {count} seconds. This may pass.",
    ),
    /// A document over the limit: `{host}`, `{limit}`.
    error_size: Text = text("{host} sent more than the allowed {limit}."),
    /// Not JSON: `{host}`.
    error_parse: Text = text("{host} sent something that is not valid JSON."),
    /// JSON, but not a feed: `{host}`.
    error_shape: Text = text("{host} sent something that is not a list of articles."),
    /// A search engine could not answer.
    error_engine: Text = text("The search could not be answered. This may pass."),
    /// Button that retries.
    retry: Text = text("Try again"),
    /// Discloses the technical error.
    details: Text = text("Details"),

    /// Progress through the list: `{shown}`, `{total}`.
    progress: Text = text("{shown} of {total}"),
    /// Progress through the list of a feed with more pages: `{shown}`, `{total}`.
    progress_so_far: Text = text("{shown} of {total} so far"),
    /// Announced after the number of articles: `{count}` of them are shown.
    shown: PluralText = always("{count} shown"),
    /// Button for the next articles: `{count}`.
    show_more: PluralText = always("Show {count} more"),
    /// Button for the next articles, if their number is unknown.
    show_more_open: Text = text("Show more"),
    /// While the next articles load.
    loading_more: Text = text("Loading more…"),
    /// The end of the list: `{count}`.
    all_shown: PluralText = count("{count} article, no more to come", "All {count} articles shown"),
    /// Link to the first article.
    back_to_top: Text = text("Back to the top"),
    /// Accessible name of a card's topics.
    topics: Text = text("Topics"),
    /// Read by assistive technology after `+2` on the button that expands topics.
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
    /// Accessible name of a provider's filter button: `{provider}`.
    provider_filter: Text = text("Only articles from {provider}"),
    /// Accessible name of a provider's link: `{domain}`.
    provider_link: Text = text("To {domain}"),
    /// Read by assistive technology after a link that opens in a new window.
    new_window: Text = text("Opens in a new window"),

    /// Name and placeholder of the search field.
    search: Text = text("Search articles"),
    /// Button that clears the search field.
    search_clear: Text = text("Clear the search"),
    /// Link that skips the filters.
    skip_filters: Text = text("Skip the filters"),
    /// The filters as a whole, and the button that opens them.
    filters: Text = text("Filters"),
    /// The number of active filters, on the button that opens them: `{count}`.
    filters_in_use: PluralText = always("{count} in use"),
    /// Button that closes the panel of filters.
    filters_close: Text = text("Close the filters"),
    /// Button of the filter panel that shows the articles: `{count}`.
    show_results: PluralText = count("Show {count} article", "Show {count} articles"),
    /// Button that removes all filters.
    clear_all: Text = text("Clear all"),
    /// The same, where nothing matches.
    clear_filters: Text = text("Clear all filters"),
    /// Label of the sort menu.
    sort_by: Text = text("Sort by"),
    /// Sort order: best match first.
    sort_relevance: Text = text("Best match"),
    /// Sort order: newest first.
    sort_newest: Text = text("Newest first"),
    /// Sort order: oldest first.
    sort_oldest: Text = text("Oldest first"),
    /// Sort order: highest quality first.
    sort_quality: Text = text("Highest quality"),
    /// Sort order: lowest quality first.
    sort_quality_rising: Text = text("Lowest quality"),
    /// Sort order: most heat first.
    sort_heat: Text = text("Most heat"),
    /// Sort order: least heat first.
    sort_heat_rising: Text = text("Least heat"),
    /// Sort order: by title.
    sort_title: Text = text("Title A–Z"),
    /// Sort order: by title, last first.
    sort_title_falling: Text = text("Title Z–A"),
    /// Sort order: by provider.
    sort_provider: Text = text("Provider A–Z"),
    /// Sort order: by provider, last first.
    sort_provider_falling: Text = text("Provider Z–A"),
    /// Sort order: as in the feed.
    sort_position: Text = text("Feed order"),
    /// Sort order: as in the feed, last first.
    sort_position_falling: Text = text("Feed order, reversed"),
    /// Sort order: by a field of a mapping, or one with a name of its own: `{name}`.
    sort_rising: Text = text("{name}, ascending"),
    /// The same, last first: `{name}`.
    sort_falling: Text = text("{name}, descending"),
    /// Sort order: any other, from an address or the page.
    sort_own: Text = text("Special order"),
    /// The choice of a layout.
    layout: Text = text("Show as"),
    /// Layout: cards side by side.
    layout_grid: Text = text("Grid"),
    /// Layout: one card below the other.
    layout_list: Text = text("List"),
    /// Layout: one line per card.
    layout_compact: Text = text("Compact"),
    /// Filter of saved articles.
    saved: Text = text("Saved"),
    /// Button that saves an article: `{title}`.
    save: Text = text("Save “{title}”"),
    /// Mark of an article that came in since the last visit.
    new_mark: Text = text("New"),
    /// Over a list with new articles: `{count}` of them, `{date}` of the last visit, as in "Tuesday".
    new_since: PluralText = always("{count} new since {date}"),
    /// The same, if the last visit was today: `{count}`.
    new_since_last: PluralText = always("{count} new since your last visit"),
    /// Title where nothing is saved.
    nothing_saved: Text = text("Nothing saved yet"),
    /// Text where nothing is saved.
    nothing_saved_text: Text = text("The bookmark on a card keeps it here, in this browser only."),
    /// Button that shows all articles again.
    show_all_articles: Text = text("Show all articles"),
    /// Heading of articles without a date.
    undated: Text = text("Without a date"),
    /// Announced after the number of articles: `{sort}`.
    sorted: Text = text("sorted by {sort}"),
    /// Facet of providers.
    provider: Text = text("Provider"),
    /// Facet of authors, and accessible name of those on a card.
    authors: Text = text("Authors"),
    /// Facet of types.
    kind_facet: Text = text("Type"),
    /// Facet of categories.
    category: Text = text("Category"),
    /// Read by assistive technology after the count of an excluded value.
    excluded: Text = text("excluded"),
    /// Button that excludes a value: `{value}`.
    exclude: Text = text("Exclude {value}"),
    /// Button for all values of a facet: `{count}`.
    show_all: PluralText = always("Show all {count}"),
    /// Button for the first values of a facet only.
    show_fewer: Text = text("Show fewer"),
    /// Read by assistive technology after a facet's button: `{facet}`.
    in_facet: Text = text("in {facet}"),
    /// Name and placeholder of the search field of a facet: `{facet}`.
    find_in_facet: Text = text("Find in {facet}"),
    /// No value of a facet matches the search.
    facet_none: Text = text("No match"),
    /// Range of dates.
    date: Text = text("Date"),
    /// First day of a range.
    from: Text = text("From"),
    /// Last day of a range.
    to: Text = text("To"),
    /// Minimum of a range.
    at_least: Text = text("At least"),
    /// Maximum of a range.
    at_most: Text = text("At most"),
    /// A reversed range, and what to do.
    range_reversed: Text = text("This range ends before it begins. Swap the two values, or clear one."),
    /// Preset of dates.
    last_day: Text = text("Last 24 hours"),
    /// Preset of dates.
    last_week: Text = text("Last 7 days"),
    /// Preset of dates.
    last_month: Text = text("Last 30 days"),
    /// Preset of dates.
    this_year: Text = text("This year"),
    /// Accessible name of the active filters.
    chips: Text = text("Filters in use"),
    /// Read by assistive technology after an active filter.
    chip_remove: Text = text("remove this filter"),
    /// An excluded value: `{value}`.
    chip_not: Text = text("Not {value}"),
    /// A range of dates with a first day: `{date}`.
    chip_from: Text = text("From {date}"),
    /// A range of dates with a last day: `{date}`.
    chip_to: Text = text("Until {date}"),
    /// A range of dates, and of numbers: `{from}`, `{to}`.
    chip_between: Text = text("{from} – {to}"),
    /// A range of numbers with a minimum: `{name}`, `{number}`.
    chip_least: Text = text("{name} from {number}"),
    /// A range of numbers with a maximum: `{name}`, `{number}`.
    chip_most: Text = text("{name} up to {number}"),
    /// The number of matches: `{count}` of `{total}`, in the plural form of the total.
    found: PluralText = count("{count} of {total} article", "{count} of {total} articles"),
    /// The same for a feed with more pages.
    found_so_far: PluralText = count(
        "{count} of {total} article so far",
        "{count} of {total} articles so far",
    ),
    /// The number of matches and the search: `{found}`, `{query}`.
    found_for: Text = text("{found} for “{query}”"),
    /// Title where nothing matches.
    no_match_title: Text = text("No article matches all of this"),
    /// Title where nothing matches a single word or phrase: `{query}`.
    no_match_query: Text = text("No article has “{query}”"),
    /// The words found in place of one that no article has: `{query}`, `{found}`.
    corrected: Text = text("No article has “{query}”. Showing “{found}”."),
    /// Title where nothing matches among the articles loaded so far: `{count}`.
    nothing_so_far: PluralText = count(
        "Nothing among {count} article loaded",
        "Nothing among {count} articles loaded",
    ),
    /// Text where nothing matches, above the suggestions.
    no_match_text: Text = text("Each of these would bring some back:"),
    /// Text where nothing matches and removing one filter does not help.
    no_match_at_all: Text = text("Try other words, or fewer filters."),
    /// Suggestion to remove a value: `{facet}`, `{value}`.
    drop_value: Text = text("Without {value} ({facet})"),
    /// Suggestion to remove an exclusion: `{facet}`, `{value}`.
    drop_exclusion: Text = text("With {value} ({facet}) again"),
    /// Suggestion to remove the search text, or a piece of it: `{query}`.
    drop_query: Text = text("Without “{query}”"),
    /// Suggestion to remove a range: `{name}`.
    drop_range: Text = text("Without limits on {name}"),
    /// Button that loads the rest of the feed, so that all of it is searched.
    load_all: Text = text("Search the whole feed"),
    /// While the rest of the feed loads: `{count}` so far.
    loading_all: PluralText = count("{count} article loaded", "{count} articles loaded"),
    /// Button that stops loading.
    stop: Text = text("Stop"),
    /// Button that shows new articles: `{count}`.
    new_articles: PluralText = count("{count} new article", "{count} new articles"),
    /// Accessible name of the page numbers.
    pages: Text = text("Pages"),
    /// Button of a page: `{page}`.
    page: Text = text("Page {page}"),
    /// The current page: `{page}`.
    page_current: Text = text("Page {page}, current"),
    /// Button of the previous page.
    page_previous: Text = text("Previous page"),
    /// Button of the next page.
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

/// A mutable message of [`Messages`].
pub(super) enum Slot<'m> {
    Text(&'m mut Text),
    PluralText(&'m mut PluralText),
}

impl Messages {
    /// The message with this name, the field's in camel case.
    pub(super) fn slot(&mut self, name: &str) -> Option<Slot<'_>> {
        let index = NAMES
            .split(' ')
            .position(|field| is_camel_case_of(name, field))?;
        self.slots().into_iter().nth(index)
    }
}

fn is_camel_case_of(name: &str, field: &str) -> bool {
    let mut letters = name.bytes();
    let mut is_after_underscore = false;
    let starts_with_field = field.bytes().all(|letter| {
        if letter == b'_' {
            is_after_underscore = true;
            return true;
        }
        let letter = match std::mem::take(&mut is_after_underscore) {
            true => letter.to_ascii_uppercase(),
            false => letter,
        };
        letters.next() == Some(letter)
    });
    starts_with_field && letters.next().is_none()
}

/// A message of [`Messages`].
#[derive(PartialEq)]
enum Message<'m> {
    Text(&'m Text),
    PluralText(&'m PluralText),
}

// A loop over the fields: a derived comparison would be a long function.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || (self.messages() == other.messages()
                && self.kinds == other.kinds
                && self.fields == other.fields)
    }
}

/// The English messages.
pub(super) fn messages() -> Messages {
    let mut messages = ENGLISH;
    messages.kinds = KINDS
        .iter()
        .map(|(kind, name)| (text(kind), text(name)))
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
