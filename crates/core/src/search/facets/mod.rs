//! Facets: fields whose values are offered as filters, with counts.

pub(super) mod facet_index;

use super::query::fields::is_field_name;

/// A field whose values are offered as filters, and counted.
///
/// ```
/// use article_cards_core::search::Facet;
///
/// let facets = Facet::parse_list("topics:and, provider");
/// assert_eq!(facets, [Facet::new("topics").all(), Facet::new("provider")]);
/// assert!(Facet::parse_list("none").is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The name of the field: `topics`.
    pub field: String,
    /// Whether an article must have all selected values (AND) or any of them (OR).
    pub all: bool,
}

impl Facet {
    /// Creates a facet whose selected values are combined by OR.
    pub fn new(field: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            all: false,
        }
    }

    /// Combines the selected values by AND.
    #[must_use]
    pub fn all(self) -> Self {
        Self { all: true, ..self }
    }

    /// Returns the facets that a list has by default.
    pub fn defaults() -> Vec<Self> {
        Self::parse_list(crate::defaults::FACETS)
    }

    /// Parses `topics:and,provider:or,type`, ignoring invalid entries, repeated fields and
    /// [`RANGES`]. `none` means no facets.
    pub fn parse_list(text: &str) -> Vec<Self> {
        let mut facets: Vec<Self> = Vec::new();
        for part in text.split(',').map(str::trim) {
            let (field, mode) = part.split_once(':').unwrap_or((part, "or"));
            let (field, mode) = (field.trim_end(), mode.trim_start());
            let known = facets.iter().any(|facet| facet.field == field);
            let is_facet = is_field_name(field) && !RANGES.contains(&field);
            if known || !is_facet || !matches!(mode, "or" | "and") {
                continue;
            }
            facets.push(Self {
                field: field.to_owned(),
                all: mode == "and",
            });
        }
        if text.trim() == "none" {
            facets.clear();
        }
        facets
    }

    /// Returns the names of the fields and [`RANGES`] in such a list, each once, in its order.
    ///
    /// ```
    /// use article_cards_core::search::Facet;
    ///
    /// assert_eq!(Facet::names("date, topics:and, date"), ["date", "topics"]);
    /// assert!(Facet::names("none").is_empty());
    /// ```
    pub fn names(text: &str) -> Vec<&str> {
        let mut names = Vec::new();
        if text.trim() == "none" {
            return names;
        }
        for part in text.split(',').filter_map(|part| part.split(':').next()) {
            let name = part.trim();
            let is_known = is_field_name(name) || RANGES.contains(&name);
            if is_known && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// What a list of facets may name beside fields: ranges of dates and scores.
pub const RANGES: [&str; 3] = ["date", "quality", "heat"];

/// The values of a facet, with the number of articles that each would find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The name of the field.
    pub field: String,
    /// All values with a count above 0, and the selected and excluded ones, by descending count,
    /// then by name.
    pub values: Vec<ValueCount>,
}

/// A value of a facet, with its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value.
    pub value: std::rc::Rc<str>,
    /// The number of articles that have the value and pass everything but this facet's own
    /// selection; in an AND facet, that selection too. 0 for an excluded value.
    pub count: usize,
    /// Whether the value is selected.
    pub selected: bool,
    /// Whether the value is excluded.
    pub excluded: bool,
}
