//! Articles as they are written to JSON: the names of our own format.

use super::json::Json;
use crate::text::escape_references;

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) title: Option<String>,
    pub(super) articles: Vec<Article>,
    /// The URL of the next page.
    pub(super) next: Option<String>,
}

/// An article.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) id: Option<String>,
    pub(super) web_url: Option<String>,
    pub(super) title: Option<String>,
    pub(super) excerpt: Option<String>,
    /// The dates, the preferred one first: those after it count if it can't be read.
    pub(super) dates: [Option<String>; 3],
    pub(super) kind: Option<&'static str>,
    pub(super) topics: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) provider: Option<Provider>,
    pub(super) images: Vec<Image>,
    pub(super) length: Option<String>,
    pub(super) locale: Option<String>,
}

/// The publisher of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Provider {
    pub(super) name: Option<String>,
    pub(super) domain: Option<String>,
    pub(super) images: Vec<Image>,
}

/// A picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Image {
    pub(super) url: String,
    pub(super) width: Option<String>,
    pub(super) height: Option<String>,
    pub(super) title: Option<String>,
}

impl Document {
    pub(super) fn json(&self) -> String {
        let mut json = Json::default();
        json.open('{');
        json.text("title", self.title.as_deref());
        json.key("articles");
        json.open('[');
        for article in &self.articles {
            article.write(&mut json);
        }
        json.close(']');
        json.text("next", self.next.as_deref());
        json.close('}');
        json.into_string()
    }
}

impl Article {
    fn write(&self, json: &mut Json) {
        let [first, second, third] = &self.dates;
        json.open('{');
        for (key, text) in [
            ("id", &self.id),
            ("webUrl", &self.web_url),
            ("title", &self.title),
            ("excerpt", &self.excerpt),
            ("publishedDateTime", first),
            ("publishedAt", second),
            ("datePublished", third),
            ("length", &self.length),
            ("locale", &self.locale),
        ] {
            json.text(key, text.as_deref());
        }
        json.text("type", self.kind);
        json.texts("topics", &self.topics);
        json.texts("authors", &self.authors);
        if let Some(Provider {
            name,
            domain,
            images,
        }) = &self.provider
        {
            json.key("provider");
            json.open('{');
            json.text("name", name.as_deref());
            json.text("domain", domain.as_deref());
            write_images(images, json);
            json.close('}');
        }
        write_images(&self.images, json);
        json.close('}');
    }
}

#[inline(never)]
fn write_images(images: &[Image], json: &mut Json) {
    if images.is_empty() {
        return;
    }
    json.key("images");
    json.open('[');
    for image in images {
        json.open('{');
        json.text("url", Some(&image.url));
        json.text("width", image.width.as_deref());
        json.text("height", image.height.as_deref());
        json.text("title", image.title.as_deref());
        json.close('}');
    }
    json.close(']');
}

/// Returns a plain text as JSON feeds write it; `None` if it is blank.
#[inline(never)]
pub(super) fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| escape_references(text).into_owned())
}
