//! An entry of a feed → an article, by the rules of the fields.

use super::diagnostic::Path;
use super::element::{Element, Field};
use super::mapping::Mapping;
use super::rules::Rules;
use super::value::Value;
use super::{duration, text};
use crate::model::{Article, DEFAULT_TYPE, Image, Provider, Related};

/// An article before its place in the feed is known.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) article: Article,
    /// Identity by the feed's own fields.
    pub(crate) identity: Option<String>,
    pub(crate) removed: bool,
}

/// The path of a field that stands directly in the article.
fn at(field: Field) -> Path<'static> {
    Path::Key(&Path::Article, field.name())
}

impl Rules<'_, '_> {
    /// Reads an article; `None`: it has no title and is skipped.
    pub(crate) fn article(&mut self, mut element: Element<'_>, mapping: &Mapping) -> Option<Draft> {
        let foreign = mapping.apply(&mut element);
        let Some(title) = self.first_text(&element, &[Field::Title, Field::Name]) else {
            self.note(at(Field::Title), "missing: the article is skipped");
            return None;
        };
        let mut article = self.common(&element, title, foreign);
        article.excerpt = self.first_text(
            &element,
            &[Field::Excerpt, Field::Summary, Field::Description],
        );
        article.web_url = self.link(element.get(Field::WebUrl), at(Field::WebUrl));
        article.original_url = self.link(element.get(Field::OriginalUrl), at(Field::OriginalUrl));
        article.published_at = self.date(
            element.get(Field::PublishedDateTime),
            at(Field::PublishedDateTime),
        );
        article.topics = self.first_texts(&element, [Field::Topics, Field::Tags]);
        article.provider = self.provider(element.get(Field::Provider), at(Field::Provider));
        article.images = self.images(element.get(Field::Images), at(Field::Images));
        article.locale = self.parsed(
            element.get(Field::Locale),
            at(Field::Locale),
            "a language tag",
            language,
        );
        Some(self.draft(&element, article))
    }

    /// Reads an item of a JSON Feed (<https://www.jsonfeed.org/version/1.1/>). `publisher` stands
    /// in where the item names no author.
    pub(crate) fn json_feed_item(
        &mut self,
        mut element: Element<'_>,
        mapping: &Mapping,
        publisher: Option<&Provider>,
    ) -> Option<Draft> {
        let foreign = mapping.apply(&mut element);
        let mut excerpt = self.first_text(&element, &[Field::Summary, Field::ContentText]);
        if excerpt.is_none() {
            let html = self.parsed(
                element.get(Field::ContentHtml),
                at(Field::ContentHtml),
                "a text",
                |html| Some(text::without_tags(html)),
            );
            excerpt = html.filter(|text| !text.is_empty());
        }
        let title = self.text(element.get(Field::Title), at(Field::Title));
        let title = title.or_else(|| {
            excerpt
                .as_deref()
                .map(|text| text::first_words(text, 80).into_owned())
        });
        let Some(title) = title else {
            self.note(
                at(Field::Title),
                "missing, and no text either: the article is skipped",
            );
            return None;
        };
        let mut article = self.common(&element, title, foreign);
        article.excerpt = excerpt;
        article.web_url = self.link(element.get(Field::Url), at(Field::Url));
        article.original_url = self.link(element.get(Field::ExternalUrl), at(Field::ExternalUrl));
        article.published_at =
            self.date(element.get(Field::DatePublished), at(Field::DatePublished));
        article.topics = self.texts(element.get(Field::Tags), at(Field::Tags));
        article.provider = self
            .author(element.get(Field::Authors), at(Field::Authors))
            .or_else(|| publisher.cloned());
        article.images = self.json_feed_images(&element);
        article.locale = self.parsed(
            element.get(Field::Language),
            at(Field::Language),
            "a language tag",
            language,
        );
        // What a mapping fills is read as in any other article.
        if !mapping.is_empty() {
            self.mapped_over(&element, &mut article);
        }
        Some(self.draft(&element, article))
    }

    /// The name of the first author, as provider.
    pub(crate) fn author(&mut self, authors: &Value<'_>, path: Path<'_>) -> Option<Provider> {
        let first = match authors {
            Value::List(authors) => authors.first()?,
            Value::Null => return None,
            other => {
                self.note(path, &format!("{} instead of a list", other.kind()));
                return None;
            }
        };
        let path = path.index(0);
        let name = self.text(first.get("name")?, path.key("name"))?;
        Some(Provider {
            name: Some(name),
            ..Provider::default()
        })
    }

    fn json_feed_images(&mut self, element: &Element<'_>) -> Vec<Image> {
        let url = [Field::Image, Field::BannerImage]
            .into_iter()
            .find_map(|field| self.image_url(element.get(field), at(field)));
        url.map(|url| Image {
            url,
            ..Image::default()
        })
        .into_iter()
        .collect()
    }

