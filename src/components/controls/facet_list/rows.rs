//! Which values of a facet are shown, in which order.

use std::rc::Rc;

use article_cards_core::search::ValueCount;

/// How many values are shown before "Show all".
pub(super) const FIRST: usize = 10;

/// How many values need a field to search in them.
pub(super) const MANY: usize = 20;

/// What the reader wants to see of a facet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    /// Whether all values are unfolded.
    pub(super) all: bool,
    /// What is searched for among them.
    pub(super) needle: String,
}

/// So many are drawn, beside those that are set: of very many the page would stand still for
/// seconds. The others are found by the field to search in them.
const MOST_DRAWN: usize = 2_000;

/// The values to show: all that match what is searched for; else the first ones, or all, and
/// whatever is chosen or excluded.
///
/// Where values are given to keep, these stand first, as they stood, even if they have gone:
/// nothing moves away from a reader who is about to press it.
pub(super) fn rows(
    values: &[ValueCount],
    wanted: &Wanted,
    matches: impl Fn(&ValueCount) -> bool,
    kept: Option<&[Rc<str>]>,
) -> Vec<ValueCount> {
    let kept = kept.unwrap_or_default();
    let mut rows: Vec<ValueCount> = Vec::new();
    let mut at = 0;
    for value in kept {
        // Most stand where they stood, so that the next one is soon found.
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
    let searched = !wanted.needle.is_empty();
    for (place, value) in values.iter().enumerate() {
        let is_set = value.selected || value.excluded;
        let is_wanted = match searched {
            true => matches(value),
            false if kept.is_empty() => wanted.all || is_set || place < FIRST,
            false => wanted.all || is_set || rows.len() < FIRST,
        };
        let has_room = is_set || rows.len() < MOST_DRAWN;
        if is_wanted && has_room && !kept.contains(&value.value) {
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
    fn the_first_ten_and_whatever_is_set() {
        let mut values = values(30);
        values[20].selected = true;
        values[25].excluded = true;
        let shown = rows(&values, &Wanted::default(), |_| true, None);
        assert_eq!(shown.len(), 12);
        assert_eq!(&*shown[10].value, "v20");
        assert_eq!(&*shown[11].value, "v25");
        let all = Wanted {
            all: true,
            ..Wanted::default()
        };
        assert_eq!(rows(&values, &all, |_| true, None), values);
    }

    #[test]
    fn of_very_many_some_are_drawn_and_whatever_is_set() {
        let mut thousands = values(3000);
        for value in thousands.iter_mut().rev().take(2) {
            value.selected = true;
        }
        let all = Wanted {
            all: true,
            ..Wanted::default()
        };
        let shown = rows(&thousands, &all, |_| true, None);
        assert_eq!(shown.len(), MOST_DRAWN + 2);
        assert_eq!(shown[MOST_DRAWN].value, thousands[2998].value);
        let kept: Vec<Rc<str>> = shown.iter().map(|row| Rc::clone(&row.value)).collect();
        let again = rows(&thousands, &all, |_| true, Some(&kept));
        assert_eq!(names(&again), names(&shown));
    }

    #[test]
    fn a_search_looks_in_all() {
        let needle = Wanted {
            needle: "v2".into(),
            ..Wanted::default()
        };
        let shown = rows(&values(25), &needle, |v| v.value.starts_with("v2"), None);
        assert_eq!(names(&shown), ["v2", "v20", "v21", "v22", "v23", "v24"]);
    }

    #[test]
    fn what_is_kept_stays_where_it_was() {
        let before: Vec<Rc<str>> = ["a", "gone", "b"].map(Rc::from).into();
        let now = [value("b", 5), value("c", 4), value("a", 3)];
        let shown = rows(&now, &Wanted::default(), |_| true, Some(&before));
        assert_eq!(names(&shown), ["a", "gone", "b", "c"]);
        let counts: Vec<usize> = shown.iter().map(|row| row.count).collect();
        assert_eq!(counts, [3, 0, 5, 4]);
        let empty = rows(&[], &Wanted::default(), |_| true, Some(&before));
        assert_eq!(names(&empty), ["a", "gone", "b"]);
    }
}
