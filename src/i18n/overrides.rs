#[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
mod json;
#[cfg(feature = "csr")]
mod script;

use super::slot::{Slot, slot};
use super::{Messages, PluralText, Text};
use article_cards_core::error::Error;

/// Words by their names, as a script or a JSON document gives them.
///
/// Names are those of the fields of [`Messages`] in camel case. A value is a text, for what counts
/// also an object of forms by the categories of `Intl.PluralRules`, of which `other` must be
/// there; `kinds` is an object of words by type. They may be all words of a language or a few.
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

/// What stands under a name.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    /// An object, its values by their keys.
    Object(Vec<(String, Value)>),
    Other,
}

impl MessageOverrides {
    /// Words from a JSON document.
    ///
    /// # Errors
    /// It is not JSON, or not an object.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        #[cfg(all(target_arch = "wasm32", feature = "csr"))]
        let value = script::parsed(json)?;
        #[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
        let value = json::parsed(json)?;
        Self::new(value).ok_or_else(|| Error::shape("words are an object of texts by name"))
    }

    fn new(value: Value) -> Option<Self> {
        match value {
            Value::Object(words) => Some(Self(words)),
            _ => None,
        }
    }
}

impl Messages {
    /// Replaces words by those of the same names. Returns the names of those that nothing could
    /// be done with: no text is called so, or what stands under it is of another kind.
    #[inline(never)]
    pub fn apply(&mut self, words: &MessageOverrides) -> Vec<String> {
        let mut ignored = Vec::new();
        for (name, value) in &words.0 {
            if !self.set(name, value, &mut ignored) {
                ignored.push(name.clone());
            }
        }
        ignored
    }

    fn set(&mut self, name: &str, value: &Value, ignored: &mut Vec<String>) -> bool {
        if name == "kinds" {
            return self.set_kinds(value, ignored);
        }
        match (slot(self, name), value) {
            (Some(Slot::Text(place)), Value::Text(text)) => *place = text.clone().into(),
            (Some(Slot::PluralText(place)), _) => match counted(name, value, ignored) {
                Some(counted) => *place = counted,
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn set_kinds(&mut self, value: &Value, ignored: &mut Vec<String>) -> bool {
        let Value::Object(words) = value else {
            return false;
        };
        for (kind, word) in words {
            let Value::Text(word) = word else {
                ignored.push(["kinds.", kind].concat());
                continue;
            };
            self.kinds
                .retain(|(known, _)| !known.eq_ignore_ascii_case(kind));
            self.kinds.push((kind.clone().into(), word.clone().into()));
        }
        true
    }
}

fn counted(name: &str, value: &Value, ignored: &mut Vec<String>) -> Option<PluralText> {
    let forms = match value {
        Value::Text(text) => return Some(PluralText::always(text.clone())),
        Value::Object(forms) => forms,
        Value::Other => return None,
    };
    let mut counted = PluralText::default();
    let mut other = None;
    for (category, form) in forms {
        let place = match category.as_str() {
            "zero" => Some(&mut counted.zero),
            "one" => Some(&mut counted.one),
            "two" => Some(&mut counted.two),
            "few" => Some(&mut counted.few),
            "many" => Some(&mut counted.many),
            "other" => Some(&mut other),
            _ => None,
        };
        match (place, form) {
            (Some(place), Value::Text(form)) => *place = Some(Text::from(form.clone())),
            _ => ignored.push([name, ".", category].concat()),
        }
    }
    counted.other = other?;
    Some(counted)
}
