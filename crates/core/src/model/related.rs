use super::{DEFAULT_TYPE, Image, Provider, Published};

/// An article in short form, in another one's list of related articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The heading. Never empty in one that was read from a feed.
    pub title: String,
    /// A summary in plain text.
    pub excerpt: Option<String>,
    /// When it was published.
    pub published_at: Option<Published>,
    /// The preferred URL.
    pub web_url: Option<String>,
    /// The URL of first publication.
    pub original_url: Option<String>,
    /// `article`, `video`, … as in [`Article::kind`](super::Article::kind).
    pub kind: String,
    /// Who publishes it.
    pub provider: Option<Provider>,
    /// Quality score; `None` if it is not rated.
    pub quality: Option<u64>,
    /// Pictures.
    pub images: Vec<Image>,
}

impl Default for Related {
    fn default() -> Self {
        Self {
            title: String::new(),
            excerpt: None,
            published_at: None,
            web_url: None,
            original_url: None,
            kind: DEFAULT_TYPE.to_owned(),
            provider: None,
            quality: None,
            images: Vec::new(),
        }
    }
}

impl Related {
    /// Returns its link: the preferred URL, else the one of first publication.
    pub fn link(&self) -> Option<&str> {
        self.web_url.as_deref().or(self.original_url.as_deref())
    }
}
