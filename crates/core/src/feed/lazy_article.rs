//! An article of a feed, decoded on first use.

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
use super::parsed_entry::ParsedEntry;
use crate::interner::Interner;
use crate::json::string::is_plain as is_plain_string;
use crate::model::{Article, Provider};
use crate::text::url::Resolver;

/// An article of a feed, decoded from its packed entry on first use: packed entries take less memory,
/// and most articles of a large feed are never rendered.
///
/// ```
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::text::url::UrlStandard;
///
/// let mut feed = Feed::new(Options::default());
/// feed.read(br#"[{"id": 7, "title": "Low tide"}]"#, None, &UrlStandard)?;
/// let article = &feed.articles()[0];
/// assert_eq!(article.id(), "7");
/// assert_eq!(article.title, "Low tide");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone)]
pub struct LazyArticle(Rc<Inner>);

struct Inner {
    article: OnceCell<Rc<Article>>,
    block: Rc<Block>,
    /// The packed entry within its block.
    range: Range<usize>,
    id: Box<str>,
    position: usize,
}

/// Packed entries of one document, one after another.
pub(crate) struct Block {
    pub(crate) packed: String,
    pub(crate) context: Rc<DocumentContext>,
}

/// What all entries of a document share.
pub(crate) struct DocumentContext {
    pub(crate) mapping: Mapping,
    /// The JSON of providers that several articles share.
    pub(crate) shared: Interner,
    pub(crate) resolver: &'static dyn Resolver,
    /// The URL of the document.
    pub(crate) base: Option<String>,
    /// Set for a JSON Feed.
    pub(crate) json_feed: Option<Defaults>,
    /// The provider of articles that name none. Set once one of several feeds is read.
    pub(crate) publisher: OnceCell<String>,
}

/// The fields that identify an article.
const IDENTIFYING: FieldSet = FieldSet::NONE.with(&[
    Field::Id,
    Field::Path,
    Field::WebUrl,
    Field::Link,
    Field::Permalink,
    Field::Url,
    Field::OriginalUrl,
    Field::Title,
    Field::Name,
    Field::Headline,
    Field::Removed,
]);

impl DocumentContext {
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
            own_fields: match self.json_feed {
                Some(_) => json_feed::own_fields,
                None => |_| &[],
            },
            is_quiet,
            diagnostics,
        }
    }

    /// Parses a packed entry. Returns the values of known fields, and the fields that only a mapping
    /// defines.
    pub(crate) fn unpack<'r>(
        &'r self,
        packed: &'r str,
        wanted: FieldSet,
        reader: &mut FieldReader<'_, '_>,
    ) -> (ParsedEntry<'r>, OtherFields<'r>) {
        // The text of an untitled article is needed for its title.
        let wanted = match self.titles_from_text() {
            true => FieldSet::ALL,
            false => wanted,
        };
        let mut entry = ParsedEntry::read(packed, &self.shared, wanted, &self.mapping);
        let others = apply_mapping(&self.mapping, &mut entry, reader);
        (entry, others)
    }

    /// Returns whether the first words of its text are the title of an article without one.
    pub(crate) fn titles_from_text(&self) -> bool {
        self.json_feed.is_some() || !self.mapping.is_empty()
    }

    /// Returns the identity of an article. Without a title, adds a diagnostic and returns `None`.
    pub(crate) fn identity(
        &self,
        packed: &str,
        index: usize,
        diagnostics: &mut Diagnostics,
    ) -> Option<Identity> {
        if let Some(id) = self.id_without_parsing(packed) {
            return Some(Identity {
                id: Some(id),
                is_removed: false,
            });
        }
        let mut reader = self.reader(index, true, diagnostics);
        let (entry, _) = self.unpack(packed, IDENTIFYING, &mut reader);
        let from_text = self.titles_from_text();
        // All other diagnostics are collected on demand, by `collect_diagnostics`.
        if article::title(&mut reader, &entry, from_text).is_none() {
            reader.is_quiet = false;
            article::title(&mut reader, &entry, from_text);
            return None;
        }
        Some(article::identity(&mut reader, &entry))
    }

    /// Returns the `id` of most articles without parsing: a string without escapes, if the title is a
    /// string and both begin with a letter or digit.
    #[cfg_attr(small_module, optimize(speed))]
    fn id_without_parsing(&self, packed: &str) -> Option<String> {
        let (mut id, mut title, mut is_plain) = (None, None, true);
        each_field(packed, &self.shared, &mut |key, json| match key {
            Key::Field(Field::Id) => id = Some(json),
            Key::Field(Field::Title) => title = Some(json),
            Key::Field(Field::Removed) | Key::Foreign(_) => is_plain = false,
            Key::Field(_) => {}
        });
        string_contents(title?)?;
        let id = string_contents(id?)?;
        let is_plain = is_plain && !self.titles_from_text();
        (is_plain && is_plain_string(id.as_bytes())).then(|| id.to_owned())
    }
}

