//! The visible values of a facet.

use std::rc::Rc;

use article_cards_core::search::ValueCount;

/// The number of values shown before "Show all".
pub(super) const SHOWN_FIRST: usize = 10;

/// The smallest number of values with a search field.
pub(super) const MIN_SEARCHABLE: usize = 21;

/// Which values the reader wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Visibility {
    /// Shows all values.
    pub(super) all: bool,
    /// The search text.
    pub(super) needle: String,
}

/// The most values that are rendered besides the active ones. More would block the page for seconds.
/// The search field finds the others.
const MAX_ROWS: usize = 2_000;

/// Returns the visible values: those that match the search text, or else the first ones, or all,
/// and every selected or excluded one.
///
/// Values in `pinned` come first, in this order, even if they have no articles any more: nothing
/// moves away from a reader who is about to click it.
pub(super) fn rows(
    values: &[ValueCount],
    visibility: &Visibility,
    matches: impl Fn(&ValueCount) -> bool,
    pinned: Option<&[Rc<str>]>,
) -> Vec<ValueCount> {
    let pinned = pinned.unwrap_or_default();
    let mut rows: Vec<ValueCount> = Vec::new();
    let mut at = 0;
    for value in pinned {
        // Most values keep their position, so that the next one is usually found at once.
        let (before, after) = values.split_at_checked(at).unwrap_or((&[], values));
        let place = after
            .iter()
            .chain(before)
            .position(|known| known.value == *value);
        let row = place.and_then(|place| {
            at = (at + place) % values.len().max(1);
            values.get(at)
        });
        at += usize::from(row.is_some());
        rows.push(row.cloned().unwrap_or_else(|| ValueCount {
            value: Rc::clone(value),
            count: 0,
            selected: false,
            excluded: false,
        }));
    }
    let searched = !visibility.needle.is_empty();
    for (place, value) in values.iter().enumerate() {
        let is_set = value.selected || value.excluded;
        let is_wanted = match searched {
            true => matches(value),
            false if pinned.is_empty() => visibility.all || is_set || place < SHOWN_FIRST,
            false => visibility.all || is_set || rows.len() < SHOWN_FIRST,
        };
        let has_room = is_set || rows.len() < MAX_ROWS;
        if is_wanted && has_room && !pinned.contains(&value.value) {
            rows.push(value.clone());
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(name: &str, count: usize) -> ValueCount {
        ValueCount {
            value: name.into(),
            count,
            selected: false,
            excluded: false,
        }
    }

    fn values(count: usize) -> Vec<ValueCount> {
        (0..count)
            .map(|n| value(&format!("v{n}"), count - n))
            .collect()
    }

    fn names(rows: &[ValueCount]) -> Vec<&str> {
        rows.iter().map(|row| &*row.value).collect()
    }

    #[test]
    fn the_first_ten_and_the_active_ones() {
        let mut values = values(30);
        values[20].selected = true;
        values[25].excluded = true;
        let shown = rows(&values, &Visibility::default(), |_| true, None);
        assert_eq!(shown.len(), 12);
        assert_eq!(&*shown[10].value, "v20");
        assert_eq!(&*shown[11].value, "v25");
        let all = Visibility {
            all: true,
            ..Visibility::default()
        };
        assert_eq!(rows(&values, &all, |_| true, None), values);
    }

    #[test]
    fn very_many_values_are_limited() {
        let mut thousands = values(3000);
        for value in thousands.iter_mut().rev().take(2) {
            value.selected = true;
        }
        let all = Visibility {
            all: true,
            ..Visibility::default()
        };
        let shown = rows(&thousands, &all, |_| true, None);
        assert_eq!(shown.len(), MAX_ROWS + 2);
        assert_eq!(shown[MAX_ROWS].value, thousands[2998].value);
        let pinned: Vec<Rc<str>> = shown.iter().map(|row| Rc::clone(&row.value)).collect();
        let again = rows(&thousands, &all, |_| true, Some(&pinned));
        assert_eq!(names(&again), names(&shown));
    }

    #[test]
    fn a_search_includes_hidden_values() {
        let needle = Visibility {
            needle: "v2".into(),
            ..Visibility::default()
        };
        let shown = rows(&values(25), &needle, |v| v.value.starts_with("v2"), None);
        assert_eq!(names(&shown), ["v2", "v20", "v21", "v22", "v23", "v24"]);
    }

    #[test]
    fn pinned_values_keep_their_position() {
        let before: Vec<Rc<str>> = ["a", "gone", "b"].map(Rc::from).into();
        let now = [value("b", 5), value("c", 4), value("a", 3)];
        let shown = rows(&now, &Visibility::default(), |_| true, Some(&before));
        assert_eq!(names(&shown), ["a", "gone", "b", "c"]);
        let counts: Vec<usize> = shown.iter().map(|row| row.count).collect();
        assert_eq!(counts, [3, 0, 5, 4]);
        let empty = rows(&[], &Visibility::default(), |_| true, Some(&before));
        assert_eq!(names(&empty), ["a", "gone", "b"]);
    }
}
