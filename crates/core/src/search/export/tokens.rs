//! The words of an article as tokens: each form in which a term of a query may match a word is a token
//! of its own, so that a server needs no rules of words.

use std::collections::BTreeSet;

use super::hash::hash;
use crate::model::Article;
use crate::search::locale::Locale;
use crate::search::text::{
    each_part, each_symbols, each_word, ends_before, is_hyphen, without_signs,
};

/// The number of characters of a word that queries compare, where they look for its beginning.
const MAX_PREFIX: usize = 32;

/// The number of characters of a run that are one token: a longer text is looked up in pieces.
const MAX_RUN: usize = 3;

/// The tokens of an article.
///
/// ```
/// use article_cards_core::model::Article;
/// use article_cards_core::search::PlainLocale;
/// use article_cards_core::search::export::{ArticleTokens, hash};
///
/// let article = Article { title: "Low-tide walks".into(), ..Article::default() };
/// let tokens = ArticleTokens::new(&article, &PlainLocale::default());
/// assert!(tokens.title.contains("ti") && tokens.words.contains("tide"));
/// assert!(tokens.neighbors.contains(&hash("low ti")));
/// assert!(tokens.neighbors.contains(&hash("=tide walks")));
/// ```
#[derive(Debug, Default)]
pub struct ArticleTokens {
    /// Every beginning of every word of the title, of its parts, and of words that hyphens join; of
    /// scripts without spaces, every text of up to three characters.
    pub title: BTreeSet<String>,
    /// The same of the topics.
    pub topics: BTreeSet<String>,
    /// The same of the provider's and the authors' names.
    pub names: BTreeSet<String>,
    /// The same of the excerpt.
    pub excerpt: BTreeSet<String>,
    /// The same of all of them, as often as they occur.
    pub any: Vec<String>,
    /// The whole words of all fields.
    pub words: BTreeSet<String>,
    /// Hashes of `=` and a whole word or part of one, or two neighbors; of two neighbors without white
    /// space between them, the second one from its beginning; and of `~` and up to three characters that
    /// are no words. Three neighbors would be a quarter of a server's memory.
    pub neighbors: BTreeSet<String>,
    /// The number of words.
    pub count: usize,
}

/// A word, in the forms that match it.
struct Forms {
    is_run: bool,
    /// As a whole: with and without the signs after it, and each part.
    whole: BTreeSet<String>,
    /// By a beginning.
    beginnings: BTreeSet<String>,
}

impl ArticleTokens {
    /// Returns the tokens of an article.
    pub fn new(article: &Article, locale: &dyn Locale) -> Self {
        let mut tokens = Self::default();
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        let names = provider.into_iter().chain(texts(&article.authors));
        tokens.title = tokens.field([article.title.as_str()].into_iter(), locale);
        tokens.topics = tokens.field(texts(&article.topics), locale);
        tokens.names = tokens.field(names, locale);
        tokens.excerpt = tokens.field(article.excerpt.as_deref().into_iter(), locale);
        tokens
    }

