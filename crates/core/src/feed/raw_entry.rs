//! An entry as the values of its fields, before anything is made of them.

use std::borrow::Cow;

use super::fields::{Field, FieldSet};
use super::mapping::Mapping;
use super::packed_entry::{Key, each_field};
use crate::interner::Interner;
use crate::json::parser::Parser;
use crate::json::value::Value;

/// The fields of an entry.
#[derive(Debug)]
pub(crate) struct RawEntry<'a> {
    /// The fields that have a value: few have, in most articles.
    present: FieldSet,
    values: Vec<(Field, Value<'a>)>,
    /// Keys that a mapping reads.
    foreign: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> RawEntry<'a> {
    /// Unpacks these fields, and what the mapping reads.
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
            foreign: Vec::new(),
        };
        each_field(packed, shared, &mut |key, json| match key {
            Key::Own(field) => {
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
    pub(crate) fn take(&mut self, field: Field) -> Value<'a> {
        let mut value = Value::Null;
        if let Some(place) = self.get_mut(field) {
            std::mem::swap(place, &mut value);
        }
        value
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

    /// Returns the value of a field, which is null if it was absent.
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

#[cfg_attr(small_module, optimize(speed))]
fn value<'a>(field: Field, json: &'a str, wanted: FieldSet) -> Value<'a> {
    let mut parser = Parser::new(json);
    if field != Field::Provider || wanted.has_whole_provider() || parser.first() != Some(b'{') {
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
