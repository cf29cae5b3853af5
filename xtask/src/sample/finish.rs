//! What makes a feed real: what is missing from it, and what goes with what.

use super::article::{Article, Provider};
use super::calendar::{self, Style};
use super::random::Random;
use super::stock::{Entry, Stock};
use super::wording::slug;

/// Takes away what real feeds lack: here a picture, there a date.
pub(super) fn leave_out(articles: &mut [Article], random: &mut Random) {
    let plain = |article: &Article| article.kind == "article" && article.locale == Some("en-gb");
    let mut places: Vec<usize> = (12..articles.len())
        .filter(|&place| plain(&articles[place]))
        .collect();
    random.shuffle(&mut places);
    let mut places = places.into_iter();
    let mut some = |count: usize| places.by_ref().take(count).collect::<Vec<_>>();
    // One without a picture on the first screen, the others further down.
    let first = (6..12).find(|&place| plain(&articles[place]));
    for place in some(19).into_iter().chain(first) {
        articles[place].images.clear();
    }
    for place in some(4) {
        articles[place].published_date_time = None;
        // The day is in the path as well.
        let words = articles[place]
            .path
            .as_deref()
            .and_then(|path| path.get("_news/2026-11-20-".len()..));
        articles[place].path = words.map(|words| format!("_news/{words}"));
    }
    some(3)
        .into_iter()
        .for_each(|place| articles[place].provider = None);
    for place in some(18) {
        let link = articles[place].web_url.take();
        articles[place].original_url = link;
    }
    for place in some(1) {
        (articles[place].web_url, articles[place].original_url) = (None, None);
    }
    some(2)
        .into_iter()
        .for_each(|place| articles[place].published = Some(false));
    some(3)
        .into_iter()
        .for_each(|place| articles[place].excerpt = None);
    some(2)
        .into_iter()
        .for_each(|place| articles[place].quality = Some(-1));
    some(2)
        .into_iter()
        .for_each(|place| (articles[place].quality, articles[place].heat) = (Some(189), Some(186)));
    some(2)
        .into_iter()
        .for_each(|place| (articles[place].quality, articles[place].heat) = (Some(0), Some(0)));
    for place in some(2) {
        if let Some(date) = &mut articles[place].published_date_time {
            date.truncate(10);
        }
    }
}

/// Up to four others of the same beat or topic, some of them on pages that have no feed.
pub(super) fn relate(
    articles: &mut [Article],
    entries: &[Entry],
    stock: &Stock,
    random: &mut Random,
) {
    let short: Vec<Article> = articles
        .iter()
        .map(|article| article.short(random.chance(60)))
        .collect();
    for (place, entry) in entries.iter().enumerate() {
        let beat = &stock.beats[entry.beat];
        let wanted = [0, 0, 0, 1, 1, 2, 2, 3, 3, 4][random.below(10)];
        let mut near: Vec<usize> = (0..articles.len())
            .filter(|&other| {
                other != place
                    && articles[other].published.is_none()
                    && articles[other].locale == articles[place].locale
            })
            .filter(|&other| {
                entries[other].beat == entry.beat
                    || stock.beats[entries[other].beat]
                        .topics
                        .contains(&beat.topics[0])
            })
            .collect();
        random.shuffle(&mut near);
        let mut away: Vec<_> = beat.elsewhere.iter().collect();
        random.shuffle(&mut away);
        for _ in 0..wanted {
            let outside = if random.chance(30) { away.pop() } else { None };
            if let Some(outside) = outside {
                articles[place].related.push(Article {
                    title: outside.title.to_owned(),
                    published_date_time: Some(calendar::write(
                        calendar::NEWEST - random.below(90_000) as i64 * 900,
                        Style::Utc,
                    )),
                    web_url: Some(format!(
                        "https://{}/{}/",
                        outside.domain,
                        slug(outside.title)
                    )),
                    kind: "article",
                    provider: Some(Provider {
                        name: outside.provider,
                        domain: outside.domain,
                        images: Vec::new(),
                    }),
                    quality: random.chance(50).then(|| random.below(120) as i32),
                    ..Article::default()
                });
            } else if let Some(other) = near.pop() {
                articles[place].related.push(short[other].clone());
            }
        }
    }
}
