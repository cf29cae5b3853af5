//! From what was written to what a feed says: kickers, closing sentences, cuts, character references.

use super::grammar::Deck;
use super::random::Random;
use super::stock::{Entry, Kind};

/// The decks that all articles share.
pub(super) struct Wording {
    kickers: Deck,
    closers: Deck,
}

impl Wording {
    /// Full decks.
    pub(super) fn new() -> Self {
        Self {
            kickers: Deck::new(include_str!("stock/kickers.txt")),
            closers: Deck::new(include_str!("stock/closers.txt")),
        }
    }

    /// An article's title and excerpt.
    pub(super) fn of(&mut self, entry: &Entry, random: &mut Random) -> (String, String) {
        let (mut title, mut excerpt) = (entry.title.to_owned(), entry.excerpt.to_owned());
        if matches!(entry.kind, Kind::Foreign(..)) {
            return (title, excerpt);
        }
        let room = matches!(entry.kind, Kind::Article)
            && title.len() < 76
            && !title.contains([':', '?', '–', '”']);
        if room && random.chance(50) {
            title += &self.kickers.deal(random);
        }
        match random.below(100) {
            // The first sentence alone.
            0..10 => {
                if let Some(end) = excerpt.find(". ").filter(|end| *end > 50) {
                    excerpt.truncate(end + 1);
                }
            }
            10..20 => {}
            more => {
                for _ in 0..if more > 47 { 2 } else { 1 } {
                    excerpt += " ";
                    excerpt += &self.closers.deal(random);
                }
            }
        }
        cut(&mut excerpt, 302);
        if random.chance(28) {
            (title, excerpt) = (refer(&title), refer(&excerpt));
        }
        (title, excerpt)
    }
}

/// Ends a text at a word near a length, as an API does that keeps excerpts short.
fn cut(text: &mut String, length: usize) {
    if let Some((limit, _)) = text.char_indices().nth(length) {
        let end = text[..limit].rfind(' ').unwrap_or(limit);
        text.truncate(end);
        text.truncate(text.trim_end_matches([',', ';', ':', '–', ' ', '.']).len());
        text.push('…');
    }
}

/// Writes some characters as WordPress does.
fn refer(text: &str) -> String {
    let mut references = String::new();
    for letter in text.chars() {
        match letter {
            '&' => references.push_str("&amp;"),
            '’' => references.push_str("&#8217;"),
            '“' => references.push_str("&#8220;"),
            '”' => references.push_str("&#8221;"),
            '–' => references.push_str("&#8211;"),
            '…' => references.push_str("&hellip;"),
            other => references.push(other),
        }
    }
    references
}

/// The words of a title as a path has them.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in title
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric() && letter != '’')
    {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() || (slug.len() + word.len() > 60 && !slug.is_empty()) {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_words() {
        let mut text = "one, two, three".to_owned();
        cut(&mut text, 10);
        assert_eq!(text, "one, two…");
        cut(&mut text, 10);
        assert_eq!(text, "one, two…");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(
            slug("Who’s there? R&D, 3½ years on"),
            "whos-there-r-d-3-years-on"
        );
        assert_eq!(slug("海の図書館"), "");
    }
}
