use proptest::prelude::*;

use super::PlainLocale;
use crate::search::Locale;

fn assert_rising(texts: &[&str]) {
    let mixed: Vec<&str> = texts.iter().rev().copied().collect();
    let ranks = PlainLocale::default().rank(&mixed);
    assert!(
        ranks.is_sorted_by(|one, other| one > other),
        "{mixed:?} {ranks:?}"
    );
}

#[test]
fn collation_order_of_titles() {
    assert_rising(&[
        "",
        "-a",
        "2",
        "10",
        "a",
        "á",
        "ä",
        "Ä",
        "A B",
        "ab",
        "Über",
        "Zebra",
        "Яблоко",
    ]);
    assert_rising(&["Part 2", "Part 2b", "Part 10", "Part 100000000000000000000"]);
    assert_rising(&["strase", "strasse", "straße", "strassen"]);
}

#[test]
fn only_equal_texts_share_a_rank() {
    let rank = |one, other| PlainLocale::default().rank(&[one, other]);
    assert_eq!(rank("2", "02"), [0, 0]);
    assert_eq!(rank("é", "e\u{301}"), [0, 0]);
    assert_eq!(rank("a", "A"), [0, 1]);
    assert_eq!(rank("é", "e"), [1, 0]);
    assert_eq!(rank("a b", "ab"), [0, 1]);
}

#[test]
fn days_start_at_midnight() {
    assert_eq!(PlainLocale::default().start_of_day(1), 86_400_000);
    assert_eq!(PlainLocale::new(-90).start_of_day(0), 5_400_000);
    assert_eq!(
        PlainLocale::new(60).start_of_day(i64::MAX),
        i64::MAX - 3_600_000
    );
}

proptest! {
    #[test]
    fn ranks_are_a_total_order(texts in proptest::collection::vec("[aAbéE01 -]{0,4}", 0..12)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let locale = PlainLocale::default();
        let all = locale.rank(&texts);
        for (one, rank) in texts.iter().zip(&all) {
            for (other, other_rank) in texts.iter().zip(&all) {
                let two = locale.rank(&[one, other]);
                prop_assert_eq!(two[0].cmp(&two[1]), rank.cmp(other_rank));
            }
        }
    }
}
