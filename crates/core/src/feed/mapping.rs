//! Mappings: which fields of foreign items are read as which of ours.

/// Our field ← a dotted path in the foreign item.
///
/// A field without a path, or whose path leads nowhere, is read under its own name. A name that is
/// no field of ours defines a new one, which can be a facet.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Mapping, Options};
///
/// let mapping = Mapping::new([("title", "headline"), ("provider.name", "meta.source")]);
/// let mut feed = Feed::new(Options { mapping, ..Options::default() });
/// let json = br#"[{"headline": "On harbours", "meta": {"source": "Harbour Post"}}]"#;
/// feed.read(json, None, &UrlStandard)?;
/// let article = &feed.articles()[0];
/// assert_eq!(article.title, "On harbours");
/// assert_eq!(article.provider.as_ref().and_then(|provider| provider.label()), Some("Harbour Post"));
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Fields and paths.
    pairs: Vec<(String, String)>,
    refused: Vec<String>,
}

/// How many steps a field may have; `provider.images.url` has three.
const MAX_STEPS: usize = 8;

/// Fields that are always discarded, and so never mapped.
pub(crate) const DISCARDED: [&str; 3] = ["secured", "content", "featuredContent"];

impl Mapping {
    /// Returns a mapping of pairs of our field and a foreign path. Paths into fields that are
    /// always discarded (`secured`, `content`, `featuredContent`) are refused with a diagnostic.
    pub fn new<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut mapping = Self::default();
        for (field, path) in pairs {
            let (field, path) = (field.into(), path.into());
            if [&field, &path]
                .into_iter()
                .any(|name| DISCARDED.contains(&first_segment(name)))
            {
                mapping.refused.push(path);
            } else if field.split('.').count() > MAX_STEPS {
                mapping.refused.push(field);
            } else {
                mapping.pairs.push((field, path));
            }
        }
        mapping
    }

    /// Returns whether nothing is mapped.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Returns pairs of our field and the foreign path.
    pub(crate) fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Returns the fields that have a path.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(field, _)| field.as_str())
    }

    /// Returns whether a key of the foreign item is, or contains, the title.
    pub(crate) fn names_title(&self, key: &str) -> bool {
        let title = |field: &str| matches!(field, "title" | "name");
        self.pairs
            .iter()
            .any(|(field, path)| title(field) && (path == key || first_segment(path) == key))
    }

    /// Returns the paths that were refused.
    pub(crate) fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Returns whether a key of the foreign item is read.
    pub(crate) fn reads(&self, key: &str) -> bool {
        self.pairs
            .iter()
            .any(|(_, path)| path == key || first_segment(path) == key)
    }

    /// Returns the keys to discard inside the value of a key of the foreign item: all [`DISCARDED`]
    /// ones that no path leads through.
    pub(crate) fn discarded_below(&self, key: &str) -> Vec<&'static str> {
        let leads_to = |name: &str| {
            self.pairs.iter().any(|(_, path)| {
                let mut steps = path.split(['.', '[']);
                steps.next() == Some(key) && steps.any(|step| step == name)
            })
        };
        DISCARDED
            .into_iter()
            .filter(|name| !leads_to(name))
            .collect()
    }
}

fn first_segment(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}
