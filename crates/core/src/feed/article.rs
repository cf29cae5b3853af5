//! An entry of a feed → an article, by the rules of the fields.

use super::diagnostic::Path;
use super::field_reader::{FieldReader, Rule};
use super::raw_entry::{Field, FieldSet, RawEntry};
use crate::json::value::Value;
use crate::model::{Article, DEFAULT_TYPE, Related};

/// Who an article is, and whether it was withdrawn: what is looked at before anything else.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    /// By the feed's own fields.
    pub(crate) id: Option<String>,
    pub(crate) removed: bool,
}

impl FieldReader<'_, '_> {
    /// The path of a field that stands directly in the article, by the name that the feed has for it.
    pub(crate) fn at(&self, field: Field) -> Path<'static> {
        let name = if self.json_feed {
            field.json_feed_name()
        } else {
            field.name()
        };
        Path::Key(&Path::Article, name)
    }

    /// Applies a rule to a field.
    #[inline(never)]
    fn field<T: Default>(
        &mut self,
        element: &RawEntry<'_>,
        field: Field,
        rule: Rule<Self, T>,
    ) -> T {
        match element.get(field) {
            // Most fields of most articles: no rule has anything to say of these.
            Value::Null => T::default(),
            value => rule(self, value, self.at(field)),
        }
    }

    /// The title; without one the article is skipped, with the one diagnostic that says so.
    pub(crate) fn title(&mut self, element: &RawEntry<'_>) -> Option<String> {
        let quiet = |rules: &mut Self, field| {
            rules.quietly(|rules| rules.field(element, field, Self::text))
        };
        let title = quiet(self, Field::Title);
        // Nearly always there, and then read just once.
        if title.is_some() {
            return title;
        }
        let fields = [Field::Title, Field::Name];
        if quiet(self, Field::Name).is_some() {
            return self.first_text(element, &fields);
        }
        let mut values = fields.into_iter().map(|field| element.get(field));
        let path = self.at(Field::Title);
        match values.find(|value| !value.is_blank()) {
            None | Some(Value::String(_)) => self.note(path, "missing: the article is skipped"),
            Some(value) => self.wrong(path, "a string: the article is skipped", value),
        }
        None
    }

    /// The identity. What is wrong with its fields is noted when they are read for themselves.
    pub(crate) fn identity(&mut self, element: &RawEntry<'_>) -> Identity {
        let rules: [(Field, Rule<Self, Option<String>>); 4] = [
            (Field::Id, Self::name_or_number),
            (Field::Path, Self::name_or_number),
            (Field::WebUrl, Self::linked),
            (Field::OriginalUrl, Self::linked),
        ];
        let mut rules = rules.into_iter();
        Identity {
            id: self.quietly(|it| rules.find_map(|(field, rule)| it.field(element, field, rule))),
            removed: *element.get(Field::Removed) == Value::Bool(true),
        }
    }

    /// A link as written.
    fn linked(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        self.link(value, path)?;
        match value {
            Value::String(text) => Some(text.to_string()),
            _ => None,
        }
    }

    /// All but the identity. `foreign` are the fields that a mapping fills beside ours; only those
    /// that are wanted need be true.
    pub(crate) fn article(
        &mut self,
        element: &RawEntry<'_>,
        title: String,
        foreign: Vec<(String, Value<'_>)>,
        wanted: FieldSet,
    ) -> Article {
        for field in [Field::Id, Field::Path] {
            // A string is never wrong here.
            if !matches!(element.get(field), Value::String(_)) {
                self.name_or_number(element.get(field), self.at(field));
            }
        }
        self.field(element, Field::Removed, Self::boolean);
        let kind = self.field(element, Field::Type, Self::text);
        let default = match wanted.contains(Field::Type) {
            true => DEFAULT_TYPE,
            false => "",
        };
        let excerpts = [Field::Excerpt, Field::Summary, Field::Description];
        Article {
            title,
            excerpt: self.first_text(element, &excerpts),
            web_url: self.field(element, Field::WebUrl, Self::link),
            original_url: self.field(element, Field::OriginalUrl, Self::link),
            published_at: self.field(element, Field::PublishedDateTime, Self::date),
            kind: kind.unwrap_or_else(|| default.to_owned()),
            categories: self.first_list(element, [Field::Category, Field::Categories], Self::texts),
            topics: self.first_list(element, [Field::Topics, Field::Tags], Self::texts),
            quality: self.field(element, Field::Quality, Self::score),
            heat: self.field(element, Field::Heat, Self::score),
            published: self.field(element, Field::Published, Self::boolean) != Some(false),
            provider: self.field(element, Field::Provider, Self::provider),
            images: self.field(element, Field::Images, Self::images),
            related: self.first_list(
                element,
                [Field::Related, Field::TopItems],
                Self::related_list,
            ),
            length: self.field(element, Field::Length, Self::duration),
            price: self.field(element, Field::Price, Self::text_or_number),
            levels: self.field(element, Field::Levels, Self::texts),
            members: self.field(element, Field::Members, Self::score),
            locale: self.field(element, Field::Locale, Self::language),
            fields: self.own_fields(foreign),
            ..Article::default()
        }
    }

    /// The fields that are not ours, each once, of strings or numbers.
    fn own_fields(&mut self, foreign: Vec<(String, Value<'_>)>) -> Vec<(String, Vec<String>)> {
        let mut fields: Vec<(String, Vec<String>)> = Vec::new();
        for (name, value) in foreign {
            let path = Path::Key(&Path::Article, &name);
            let list = match value {
                Value::Array(list) => list,
                single => vec![single],
            };
            let mut values: Vec<String> = Vec::new();
            for value in &list {
                values.extend(
                    self.text_or_number(value, path)
                        .filter(|text| !values.contains(text)),
                );
            }
            match fields.iter_mut().find(|(own, _)| *own == name) {
                _ if values.is_empty() => {}
                Some((_, own)) => {
                    values.retain(|value| !own.contains(value));
                    own.append(&mut values);
                }
                None => fields.push((name, values)),
            }
        }
        fields
    }

    fn related_list(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<Related> {
        self.objects(value, path, Self::related)
    }

    fn related(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Related> {
        let noted = self.diagnostics.count();
        let mut titles = ["title", "name"].into_iter();
        let Some(title) = titles.find_map(|key| self.key(value, path, key, Self::text)) else {
            if self.diagnostics.count() == noted {
                let message = "missing: the related article is left out";
                self.note(path.key("title"), message);
            }
            return None;
        };
        let kind = self.key(value, path, "type", Self::text);
        Some(Related {
            title,
            excerpt: self.key(value, path, "excerpt", Self::text),
            published_at: self.key(value, path, "publishedDateTime", Self::date),
            web_url: self.key(value, path, "webUrl", Self::link),
            original_url: self.key(value, path, "originalUrl", Self::link),
            kind: kind.unwrap_or_else(|| DEFAULT_TYPE.to_owned()),
            provider: self.key(value, path, "provider", Self::provider),
            quality: self.key(value, path, "quality", Self::score),
            images: self.key(value, path, "images", Self::images),
        })
    }

    pub(crate) fn first_text(
        &mut self,
        element: &RawEntry<'_>,
        fields: &[Field],
    ) -> Option<String> {
        let mut fields = fields.iter();
        fields.find_map(|field| self.field(element, *field, Self::text))
    }

    /// The list of the first field that has one.
    fn first_list<T>(
        &mut self,
        element: &RawEntry<'_>,
        [first, second]: [Field; 2],
        rule: Rule<Self, Vec<T>>,
    ) -> Vec<T> {
        let list = self.field(element, first, rule);
        if !list.is_empty() {
            return list;
        }
        self.field(element, second, rule)
    }
}
