//! What a search server stores of each article. `docs/search-servers.md` has the same as a table, and
//! the adapters of the package query it.

use serde_json::{Map, Value};

use super::articles::PushedArticle;
use super::orders::order;
use super::spellings::Spellings;
use crate::article_filter;
use article_cards_core::model::Published;
use article_cards_core::search::Locale;
use article_cards_core::search::PlainLocale;
use article_cards_core::search::export::{ArticleTokens, ExportedField, hash, value_hash};
use article_cards_core::text::date::days_from_civil;

/// Fields with a value of its own for each article, which are filters and no facets.
const NO_FACETS: [&str; 5] = ["id", "title", "excerpt", "webUrl", "originalUrl"];

/// The fields of texts that every feed is sorted by.
const SORTED: [&str; 2] = ["title", "provider"];

/// The type of a stored field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Stored, and never looked up.
    Stored,
    /// Words and parts of words.
    Tokens,
    /// The same, as often as they occur.
    Frequencies,
    /// Hashes of values to filter by.
    Key,
    /// Texts whose frequencies are counted.
    Facet,
    /// A number to sort and filter by.
    Number,
}

/// What a kind of server stores.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// What replaces each dot in the name of a field.
    pub(super) separator: &'static str,
    /// Whether it ranks by how often words occur.
    pub(super) has_frequencies: bool,
}

/// The field of all words, as often as they occur.
const FREQUENCIES: &str = "search_any";

/// A field of articles that filters use, and how its values are shown.
struct Filter {
    field: ExportedField,
    /// Its name in the names of stored fields.
    name: String,
    /// `None` if it is no facet.
    spellings: Option<Spellings>,
}

/// The documents of all articles, made when they are sent.
pub(super) struct Documents {
    articles: Vec<PushedArticle>,
    filters: Vec<Filter>,
    /// The fields that articles are sorted by, with the place of each article.
    orders: Vec<(String, Vec<Option<u32>>)>,
    form: Form,
}

impl Documents {
    /// Prepares the documents of articles, also with the fields of a mapping.
    pub(super) fn new(
        articles: Vec<PushedArticle>,
        mapped: &[String],
        locale: &dyn Locale,
        form: Form,
    ) -> Self {
        let separator = form.separator;
        let mut fields: Vec<ExportedField> = ExportedField::all().collect();
        for name in mapped {
            if fields.iter().all(|field| field.name() != name) {
                fields.push(ExportedField::new(name));
            }
        }
        fields.retain(|field| field.is_queryable());
        let filters = fields.into_iter().map(|field| Filter {
            spellings: (!NO_FACETS.contains(&field.name()))
                .then(|| Spellings::new(&field, &articles)),
            name: field.name().replace('.', separator),
            field,
        });
        let filters = filters.collect();
        let others = mapped.iter().map(String::as_str);
        let others = others.filter(|name| !SORTED.contains(name));
        let sorted = SORTED.into_iter().chain(others);
        let orders = sorted.map(|name| {
            let field = ExportedField::new(name);
            let may_be_numbers = !SORTED.contains(&name);
            (
                name.replace('.', separator),
                order(&field, &articles, may_be_numbers, locale),
            )
        });
        let orders = orders
            .filter(|(name, places)| {
                SORTED.contains(&name.as_str()) || places.iter().any(Option::is_some)
            })
            .collect();
        Self {
            articles,
            filters,
            orders,
            form,
        }
    }

    /// Returns the number of documents.
    pub(super) fn len(&self) -> usize {
        self.articles.len()
    }

    /// Returns the names and types of the fields, without `id`.
    pub(super) fn fields(&self) -> Vec<(String, Kind)> {
        let stored = ["article", "fingerprint"].map(|name| (name.to_owned(), Kind::Stored));
        let tokens = [
            "search_title",
            "search_topics",
            "search_names",
            "search_excerpt",
            "words",
            "neighbors",
        ];
        let numbers = [
            "position",
            "published",
            "moment",
            "day",
            "quality",
            "heat",
            "word_count",
        ];
        let mut fields: Vec<(String, Kind)> = stored.into();
        fields.extend(tokens.map(|name| (name.to_owned(), Kind::Tokens)));
        if self.form.has_frequencies {
            fields.push((FREQUENCIES.to_owned(), Kind::Frequencies));
        }
        fields.extend(numbers.map(|name| (name.to_owned(), Kind::Number)));
        for filter in &self.filters {
            let name = &filter.name;
            fields.push((format!("key_{name}"), Kind::Key));
            if filter.spellings.is_some() {
                fields.push((format!("facet_{name}"), Kind::Facet));
            }
        }
        let orders = self.orders.iter();
        fields.extend(orders.map(|(name, _)| (format!("sort_{name}"), Kind::Number)));
        fields
    }

