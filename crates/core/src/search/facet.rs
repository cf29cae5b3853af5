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
    /// Name of the field: `topics`.
    pub field: String,
    /// Whether an article must have every chosen value (AND); else one of them will do (OR).
    pub all: bool,
}

impl Facet {
    /// A facet whose chosen values are joined by OR.
    pub fn new(field: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            all: false,
        }
    }

    /// The same, its chosen values joined by AND.
    #[must_use]
    pub fn all(self) -> Self {
        Self { all: true, ..self }
    }

    /// What a list has where nothing was said.
    pub fn defaults() -> Vec<Self> {
        ["topics", "provider", "type"].map(Self::new).into()
    }

    /// Reads `topics:and,provider:or,type`. What can't be read, and a field that stands there
    /// twice, is left out; `none` is no facets at all.
    pub fn parse_list(text: &str) -> Vec<Self> {
        let mut facets: Vec<Self> = Vec::new();
        for part in text.split(',').map(str::trim) {
            let (field, mode) = part.split_once(':').unwrap_or((part, "or"));
            let (field, mode) = (field.trim_end(), mode.trim_start());
            let known = facets.iter().any(|facet| facet.field == field);
            if known || !super::is_field_name(field) || !matches!(mode, "or" | "and") {
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
}

/// A facet's values and how many articles each would give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// Name of the field.
    pub field: String,
    /// All values above 0 and every chosen or excluded one, by falling count, then name.
    pub values: Vec<ValueCount>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value.
    pub value: std::rc::Rc<str>,
    /// How many articles have it and pass everything but this facet's own choice; in an AND facet
    /// that too. 0 for an excluded value.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
    /// Whether it is excluded.
    pub excluded: bool,
}
