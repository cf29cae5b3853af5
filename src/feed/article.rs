//! An entry of a feed → an article, by the rules of the fields.

use super::diagnostic::Path;
use super::duration;
use super::element::{Element, Field};
use super::rules::Rules;
use super::value::Value;
use crate::model::{Article, DEFAULT_TYPE, Related};

/// Who an article is, and whether it was withdrawn: what is looked at before anything else.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    /// By the feed's own fields.
    pub(crate) id: Option<String>,
    pub(crate) removed: bool,
}

impl Rules<'_, '_> {
    /// The path of a field that stands directly in the article, by the name that the feed has for it.
    pub(crate) fn at(&self, field: Field) -> Path<'static> {
        let name = if self.json_feed {
            field.json_feed_name()
        } else {
            field.name()
        };
        Path::Key(&Path::Article, name)
    }

    /// The title; without one the article is skipped, with the one diagnostic that says so.
    pub(crate) fn title(&mut self, element: &Element<'_>) -> Option<String> {
        // Nearly always there, and then read just once.
        let title = element.get(Field::Title);
        if let Some(title) = self.quietly(|rules| rules.text(title, Path::Article)) {
            return Some(title);
        }
        let fields = [Field::Title, Field::Name];
        let values = fields.map(|field| element.get(field));
        let quiet = values.map(|value| self.quietly(|rules| rules.text(value, Path::Article)));
        match quiet {
            [None, None] => {
                let unusable = values.into_iter().find(|value| !value.is_blank());
                let path = self.at(Field::Title);
                match unusable {
                    Some(value) if !matches!(value, Value::Text(_)) => self.note(
                        path,
                        format_args!(
                            "{} instead of a string: the article is skipped",
                            value.kind()
                        ),
                    ),
                    _ => self.note(path, "missing: the article is skipped"),
                }
                None
            }
            _ => self.first_text(element, &fields),
        }
    }

    /// The identity. What is wrong with its fields is noted when they are read for themselves.
    pub(crate) fn identity(&mut self, element: &Element<'_>) -> Identity {
        let linked = |field| {
            let value = element.get(field);
            let usable = self
                .quietly(|rules| rules.link(value, Path::Article))
                .is_some();
            match value {
                Value::Text(text) if usable => Some(text.to_string()),
                _ => None,
            }
        };
        let named =
            |field| self.quietly(|rules| rules.name_or_number(element.get(field), Path::Article));
        let id = named(Field::Id)
            .or_else(|| named(Field::Path))
            .or_else(|| linked(Field::WebUrl))
            .or_else(|| linked(Field::OriginalUrl));
        Identity {
            id,
            removed: *element.get(Field::Removed) == Value::Bool(true),
        }
    }

    /// All but the identity. `foreign` are the fields that a mapping fills beside ours.
    pub(crate) fn article(
        &mut self,
        element: &Element<'_>,
        title: String,
        foreign: Vec<(String, Value<'_>)>,
    ) -> Article {
        for field in [Field::Id, Field::Path] {
            // A string is never wrong here.
            if !matches!(element.get(field), Value::Text(_)) {
                self.name_or_number(element.get(field), self.at(field));
            }
        }
        self.boolean(element.get(Field::Removed), self.at(Field::Removed));
        let get = |field| element.get(field);
        let kind = self.text(get(Field::Type), self.at(Field::Type));
        Article {
            title,
            excerpt: self.first_text(
                element,
                &[Field::Excerpt, Field::Summary, Field::Description],
            ),
            web_url: self.link(get(Field::WebUrl), self.at(Field::WebUrl)),
            original_url: self.link(get(Field::OriginalUrl), self.at(Field::OriginalUrl)),
            published_at: self.date(
                get(Field::PublishedDateTime),
                self.at(Field::PublishedDateTime),
            ),
            kind: kind.unwrap_or_else(|| DEFAULT_TYPE.to_owned()),
            categories: self.first_texts(element, [Field::Category, Field::Categories]),
            topics: self.first_texts(element, [Field::Topics, Field::Tags]),
            quality: self.score(get(Field::Quality), self.at(Field::Quality)),
            heat: self.score(get(Field::Heat), self.at(Field::Heat)),
            published: self
                .boolean(get(Field::Published), self.at(Field::Published))
                .unwrap_or(true),
            provider: self.provider(get(Field::Provider), self.at(Field::Provider)),
            images: self.images(get(Field::Images), self.at(Field::Images)),
            related: self.related_list(element),
            length: self.parsed(
                get(Field::Length),
                self.at(Field::Length),
                "an ISO 8601 duration",
                duration::parse,
            ),
            price: self.text_or_number(get(Field::Price), self.at(Field::Price)),
            levels: self.texts(get(Field::Levels), self.at(Field::Levels)),
            members: self.score(get(Field::Members), self.at(Field::Members)),
            locale: self.parsed(
                get(Field::Locale),
                self.at(Field::Locale),
                "a language tag",
                language,
            ),
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
                Value::List(list) => list,
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

    fn related_list(&mut self, element: &Element<'_>) -> Vec<Related> {
        for field in [Field::Related, Field::TopItems] {
            let related = self.objects(element.get(field), self.at(field), Self::related);
            if !related.is_empty() {
                return related;
            }
        }
        Vec::new()
    }

    fn related(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Related> {
        let get = |key| value.get(key).unwrap_or(&Value::Null);
        let noted = self.diagnostics.count();
        let title = self
            .text(get("title"), path.key("title"))
            .or_else(|| self.text(get("name"), path.key("name")));
        let Some(title) = title else {
            if self.diagnostics.count() == noted {
                self.note(
                    path.key("title"),
                    "missing: the related article is left out",
                );
            }
            return None;
        };
        let kind = self.text(get("type"), path.key("type"));
        Some(Related {
            title,
            excerpt: self.text(get("excerpt"), path.key("excerpt")),
            published_at: self.date(get("publishedDateTime"), path.key("publishedDateTime")),
            web_url: self.link(get("webUrl"), path.key("webUrl")),
            original_url: self.link(get("originalUrl"), path.key("originalUrl")),
            kind: kind.unwrap_or_else(|| DEFAULT_TYPE.to_owned()),
            provider: self.provider(get("provider"), path.key("provider")),
            quality: self.score(get("quality"), path.key("quality")),
            images: self.images(get("images"), path.key("images")),
        })
    }

    pub(crate) fn first_text(&mut self, element: &Element<'_>, fields: &[Field]) -> Option<String> {
        fields
            .iter()
            .find_map(|field| self.text(element.get(*field), self.at(*field)))
    }

    fn first_texts(&mut self, element: &Element<'_>, fields: [Field; 2]) -> Vec<String> {
        let lists = fields
            .into_iter()
            .map(|field| self.texts(element.get(field), self.at(field)));
        lists
            .into_iter()
            .find(|texts| !texts.is_empty())
            .unwrap_or_default()
    }
}

/// A language tag by the letters that BCP 47 allows; `en_us` is read as `en-us`.
fn language(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut subtags = tag.split('-');
    let primary = subtags.next()?;
    let private = matches!(primary, "x" | "i") && tag.len() > 2;
    let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = letters && (private || (2..=8).contains(&primary.len()));
    let below = subtags.all(|subtag| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (language && below).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn language_tags() {
        for tag in ["en", "en-us", "zh-Hant-TW", "x-klingon"] {
            assert_eq!(language(tag).as_deref(), Some(tag));
        }
        assert_eq!(language(" pt_BR ").as_deref(), Some("pt-BR"));
        for no_tag in [
            "",
            "e",
            "x",
            "e n",
            "en--us",
            "123",
            "englishlanguage",
            "en-languageofkings",
        ] {
            assert_eq!(language(no_tag), None, "{no_tag}");
        }
    }
}
