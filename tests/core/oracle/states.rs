//! Random queries.

use article_cards_core::model::Day;
use article_cards_core::search::{Filters, QueryState, SortBy, SortKey, Span};
use serde_json::{Map, Value, json};

use super::cases::{FIELDS, KINDS, MAPPING, OFTEN, PROVIDERS, REGIONS, TOPICS, WORDS};
use super::choices::{Choices, StateGenes};

pub fn state(genes: &StateGenes, plain: bool) -> QueryState {
    let mut state = QueryState::default();
    let mut rest = Choices::new(&genes.rest);
    // Mostly few, or nothing would be found.
    let (pieces, filters) = (
        rest.of(&[1, 1, 1, 2, 2, 0, 3, 9]),
        rest.of(&[0, 1, 0, 1, 2, 4]),
    );
    let dated = rest.rarely(4);
    for genes in genes.pieces.iter().take(pieces) {
        let mut choices = Choices::new(genes);
        let piece = piece(&mut choices, plain);
        // Quotes and letters may be adjacent; a hyphen between them would be ambiguous.
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '"');
        let tight = letter(state.query.chars().last()) && letter(piece.chars().next());
        let joined = state.query.is_empty() || tight && choices.rarely(4);
        if !joined {
            state
                .query
                .push_str(choices.of(&[" ", "  ", "\t", "\u{3000}"]));
        }
        state.query.push_str(&piece);
    }
    for genes in genes.filters.iter().take(filters) {
        filter(&mut state.filters, &mut Choices::new(genes));
    }
    let day = |day| {
        Some(Day {
            year: 2018,
            month: 11,
            day,
        })
    };
    let days = [None, day(3), day(4), day(5)];
    let mut bound = || rest.of(&days).filter(|_| dated);
    (state.filters.from, state.filters.to) = (bound(), bound());
    let ends = [
        None,
        None,
        None,
        Some(50),
        Some(51),
        Some(0),
        Some(-1),
        Some(100),
        Some(i64::MAX),
    ];
    let mut span = || {
        let set = rest.rarely(7);
        let (min, max) = (rest.of(&ends), rest.of(&ends));
        if set {
            Span { min, max }
        } else {
            Span::default()
        }
    };
    (state.filters.quality, state.filters.heat) = (span(), span());
    for _ in 0..rest.of(&[0, 0, 1, 1, 2, 3]) {
        let by = sort_by(&mut rest, plain);
        let descending = rest.below(2) == 1 && by != SortBy::Relevance;
        // Further keys would have no effect.
        let is_last = by == SortBy::Relevance;
        state.sort.push(SortKey { by, descending });
        if is_last {
            break;
        }
    }
    state
}

fn sort_by(choices: &mut Choices<'_>, plain: bool) -> SortBy {
    // Collations order regions that differ only in case differently.
    let fields = if plain { &MAPPING[1..] } else { &MAPPING };
    let known = SortBy::NAMES.map(|(_, by)| by);
    let mapped = fields.iter();
    let mapped = mapped.map(|(name, _)| SortBy::Field((*name).to_owned()));
    let all: Vec<SortBy> = known.into_iter().chain(mapped).collect();
    all[choices.below(all.len())].clone()
}

/// Makes a state for a base filter, sometimes with identities.
pub fn base_filter(only: &mut QueryState, choices: &mut Choices<'_>) {
    match choices.below(4) {
        0 => {
            *only = QueryState::default();
            only.filters.exclude("id", "a0");
            only.filters.exclude("id", "a3");
        }
        1 => {
            let ids = (0..40).map(|place| format!("a{place}"));
            only.filters.set_field("id", ids, []);
        }
        // With all filters, hardly any article would pass.
        2 => only.query.clear(),
        _ => only.filters = Filters::default(),
    }
}

