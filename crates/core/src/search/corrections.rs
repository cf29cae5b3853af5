//! What a query finds in place of a word that no article has.

use super::index::Index;
use super::matching::alternatives;
use super::query::QueryState;

/// How many words are named in place of one.
const MAX_NAMED: usize = 3;

/// A word of a search text that no article has, and what is found in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word, folded.
    pub word: String,
    /// The words found with typos, the most frequent first, at most three; or the two words that it joins.
    pub found: Vec<String>,
}

impl Index {
    /// Returns the words of a query that no article has, if others are found in their place.
    ///
    /// ```
    /// use article_cards_core::feed::{Feed, Options};
    /// use article_cards_core::search::{Index, QueryState};
    /// use article_cards_core::text::url::UrlStandard;
    ///
    /// let mut feed = Feed::new(Options::default());
    /// let json = br#"[{"id": "a", "title": "Lock gates"}, {"id": "b", "title": "Power stations"}]"#;
    /// feed.read(json, None, &UrlStandard)?;
    /// let state = QueryState { query: "locck powerstations".into(), ..QueryState::default() };
    /// let corrections = Index::new(&feed).corrections(&state);
    /// assert_eq!(corrections[0].found, ["lock"]);
    /// assert_eq!(corrections[1].found, ["power stations"]);
    /// # Ok::<(), article_cards_core::error::Error>(())
    /// ```
    pub fn corrections(&self, state: &QueryState) -> Vec<Correction> {
        let required = self.terms(state).into_iter().filter(|term| !term.excluded);
        let corrections = required.filter_map(|term| {
            let postings = self.postings_of(&term);
            let (others, matches_itself) = alternatives(postings, &term);
            let word = term.plain_word().filter(|_| !matches_itself)?;
            let mut found = Vec::new();
            for other in &others {
                other.add_found(postings, &mut found);
            }
            found.truncate(MAX_NAMED);
            let word = word.to_owned();
            (!found.is_empty()).then_some(Correction { word, found })
        });
        corrections.collect()
    }
}
