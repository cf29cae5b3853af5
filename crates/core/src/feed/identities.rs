//! The identities of a feed's articles.

use crate::interner::Interner;

/// In place of the index of an article that was removed.
const REMOVED: u32 = u32::MAX;

/// The identities of a feed, and the article of each.
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
