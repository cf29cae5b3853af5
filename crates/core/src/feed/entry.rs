//! An article of a feed, made when it is first looked at.

use std::cell::OnceCell;
use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

use super::article::{self, Identity};
use super::diagnostic::Diagnostics;
use super::field_reader::{Context, FieldReader};
use super::fields::{Field, FieldSet};
use super::formats::json_feed::{self, Defaults};
use super::mapping::Mapping;
use super::packed_entry::{Key, each_field};
use super::raw_entry::RawEntry;
use crate::interner::Interner;
use crate::json::string::is_plain as is_plain_string;
use crate::model::Article;
use crate::text::url::Resolver;

/// An article of a feed. Until it is looked at it is kept as the feed has it, which takes less room,
/// and no time for what nobody asks for.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Options};
///
/// let mut feed = Feed::new(Options::default());
/// feed.read(br#"[{"id": 7, "title": "Low tide"}]"#, None, &UrlStandard)?;
/// let entry = &feed.articles()[0];
/// assert_eq!(entry.id(), "7");
/// assert_eq!(entry.title, "Low tide");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone)]
pub struct Entry(Rc<Kept>);

struct Kept {
    article: OnceCell<Rc<Article>>,
    block: Rc<Block>,
    /// Its record in the block.
    record: Range<usize>,
    id: Box<str>,
    position: usize,
}

/// Records, and what their articles have in common.
pub(crate) struct Block {
    pub(crate) records: String,
    pub(crate) about: Rc<EntryContext>,
}

/// What is known of a document's articles beside what they say themselves.
pub(crate) struct EntryContext {
    pub(crate) mapping: Mapping,
    /// The JSON of providers that several articles have.
    pub(crate) shared: Interner,
    pub(crate) resolver: &'static dyn Resolver,
    /// The document's own address.
    pub(crate) base: Option<String>,
    /// Set in a JSON Feed.
    pub(crate) json_feed: Option<Defaults>,
}

/// What tells an article from others.
const TOLD_APART_BY: FieldSet = FieldSet::NONE.with(&[
    Field::Id,
    Field::Path,
    Field::WebUrl,
    Field::OriginalUrl,
    Field::Title,
    Field::Name,
    Field::Removed,
]);

impl EntryContext {
    /// Returns a reader of the article at a position.
    pub(crate) fn reader<'a>(
        &'a self,
        index: usize,
        is_quiet: bool,
        diagnostics: &'a mut Diagnostics,
    ) -> FieldReader<'a, 'a> {
        let context = Context {
            resolver: self.resolver,
            base: self.base.as_deref(),
        };
        FieldReader {
            context,
            index,
            field_name: match self.json_feed {
                Some(_) => json_feed::field_name,
                None => Field::name,
            },
            is_quiet,
            diagnostics,
        }
    }

    /// The fields of a record under our names, and those that a mapping fills beside them.
    pub(crate) fn entry<'r>(
        &'r self,
        record: &'r str,
        wanted: FieldSet,
        reader: &mut FieldReader<'_, '_>,
    ) -> (RawEntry<'r>, Foreign<'r>) {
        let moves = self.json_feed.is_some() || !self.mapping.is_empty();
        let wanted = if moves { FieldSet::ALL } else { wanted };
        let mut entry = RawEntry::read(record, &self.shared, wanted, &self.mapping);
        if self.json_feed.is_some() {
            json_feed::rename(reader, &mut entry);
        }
        let foreign = self.mapping.apply(&mut entry);
        (entry, foreign)
    }

    /// Who an article is; `None`: it has no title, and that is noted.
    pub(crate) fn identity(
        &self,
        record: &str,
        index: usize,
        diagnostics: &mut Diagnostics,
    ) -> Option<Identity> {
        if let Some(id) = self.plain_id(record) {
            return Some(Identity {
                id: Some(id),
                is_removed: false,
            });
        }
        let mut reader = self.reader(index, true, diagnostics);
        let (entry, _) = self.entry(record, TOLD_APART_BY, &mut reader);
        // What is wrong with one that is shown is noted when it is made.
        if article::title(&mut reader, &entry).is_none() {
            reader.is_quiet = false;
            article::title(&mut reader, &entry);
            return None;
        }
        Some(article::identity(&mut reader, &entry))
    }
}

