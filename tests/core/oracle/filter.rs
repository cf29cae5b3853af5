//! Facet values and ranges.

use article_cards_core::model::{Article, Published};
use article_cards_core::search::{Filters, Span};
use article_cards_core::text::date;

use super::zones::Zone;

/// Returns the values of a field.
pub fn values(article: &Article, field: &str) -> Vec<String> {
    let one = |value: Option<&String>| value.into_iter().cloned().collect();
    let provider = article.provider.as_ref();
    match field {
        "topics" => article.topics.clone(),
        "authors" => article.authors.clone(),
        "category" => article.categories.clone(),
        "levels" => article.levels.clone(),
        "type" => vec![article.kind.clone()],
        "provider" | "provider.name" => one(provider.and_then(|it| it.name.as_ref())),
        "provider.domain" => one(provider.and_then(|it| it.domain.as_ref())),
        "title" => vec![article.title.clone()],
        "excerpt" => one(article.excerpt.as_ref()),
        "locale" => one(article.locale.as_ref()),
        "price" => one(article.price.as_ref()),
        "webUrl" => one(article.web_url.as_ref()),
        "originalUrl" => one(article.original_url.as_ref()),
        "id" => vec![article.id.clone()],
        own => {
            let field = article.fields.iter().find(|(name, _)| name == own);
            field.map_or_else(Vec::new, |(_, values)| values.clone())
        }
    }
}

pub fn has(article: &Article, field: &str, value: &str) -> bool {
    values(article, field)
        .iter()
        .any(|own| is_same(field, own, value))
}

/// Compares values by simple case folding, identities exactly.
pub fn is_same(field: &str, one: &str, other: &str) -> bool {
    one == other || field != "id" && fold_case(one) == fold_case(other)
}

fn fold_case(text: &str) -> Vec<char> {
    let fold = |c: char| {
        let (mut capital, mut small) = (c.to_uppercase(), c.to_lowercase());
        match (capital.len(), small.len()) {
            (_, 2..) => c,
            (1, 1) if c != 'ı' => {
                let capital = capital.next().unwrap_or(c);
                capital.to_lowercase().next().unwrap_or(c)
            }
            _ => small.next().unwrap_or(c),
        }
    };
    text.chars().map(fold).collect()
}

pub fn in_ranges(article: &Article, filters: &Filters, zone: Zone) -> bool {
    let score = |span: Span, own: Option<u64>| {
        let unset = span.min.is_none() && span.max.is_none();
        let number = own.map(i128::from);
        unset
            || number.is_some_and(|number| {
                span.min.is_none_or(|min| i128::from(min) <= number)
                    && span.max.is_none_or(|max| number <= i128::from(max))
            })
    };
    let day = article.published_at.map(|published| match published {
        Published::At(milliseconds) => zone.day(milliseconds),
        Published::On(day) => date::days_from_civil(day),
    });
    let from = filters.from.map(date::days_from_civil);
    let to = filters.to.map(date::days_from_civil);
    let dated = from.is_none() && to.is_none()
        || day.is_some_and(|day| {
            from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
        });
    dated && score(filters.quality, article.quality) && score(filters.heat, article.heat)
}
