//! The 240 articles, put together.

use super::article::{Article, Image, Provider};
use super::calendar::{self, Style};
use super::finish;
use super::grammar::person;
use super::pictures::{self, Dealer, Picture};
use super::providers;
use super::random::Random;
use super::stock::{Beat, Entry, Kind, Stock};
use super::wording::{Wording, slug};
use std::collections::HashSet;

/// Where the articles in other languages stand: on the first pages a reader sees.
const FOREIGN: &[(&str, usize)] = &[("de", 9), ("ja", 15), ("ar", 22)];

/// How old the oldest article is.
const YEARS: f64 = 3.0;

/// All articles, newest first.
pub(super) fn articles(stock: &Stock, drawn: &[Picture]) -> Vec<Article> {
    let random = &mut Random::new(0x5eed_2026);
    let entries = order(stock, random);
    let moments = moments(entries.len(), random);
    let mut wording = Wording::new();
    let mut dealer = Dealer::new(drawn);
    let mut last_provider = "";
    let mut articles = Vec::new();
    for (entry, seconds) in entries.iter().zip(moments) {
        let beat = &stock.beats[entry.beat];
        let provider = match entry.kind {
            Kind::Foreign(_, id) => id,
            _ => {
                let others: Vec<&str> = beat
                    .providers
                    .iter()
                    .copied()
                    .filter(|id| *id != last_provider)
                    .collect();
                others[if random.chance(55) {
                    0
                } else {
                    random.below(others.len())
                }]
            }
        };
        last_provider = provider;
        let (best, scenes) = match entry.kind {
            Kind::Foreign("de", _) => (Some("mountains"), [].as_slice()),
            Kind::Foreign("ja", _) => (Some("waves"), [].as_slice()),
            Kind::Foreign(..) => (Some("harbour"), [].as_slice()),
            _ => (pictures::named(entry.title), beat.scenes.as_slice()),
        };
        let picture = dealer.deal(best, scenes, random);
        articles.push(article(
            entry,
            beat,
            provider,
            picture,
            seconds,
            &mut wording,
            random,
        ));
    }
    finish::leave_out(&mut articles, random);
    finish::relate(&mut articles, &entries, stock, random);
    articles
}

/// Round after round through the beats, each time in another order, so that neighbours differ.
fn order(stock: &Stock, random: &mut Random) -> Vec<Entry> {
    let mut beats: Vec<Vec<Entry>> = Vec::new();
    beats.resize_with(stock.beats.len(), Vec::new);
    let (foreign, plain): (Vec<Entry>, Vec<Entry>) = stock
        .entries
        .iter()
        .partition(|entry| matches!(entry.kind, Kind::Foreign(..)));
    plain
        .iter()
        .for_each(|entry| beats[entry.beat].push(*entry));
    beats.iter_mut().for_each(|entries| random.shuffle(entries));
    let mut order: Vec<Entry> = Vec::new();
    while beats.iter().any(|entries| !entries.is_empty()) {
        let mut round: Vec<usize> = (0..beats.len()).collect();
        random.shuffle(&mut round);
        // What ended the last round does not begin this one.
        let recent: Vec<usize> = order.iter().rev().take(9).map(|entry| entry.beat).collect();
        round.sort_by_key(|beat| recent.contains(beat));
        order.extend(round.into_iter().filter_map(|beat| beats[beat].pop()));
    }
    for (locale, place) in FOREIGN {
        let found = foreign
            .iter()
            .find(|entry| matches!(entry.kind, Kind::Foreign(known, _) if known == *locale));
        order.splice(place..place, found.copied());
    }
    order
}

/// Moments from the newest to three years before, denser at first, in whole five minutes.
fn moments(count: usize, random: &mut Random) -> Vec<i64> {
    let whole = YEARS * 365.0 * 86_400.0;
    let mut ages: Vec<i64> = (0..count)
        .map(|place| {
            let jitter = if place == 0 {
                0.0
            } else {
                f64::from(random.range(-0.4, 0.4))
            };
            let part = (place as f64 + jitter).max(0.0) / (count - 1) as f64;
            (part.min(1.0).powf(1.35) * whole / 300.0) as i64 * 300
        })
        .collect();
    ages.sort_unstable();
    ages.into_iter().map(|age| calendar::NEWEST - age).collect()
}

