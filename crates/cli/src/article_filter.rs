//! The arguments that select the articles of a feed.

use clap::Args;

use article_cards_core::model::{Article, Published};
use article_cards_core::text::date;

/// Which articles become part of the feed.
#[derive(Args, Debug)]
pub(super) struct ArticleFilter {
    /// The maximum number of articles; the newest are kept.
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,

    /// Only articles of this date or later, such as 2024-01-31.
    #[arg(long, value_name = "DATE", value_parser = moment)]
    since: Option<i64>,

    /// Only articles with one of these topics.
    #[arg(long, value_name = "TOPIC,…", value_delimiter = ',')]
    topics: Vec<String>,

    /// Keep drafts, marked as `published: false`; otherwise they are left out.
    #[arg(long)]
    pub(super) drafts: bool,

    /// Leave out articles with `published: false`, which are otherwise kept and marked.
    #[arg(long)]
    without_unpublished: bool,
}

impl ArticleFilter {
    /// Returns whether an article is selected, regardless of the limit.
    pub(super) fn accepts(&self, article: &Article) -> bool {
        let since = self
            .since
            .is_none_or(|since| published_ms(article).is_some_and(|at| at >= since));
        let topic = self.topics.is_empty()
            || article
                .topics
                .iter()
                .any(|topic| self.topics.contains(topic));
        since && topic && (article.published || !self.without_unpublished)
    }
}

/// Returns when an article was published, in milliseconds; a day counts as its start in UTC.
pub(super) fn published_ms(article: &Article) -> Option<i64> {
    article.published_at.map(milliseconds)
}

/// Returns a date in milliseconds since 1970; a day counts as its start in UTC.
pub(super) fn milliseconds(published: Published) -> i64 {
    match published {
        Published::At(milliseconds) => milliseconds,
        Published::On(day) => date::days_from_civil(day) * 86_400_000,
    }
}

fn moment(text: &str) -> Result<i64, String> {
    let published = date::parse(text).map(milliseconds);
    published.ok_or_else(|| "write a date like 2024-01-31 or 2024-01-31T12:00:00Z".to_owned())
}
