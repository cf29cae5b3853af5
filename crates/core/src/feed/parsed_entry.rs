//! An entry as the JSON values of its fields, before they are decoded.

use std::borrow::Cow;

use super::fields::{Field, FieldSet};
use super::mapping::Mapping;
use super::packed_entry::{Key, each_field};
use crate::interner::Interner;
use crate::json::parser::Parser;
use crate::json::value::Value;

/// The JSON values of an entry's fields.
#[derive(Debug)]
pub(crate) struct ParsedEntry<'a> {
    /// The fields in `values`: a fast check, since most articles have few fields.
    present: FieldSet,
    values: Vec<(Field, Value<'a>)>,
    /// The fields that a mapping fills.
    pub(crate) mapped: FieldSet,
    /// The keys that a mapping reads.
    foreign: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> ParsedEntry<'a> {
    /// Parses the wanted fields of a packed entry, and the keys that the mapping reads.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn read(
        packed: &'a str,
        shared: &'a Interner,
        wanted: FieldSet,
        mapping: &Mapping,
    ) -> Self {
        let mut entry = Self {
            present: FieldSet::NONE,
            values: Vec::with_capacity(8),
            mapped: FieldSet::NONE,
            foreign: Vec::new(),
        };
        each_field(packed, shared, &mut |key, json| match key {
            Key::Field(field) => {
                if wanted.contains(field) {
                    entry.set(field, value(field, json, wanted));
                }
                if mapping.reads(field.name()) {
                    let name = Cow::Borrowed(field.name());
                    entry.foreign.push((name, Parser::new(json).value()));
                }
            }
            Key::Foreign(key) => {
                let value = Parser::new(json).value();
                entry.foreign.push((Cow::Borrowed(key), value));
            }
        });
        entry
    }

    /// Sets the value of a field.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn set(&mut self, field: Field, value: Value<'a>) {
        if matches!(value, Value::Null) && !self.present.contains(field) {
            return;
        }
        if let Some(place) = self.get_mut(field) {
            *place = value;
        }
    }

    /// Removes the value of a field, and returns it or null.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn take(&mut self, field: Field) -> Value<'a> {
        let mut value = Value::Null;
        if let Some(place) = self.get_mut(field) {
            std::mem::swap(place, &mut value);
        }
        value
    }

    /// Returns whether any of some fields has been read.
    pub(crate) fn has_any(&self, fields: FieldSet) -> bool {
        self.present.intersects(fields)
    }

    /// Returns the value of a field, or null.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn get(&self, field: Field) -> &Value<'a> {
        if !self.present.contains(field) {
            return &Value::Null;
        }
        let mut values = self.values.iter();
        let value = values.find(|(own, _)| *own == field);
        value.map_or(&Value::Null, |(_, value)| value)
    }

    /// Returns the value of a field; an absent field is added with null.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn get_mut(&mut self, field: Field) -> Option<&mut Value<'a>> {
        if !self.present.contains(field) {
            self.present = self.present.with(&[field]);
            self.values.push((field, Value::Null));
        }
        let mut values = self.values.iter_mut();
        let value = values.find(|(own, _)| *own == field);
        value.map(|(_, value)| value)
    }

    /// Returns the value of a foreign key; of equal keys the last.
    pub(crate) fn foreign(&self, key: &str) -> Option<&Value<'a>> {
        self.foreign
            .iter()
            .rev()
            .find(|(own, _)| own == key)
            .map(|(_, value)| value)
    }
}

/// Parses the value of a field; of a provider only what is wanted.
#[cfg_attr(small_module, optimize(speed))]
fn value<'a>(field: Field, json: &'a str, wanted: FieldSet) -> Value<'a> {
    let mut parser = Parser::new(json);
    let is_provider = matches!(field, Field::Provider | Field::Source);
    if !is_provider || wanted.has_whole_provider() || parser.peek_token() != Some(b'{') {
        return parser.value();
    }
    let mut pairs = Vec::new();
    parser.each_member(&mut |key, parser| {
        if key == "name" {
            pairs.push((key, parser.value()));
        } else {
            parser.skip();
        }
    });
    Value::Object(pairs)
}