fn article(
    entry: &Entry,
    beat: &Beat,
    provider: &str,
    picture: Option<&Picture>,
    seconds: i64,
    wording: &mut Wording,
    random: &mut Random,
) -> Article {
    let (title, excerpt) = wording.of(entry, random);
    let words = slug(entry.title);
    let words = if words.len() < 4 {
        format!("{}-{}", beat.name, calendar::day(seconds))
    } else {
        words
    };
    let mut topics = beat.topics.clone();
    match random.below(10) {
        0..3 => topics.truncate(2),
        3 => topics.truncate(1),
        4 | 5 if !matches!(entry.kind, Kind::Foreign(..)) => topics.push(*random.pick(&[
            "Open Data",
            "Media",
            "Design",
            "Economy",
            "Education",
            "Travel",
        ])),
        _ => {}
    }
    let mut seen = HashSet::new();
    topics.retain(|topic| seen.insert(*topic));
    let style = match random.below(20) {
        0 => Style::Spaced,
        1..4 => Style::Offset(1),
        4 => Style::Offset(-7),
        _ => Style::Utc,
    };
    let quality = (0..3).map(|_| random.below(64) as i32).sum::<i32>();
    let mut made = Article {
        path: Some(format!("_news/{}-{words}.md", calendar::day(seconds))),
        title,
        excerpt: Some(excerpt),
        published_date_time: Some(calendar::write(seconds, style)),
        kind: "article",
        locale: Some("en-gb"),
        quality: (!random.chance(8)).then_some(quality),
        heat: (!random.chance(8)).then_some((quality / 2 + random.below(95) as i32).min(189)),
        categories: vec![if random.chance(20) {
            "features"
        } else {
            "news"
        }],
        topics,
        ..Article::default()
    };
    if let Some(known) = providers::by_id(provider) {
        let link = format!(
            "https://{}/{}/{words}/",
            known.domain,
            calendar::day(seconds)[..7].replace('-', "/")
        );
        made.original_url = random.chance(60).then(|| link.clone());
        made.web_url = Some(link);
        made.provider = Some(Provider {
            name: known.name,
            domain: known.domain,
            images: vec![Image {
                url: known.icon(),
                width: 64,
                height: 64,
                title: None,
                attribution: None,
                is_cached: false,
            }],
        });
    }
    if let Some(picture) = picture {
        let attribution = random
            .chance(35)
            .then(|| format!("Illustration: {}", person(random)));
        let cached = random.chance(60);
        let images = picture.sizes.iter().map(|&(width, height)| Image {
            url: picture.file((width, height)),
            width,
            height,
            title: picture.caption(),
            attribution: attribution.clone(),
            is_cached: cached,
        });
        made.images = images.collect();
    }
    specialise(&mut made, entry.kind);
    made
}

fn specialise(made: &mut Article, kind: Kind) {
    match kind {
        Kind::Article => {}
        Kind::Video(length) => (made.kind, made.length) = ("video", Some(length)),
        Kind::Course(length, price, levels) => {
            (made.kind, made.length, made.price) = ("course", Some(length), Some(price));
            made.levels = levels.split(',').collect();
            made.categories = vec!["learning"];
        }
        Kind::Forum(members) => {
            (made.kind, made.members, made.categories) = ("forum", Some(members), vec!["community"])
        }
        Kind::Other(kind) => made.kind = kind,
        Kind::Foreign(locale, _) => {
            made.locale = Some(locale);
            made.topics = match locale {
                "de" => vec!["Sprache", "Alpen"],
                "ja" => vec!["図書館", "海"],
                _ => vec!["خرائط", "بحر"],
            };
        }
    }
}
