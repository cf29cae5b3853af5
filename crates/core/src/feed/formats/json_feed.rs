//! JSON Feed (<https://www.jsonfeed.org/version/1.1/>): which fields its items have, and what the feed
//! declares for all of them.

use crate::feed::fields::Field;
use crate::model::{Article, Provider};

/// What a JSON Feed declares for all its items.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// The authors of items that name none.
    pub(crate) authors: Vec<String>,
    /// The provider of items that name none: the title of the feed.
    pub(crate) publisher: Option<String>,
    /// The language of items that name none.
    pub(crate) language: Option<String>,
}

impl Defaults {
    /// Fills what an item leaves open.
    pub(crate) fn complete(&self, article: &mut Article) {
        if article.authors.is_empty() {
            article.authors.clone_from(&self.authors);
        }
        if article.provider.is_none() {
            article.provider = self.publisher.clone().map(|name| Provider {
                name: Some(name),
                ..Provider::default()
            });
        }
        if article.locale.is_none() {
            article.locale.clone_from(&self.language);
        }
    }
}

/// Returns the fields of an item that a property is read from before all others.
pub(crate) fn own_fields(property: Field) -> &'static [Field] {
    match property {
        Field::WebUrl => &[Field::Url],
        Field::OriginalUrl => &[Field::ExternalUrl],
        Field::Excerpt => &[Field::Summary, Field::ContentText, Field::ContentHtml],
        Field::PublishedDateTime => &[Field::DatePublishedSnake],
        Field::Topics => &[Field::Tags],
        Field::Images => &[Field::Image, Field::BannerImage, Field::ContentHtml],
        Field::Locale => &[Field::Language],
        _ => &[],
    }
}