impl EntryContext {
    /// The identity of most articles, of which no rule needs to be asked: a string without escapes,
    /// beside a title of letters.
    #[cfg_attr(small_module, optimize(speed))]
    fn plain_id(&self, record: &str) -> Option<String> {
        let (mut id, mut title, mut is_plain) = (None, None, true);
        each_field(record, &self.shared, &mut |key, json| match key {
            Key::Own(Field::Id) => id = Some(json),
            Key::Own(Field::Title) => title = Some(json),
            Key::Own(Field::Removed) | Key::Foreign(_) => is_plain = false,
            Key::Own(_) => {}
        });
        letters(title?)?;
        let id = letters(id?)?;
        let is_plain = is_plain && self.json_feed.is_none() && self.mapping.is_empty();
        (is_plain && is_plain_string(id.as_bytes())).then(|| id.to_owned())
    }
}

/// The inside of a string that begins with a letter or digit.
fn letters(json: &str) -> Option<&str> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    let first = inside.bytes().next()?;
    first.is_ascii_alphanumeric().then_some(inside)
}

/// Fields that a mapping fills beside ours.
type Foreign<'r> = Vec<(String, crate::json::value::Value<'r>)>;

impl Entry {
    pub(crate) fn new(block: &Rc<Block>, record: Range<usize>, id: &str, position: usize) -> Self {
        Self(Rc::new(Kept {
            article: OnceCell::new(),
            block: Rc::clone(block),
            record,
            id: id.into(),
            position,
        }))
    }

    /// The article itself.
    pub fn article(&self) -> &Rc<Article> {
        let make = || Rc::new(self.make(FieldSet::ALL, true, &mut Diagnostics::default()));
        self.0.article.get_or_init(make)
    }

    /// [`Article::id`], for which the article need not be made.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// [`Article::position`], for which the article need not be made.
    pub fn position(&self) -> usize {
        self.0.position
    }

    /// The article as far as these fields go; nothing of it is kept.
    pub(crate) fn read(&self, wanted: FieldSet) -> Article {
        self.make(wanted, true, &mut Diagnostics::default())
    }

    /// Notes what is wrong with it.
    pub(crate) fn note(&self, diagnostics: &mut Diagnostics) {
        self.make(FieldSet::ALL, false, diagnostics);
    }

    /// The article as far as these fields go; what is wrong with it is noted unless `quiet`.
    pub(crate) fn make(
        &self,
        wanted: FieldSet,
        quiet: bool,
        diagnostics: &mut Diagnostics,
    ) -> Article {
        let Kept {
            block,
            record,
            id,
            position,
            ..
        } = &*self.0;
        let about = &block.about;
        let record = block.records.get(record.clone()).unwrap_or_default();
        let mut reader = about.reader(*position, quiet, diagnostics);
        let (mut entry, foreign) = about.entry(record, wanted, &mut reader);
        let title = article::title(&mut reader, &entry).unwrap_or_default();
        if let Some(defaults) = &about.json_feed {
            json_feed::translate(&mut reader, &mut entry, defaults);
            // What a mapping fills beats what the item says.
            about.mapping.apply(&mut entry);
        }
        Article {
            id: match wanted.contains(Field::Id) {
                true => id.as_ref().to_owned(),
                false => String::new(),
            },
            position: *position,
            ..article::article(&mut reader, &entry, title, foreign, wanted)
        }
    }

    /// Whether both are the same one, not just alike.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Entry {
    type Target = Article;

    fn deref(&self) -> &Article {
        self.article()
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.article().fmt(formatter)
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || self.article() == other.article()
    }
}

impl Eq for Entry {}
