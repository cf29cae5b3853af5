//! One entry of a feed's list, cut into the fields that are read; all others are passed over.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::mapping::Mapping;
use super::value::Value;

macro_rules! fields {
    ($($field:ident $name:literal,)*) => {
        /// A field that is read from an entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Field { $($field,)* }

        impl Field {
            pub(crate) const ALL: &[Field] = &[$(Field::$field,)*];

            /// The field of a name.
            pub(crate) fn named(name: &str) -> Option<Field> {
                match name { $($name => Some(Field::$field),)* _ => None }
            }

            /// The name as feeds write it.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Field::$field => $name,)* }
            }
        }
    };
}

impl Field {
    /// The name that an item of a JSON Feed has for it.
    pub(crate) fn json_feed_name(self) -> &'static str {
        match self {
            Field::WebUrl => Field::Url.name(),
            Field::OriginalUrl => Field::ExternalUrl.name(),
            Field::Excerpt => Field::Summary.name(),
            Field::PublishedDateTime => Field::DatePublished.name(),
            Field::Topics => Field::Tags.name(),
            Field::Provider => Field::Authors.name(),
            Field::Images => Field::Image.name(),
            Field::Locale => Field::Language.name(),
            own => own.name(),
        }
    }

    /// Whether only a JSON Feed has it.
    pub(crate) fn is_of_json_feed(self) -> bool {
        self as usize >= Field::Url as usize
    }
}

fields! {
    Id "id",
    Path "path",
    WebUrl "webUrl",
    OriginalUrl "originalUrl",
    Title "title",
    Name "name",
    Excerpt "excerpt",
    Summary "summary",
    Description "description",
    PublishedDateTime "publishedDateTime",
    Type "type",
    Category "category",
    Categories "categories",
    Topics "topics",
    Tags "tags",
    Quality "quality",
    Heat "heat",
    Published "published",
    Removed "removed",
    Provider "provider",
    Images "images",
    Related "related",
    TopItems "topItems",
    Length "length",
    Price "price",
    Levels "levels",
    Members "members",
    Locale "locale",
    // JSON Feed's own.
    Url "url",
    ExternalUrl "external_url",
    ContentText "content_text",
    ContentHtml "content_html",
    Image "image",
    BannerImage "banner_image",
    DatePublished "date_published",
    Authors "authors",
    Language "language",
}

/// The fields of one entry.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    values: Vec<Value<'a>>,
    /// What a mapping reads beside the fields.
    foreign: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// Whether the value of a key of an entry is read.
pub(crate) fn is_read(key: &str, mapping: &Mapping) -> bool {
    Field::named(key).is_some() || mapping.reads(key)
}

/// An entry of a list of articles.
pub(crate) enum Entry<'a> {
    /// An object.
    Element(Element<'a>),
    /// Something else: what it is.
    Other(&'static str),
}

impl<'a> Element<'a> {
    fn new() -> Self {
        Self {
            values: vec![Value::Null; Field::ALL.len()],
            foreign: Vec::new(),
        }
    }

    /// Puts a value under a field.
    pub(crate) fn set(&mut self, field: Field, value: Value<'a>) {
        if let Some(place) = self.get_mut(field) {
            *place = value;
        }
    }

    /// Takes the value of a field away; null where it is absent.
    pub(crate) fn take(&mut self, field: Field) -> Value<'a> {
        self.get_mut(field).map(std::mem::take).unwrap_or_default()
    }

    /// The value of a field; null where it is absent.
    pub(crate) fn get(&self, field: Field) -> &Value<'a> {
        self.values.get(field as usize).unwrap_or(&Value::Null)
    }

    /// Where the value of a field stands.
    pub(crate) fn get_mut(&mut self, field: Field) -> Option<&mut Value<'a>> {
        self.values.get_mut(field as usize)
    }

    /// The value of a foreign key; of equal keys the last.
    pub(crate) fn foreign(&self, key: &str) -> Option<&Value<'a>> {
        self.foreign
            .iter()
            .rev()
            .find(|(own, _)| own == key)
            .map(|(_, value)| value)
    }

    fn read(&mut self, key: Cow<'a, str>, value: Value<'a>, mapping: &Mapping) {
        let place = Field::named(&key).and_then(|field| self.get_mut(field));
        match place {
            Some(place) if mapping.reads(&key) => {
                *place = value.clone();
                self.foreign.push((key, value));
            }
            Some(place) => *place = value,
            None => self.foreign.push((key, value)),
        }
    }
}

impl<'a> Entry<'a> {
    /// Reads the next entry of JSON that is known to be valid.
    pub(crate) fn read(cursor: &mut Cursor<'a>, mapping: &Mapping) -> Self {
        if cursor.first() != Some(b'{') {
            return Entry::Other(cursor.value().kind());
        }
        let mut element = Element::new();
        cursor.each_pair(&mut |key, cursor| {
            if is_read(&key, mapping) {
                element.read(key, cursor.value(), mapping);
            } else {
                cursor.skip();
            }
        });
        Entry::Element(element)
    }
}