fn piece(choices: &mut Choices<'_>, plain: bool) -> String {
    let word = |choices: &mut Choices<'_>| {
        let end = choices.of(&OFTEN);
        WORDS[choices.below(if plain { end.min(16) } else { end })].to_owned()
    };
    let mut text = word(choices);
    match choices.below(14) {
        0 | 1 => {}
        12 => text.push_str(&word(choices)),
        13 => text.push_str(choices.of(&["+", "#", "'", ".", "_", "-"])),
        2..=4 => {
            // A prefix, as while typing.
            let length = text.chars().count();
            let typed = 1 + choices.below(length);
            text = text.chars().take(typed).collect();
        }
        5..=7 => {
            for _ in 0..choices.of(&[1, 1, 2, 3]) {
                text = misspelt(&text, choices);
            }
        }
        8 => text = format!("{text}-{}", word(choices)),
        9 => text = format!("\"{text} {}\"", word(choices)),
        10 => {
            text = choices
                .of(&[
                    "\"machine learning\"",
                    "“power apps”",
                    "\"",
                    "\"open",
                    "„apps“",
                ])
                .to_owned()
        }
        _ => {
            text = choices
                .of(&[
                    "!",
                    "—",
                    "++",
                    "🚀",
                    "C+",
                    "-",
                    "\"\"",
                    "AI",
                    "日",
                    "POWER",
                    "語",
                    "\"machine learning",
                ])
                .to_owned()
        }
    }
    if choices.rarely(5) && !text.starts_with('-') {
        text.insert(0, '-');
    }
    text
}

/// Makes one edit: insert, delete, replace or swap.
fn misspelt(text: &str, choices: &mut Choices<'_>) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let place = choices.below(letters.len().max(1));
    let letter = choices.of(&['e', 'a', 'x', 'p']);
    match choices.below(4) {
        0 if place + 1 < letters.len() => letters.swap(place, place + 1),
        1 if letters.len() > 1 => {
            letters.remove(place);
        }
        2 if place < letters.len() => letters[place] = letter,
        _ => letters.insert(place, letter),
    }
    letters.into_iter().collect()
}

fn filter(filters: &mut Filters, choices: &mut Choices<'_>) {
    let field = choices.of(&FIELDS);
    let values: &[&str] = match field {
        "topics" => &TOPICS,
        "provider" => &PROVIDERS,
        "type" => &KINDS,
        "category" => &["news", "blog"],
        "levels" => &["Beginner", "Expert"],
        "region" => &REGIONS,
        _ => &["hack.example", "blog.example"],
    };
    // The first ones are the most frequent.
    let end = if choices.below(4) > 0 {
        values.len().min(4)
    } else {
        values.len()
    };
    let value = values[choices.below(end)];
    match choices.below(8) {
        0..=4 => filters.select(field, value),
        5 | 6 => filters.exclude(field, value),
        // Selected and excluded at once, and a value that no article has.
        _ => filters.set_field(field, [value, values[0], "nowhere"], [value]),
    }
}

/// Formats a state like the element's `state`.
pub fn to_json(state: &QueryState) -> Value {
    let mut filters = Map::new();
    for (name, day) in [("from", state.filters.from), ("to", state.filters.to)] {
        if let Some(day) = day {
            let day = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
            filters.insert(name.into(), day.into());
        }
    }
    for (name, span) in [
        ("quality", state.filters.quality),
        ("heat", state.filters.heat),
    ] {
        if span != Span::default() {
            filters.insert(name.into(), json!([span.min, span.max]));
        }
    }
    for group in state.filters.fields() {
        let chosen = json!({"any": group.any, "not": group.not});
        filters.insert(group.field.clone(), chosen);
    }
    let sort: Vec<String> = state
        .sort
        .iter()
        .map(|key| {
            let minus = if key.descending { "-" } else { "" };
            format!("{minus}{}", key.by.name())
        })
        .collect();
    json!({"query": state.query, "sort": sort.join(","), "filters": filters})
}
