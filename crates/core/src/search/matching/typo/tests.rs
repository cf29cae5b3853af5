use std::collections::HashMap;

use proptest::prelude::*;

use super::Typo;

/// The Damerau–Levenshtein distance by the algorithm of Lowrance and Wagner (1975).
fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let far = left.len() + right.len();
    let mut table = vec![vec![far; right.len() + 2]; left.len() + 2];
    for (at, row) in table.iter_mut().enumerate().skip(1) {
        row[1] = at - 1;
    }
    for (at, cell) in table[1].iter_mut().enumerate().skip(1) {
        *cell = at - 1;
    }
    let mut last_row: HashMap<char, usize> = HashMap::new();
    for i in 1..=left.len() {
        let mut last_column = 0;
        for j in 1..=right.len() {
            let (k, l) = (
                last_row.get(&right[j - 1]).copied().unwrap_or(0),
                last_column,
            );
            let mut cost = 1;
            if left[i - 1] == right[j - 1] {
                cost = 0;
                last_column = j;
            }
            table[i + 1][j + 1] = (table[i][j] + cost)
                .min(table[i + 1][j] + 1)
                .min(table[i][j + 1] + 1)
                .min(table[k][l] + (i - k - 1) + 1 + (j - l - 1));
        }
        last_row.insert(left[i - 1], i);
    }
    table[left.len() + 1][right.len() + 1]
}

#[test]
fn single_edits() {
    for word in ["openai", "opnai", "opeenai", "opanai", "poenai", "openia"] {
        assert!(Typo::new("openai", 1).matches(word), "{word}");
    }
    for word in ["open", "oepnia", "openaixy", "nepoai", ""] {
        assert!(!Typo::new("openai", 1).matches(word), "{word}");
    }
}

#[test]
fn edits_one_after_the_other() {
    assert!(Typo::new("ca", 2).matches("abc"));
    assert!(Typo::new("abc", 2).matches("ca"));
    assert!(!Typo::new("ca", 1).matches("abc"));
    assert!(Typo::new("россия", 1).matches("росия"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn matching_agrees_with_the_damerau_levenshtein_distance(
        left in "[abc]{0,7}", right in "[abcя]{0,7}", edits in 1..3_usize,
    ) {
        let is_within = distance(&left, &right) <= edits;
        prop_assert_eq!(Typo::new(&left, edits).matches(&right), is_within);
    }

    #[test]
    fn edited_words_are_found(word in "[a-eß]{4,10}", at in 0..8_usize, by in 0..4, twice in 0..8_usize) {
        let mut letters: Vec<char> = word.chars().collect();
        for at in [at, twice] {
            let at = at % (letters.len() - 1);
            match by {
                0 => letters.insert(at, 'x'),
                1 => drop(letters.remove(at)),
                2 => letters[at] = 'y',
                _ => letters.swap(at, at + 1),
            }
        }
        let edited: String = letters.into_iter().collect();
        prop_assert!(Typo::new(&word, 2).matches(&edited));
    }
}
