//! The customer's shape of an article, in the customer's order.

use serde::Serialize;

/// A picture or an icon.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Image {
    /// Where it is, as seen from `index.json`.
    pub(super) url: String,
    /// Its width in pixels.
    pub(super) width: usize,
    /// Its height in pixels.
    pub(super) height: usize,
    /// What it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'static str>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) attribution: Option<String>,
    /// Whether the publisher keeps a copy.
    pub(super) is_cached: bool,
}

/// Whose article it is.
#[derive(Clone, Serialize)]
pub(super) struct Provider {
    /// Its name.
    pub(super) name: &'static str,
    /// Its host.
    pub(super) domain: &'static str,
    /// Its icon.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) images: Vec<Image>,
}

/// An article, or in its short form a related one. What is absent is not written.
#[derive(Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Article {
    /// Its place in the publisher's repository, which is its identity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) path: Option<String>,
    /// The headline.
    pub(super) title: String,
    /// The beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) excerpt: Option<String>,
    /// When it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published_date_time: Option<String>,
    /// Where it appeared first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) original_url: Option<String>,
    /// Where to read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) web_url: Option<String>,
    /// Its kind.
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    /// The language of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) locale: Option<&'static str>,
    /// How good it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) quality: Option<i32>,
    /// How much it is talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) heat: Option<i32>,
    /// Whether it may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<bool>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) length: Option<&'static str>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<&'static str>,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) levels: Vec<&'static str>,
    /// How many are in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) members: Option<u32>,
    /// Whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) provider: Option<Provider>,
    /// Its sections.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) categories: Vec<&'static str>,
    /// What it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<&'static str>,
    /// Its pictures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) images: Vec<Image>,
    /// What goes with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related: Vec<Article>,
}

impl Article {
    /// The same for a document elsewhere: `prefix` leads from there to `index.json`.
    pub(super) fn seen_from(mut self, prefix: &str) -> Self {
        let icons = self
            .provider
            .iter_mut()
            .flat_map(|provider| &mut provider.images);
        for image in self.images.iter_mut().chain(icons) {
            image.url.insert_str(0, prefix);
        }
        self.related = self
            .related
            .into_iter()
            .map(|related| related.seen_from(prefix))
            .collect();
        self
    }

    /// The short form, as it stands in another article's `related`.
    pub(super) fn short(&self, with_image: bool) -> Self {
        Self {
            title: self.title.clone(),
            excerpt: self.excerpt.clone(),
            published_date_time: self.published_date_time.clone(),
            original_url: self
                .web_url
                .is_none()
                .then(|| self.original_url.clone())
                .flatten(),
            web_url: self.web_url.clone(),
            kind: self.kind,
            provider: self.provider.clone(),
            quality: self.quality,
            images: self
                .images
                .last()
                .filter(|_| with_image)
                .cloned()
                .into_iter()
                .collect(),
            ..Self::default()
        }
    }
}
