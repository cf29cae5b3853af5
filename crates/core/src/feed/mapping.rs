//! Mappings: where the fields of an article are in foreign items.

pub(crate) mod expression;
pub(crate) mod path;

use expression::{Expression, Fault};
use path::Path;

use super::fields::Field;
use crate::json::parser::Parser;
use crate::json::scanner::Scanner;
use crate::json::value::Value;
use crate::text::quoted;

/// Where the fields of an article are in foreign items, and where a document has its items and the
/// next page.
///
/// Each pair is the name of a field, and an expression or a list of expressions, of which the first
/// with a usable value counts. An expression is a path, and filters behind `|`:
///
/// - A path is names joined by dots. `[n]` takes one entry of a list, `[]` all. A name with dots or
///   brackets is in quotes: `"a.b"`.
/// - `html` removes tags, or takes the first picture for `images`; `unix` and `unix-ms` make a date
///   of a number; `split` makes a list of a text at commas, `split(" ")` at another separator;
///   `not` inverts a boolean; `prefix("https://…/")` puts a text in front.
///
/// `$items` is the path of the list of items, `$next` the expression of the next page. An empty list
/// leaves a field out. Another field whose path leads nowhere is read by its own name, as is one
/// without a path. A name that is no field of an article defines a new one, for facets and sorting.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Mapping, Options};
///
/// let mapping = Mapping::new([("title", "headline | html"), ("$items", "response.results")]);
/// let mut feed = Feed::new(Options { mapping, ..Options::default() });
/// let json = br#"{"response": {"results": [{"headline": "On <b>harbours</b>"}]}}"#;
/// feed.read(json, None, &UrlStandard)?;
/// assert_eq!(feed.articles()[0].title, "On harbours");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    rules: Vec<Rule>,
    pub(crate) items: Option<Path>,
    pub(crate) next: Vec<Expression>,
    refused: Vec<String>,
    error: Option<String>,
}

/// Where a field is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// The name of the field, or a path below it: `provider.name`.
    pub(crate) target: String,
    pub(crate) target_path: Path,
    pub(crate) sources: Vec<Expression>,
}

/// One expression or several, in order of preference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expressions(Vec<String>);

impl From<&str> for Expressions {
    fn from(expression: &str) -> Self {
        Self(vec![expression.to_owned()])
    }
}

impl From<String> for Expressions {
    fn from(expression: String) -> Self {
        Self(vec![expression])
    }
}

impl From<Vec<String>> for Expressions {
    fn from(expressions: Vec<String>) -> Self {
        Self(expressions)
    }
}

/// How many steps the name of a field may have; `provider.images.url` has three.
const MAX_STEPS: usize = 8;

/// Fields that are always discarded. A mapping may read only `content`.
pub(crate) const DISCARDED: [&str; 3] = ["secured", "content", "featuredContent"];

impl Mapping {
    /// Returns a mapping of pairs of a field and its expressions.
    ///
    /// Paths into `secured` and `featuredContent` are refused with a diagnostic, and those into
    /// `content` for fields of no article. If an expression
    /// can't be parsed, no document can be read with the mapping: see [`error`](Self::error).
    pub fn new<K: Into<String>, V: Into<Expressions>>(
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let mut mapping = Self::default();
        for (field, expressions) in pairs {
            let (field, Expressions(expressions)) = (field.into(), expressions.into());
            if let Err(error) = mapping.add(field, &expressions) {
                mapping.error.get_or_insert(error);
            }
        }
        mapping
    }

    /// Returns the mapping that a JSON object describes: each member is a field with its expression,
    /// or with a list of expressions.
    ///
    /// ```
    /// use article_cards_core::feed::Mapping;
    ///
    /// let mapping = Mapping::from_json(r#"{"title": "headline", "webUrl": ["link", "guid"]}"#);
    /// assert_eq!(mapping, Mapping::new([
    ///     ("title", vec!["headline".to_owned()]),
    ///     ("webUrl", vec!["link".to_owned(), "guid".to_owned()]),
    /// ]));
    /// assert!(Mapping::from_json("title = headline").error().is_some());
    /// ```
    pub fn from_json(json: &str) -> Self {
        let mut scanner = Scanner::new(json.as_bytes(), 0, &DISCARDED);
        let is_valid = scanner.value(0).is_ok() && scanner.peek_token().is_none();
        let Value::Object(members) = (match is_valid {
            true => Parser::new(json).value(),
            false => Value::Null,
        }) else {
            return Self::invalid("expected a JSON object");
        };
        // A value of another type is no expression, and so an error that names the field.
        let expression = |value| match value {
            Value::String(text) => text.into_owned(),
            _ => String::new(),
        };
        Self::new(members.into_iter().map(|(field, value)| {
            let expressions: Vec<String> = match value {
                Value::Array(list) => list.into_iter().map(expression).collect(),
                single => vec![expression(single)],
            };
            (field, expressions)
        }))
    }

