use super::{Duration, Image, Provider, Published, Related};

/// The type of an article without one.
pub const DEFAULT_TYPE: &str = "article";

/// One article of a feed.
///
/// ```
/// use article_cards_core::model::Article;
///
/// let article = Article { title: "On harbours".into(), ..Article::default() };
/// assert_eq!(article.link(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Identity, unique within the feed.
    pub id: String,
    /// Position in the feed, from 0 over all pages, skipped entries included.
    pub position: usize,
    /// The heading. Never empty in an article that was read from a feed.
    pub title: String,
    /// A summary in plain text.
    pub excerpt: Option<String>,
    /// The preferred URL.
    pub web_url: Option<String>,
    /// The URL of first publication.
    pub original_url: Option<String>,
    /// When it was published.
    pub published_at: Option<Published>,
    /// `article`, `video`, `course`, `collection`, `download`, `forum`, `profile`, or any other word.
    pub kind: String,
    /// Categories, in the feed's order, each once.
    pub categories: Vec<String>,
    /// Topics, in the feed's order, each once.
    pub topics: Vec<String>,
    /// Names of authors, in the feed's order, each once.
    pub authors: Vec<String>,
    /// Quality score; `None` if it is not rated.
    pub quality: Option<u64>,
    /// Heat score; `None` if it is not rated.
    pub heat: Option<u64>,
    /// Whether it is shown without the option for unpublished articles.
    pub published: bool,
    /// Who publishes it.
    pub provider: Option<Provider>,
    /// Pictures, or one picture in several sizes.
    pub images: Vec<Image>,
    /// Related articles in short form.
    pub related: Vec<Related>,
    /// How long a video or course takes.
    pub length: Option<Duration>,
    /// Price of a course, as text: `Free`, `29.90`.
    pub price: Option<String>,
    /// Levels of a course: `Beginner`.
    pub levels: Vec<String>,
    /// Members of a forum.
    pub members: Option<u64>,
    /// Language tag of the text (BCP 47).
    pub locale: Option<String>,
    /// Fields that a mapping defines: name and values.
    pub fields: Vec<(String, Vec<String>)>,
}

impl Default for Article {
    fn default() -> Self {
        Self {
            id: String::new(),
            position: 0,
            title: String::new(),
            excerpt: None,
            web_url: None,
            original_url: None,
            published_at: None,
            kind: DEFAULT_TYPE.to_owned(),
            categories: Vec::new(),
            topics: Vec::new(),
            authors: Vec::new(),
            quality: None,
            heat: None,
            published: true,
            provider: None,
            images: Vec::new(),
            related: Vec::new(),
            length: None,
            price: None,
            levels: Vec::new(),
            members: None,
            locale: None,
            fields: Vec::new(),
        }
    }
}

impl Article {
    /// Returns the link of the card: the preferred URL, else the one of first publication.
    ///
    /// ```
    /// use article_cards_core::model::Article;
    ///
    /// let article = Article {
    ///     original_url: Some("https://harbour.example/1".into()),
    ///     ..Article::default()
    /// };
    /// assert_eq!(article.link(), Some("https://harbour.example/1"));
    /// ```
    pub fn link(&self) -> Option<&str> {
        self.web_url.as_deref().or(self.original_url.as_deref())
    }
}
