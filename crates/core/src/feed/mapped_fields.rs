//! Moves the values of foreign items into our fields, by a mapping.

use super::fields::Field;
use super::mapping::Mapping;
use super::parsed_entry::ParsedEntry;
use crate::json::value::Value;

/// How many pictures a mapping can place one by one.
const MAX_IMAGES: usize = 32;

/// Moves foreign values into our fields. Returns those of fields that are none of ours.
pub(crate) fn apply_mapping<'a>(
    mapping: &Mapping,
    entry: &mut ParsedEntry<'a>,
) -> Vec<(String, Value<'a>)> {
    let mut others = Vec::new();
    for (target, path) in mapping.pairs() {
        let Some(value) = find(entry, path) else {
            continue;
        };
        let (root, below) = target.split_once(['.', '[']).unwrap_or((target, ""));
        let ours = Field::named(root).filter(|field| !field.is_of_json_feed());
        let Some(field) = ours else {
            others.push((target.clone(), value));
            continue;
        };
        entry.mapped = entry.mapped.with(&[field]);
        if let Some(place) = entry.get_mut(field) {
            put(place, field, below, value);
        }
    }
    others
}

/// Finds the value at a dotted path: of a key with just that name first, then step by step.
fn find<'a>(entry: &ParsedEntry<'a>, path: &str) -> Option<Value<'a>> {
    let whole = entry.foreign(path);
    let value = whole.or_else(|| {
        let mut steps = path.split(['.', '[']);
        let first = entry.foreign(steps.next()?)?;
        steps.try_fold(first, |value, step| match value {
            Value::Array(list) => list.get(step.trim_end_matches(']').parse::<usize>().ok()?),
            value => value.get(step),
        })
    })?;
    (!value.is_blank()).then(|| value.clone())
}

/// Puts a value into a field, or into a key below it.
fn put<'a>(place: &mut Value<'a>, field: Field, below: &str, value: Value<'a>) {
    // `images[0].url` and `images.url` mean the same.
    let key = below.trim_start_matches(|c: char| c.is_ascii_digit() || c == ']' || c == '.');
    let index = below
        .split([']', '.'])
        .next()
        .and_then(|index| index.parse().ok());
    let index: usize = index.filter(|index| *index < MAX_IMAGES).unwrap_or(0);
    let is_list = matches!(field, Field::Images | Field::Related | Field::TopItems);
    match (is_list, key) {
        (false, "") => *place = value,
        (true, "") => *place = value,
        (false, key) => insert(place, key, value),
        (true, key) => {
            if !matches!(place, Value::Array(_)) {
                *place = Value::Array(Vec::new());
            }
            if let Value::Array(list) = place {
                list.resize(list.len().max(index + 1), Value::Null);
                if let Some(at) = list.get_mut(index) {
                    insert(at, key, value);
                }
            }
        }
    }
}

/// Puts a value under a dotted key of an object, which is created if it is missing.
fn insert<'a>(place: &mut Value<'a>, key: &str, value: Value<'a>) {
    let (key, below) = key.split_once('.').unwrap_or((key, ""));
    // A provider may be a plain string: its name.
    if let Value::String(name) = place {
        *place = Value::Object(vec![("name".into(), Value::String(std::mem::take(name)))]);
    }
    if !matches!(place, Value::Object(_)) {
        *place = Value::Object(Vec::new());
    }
    let (key, index) = key.split_once('[').unwrap_or((key, ""));
    let field = if key == "images" {
        Field::Images
    } else {
        Field::Title
    };
    let mut inner = place.get(key).cloned().unwrap_or_default();
    put(
        &mut inner,
        field,
        format!("{index}.{below}").trim_matches('.'),
        value,
    );
    if let Value::Object(pairs) = place {
        pairs.push((key.to_owned().into(), inner));
    }
}