    /// Returns a document.
    pub(super) fn document(&self, at: usize) -> Option<Document> {
        let PushedArticle { article, json } = self.articles.get(at)?;
        let mut members = Map::new();
        members.insert("article".to_owned(), Value::from(json.as_str()));
        let tokens = ArticleTokens::new(article, &PlainLocale::default());
        for (name, tokens) in [
            ("search_title", tokens.title),
            ("search_topics", tokens.topics),
            ("search_names", tokens.names),
            ("search_excerpt", tokens.excerpt),
            ("words", tokens.words),
            ("neighbors", tokens.neighbors),
        ] {
            insert_list(&mut members, name.to_owned(), tokens.into_iter().collect());
        }
        if self.form.has_frequencies {
            insert_list(&mut members, FREQUENCIES.to_owned(), tokens.any);
        }
        for filter in &self.filters {
            filter.insert(&mut members, self.articles.get(at)?);
        }
        let number = |number: Option<u64>| number.and_then(|it| i64::try_from(it).ok());
        let mut numbers = vec![
            ("word_count", i64::try_from(tokens.count).ok()),
            ("quality", number(article.quality)),
            ("heat", number(article.heat)),
            ("published", article_filter::published_ms(article)),
        ];
        match article.published_at {
            Some(Published::At(moment)) => numbers.push(("moment", Some(moment))),
            Some(Published::On(day)) => numbers.push(("day", Some(days_from_civil(day)))),
            None => {}
        }
        for (name, number) in numbers {
            if let Some(number) = number {
                members.insert(name.to_owned(), number.into());
            }
        }
        let fingerprint = hash(&Value::Object(members.clone()).to_string());
        members.insert("fingerprint".to_owned(), fingerprint.clone().into());
        Some(Document {
            id: hash(&article.id),
            fingerprint,
            members,
            places: self.places(at),
        })
    }

    /// Returns what changes with other articles: the place in the feed, and in each order.
    fn places(&self, at: usize) -> Map<String, Value> {
        let mut places = Map::new();
        places.insert("position".to_owned(), at.into());
        for (name, order) in &self.orders {
            if let Some(Some(place)) = order.get(at) {
                places.insert(format!("sort_{name}"), (*place).into());
            }
        }
        places
    }
}

impl Filter {
    fn insert(&self, members: &mut Map<String, Value>, pushed: &PushedArticle) {
        let name = &self.name;
        let values = self.field.values(&pushed.article);
        let hashes = values
            .iter()
            .map(|value| value_hash(self.field.name(), value));
        let mut hashes: Vec<String> = hashes.collect();
        let mut known = std::collections::HashSet::new();
        hashes.retain(|hash| known.insert(hash.clone()));
        if let Some(spellings) = &self.spellings {
            // Servers may count values together that differ only in signs.
            let shown = |hash: &String| Some(format!("{hash} {}", spellings.shown(hash)?));
            let shown = hashes.iter().filter_map(shown).collect();
            insert_list(members, format!("facet_{name}"), shown);
        }
        insert_list(members, format!("key_{name}"), hashes);
    }
}

fn insert_list(members: &mut Map<String, Value>, name: String, list: Vec<String>) {
    if !list.is_empty() {
        members.insert(name, list.into());
    }
}

/// What is stored of an article.
pub(super) struct Document {
    /// A hash of the article's identity.
    pub(super) id: String,
    /// A hash of all but the places.
    pub(super) fingerprint: String,
    members: Map<String, Value>,
    /// What changes with other articles.
    pub(super) places: Map<String, Value>,
}

impl Document {
    /// Returns all of it.
    pub(super) fn entry(mut self) -> Entry {
        self.members.append(&mut self.places);
        Entry {
            id: self.id,
            members: self.members,
        }
    }

    /// Returns its places.
    pub(super) fn places_entry(&self) -> Entry {
        Entry {
            id: self.id.clone(),
            members: self.places.clone(),
        }
    }
}

/// A document or some members of it, as they are sent.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) members: Map<String, Value>,
}
