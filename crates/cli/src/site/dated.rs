//! Dates in paths: `2024-03-05-tides.md`, `2024/03/05/tides.md`.

use article_cards_core::text::date;

/// A date in a path.
#[derive(Debug)]
pub(super) struct Dated {
    /// The date, with hyphens.
    pub(super) date: String,
    /// The step in which it begins.
    pub(super) step: usize,
    /// What follows it in the last step.
    pub(super) rest: String,
}

impl Dated {
    /// Finds a date that is in the last step, or in the three folders above it.
    pub(super) fn find(steps: &[String]) -> Option<Self> {
        let last = steps.last()?;
        if let Some((date, rest)) = leading_date(last, &['-', '_', '.']) {
            let step = steps.len() - 1;
            return Some(Self { date, step, rest });
        }
        // `2024/03/05/tides` and `2024/03-05-tides`.
        [4, 2, 3].into_iter().find_map(|length| {
            let step = steps.len().checked_sub(length)?;
            let tail = steps.get(step..)?.join("/");
            let (date, rest) = leading_date(&tail, &['-', '/'])?;
            let is_year = tail.as_bytes().get(4) == Some(&b'/');
            (is_year && !rest.contains('/')).then_some(Self { date, step, rest })
        })
    }
}

/// Splits a text that begins with year, month and day into the date, with hyphens, and what follows.
fn leading_date(text: &str, separators: &[char]) -> Option<(String, String)> {
    let mut rest = text;
    let mut parts = Vec::with_capacity(3);
    for lengths in [4..=4, 1..=2, 1..=2] {
        if !parts.is_empty() {
            rest = rest.strip_prefix(separators)?;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (part, after) = rest.split_at_checked(digits)?;
        if !lengths.contains(&digits) {
            return None;
        }
        parts.push(part);
        rest = after;
    }
    let is_end = rest.is_empty() || rest.starts_with(['-', '_', '/', '.', ' ']);
    let date = parts.join("-");
    (is_end && date::parse(&date).is_some()).then(|| {
        let rest = rest.trim_start_matches(['-', '_', '/', '.', ' ']);
        (date, rest.to_owned())
    })
}

/// Returns whether a name begins with a date.
pub(super) fn has_date(name: &str) -> bool {
    leading_date(name, &['-']).is_some()
}

/// Returns a name without a date of ten characters in front of it.
pub(super) fn without_full_date(name: &str) -> Option<String> {
    let (date, rest) = leading_date(name, &['-'])?;
    (date.len() == 10 && !rest.is_empty()).then_some(rest)
}

/// Returns the steps of a path that begins with a date, with a folder for each part of the date.
pub(super) fn with_folders_of_date(steps: Vec<String>) -> Vec<String> {
    let Some((date, rest)) = leading_date(&steps.join("/"), &['-', '/']) else {
        return steps;
    };
    let rest = rest.split('/').map(str::to_owned);
    date.split('-').map(str::to_owned).chain(rest).collect()
}
