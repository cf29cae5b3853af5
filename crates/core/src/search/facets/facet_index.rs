//! The values of a field, and the articles that have them.

use std::rc::Rc;

use super::{Facet, FacetCounts, ValueCount};
use crate::feed::{FieldSet, LazyArticle};
use crate::interner::Interner;
use crate::model::Article;
use crate::search::bit_set::BitSet;
use crate::search::locale::Locale;
use crate::search::query::fields::{FilterField, value_key};
use crate::search::query::filters::FieldFilter;
use crate::search::sort::algorithms::{self, sort, sort_by_key, sort_by_text};

/// Above this many values, names are sorted by code point: collation would take seconds, and a reader
/// does not look through that many.
const MAX_COLLATED: usize = 20_000;

/// All values of a field.
pub(in crate::search) struct FacetIndex {
    rows: usize,
    /// [What is the same](value_key) for all spellings of a value.
    keys: Interner,
    /// By symbol.
    values: Vec<Value>,
}

struct Value {
    /// The most frequent spelling; of equals, the first.
    name: Rc<str>,
    /// The position of the name among all names.
    rank: u32,
    rows: RowSet,
}

/// The rows that have a value, in whichever form takes less memory.
enum RowSet {
    List(Vec<u32>),
    Bits(BitSet),
}

impl RowSet {
    /// A list takes 32 bits for each row in it, a bit set one bit for each row of the index.
    fn new(list: Vec<u32>, rows: usize) -> Self {
        if list.len() <= rows / 32 {
            return Self::List(list);
        }
        let mut bits = BitSet::empty(rows);
        for row in list {
            bits.insert(row);
        }
        Self::Bits(bits)
    }

    fn count_in(&self, base: &BitSet) -> usize {
        match self {
            Self::List(list) => list.iter().filter(|row| base.contains(**row)).count(),
            Self::Bits(bits) => bits.intersection_len(base),
        }
    }

    fn add_to(&self, set: &mut BitSet) {
        match self {
            Self::List(list) => list.iter().for_each(|row| set.insert(*row)),
            Self::Bits(bits) => set.union_with(bits),
        }
    }
}

/// Whether values are selected and excluded.
#[derive(Default)]
struct SelectionFlags<'f> {
    /// By symbol; empty if there is no filter.
    known: Vec<(bool, bool)>,
    /// Values that no article has, by the symbols of `unknown_keys`.
    unknown: Vec<(&'f str, (bool, bool))>,
    unknown_keys: Interner,
}

impl<'f> SelectionFlags<'f> {
    fn new(keys: &Interner, filter: Option<&'f FieldFilter>) -> Self {
        let mut all = Self::default();
        let Some(filter) = filter else {
            return all;
        };
        all.known.resize(keys.len(), (false, false));
        let selected = filter.any.iter().map(|value| (value, (true, false)));
        let excluded = filter.not.iter().map(|value| (value, (false, true)));
        for (value, (selected, excluded)) in selected.chain(excluded) {
            let key = value_key(&filter.field, value);
            let flags = match keys.get(&key) {
                Some(symbol) => all.known.get_mut(symbol as usize),
                None => {
                    let symbol = all.unknown_keys.intern(&key) as usize;
                    if symbol == all.unknown.len() {
                        all.unknown.push((value, (false, false)));
                    }
                    all.unknown.get_mut(symbol).map(|(_, flags)| flags)
                }
            };
            if let Some((is_selected, is_excluded)) = flags {
                *is_selected |= selected;
                *is_excluded |= excluded;
            }
        }
        all
    }
}

/// Collects the values of a field.
pub(in crate::search) struct FacetIndexBuilder {
    name: String,
    field: FilterField,
    /// Each spelling of each value.
    spellings: Interner,
    /// For each spelling, by symbol: the symbol of its key, and how often it occurs.
    uses: Vec<(u32, u32)>,
    keys: Interner,
    /// The rows that have a value, by the symbol of its key.
    lists: Vec<Vec<u32>>,
}

impl FacetIndexBuilder {
    pub(in crate::search) fn new(field: &str) -> Self {
        Self {
            name: field.to_owned(),
            field: FilterField::named(field),
            spellings: Interner::default(),
            uses: Vec::new(),
            keys: Interner::default(),
            lists: Vec::new(),
        }
    }

    /// Returns the fields to read of an article.
    pub(in crate::search) fn to_read(&self) -> FieldSet {
        self.field.to_read()
    }

    /// Adds the values of an article; rows must ascend.
    #[cfg_attr(small_module, optimize(speed))]
    pub(in crate::search) fn add(&mut self, row: u32, article: &Article) {
        let Self {
            name,
            field,
            spellings,
            uses,
            keys,
            lists,
        } = self;
        field.each_value(article, |value| {
            let spelling = spellings.intern(&value) as usize;
            if spelling == uses.len() {
                uses.push((keys.intern(&value_key(name, &value)), 0));
            }
            let Some((key, count)) = uses.get_mut(spelling) else {
                return;
            };
            *count += 1;
            let key = *key as usize;
            if key == lists.len() {
                lists.push(Vec::new());
            }
            if let Some(list) = lists.get_mut(key)
                && list.last() != Some(&row)
            {
                list.push(row);
            }
        });
    }

