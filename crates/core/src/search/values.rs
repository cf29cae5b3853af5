//! The values of a field, and which articles have them.

use std::rc::Rc;

use super::fields::{each_value, wanted};
use super::set::Set;
use super::sorting::{self, sort, sort_by_key, sort_by_text};
use super::{Facet, FacetCounts, FieldFilter, Host, ValueCount};
use crate::feed::Entry;
use crate::interner::Numbers;
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

/// What is chosen and excluded: flags of the values that articles have, and what none has.
#[derive(Default)]
struct Asked {
    known: Vec<(bool, bool)>,
    unknown: Numbers,
    unknown_flags: Vec<(bool, bool)>,
}

impl Asked {
    fn new(names: &Numbers, filter: Option<&FieldFilter>) -> Self {
        let mut asked = Self::default();
        let Some(filter) = filter else {
            return asked;
        };
        asked.known.resize(names.len(), (false, false));
        let selected = filter.any.iter().map(|value| (value, (true, false)));
        let excluded = filter.not.iter().map(|value| (value, (false, true)));
        for (value, (selected, excluded)) in selected.chain(excluded) {
            let flags = match names.get(value) {
                Some(number) => asked.known.get_mut(number as usize),
                None => {
                    let number = asked.unknown.number(value) as usize;
                    if number == asked.unknown_flags.len() {
                        asked.unknown_flags.push((false, false));
                    }
                    asked.unknown_flags.get_mut(number)
                }
            };
            if let Some((is_selected, is_excluded)) = flags {
                *is_selected |= selected;
                *is_excluded |= excluded;
            }
        }
        asked
    }
}

/// Of so many names nobody reads the order, and a browser's collation of them would take seconds.
const MANY: usize = 20_000;

/// The places of all names, by the locale, or, of very many, by their code points.
fn ranks(names: &Numbers, host: &dyn Host) -> Vec<u32> {
    let texts: Vec<&str> = names.texts().collect();
    if texts.len() <= MANY {
        return host.rank(&texts);
    }
    let mut sorted: Vec<u32> = (0..texts.len() as u32).collect();
    sort_by_text(&mut sorted, &|number| names.text(number));
    let mut ranks = vec![0; sorted.len()];
    for (rank, number) in sorted.into_iter().enumerate() {
        if let Some(place) = ranks.get_mut(number as usize) {
            *place = rank as u32;
        }
    }
    ranks
}

/// The values of a field while articles are read.
pub(super) struct Gathering {
    field: String,
    names: Numbers,
    /// The rows that have each.
    lists: Vec<Vec<u32>>,
}

impl Gathering {
    pub(super) fn new(field: &str) -> Self {
        Self {
            field: field.to_owned(),
            names: Numbers::default(),
            lists: Vec::new(),
        }
    }

    /// Of which field.
    pub(super) fn field(&self) -> &str {
        &self.field
    }

    /// Adds what the next article has.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn add(&mut self, row: u32, article: &Article) {
        let (names, lists) = (&mut self.names, &mut self.lists);
        each_value(article, &self.field, |value| {
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

    /// All values, of so many articles.
    pub(super) fn finish(self, rows: usize, host: &dyn Host) -> Values {
        let ranks = ranks(&self.names, host);
        let values = self.names.texts().zip(self.lists).zip(ranks);
        let values = values.map(|((value, list), rank)| Value {
            value: value.into(),
            rank,
            having: Having::new(list, rows),
        });
        Values {
            rows,
            values: values.collect(),
            names: self.names,
        }
    }
}

impl Values {
    pub(super) fn new(articles: &[Entry], field: &str, host: &dyn Host) -> Self {
        let mut gathering = Gathering::new(field);
        for (row, entry) in articles.iter().enumerate() {
            gathering.add(row as u32, &entry.read(wanted(field)));
        }
        gathering.finish(articles.len(), host)
    }

    fn value(&self, value: &str) -> Option<&Value> {
        self.values.get(self.names.get(value)? as usize)
    }

    fn having<'v>(&self, values: impl Iterator<Item = &'v String>) -> Set {
        let mut set = Set::none(self.rows);
        for value in values.filter_map(|value| self.value(value)) {
            value.having.add_to(&mut set);
        }
        set
    }

    /// The articles that have the chosen values, `all` of them or any; `None`: nothing is chosen.
    pub(super) fn chosen(&self, filter: &FieldFilter, all: bool) -> Option<Set> {
        let (first, rest) = filter.any.split_first()?;
        if !all {
            return Some(self.having(filter.any.iter()));
        }
        let mut set = self.having(std::iter::once(first));
        for value in rest {
            set.keep(&self.having(std::iter::once(value)));
        }
        Some(set)
    }

    /// The articles that have an excluded value.
    pub(super) fn excluded(&self, filter: &FieldFilter) -> Set {
        self.having(filter.not.iter())
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
        let asked = Asked::new(&self.names, filter);
        let mut counts: Vec<(u32, ValueCount)> = Vec::new();
        for (number, value) in self.values.iter().enumerate() {
            let (selected, excluded) = asked.known.get(number).copied().unwrap_or_default();
            let count = value.having.count_in(base);
            if count > 0 || selected || excluded {
                let counted = ValueCount {
                    value: Rc::clone(&value.value),
                    count,
                    selected,
                    excluded,
                };
                counts.push((value.rank, counted));
            }
        }
        for (value, (selected, excluded)) in asked.unknown.texts().zip(&asked.unknown_flags) {
            let unknown = ValueCount {
                value: value.into(),
                count: 0,
                selected: *selected,
                excluded: *excluded,
            };
            counts.push((0, unknown));
        }
        if asked.unknown.len() > 0 {
            // What no article has got no rank among the others yet.
            let zeros = || counts.iter().filter(|(_, counted)| counted.count == 0);
            let names: Vec<&str> = zeros().map(|(_, counted)| &*counted.value).collect();
            let ranks = host.rank(&names);
            let zeros = counts.iter_mut().filter(|(_, counted)| counted.count == 0);
            for ((rank, _), new) in zeros.zip(ranks) {
                *rank = new;
            }
        }
        let counted = |at: u32| counts.get(at as usize);
        let mut order: Vec<u32> = (0..counts.len() as u32).collect();
        if order.len() >= sorting::MANY {
            sort_by_key(&mut order, &|at| {
                counted(at).map_or(u64::MAX, |(rank, counted)| {
                    let most_first = u32::MAX - counted.count as u32;
                    u64::from(most_first) << 32 | u64::from(*rank)
                })
            });
        }
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
