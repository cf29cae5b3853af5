//! The identities of a feed's articles.

use super::fields::{Field, FieldSet};
use super::lazy_article::LazyArticle;
use crate::interner::Interner;

/// The fields that decide whether an article repeats another one.
const LINKS: FieldSet = FieldSet::NONE.with(&[
    Field::WebUrl,
    Field::Link,
    Field::Permalink,
    Field::Url,
    Field::OriginalUrl,
    Field::ExternalUrl,
    Field::Published,
    Field::Draft,
]);

/// In place of the index of an article that was removed.
const REMOVED: u32 = u32::MAX;

/// The identities of a feed, and the article of each; and the links of several feeds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Identities {
    ids: Interner,
    articles: Vec<u32>,
}

impl Identities {
    /// Returns the index of the article with an identity.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let article = *self.articles.get(self.ids.get(id)? as usize)?;
        (article != REMOVED).then_some(article as usize)
    }

    /// Returns whether no entry had this identity.
    pub(crate) fn is_new(&self, id: &str) -> bool {
        self.ids.get(id).is_none()
    }

    /// Adds a new identity; of a removed article without an index.
    pub(crate) fn add(&mut self, id: &str, article: Option<usize>) {
        self.ids.intern(id);
        self.articles
            .push(article.map_or(REMOVED, |index| index as u32));
    }

    /// Adds the link of an article of several feeds. Returns whether no other has it: one that is not
    /// published doesn't count.
    pub(crate) fn add_link(&mut self, article: &LazyArticle) -> bool {
        let article = article.read_fields(LINKS);
        let Some(link) = article.link().filter(|_| article.published) else {
            return true;
        };
        // No identity of several feeds begins like this.
        let link = ["\n", link].concat();
        let is_new = self.is_new(&link);
        if is_new {
            self.add(&link, None);
        }
        is_new
    }

    /// Makes an identity for an entry that has none, from its position.
    pub(crate) fn unnamed(&self, position: usize) -> String {
        let mut id = format!("#{position}");
        // Another article may have such a name.
        while !self.is_new(&id) {
            id.push('#');
        }
        id
    }
}
