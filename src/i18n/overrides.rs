#[cfg(not(all(target_arch = "wasm32", feature = "components")))]
mod json;
#[cfg(feature = "components")]
mod script;

use super::en::Slot;
use super::{Messages, PluralText, Text};
use article_cards_core::error::Error;

/// Messages by name, from a script or a JSON document: all of a language, or a few.
///
/// The names are the fields of [`Messages`] in camel case. A value is a text; a [`PluralText`] may
/// also be an object of forms by the categories of `Intl.PluralRules`, of which `other` is required.
/// `kinds` is an object of names by article type, `fields` one by field.
///
/// ```
/// use article_cards::i18n::{Messages, MessageOverrides, Plural};
///
/// let json = br#"{
///     "showMoreOpen": "Onward",
///     "articles": {"one": "{count} story", "other": "{count} stories"},
///     "kinds": {"video": "Film"},
///     "sparkle": "!"
/// }"#;
/// let mut messages = Messages::english();
/// let ignored = messages.apply(&MessageOverrides::from_json(json)?);
/// assert_eq!(messages.show_more_open, "Onward");
/// assert_eq!(messages.articles.fill(Plural::Other, "3"), "3 stories");
/// assert_eq!(messages.kind("video"), "Film");
/// assert_eq!(messages.retry, "Try again");
/// assert_eq!(ignored, ["sparkle"]);
/// # Ok::<(), article_cards::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageOverrides(Vec<(String, Value)>);

/// The value of a name.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    /// The members of an object.
    Object(Vec<(String, Value)>),
    Other,
}

impl MessageOverrides {
    /// Parses a JSON document.
    ///
    /// # Errors
    /// The document is not JSON, or not an object.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        #[cfg(all(target_arch = "wasm32", feature = "components"))]
        let value = script::parse(json)?;
        #[cfg(not(all(target_arch = "wasm32", feature = "components")))]
        let value = json::parse(json)?;
        Self::new(value).ok_or_else(|| Error::shape("messages are an object by name"))
    }

    fn new(value: Value) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self(members)),
            _ => None,
        }
    }
}

impl Messages {
    /// Replaces the messages of the same names. Returns the names that are ignored: unknown ones, and
    /// those whose value is of another type.
    #[inline(never)]
    pub fn apply(&mut self, overrides: &MessageOverrides) -> Vec<String> {
        let mut ignored = Vec::new();
        for (name, value) in &overrides.0 {
            if !self.set(name, value, &mut ignored) {
                ignored.push(name.clone());
            }
        }
        ignored
    }

    fn set(&mut self, name: &str, value: &Value, ignored: &mut Vec<String>) -> bool {
        let names = match name {
            "kinds" => Some(&mut self.kinds),
            "fields" => Some(&mut self.fields),
            _ => None,
        };
        if let Some(names) = names {
            return set_names(names, name, value, ignored);
        }
        match (self.slot(name), value) {
            (Some(Slot::Text(place)), Value::Text(text)) => *place = text.clone().into(),
            (Some(Slot::PluralText(place)), _) => match plural_text(name, value, ignored) {
                Some(text) => *place = text,
                None => return false,
            },
            _ => return false,
        }
        true
    }
}

/// Replaces names by what they are names of.
fn set_names(
    names: &mut Vec<(Text, Text)>,
    message: &str,
    value: &Value,
    ignored: &mut Vec<String>,
) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    for (key, name) in members {
        let Value::Text(name) = name else {
            ignored.push([message, ".", key].concat());
            continue;
        };
        names.retain(|(known, _)| !known.eq_ignore_ascii_case(key));
        names.push((key.clone().into(), name.clone().into()));
    }
    true
}

fn plural_text(name: &str, value: &Value, ignored: &mut Vec<String>) -> Option<PluralText> {
    let forms = match value {
        Value::Text(text) => return Some(PluralText::always(text.clone())),
        Value::Object(forms) => forms,
        Value::Other => return None,
    };
    let mut text = PluralText::default();
    let mut other = None;
    for (category, form) in forms {
        let place = match category.as_str() {
            "zero" => Some(&mut text.zero),
            "one" => Some(&mut text.one),
            "two" => Some(&mut text.two),
            "few" => Some(&mut text.few),
            "many" => Some(&mut text.many),
            "other" => Some(&mut other),
            _ => None,
        };
        match (place, form) {
            (Some(place), Value::Text(form)) => *place = Some(Text::from(form.clone())),
            _ => ignored.push([name, ".", category].concat()),
        }
    }
    text.other = other?;
    Some(text)
}
