//! A value that a script hands over, as it stands in the feed.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::value::{DEEPEST, TOO_DEEP, Value};

/// The visits of what is neither a list nor an object: each gives `$result`, where `$kind` is what
/// a message calls it.
macro_rules! scalar_visits {
    (|$kind:ident| $result:expr) => {
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            let $kind = "null";
            Ok($result)
        }
        fn visit_none<E>(self) -> Result<Self::Value, E> {
            let $kind = "null";
            Ok($result)
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            let $kind = "a boolean";
            Ok($result)
        }
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            let $kind = "a number";
            Ok($result)
        }
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            let $kind = "a number";
            Ok($result)
        }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            let $kind = "a number";
            Ok($result)
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            let $kind = "a string";
            Ok($result)
        }
        fn visit_bytes<E>(self, _: &[u8]) -> Result<Self::Value, E> {
            let $kind = "no JSON value";
            Ok($result)
        }
    };
}
pub(crate) use scalar_visits;

/// Reads a value that a script hands over, which stands `depth` levels deep.
pub(crate) struct ValueSeed {
    pub(crate) depth: usize,
}

impl ValueSeed {
    fn inner<E: serde::de::Error>(&self) -> Result<ValueSeed, E> {
        // Objects of scripts may contain themselves.
        if self.depth >= DEEPEST {
            return Err(E::custom(TOO_DEEP));
        }
        Ok(ValueSeed {
            depth: self.depth + 1,
        })
    }
}

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = Value<'static>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer
            .deserialize_any(self)
            .or_else(|error| forgive(error, Value::Other))
    }
}

/// A value that cannot be read, such as a function, costs only itself; one that is too deep costs
/// the document.
pub(crate) fn forgive<T, E: fmt::Display>(error: E, instead: T) -> Result<T, E> {
    if error.to_string().contains(TOO_DEEP) {
        Err(error)
    } else {
        Ok(instead)
    }
}

impl<'de> Visitor<'de> for ValueSeed {
    type Value = Value<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Value::Number(Cow::Owned(value.to_string())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Value::Number(Cow::Owned(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        // A script's NaN and infinities are no numbers of JSON.
        if !value.is_finite() {
            return Ok(Value::Other);
        }
        Ok(Value::Number(Cow::Owned(value.to_string())))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(value)))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Self::Value, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = sequence.next_element_seed(self.inner()?)? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key_seed(self.inner()?)? {
            if let Value::Text(key) = key {
                pairs.push((key, map.next_value_seed(self.inner()?)?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Value::Object(pairs))
    }
}
