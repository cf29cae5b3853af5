//! Moves the values of foreign items into our fields, by a mapping.

use super::field_reader::FieldReader;
use super::fields::Field;
use super::mapping::Mapping;
use super::mapping::path::Step;
use super::parsed_entry::ParsedEntry;
use crate::json::value::Value;

/// How many pictures a mapping can place one by one.
const MAX_IMAGES: usize = 32;

/// Moves foreign values into our fields. Returns those of fields that are none of ours.
pub(crate) fn apply_mapping<'a>(
    mapping: &Mapping,
    entry: &mut ParsedEntry<'a>,
    reader: &mut FieldReader<'_, '_>,
) -> Vec<(String, Value<'a>)> {
    let mut others = Vec::new();
    for rule in mapping.rules() {
        let path = &rule.target_path;
        let field = Field::named(&path.first).filter(|field| !field.is_of_json_feed());
        let is_image = path.leads_through("images");
        let values = rule.sources.iter().filter_map(|source| {
            let first = entry.foreign(&source.path.first)?;
            source.value(first, is_image)
        });
        let mut values = values.filter(|value| !value.is_blank());
        let is_only = rule.sources.len() == 1;
        let value = values.find(|value| match field {
            Some(field) if !is_only && path.rest.is_empty() => reader.is_usable(field, value),
            _ => true,
        });
        match (field, value) {
            (None, None) => {}
            (None, Some(value)) => others.push((rule.target.clone(), value)),
            (Some(field), None) => {
                let is_left_out = rule.sources.is_empty();
                for field in field.alternatives().iter().filter(|_| is_left_out) {
                    entry.set(*field, Value::Null);
                }
            }
            (Some(field), Some(value)) => {
                entry.mapped = entry.mapped.with(&[field]);
                if let Some(place) = entry.get_mut(field) {
                    insert(place, &path.rest, value);
                }
            }
        }
    }
    others
}

/// Puts a value at a path below another one. What is missing is created.
fn insert<'a>(place: &mut Value<'a>, steps: &[Step], value: Value<'a>) {
    let Some((step, rest)) = steps.split_first() else {
        *place = value;
        return;
    };
    let (index, key) = match step {
        Step::Index(index) => (Some(*index), None),
        Step::All => (Some(0), None),
        // `images.url` is that of the first picture.
        Step::Key(key) => (matches!(place, Value::Array(_)).then_some(0), Some(key)),
    };
    if let Some(index) = index.filter(|index| *index < MAX_IMAGES) {
        if !matches!(place, Value::Array(_)) {
            *place = Value::Array(Vec::new());
        }
        if let Value::Array(list) = place {
            list.resize(list.len().max(index + 1), Value::Null);
            if let Some(place) = list.get_mut(index) {
                insert(place, if key.is_some() { steps } else { rest }, value);
            }
        }
        return;
    }
    let Some(key) = key else {
        return;
    };
    // A provider may be a plain string: its name.
    if let Value::String(name) = place {
        *place = Value::Object(vec![("name".into(), Value::String(std::mem::take(name)))]);
    }
    if !matches!(place, Value::Object(_)) {
        *place = Value::Object(Vec::new());
    }
    let mut inner = place.get(key).cloned().unwrap_or_default();
    insert(&mut inner, rest, value);
    if let Value::Object(members) = place {
        members.push((key.clone().into(), inner));
    }
}
