use crate::model::Day;

/// All that a result is filtered by.
///
/// Equal only if the values were chosen in the same order, which chips and addresses keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The first day, in the list's time zone.
    pub from: Option<Day>,
    /// The last day, in the list's time zone.
    pub to: Option<Day>,
    /// Quality scores.
    pub quality: Span,
    /// Heat scores.
    pub heat: Span,
    /// Chosen and excluded values, each field once and none without a value.
    fields: Vec<FieldFilter>,
}

/// What is chosen and excluded in one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldFilter {
    /// Name of the field: `topics`.
    pub field: String,
    /// Chosen values, each once, in the order they were chosen.
    pub any: Vec<String>,
    /// Excluded values, each once.
    pub not: Vec<String>,
}

/// Whole numbers from a least to a greatest, both included; an end that is `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub min: Option<i64>,
    /// The greatest.
    pub max: Option<i64>,
}

impl Span {
    /// Whether both ends are open, so that it lets everything pass.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a number lies within.
    ///
    /// ```
    /// use article_cards_core::search::Span;
    ///
    /// let span = Span { min: Some(50), max: None };
    /// assert!(span.contains(50) && !span.contains(49));
    /// ```
    pub fn contains(&self, number: u64) -> bool {
        let number = i128::from(number);
        self.min.is_none_or(|min| i128::from(min) <= number)
            && self.max.is_none_or(|max| number <= i128::from(max))
    }
}

impl Filters {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The fields with chosen or excluded values, in the order they were first used.
    pub fn fields(&self) -> &[FieldFilter] {
        &self.fields
    }

    /// What is chosen and excluded in a field.
    pub fn field(&self, field: &str) -> Option<&FieldFilter> {
        self.fields.iter().find(|filter| filter.field == field)
    }

    /// Whether a value is chosen.
    pub fn is_chosen(&self, field: &str, value: &str) -> bool {
        self.field(field)
            .is_some_and(|filter| filter.any.iter().any(|chosen| chosen == value))
    }

    /// Whether a value is excluded.
    pub fn is_excluded(&self, field: &str, value: &str) -> bool {
        self.field(field)
            .is_some_and(|filter| filter.not.iter().any(|excluded| excluded == value))
    }

    /// Chooses a value; it is no longer excluded. A blank value is none.
    ///
    /// ```
    /// use article_cards_core::search::Filters;
    ///
    /// let mut filters = Filters::default();
    /// filters.exclude("topics", "AI");
    /// filters.choose("topics", "AI");
    /// assert!(filters.is_chosen("topics", "AI") && !filters.is_excluded("topics", "AI"));
    /// ```
    pub fn choose(&mut self, field: &str, value: &str) {
        self.drop_value(field, value);
        self.add(field, value, false);
    }

    /// Excludes a value; it is no longer chosen. A blank value is none.
    pub fn exclude(&mut self, field: &str, value: &str) {
        self.drop_value(field, value);
        self.add(field, value, true);
    }

    /// Adds a value to the chosen or the excluded ones, whatever it is among the others.
    pub(crate) fn add(&mut self, field: &str, value: &str, excluded: bool) {
        if value.trim().is_empty() {
            return;
        }
        let at = self.fields.iter().position(|filter| filter.field == field);
        let at = at.unwrap_or_else(|| {
            self.fields.push(FieldFilter {
                field: field.to_owned(),
                ..FieldFilter::default()
            });
            self.fields.len() - 1
        });
        let Some(filter) = self.fields.get_mut(at) else {
            return;
        };
        let values = if excluded {
            &mut filter.not
        } else {
            &mut filter.any
        };
        if !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    }

    /// Neither chooses nor excludes a value any more.
    pub fn drop_value(&mut self, field: &str, value: &str) {
        for filter in &mut self.fields {
            if filter.field == field {
                filter.any.retain(|chosen| chosen != value);
                filter.not.retain(|excluded| excluded != value);
            }
        }
        self.fields
            .retain(|filter| !(filter.any.is_empty() && filter.not.is_empty()));
    }

    /// Replaces all that is chosen and excluded in a field; repeats and blank values are dropped.
    pub fn set_field<V: AsRef<str>>(
        &mut self,
        field: &str,
        any: impl IntoIterator<Item = V>,
        not: impl IntoIterator<Item = V>,
    ) {
        self.fields.retain(|filter| filter.field != field);
        for value in any {
            self.add(field, value.as_ref(), false);
        }
        for value in not {
            self.add(field, value.as_ref(), true);
        }
    }
}
