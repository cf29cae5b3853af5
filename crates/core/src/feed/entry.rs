//! An article of a feed, made on first use.

use std::cell::OnceCell;
use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

use super::article::{self, Identity};
use super::diagnostic::Diagnostics;
use super::field_reader::{Context, FieldReader};
use super::fields::{Field, FieldSet};
use super::formats::json_feed::{self, Defaults};
use super::mapped_fields::apply_mapping;
use super::mapping::Mapping;
use super::packed_entry::{Key, each_field};
use super::raw_entry::RawEntry;
use crate::interner::Interner;
use crate::json::string::is_plain as is_plain_string;
use crate::model::Article;
use crate::text::url::Resolver;

/// An article of a feed, made from its packed entry on first use: packed entries take less memory,
/// and most articles of a large feed are never drawn.
///
/// ```
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::text::url::UrlStandard;
///
/// let mut feed = Feed::new(Options::default());
/// feed.read(br#"[{"id": 7, "title": "Low tide"}]"#, None, &UrlStandard)?;
/// let entry = &feed.articles()[0];
/// assert_eq!(entry.id(), "7");
/// assert_eq!(entry.title, "Low tide");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone)]
pub struct Entry(Rc<Inner>);

struct Inner {
    article: OnceCell<Rc<Article>>,
    block: Rc<Block>,
    /// The packed entry in the block.
    range: Range<usize>,
    id: Box<str>,
    position: usize,
}

/// Packed entries, and what they have in common.
pub(crate) struct Block {
    pub(crate) packed: String,
    pub(crate) context: Rc<EntryContext>,
}

/// What the entries of a document have in common.
pub(crate) struct EntryContext {
    pub(crate) mapping: Mapping,
    /// The JSON of providers that several articles share.
    pub(crate) shared: Interner,
    pub(crate) resolver: &'static dyn Resolver,
    /// The URL of the document.
    pub(crate) base: Option<String>,
    /// Set for a JSON Feed.
    pub(crate) json_feed: Option<Defaults>,
}

/// The fields that identify an article.
const IDENTIFYING: FieldSet = FieldSet::NONE.with(&[
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

    /// Returns the fields of a packed entry under our names, and those of a mapping that are none of
    /// ours.
    pub(crate) fn unpack<'r>(
        &'r self,
        packed: &'r str,
        wanted: FieldSet,
        reader: &mut FieldReader<'_, '_>,
    ) -> (RawEntry<'r>, OtherFields<'r>) {
        let moves_fields = self.json_feed.is_some() || !self.mapping.is_empty();
        let wanted = if moves_fields { FieldSet::ALL } else { wanted };
        let mut entry = RawEntry::read(packed, &self.shared, wanted, &self.mapping);
        if self.json_feed.is_some() {
            json_feed::rename(reader, &mut entry);
        }
        let others = apply_mapping(&self.mapping, &mut entry);
        (entry, others)
    }

    /// Returns the identity of an article; `None` if it has no title, which is noted.
    pub(crate) fn identity(
        &self,
        packed: &str,
        index: usize,
        diagnostics: &mut Diagnostics,
    ) -> Option<Identity> {
        if let Some(id) = self.plain_id(packed) {
            return Some(Identity {
                id: Some(id),
                is_removed: false,
            });
        }
        let mut reader = self.reader(index, true, diagnostics);
        let (entry, _) = self.unpack(packed, IDENTIFYING, &mut reader);
        // What is wrong with an article is noted when it is made.
        if article::title(&mut reader, &entry).is_none() {
            reader.is_quiet = false;
            article::title(&mut reader, &entry);
            return None;
        }
        Some(article::identity(&mut reader, &entry))
    }

    /// Returns the identity of most articles without parsing: a string without escapes, beside a
    /// title that begins with a letter or digit.
    #[cfg_attr(small_module, optimize(speed))]
    fn plain_id(&self, packed: &str) -> Option<String> {
        let (mut id, mut title, mut is_plain) = (None, None, true);
        each_field(packed, &self.shared, &mut |key, json| match key {
            Key::Own(Field::Id) => id = Some(json),
            Key::Own(Field::Title) => title = Some(json),
            Key::Own(Field::Removed) | Key::Foreign(_) => is_plain = false,
            Key::Own(_) => {}
        });
        inside(title?)?;
        let id = inside(id?)?;
        let is_plain = is_plain && self.json_feed.is_none() && self.mapping.is_empty();
        (is_plain && is_plain_string(id.as_bytes())).then(|| id.to_owned())
    }
}

/// Returns the inside of a string that begins with a letter or digit.
fn inside(json: &str) -> Option<&str> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    let first = inside.bytes().next()?;
    first.is_ascii_alphanumeric().then_some(inside)
}

/// Fields of a mapping that are none of ours.
type OtherFields<'r> = Vec<(String, crate::json::value::Value<'r>)>;

impl Entry {
    pub(crate) fn new(block: &Rc<Block>, range: Range<usize>, id: &str, position: usize) -> Self {
        Self(Rc::new(Inner {
            article: OnceCell::new(),
            block: Rc::clone(block),
            range,
            id: id.into(),
            position,
        }))
    }

    /// Returns the article, made on first use.
    pub fn article(&self) -> &Rc<Article> {
        let make = || Rc::new(self.make(FieldSet::ALL, true, &mut Diagnostics::default()));
        self.0.article.get_or_init(make)
    }

    /// Returns [`Article::id`] without making the article.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// Returns [`Article::position`] without making the article.
    pub fn position(&self) -> usize {
        self.0.position
    }

    /// Returns an article of only these fields, which is not stored.
    pub(crate) fn read(&self, wanted: FieldSet) -> Article {
        self.make(wanted, true, &mut Diagnostics::default())
    }

    /// Notes what is wrong with the article.
    pub(crate) fn note(&self, diagnostics: &mut Diagnostics) {
        self.make(FieldSet::ALL, false, diagnostics);
    }

    /// Makes an article of these fields; notes what is wrong with them unless `is_quiet`.
    pub(crate) fn make(
        &self,
        wanted: FieldSet,
        is_quiet: bool,
        diagnostics: &mut Diagnostics,
    ) -> Article {
        let Inner {
            block,
            range,
            id,
            position,
            ..
        } = &*self.0;
        let context = &block.context;
        let packed = block.packed.get(range.clone()).unwrap_or_default();
        let mut reader = context.reader(*position, is_quiet, diagnostics);
        let (mut entry, others) = context.unpack(packed, wanted, &mut reader);
        let title = article::title(&mut reader, &entry).unwrap_or_default();
        if let Some(defaults) = &context.json_feed {
            json_feed::translate(&mut reader, &mut entry, defaults);
            // A mapping takes precedence over the item.
            apply_mapping(&context.mapping, &mut entry);
        }
        Article {
            id: match wanted.contains(Field::Id) {
                true => id.as_ref().to_owned(),
                false => String::new(),
            },
            position: *position,
            ..article::article(&mut reader, &entry, title, others, wanted)
        }
    }

    /// Returns whether both are the same entry, not just equal.
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
