//! The values of a field, and which articles have them.

use std::rc::Rc;

use super::fields::each_value;
use super::numbers::Numbers;
use super::set::Set;
use super::sorting::sort;
use super::{Facet, FacetCounts, FieldFilter, Host, ValueCount};
use crate::model::Article;

/// All values of a field.
pub(super) struct Values {
    rows: usize,
    names: Numbers,
    values: Vec<Value>,
}

struct Value {
    value: Rc<str>,
    /// Its place by name.
    rank: u32,
    having: Having,
}

/// The articles that have a value, in the form that takes less room.
enum Having {
    Few(Vec<u32>),
    Many(Set),
}

impl Having {
    /// A list takes 32 bits an article, a set one bit of every article there is.
    fn new(list: Vec<u32>, rows: usize) -> Self {
        if list.len() <= rows / 32 {
            return Self::Few(list);
        }
        let mut set = Set::none(rows);
        for row in list {
            set.insert(row);
        }
        Self::Many(set)
    }

    fn count_in(&self, base: &Set) -> usize {
        match self {
            Self::Few(list) => list.iter().filter(|row| base.contains(**row)).count(),
            Self::Many(set) => set.count_common(base),
        }
    }

    fn add_to(&self, set: &mut Set) {
        match self {
            Self::Few(list) => list.iter().for_each(|row| set.insert(*row)),
            Self::Many(many) => set.add(many),
        }
    }
}

/// Of so many names nobody reads the order, and a browser's collation of them would take seconds.
const MANY: usize = 20_000;

/// The places of all names, by the locale, or, of very many, by their code points.
fn ranks(names: &Numbers, host: &dyn Host) -> Vec<u32> {
    let texts: Vec<&str> = names.texts().iter().map(AsRef::as_ref).collect();
    if texts.len() <= MANY {
        return host.rank(&texts);
    }
    let mut sorted: Vec<u32> = (0..texts.len() as u32).collect();
    sort(&mut sorted, &|one, other| {
        names.text(one).cmp(names.text(other))
    });
    let mut ranks = vec![0; sorted.len()];
    for (rank, number) in sorted.into_iter().enumerate() {
        if let Some(place) = ranks.get_mut(number as usize) {
            *place = rank as u32;
        }
    }
    ranks
}

impl Values {
    pub(super) fn new(articles: &[Rc<Article>], field: &str, host: &dyn Host) -> Self {
        let mut names = Numbers::default();
        let mut lists: Vec<Vec<u32>> = Vec::new();
        for (row, article) in articles.iter().enumerate() {
            let row = row as u32;
            each_value(article, field, |value| {
                let number = names.number(&value) as usize;
                if number == lists.len() {
                    lists.push(Vec::new());
                }
                if let Some(list) = lists.get_mut(number)
                    && list.last() != Some(&row)
                {
                    list.push(row);
                }
            });
        }
        let ranks = ranks(&names, host);
        let rows = articles.len();
        let values = names.texts().iter().zip(lists).zip(ranks);
        let values = values.map(|((value, list), rank)| Value {
            value: Rc::clone(value),
            rank,
            having: Having::new(list, rows),
        });
        Self {
            rows,
            values: values.collect(),
            names,
        }
    }

    fn value(&self, value: &str) -> Option<&Value> {
        self.values.get(self.names.get(value)? as usize)
    }

    fn having(&self, value: &str) -> Set {
        let mut set = Set::none(self.rows);
        if let Some(value) = self.value(value) {
            value.having.add_to(&mut set);
        }
        set
    }

    /// The articles that have the chosen values, `all` of them or any; `None`: nothing is chosen.
    pub(super) fn chosen(&self, filter: &FieldFilter, all: bool) -> Option<Set> {
        let join = |mut one: Set, other: Set| {
            if all {
                one.keep(&other);
            } else {
                one.add(&other);
            }
            one
        };
        let sets = filter.any.iter().map(|value| self.having(value));
        sets.reduce(join)
    }

    /// The articles that have an excluded value.
    pub(super) fn excluded(&self, filter: &FieldFilter) -> Set {
        let mut set = Set::none(self.rows);
        for value in filter.not.iter().filter_map(|value| self.value(value)) {
            value.having.add_to(&mut set);
        }
        set
    }

    /// How many of `base` have each value. Listed are all values above 0 and what is chosen or
    /// excluded, by falling count, then name.
    pub(super) fn counts(
        &self,
        facet: &Facet,
        base: &Set,
        filter: Option<&FieldFilter>,
        host: &dyn Host,
    ) -> FacetCounts {
        let is_in = |values: Option<&Vec<String>>, value: &str| {
            values.is_some_and(|values| values.iter().any(|other| other == value))
        };
        let count = |value: &Value| {
            let selected = is_in(filter.map(|filter| &filter.any), &value.value);
            let excluded = is_in(filter.map(|filter| &filter.not), &value.value);
            let count = value.having.count_in(base);
            let counted = ValueCount {
                value: Rc::clone(&value.value),
                count,
                selected,
                excluded,
            };
            (count > 0 || selected || excluded).then_some((value.rank, counted))
        };
        let mut counts: Vec<(u32, ValueCount)> = self.values.iter().filter_map(count).collect();
        let known = counts.len();
        let asked = filter
            .into_iter()
            .flat_map(|filter| filter.any.iter().chain(&filter.not));
        for value in asked.filter(|value| self.value(value).is_none()) {
            // One that is chosen and excluded stands in both lists.
            if counts.iter().any(|(_, known)| *known.value == **value) {
                continue;
            }
            let unknown = ValueCount {
                value: value.as_str().into(),
                count: 0,
                selected: is_in(filter.map(|filter| &filter.any), value),
                excluded: is_in(filter.map(|filter| &filter.not), value),
            };
            counts.push((0, unknown));
        }
        if counts.len() > known {
            // What no article has got no rank among the others yet.
            let names: Vec<&str> = counts.iter().map(|(_, counted)| &*counted.value).collect();
            let ranks = host.rank(&names);
            for ((rank, _), new) in counts.iter_mut().zip(ranks) {
                *rank = new;
            }
        }
        let counted = |at: u32| counts.get(at as usize);
        let mut order: Vec<u32> = (0..counts.len() as u32).collect();
        sort(
            &mut order,
            &|one, other| match (counted(one), counted(other)) {
                (Some((rank, one)), Some((other_rank, other))) => {
                    let by_count = other.count.cmp(&one.count);
                    by_count
                        .then(rank.cmp(other_rank))
                        .then_with(|| one.value.cmp(&other.value))
                }
                _ => one.cmp(&other),
            },
        );
        let values = order
            .into_iter()
            .filter_map(|at| Some(counted(at)?.1.clone()));
        FacetCounts {
            field: facet.field.clone(),
            values: values.collect(),
        }
    }
}
