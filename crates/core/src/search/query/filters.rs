//! Filters: selected and excluded values of fields, and ranges.

use super::fields::is_same_value;
use crate::model::Day;

/// All filters of a query.
///
/// The order in which values were selected is part of the state: chips and URLs show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The first day, in the list's time zone.
    pub from: Option<Day>,
    /// The last day, in the list's time zone.
    pub to: Option<Day>,
    /// The range of quality scores.
    pub quality: Span,
    /// The range of heat scores.
    pub heat: Span,
    /// Each field at most once, and only with at least one value.
    fields: Vec<FieldFilter>,
}

/// The selected and excluded values of one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldFilter {
    /// The name of the field: `topics`.
    pub field: String,
    /// The selected values, without repeats, in the order they were selected.
    pub any: Vec<String>,
    /// The excluded values, without repeats.
    pub not: Vec<String>,
}

/// A range of whole numbers with inclusive bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The lower bound, if any.
    pub min: Option<i64>,
    /// The upper bound, if any.
    pub max: Option<i64>,
}

impl Span {
    /// Returns whether the span has no bound.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Returns whether the span ends before it begins.
    pub fn is_reversed(&self) -> bool {
        self.min.zip(self.max).is_some_and(|(min, max)| min > max)
    }

    /// Returns whether a number is within the bounds.
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
    /// Returns whether there is no filter.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the filters without ranges that end before they begin, in which nothing can be. A list
    /// explains such a range to its reader instead of applying it.
    #[must_use]
    pub fn without_reversed_ranges(&self) -> Self {
        let mut filters = self.clone();
        if self.from.zip(self.to).is_some_and(|(from, to)| from > to) {
            (filters.from, filters.to) = (None, None);
        }
        for span in [&mut filters.quality, &mut filters.heat] {
            if span.is_reversed() {
                *span = Span::default();
            }
        }
        filters
    }

    /// Returns the fields that have selected or excluded values, in the order they were first used.
    pub fn fields(&self) -> &[FieldFilter] {
        &self.fields
    }

    /// Returns the selected and excluded values of a field.
    pub fn field(&self, field: &str) -> Option<&FieldFilter> {
        self.fields.iter().find(|filter| filter.field == field)
    }

    /// Returns whether a value is selected, in any case.
    pub fn is_selected(&self, field: &str, value: &str) -> bool {
        let is_same = |selected: &String| is_same_value(field, selected, value);
        self.field(field)
            .is_some_and(|filter| filter.any.iter().any(is_same))
    }

    /// Returns whether a value is excluded, in any case.
    pub fn is_excluded(&self, field: &str, value: &str) -> bool {
        let is_same = |excluded: &String| is_same_value(field, excluded, value);
        self.field(field)
            .is_some_and(|filter| filter.not.iter().any(is_same))
    }

    /// Selects a value, which is then no longer excluded. Ignores blank values.
    ///
    /// ```
    /// use article_cards_core::search::Filters;
    ///
    /// let mut filters = Filters::default();
    /// filters.exclude("topics", "AI");
    /// filters.select("topics", "AI");
    /// assert!(filters.is_selected("topics", "AI") && !filters.is_excluded("topics", "AI"));
    /// ```
    pub fn select(&mut self, field: &str, value: &str) {
        self.drop_value(field, value);
        self.add(field, value, false);
    }

    /// Excludes a value, which is then no longer selected. Ignores blank values.
    pub fn exclude(&mut self, field: &str, value: &str) {
        self.drop_value(field, value);
        self.add(field, value, true);
    }

    /// Adds a value to the selected or to the excluded ones, even if it is already in the other list.
    /// Ignores blank values.
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

    /// Removes a value, in any case, from both the selected and the excluded ones.
    pub fn drop_value(&mut self, field: &str, value: &str) {
        let is_other = |known: &String| !is_same_value(field, known, value);
        for filter in &mut self.fields {
            if filter.field == field {
                filter.any.retain(is_other);
                filter.not.retain(is_other);
            }
        }
        self.fields
            .retain(|filter| !(filter.any.is_empty() && filter.not.is_empty()));
    }

    /// Replaces the selected and excluded values of a field, without repeats and blank values.
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
