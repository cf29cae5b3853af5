//! Comparing version numbers.

use std::cmp::Ordering;

/// The numbers at the start of a version: `1.95.0-nightly` and `v1.95` give `[1, 95, 0]`, `[1, 95]`.
fn numbers(version: &str) -> Vec<u64> {
    version
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .split(['-', '+', ' '])
        .next()
        .unwrap_or_default()
        .split('.')
        .map_while(|part| part.parse().ok())
        .collect()
}

/// Whether `found` is `wanted` or newer; parts that are missing count as zero.
pub(crate) fn at_least(found: &str, wanted: &str) -> bool {
    let (found, wanted) = (numbers(found), numbers(wanted));
    let part = |numbers: &[u64], at: usize| numbers.get(at).copied().unwrap_or(0);
    !found.is_empty()
        && (0..found.len().max(wanted.len()))
            .map(|at| part(&found, at).cmp(&part(&wanted, at)))
            .find(|order| order.is_ne())
            .is_none_or(Ordering::is_gt)
}

/// The first number of a version, or of the first version in a sentence such as `Chromium 140.0.1`.
pub(crate) fn major(text: &str) -> Option<u64> {
    numbers(text).first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(at_least("1.95.0", "1.95"));
        assert!(at_least("1.100.0-nightly", "1.95.2"));
        assert!(at_least("v20.20.2", "20"));
        assert!(!at_least("1.94.9", "1.95"));
        assert!(!at_least("", "1.95"));
    }

    #[test]
    fn the_major_version_is_found_in_a_sentence() {
        assert_eq!(major("Chromium 140.0.7339.80 built on Debian"), Some(140));
        assert_eq!(major("ChromeDriver 140.0 (abc)"), Some(140));
        assert_eq!(major("none"), None);
    }
}