    fn mapped_over(&mut self, element: &Element<'_>, article: &mut Article) {
        let mapped = |field| *element.get(field) != Value::Null;
        if mapped(Field::Excerpt) {
            article.excerpt = self.text(element.get(Field::Excerpt), at(Field::Excerpt));
        }
        if mapped(Field::WebUrl) {
            article.web_url = self.link(element.get(Field::WebUrl), at(Field::WebUrl));
        }
        if mapped(Field::PublishedDateTime) {
            let path = at(Field::PublishedDateTime);
            article.published_at = self.date(element.get(Field::PublishedDateTime), path);
        }
        if mapped(Field::Topics) {
            article.topics = self.texts(element.get(Field::Topics), at(Field::Topics));
        }
        if mapped(Field::Provider) {
            article.provider = self.provider(element.get(Field::Provider), at(Field::Provider));
        }
        if mapped(Field::Images) {
            article.images = self.images(element.get(Field::Images), at(Field::Images));
        }
    }

    /// What is read alike in articles and, by a mapping, in items of a JSON Feed.
    fn common(
        &mut self,
        element: &Element<'_>,
        title: String,
        foreign: Vec<(String, Value<'_>)>,
    ) -> Article {
        let get = |field| element.get(field);
        let kind = self.text(get(Field::Type), at(Field::Type));
        Article {
            title,
            kind: kind.unwrap_or_else(|| DEFAULT_TYPE.to_owned()),
            categories: self.first_texts(element, [Field::Category, Field::Categories]),
            quality: self.score(get(Field::Quality), at(Field::Quality)),
            heat: self.score(get(Field::Heat), at(Field::Heat)),
            published: self
                .boolean(get(Field::Published), at(Field::Published))
                .unwrap_or(true),
            related: self.related_list(element),
            length: self.parsed(
                get(Field::Length),
                at(Field::Length),
                "an ISO 8601 duration",
                duration::parse,
            ),
            price: self.text_or_number(get(Field::Price), at(Field::Price)),
            levels: self.texts(get(Field::Levels), at(Field::Levels)),
            members: self.score(get(Field::Members), at(Field::Members)),
            fields: foreign
                .into_iter()
                .map(|(name, value)| {
                    let values = self.foreign_texts(&value, Path::Key(&Path::Article, &name));
                    (name, values)
                })
                .filter(|(_, values)| !values.is_empty())
                .collect(),
            ..Article::default()
        }
    }

    fn foreign_texts(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<String> {
        match value {
            Value::Number(_) => self.text_or_number(value, path).into_iter().collect(),
            value => self.texts(value, path),
        }
    }

    fn draft(&mut self, element: &Element<'_>, article: Article) -> Draft {
        let written = |field| match element.get(field) {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        };
        let identity = self
            .identity(element.get(Field::Id), at(Field::Id))
            .or_else(|| self.identity(element.get(Field::Path), at(Field::Path)))
            // Addresses that are no links were named by a diagnostic already.
            .or_else(|| {
                let web_url = article.web_url.as_ref()?;
                written(Field::WebUrl)
                    .or_else(|| written(Field::Url))
                    .or_else(|| Some(web_url.clone()))
            })
            .or_else(|| {
                let original_url = article.original_url.as_ref()?;
                let written = written(Field::OriginalUrl).or_else(|| written(Field::ExternalUrl));
                written.or_else(|| Some(original_url.clone()))
            });
        let removed = self.boolean(element.get(Field::Removed), at(Field::Removed));
        Draft {
            article,
            identity,
            removed: removed == Some(true),
        }
    }

    fn related_list(&mut self, element: &Element<'_>) -> Vec<Related> {
        for field in [Field::Related, Field::TopItems] {
            let related = self.objects(element.get(field), at(field), Self::related);
            if !related.is_empty() {
                return related;
            }
        }
        Vec::new()
    }

    fn related(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Related> {
        let get = |key| value.get(key).unwrap_or(&Value::Null);
        let title = self
            .text(get("title"), path.key("title"))
            .or_else(|| self.text(get("name"), path.key("name")));
        let Some(title) = title else {
            self.note(
                path.key("title"),
                "missing: the related article is left out",
            );
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

    fn first_text(&mut self, element: &Element<'_>, fields: &[Field]) -> Option<String> {
        fields
            .iter()
            .find_map(|field| self.text(element.get(*field), at(*field)))
    }

    fn first_texts(&mut self, element: &Element<'_>, fields: [Field; 2]) -> Vec<String> {
        let lists = fields
            .into_iter()
            .map(|field| self.texts(element.get(field), at(field)));
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
    let language =
        (1..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let below = subtags
        .all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
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