    /// Returns the values, in an index of `rows` rows.
    pub(in crate::search) fn finish(self, rows: usize, locale: &dyn Locale) -> FacetIndex {
        // By key: the most frequent spelling, and how often it occurs.
        let mut names = vec![("", 0); self.lists.len()];
        for (spelling, (key, count)) in self.spellings.strings().zip(&self.uses) {
            if let Some((name, most)) = names.get_mut(*key as usize)
                && *count > *most
            {
                (*name, *most) = (spelling, *count);
            }
        }
        let names: Vec<&str> = names.into_iter().map(|(name, _)| name).collect();
        let ranks = ranks(&names, locale);
        let values = names.into_iter().zip(self.lists).zip(ranks);
        let values = values.map(|((name, list), rank)| Value {
            name: name.into(),
            rank,
            rows: RowSet::new(list, rows),
        });
        FacetIndex {
            rows,
            values: values.collect(),
            keys: self.keys,
        }
    }
}

/// Returns the rank of each name, in collation order if there are not too many.
fn ranks(names: &[&str], locale: &dyn Locale) -> Vec<u32> {
    if names.len() <= MAX_COLLATED {
        return locale.rank(names);
    }
    let mut sorted: Vec<u32> = (0..names.len() as u32).collect();
    let name = |symbol: u32| names.get(symbol as usize).copied().unwrap_or_default();
    sort_by_text(&mut sorted, &name);
    let mut ranks = vec![0; sorted.len()];
    for (symbol, rank) in sorted.into_iter().zip(0..) {
        if let Some(slot) = ranks.get_mut(symbol as usize) {
            *slot = rank;
        }
    }
    ranks
}

impl FacetIndex {
    /// Reads the values of a field.
    pub(in crate::search) fn new(
        articles: &[LazyArticle],
        field: &str,
        locale: &dyn Locale,
    ) -> Self {
        let mut builder = FacetIndexBuilder::new(field);
        let fields = builder.to_read();
        for (article, row) in articles.iter().zip(0..) {
            builder.add(row, &article.read_fields(fields));
        }
        builder.finish(articles.len(), locale)
    }

    fn union(&self, field: &str, values: &[String]) -> BitSet {
        let mut set = BitSet::empty(self.rows);
        for value in values {
            let symbol = self.keys.get(&value_key(field, value));
            if let Some(value) = symbol.and_then(|symbol| self.values.get(symbol as usize)) {
                value.rows.add_to(&mut set);
            }
        }
        set
    }

    /// Returns the rows that have the selected values, `all` of them or any. `None` if nothing is
    /// selected.
    pub(in crate::search) fn selected(&self, filter: &FieldFilter, all: bool) -> Option<BitSet> {
        let (first, rest) = filter.any.split_first()?;
        if !all {
            return Some(self.union(&filter.field, &filter.any));
        }
        let one = |value| self.union(&filter.field, std::slice::from_ref(value));
        let mut set = one(first);
        for value in rest {
            set.intersect_with(&one(value));
        }
        Some(set)
    }

    /// Returns the rows that have an excluded value.
    pub(in crate::search) fn excluded(&self, filter: &FieldFilter) -> BitSet {
        self.union(&filter.field, &filter.not)
    }

    /// Counts the rows of `base` that have each value, and returns the values with a count above 0
    /// and those that are selected or excluded, by descending count, then by name.
    ///
    /// Takes O(rows / 64) for each frequent value and O(1) for each row of a rare one.
    pub(in crate::search) fn counts(
        &self,
        facet: &Facet,
        base: &BitSet,
        filter: Option<&FieldFilter>,
        locale: &dyn Locale,
    ) -> FacetCounts {
        let flags = SelectionFlags::new(&self.keys, filter);
        let mut counts: Vec<(u32, ValueCount)> = Vec::new();
        for (symbol, value) in self.values.iter().enumerate() {
            let (selected, excluded) = flags.known.get(symbol).copied().unwrap_or_default();
            let count = value.rows.count_in(base);
            if count > 0 || selected || excluded {
                let counted = ValueCount {
                    value: Rc::clone(&value.name),
                    count,
                    selected,
                    excluded,
                };
                counts.push((value.rank, counted));
            }
        }
        for (name, (selected, excluded)) in &flags.unknown {
            let unknown = ValueCount {
                value: (*name).into(),
                count: 0,
                selected: *selected,
                excluded: *excluded,
            };
            counts.push((0, unknown));
        }
        if !flags.unknown.is_empty() {
            // Values that no article has are not ranked yet, and their count is 0.
            let zeros = || counts.iter().filter(|(_, counted)| counted.count == 0);
            let names: Vec<&str> = zeros().map(|(_, counted)| &*counted.value).collect();
            let ranks = locale.rank(&names);
            let zeros = counts.iter_mut().filter(|(_, counted)| counted.count == 0);
            for ((rank, _), new) in zeros.zip(ranks) {
                *rank = new;
            }
        }
        FacetCounts {
            field: facet.field.clone(),
            values: sorted(&counts),
        }
    }
}

/// Sorts values with their ranks by descending count, then by rank, then by code point.
fn sorted(counts: &[(u32, ValueCount)]) -> Vec<ValueCount> {
    let counted = |at: u32| counts.get(at as usize);
    let mut order: Vec<u32> = (0..counts.len() as u32).collect();
    if order.len() >= algorithms::MANY {
        sort_by_key(&mut order, &|at| {
            counted(at).map_or(u64::MAX, |(rank, counted)| {
                let most_first = u32::MAX - counted.count as u32;
                u64::from(most_first) << 32 | u64::from(*rank)
            })
        });
    }
    sort(&mut order, &|one, other| {
        let (Some((rank, one)), Some((other_rank, other))) = (counted(one), counted(other)) else {
            return one.cmp(&other);
        };
        let by_count = other.count.cmp(&one.count);
        by_count
            .then(rank.cmp(other_rank))
            .then_with(|| one.value.cmp(&other.value))
    });
    let sorted = order.into_iter().filter_map(counted);
    sorted.map(|(_, counted)| counted.clone()).collect()
}