    /// Returns a mapping with which no document can be read.
    ///
    /// ```
    /// use article_cards_core::feed::Mapping;
    ///
    /// let mapping = Mapping::invalid("no preset is named \"tides\"");
    /// assert_eq!(mapping.error(), Some("mapping: no preset is named \"tides\""));
    /// ```
    pub fn invalid(problem: &str) -> Self {
        Self {
            error: Some(format!("mapping: {problem}")),
            ..Self::default()
        }
    }

    /// Returns a mapping with which no document can be read, since no preset has a name.
    pub fn unknown_preset(name: &str) -> Self {
        Self::invalid(&format!("no preset is named {}", quoted(name)))
    }

    fn add(&mut self, target: String, texts: &[String]) -> Result<(), String> {
        let root = target.split(['.', '[']).next().unwrap_or_default();
        // Of the body an article may have a text and a picture, and other fields nothing.
        let may_read_content = Field::named(root).is_some() || root.starts_with('$');
        let mut sources = Vec::with_capacity(texts.len());
        for text in texts {
            let at = |fault: Fault| format!("mapping: {target}: {}, {fault}", quoted(text));
            let source = Expression::parse(text).map_err(at)?;
            let is_refused = match source.path.first.as_str() {
                "featuredContent" => true,
                "content" => !may_read_content,
                _ => false,
            };
            if is_refused || source.path.leads_through("secured") {
                self.refused.push(text.clone());
                return Ok(());
            }
            sources.push(source);
        }
        match target.as_str() {
            "$next" => self.next = sources,
            "$items" => match <[Expression; 1]>::try_from(sources) {
                Ok([Expression { path, filters }]) if filters.is_empty() => self.items = Some(path),
                _ => {
                    return Err(format!(
                        "mapping: {target}: expected one path without filters"
                    ));
                }
            },
            _ if target.split('.').count() > MAX_STEPS => self.refused.push(target),
            _ => {
                let at = |fault: Fault| format!("mapping: {}, {fault}", quoted(&target));
                let Expression { path, filters } = Expression::parse(&target).map_err(at)?;
                if !filters.is_empty() || target.starts_with('$') {
                    return Err(format!(
                        "mapping: {target}: expected a field, $items or $next"
                    ));
                }
                if DISCARDED.contains(&path.first.as_str()) {
                    self.refused.push(target);
                    return Ok(());
                }
                self.rules.push(Rule {
                    target,
                    target_path: path,
                    sources,
                });
            }
        }
        Ok(())
    }

    /// Returns what is wrong with the mapping: the field, the expression, and the place in it.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Returns whether no field is mapped.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Returns the names of the fields that are mapped.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.target.as_str())
    }

    /// Returns whether a key of the foreign item is, or contains, the title.
    pub(crate) fn names_title(&self, key: &str) -> bool {
        let is_title = |rule: &&Rule| {
            let field = Field::named(&rule.target);
            field.is_some_and(|field| Field::Title.alternatives().contains(&field))
        };
        let mut sources = self
            .rules
            .iter()
            .filter(is_title)
            .flat_map(|it| &it.sources);
        sources.any(|source| source.path.first == key)
    }

    /// Returns the fields and paths that were refused.
    pub(crate) fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Returns the paths into a foreign item.
    fn paths(&self) -> impl Iterator<Item = &Path> {
        let sources = self.rules.iter().flat_map(|rule| &rule.sources);
        sources.map(|source| &source.path)
    }

    /// Returns whether a key of the foreign item is read.
    pub fn reads(&self, key: &str) -> bool {
        self.paths().any(|path| path.first == key)
    }

    /// Returns the keys to discard inside the value of a key of the foreign item: all [`DISCARDED`]
    /// ones that no path leads through.
    pub(crate) fn discarded_below(&self, key: &str) -> Vec<&'static str> {
        let leads_to = |name: &str| {
            let mut paths = self.paths();
            paths.any(|path| path.first == key && path.leads_through(name))
        };
        let discarded = DISCARDED.into_iter();
        discarded.filter(|name| !leads_to(name)).collect()
    }
}