    /// Adds the words of a field, and returns its own tokens.
    fn field<'t>(
        &mut self,
        texts: impl Iterator<Item = &'t str>,
        locale: &dyn Locale,
    ) -> BTreeSet<String> {
        let mut beginnings = BTreeSet::new();
        for text in texts {
            self.text(text, locale, &mut beginnings);
            each_symbols(text, &mut |symbols| {
                for part in substrings(symbols.folded) {
                    self.neighbors.insert(hash(&format!("~{part}")));
                }
            });
        }
        beginnings.iter().map(|text| token(text)).collect()
    }

    fn text(&mut self, text: &str, locale: &dyn Locale, beginnings: &mut BTreeSet<String>) {
        let mut previous: Option<(Forms, usize)> = None;
        // The words so far that hyphens connect.
        let mut joined = Joined::default();
        each_word(text, locale, &mut String::new(), &mut |word| {
            let forms = Forms::new(word.folded, word.is_run);
            self.count += 1;
            self.words.insert(token(word.folded));
            self.words.insert(token(without_signs(word.folded)));
            let start = word.range.start;
            let end = previous.as_ref().map(|(_, end)| *end);
            let is_joined = end.is_some_and(|end| is_hyphen(text.get(end..start)));
            joined.push(
                word.folded,
                is_joined && !word.is_run,
                word.is_run,
                &mut |it| {
                    self.joined(it, beginnings);
                },
            );
            if let Some((before, _)) = &previous {
                let between = end.and_then(|end| text.get(end..start));
                let is_close = between.is_some_and(|it| !it.contains(char::is_whitespace));
                self.pair(before, &forms, is_close);
            }
            let whole = forms.whole.iter();
            self.neighbors
                .extend(whole.map(|it| hash(&format!("={it}"))));
            self.any
                .extend(forms.beginnings.iter().map(|text| token(text)));
            beginnings.extend(forms.beginnings.iter().cloned());
            previous = Some((forms, word.range.end));
        });
        joined.finish(&mut |it| self.joined(it, beginnings));
    }

    /// Adds two neighbors. Only those without white space between them, which a query may have as one
    /// piece, also with the second one from its beginning: for all, they would be most of the tokens.
    fn pair(&mut self, first: &Forms, second: &Forms, is_close: bool) {
        // Any part of a run matches: the pairs of two would be thousands.
        if first.is_run && second.is_run {
            return;
        }
        for one in &first.whole {
            let whole = second.whole.iter();
            let whole = whole.map(|other| hash(&format!("={one} {other}")));
            let beginnings = second.beginnings.iter().filter(|_| is_close);
            let beginnings = beginnings.map(|other| hash(&format!("{one} {other}")));
            self.neighbors.extend(whole.chain(beginnings));
        }
    }

    /// Adds a word that hyphens join.
    fn joined(&mut self, word: &str, beginnings: &mut BTreeSet<String>) {
        self.neighbors.insert(hash(&format!("={word}")));
        self.any.extend(prefixes(word).map(|text| token(&text)));
        beginnings.extend(prefixes(word));
    }
}

impl Forms {
    fn new(word: &str, is_run: bool) -> Self {
        let mut forms = Self {
            is_run,
            whole: [word.to_owned()].into(),
            beginnings: BTreeSet::new(),
        };
        if is_run {
            forms.beginnings.extend(substrings(word));
            forms.whole.extend(forms.beginnings.iter().cloned());
            return forms;
        }
        forms.whole.insert(without_signs(word).to_owned());
        forms.beginnings.extend(prefixes(word));
        each_part(word, &mut |start| {
            let part = word.get(start..).unwrap_or_default();
            forms.beginnings.extend(prefixes(part));
            for (end, _) in part.char_indices().skip(1) {
                if let Some((whole, rest)) = part.split_at_checked(end)
                    && ends_before(rest)
                {
                    forms.whole.insert(whole.to_owned());
                }
            }
            forms.whole.insert(part.to_owned());
        });
        forms
    }
}

/// Joins the words that hyphens connect.
#[derive(Default)]
struct Joined {
    word: String,
    parts: usize,
}

impl Joined {
    fn push(&mut self, word: &str, is_connected: bool, is_run: bool, each: &mut dyn FnMut(&str)) {
        if !is_connected || self.parts == 0 {
            self.finish(each);
        }
        if !is_run {
            self.word.push_str(word);
            self.parts += 1;
        }
    }

    fn finish(&mut self, each: &mut dyn FnMut(&str)) {
        if self.parts > 1 {
            each(&self.word);
        }
        self.word.clear();
        self.parts = 0;
    }
}

fn texts(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str)
}

/// Returns a text as a token that no server splits or changes: itself, if it has only small Latin
/// letters and digits, else its hash.
fn token(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    match text.bytes().all(is_plain) {
        true => text.to_owned(),
        false => hash(text),
    }
}

/// Iterates over the beginnings of a word.
fn prefixes(word: &str) -> impl Iterator<Item = String> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let prefixes = ends.take(MAX_PREFIX).filter_map(|end| word.get(..end));
    prefixes.map(str::to_owned)
}

/// Returns the texts of up to three characters within a run.
fn substrings(run: &str) -> BTreeSet<String> {
    let starts = run.char_indices().filter_map(|(at, _)| run.get(at..));
    let parts = starts.flat_map(|rest| prefixes(rest).take(MAX_RUN));
    parts.collect()
}