/// Returns what is between the quotes of a JSON string that begins with a letter or digit.
fn string_contents(json: &str) -> Option<&str> {
    let contents = json.strip_prefix('"')?.strip_suffix('"')?;
    let first = contents.bytes().next()?;
    first.is_ascii_alphanumeric().then_some(contents)
}

/// Fields that only a mapping defines, with their values.
type OtherFields<'r> = Vec<(String, crate::json::value::Value<'r>)>;

impl LazyArticle {
    pub(crate) fn new(block: &Rc<Block>, range: Range<usize>, id: &str, position: usize) -> Self {
        Self(Rc::new(Inner {
            article: OnceCell::new(),
            block: Rc::clone(block),
            range,
            id: id.into(),
            position,
        }))
    }

    /// Returns the article, decoded on first use.
    pub fn article(&self) -> &Rc<Article> {
        let decode = || Rc::new(self.decode(FieldSet::ALL, true, &mut Diagnostics::default()));
        self.0.article.get_or_init(decode)
    }

    /// Returns [`Article::id`] without decoding the article.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// Returns [`Article::position`] without decoding the article.
    pub fn position(&self) -> usize {
        self.0.position
    }

    /// Decodes only some fields. The result is not stored.
    pub(crate) fn read_fields(&self, wanted: FieldSet) -> Article {
        self.decode(wanted, true, &mut Diagnostics::default())
    }

    /// Adds the diagnostics of all fields of the article.
    pub(crate) fn collect_diagnostics(&self, diagnostics: &mut Diagnostics) {
        self.decode(FieldSet::ALL, false, diagnostics);
    }

    /// Decodes some fields. Adds their diagnostics unless `is_quiet`.
    pub(crate) fn decode(
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
        let (entry, others) = context.unpack(packed, wanted, &mut reader);
        let title = article::title(&mut reader, &entry, context.titles_from_text());
        let title = title.unwrap_or_default();
        let defaults = context.json_feed.as_ref();
        let mut article = Article {
            id: match wanted.contains(Field::Id) {
                true => id.as_ref().to_owned(),
                false => String::new(),
            },
            position: *position,
            ..article::article(&mut reader, &entry, title, others, wanted, defaults)
        };
        if let Some(name) = context.publisher.get()
            && article.provider.is_none()
        {
            article.provider = Some(Provider {
                name: Some(name.clone()),
                ..Provider::default()
            });
        }
        article
    }

    /// Returns whether both are the same article of the same feed, not just equal.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for LazyArticle {
    type Target = Article;

    fn deref(&self) -> &Article {
        self.article()
    }
}

impl fmt::Debug for LazyArticle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.article().fmt(formatter)
    }
}

impl PartialEq for LazyArticle {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || self.article() == other.article()
    }
}

impl Eq for LazyArticle {}
