use std::fmt::Write as _;

use article_cards_core::feed::{Feed, Options};
use article_cards_core::text::url::UrlStandard;

/// The number of distinct words. The second is half as frequent as the first, the third a third.
const WORDS: usize = 20_000;

/// Words to search for, at their positions among the words by frequency.
const REAL: [(usize, &str); 12] = [
    (3, "security"),
    (5, "power"),
    (8, "apps"),
    (12, "open"),
    (20, "machine"),
    (25, "learning"),
    (40, "portals"),
    (60, "secure"),
    (90, "cloud"),
    (130, "teams"),
    (200, "harbour"),
    (900, "sector"),
];

/// Returns a feed of articles of about 1.2 kB each, as a JSON array.
pub fn json(articles: usize) -> String {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let words = vocabulary(&mut random);
    let mut text = String::with_capacity(articles * 1_250);
    text.push('[');
    for number in 0..articles {
        if number > 0 {
            text.push_str(",\n");
        }
        article(&mut text, number, &words, &mut random);
    }
    text.push(']');
    text
}

/// Returns the same feed, parsed.
///
/// # Panics
/// Never: the generated feed is valid.
pub fn feed(articles: usize) -> Feed {
    let mut feed = Feed::new(Options::default());
    let url = Some("https://harbour.example/news.json");
    let page = feed.read(json(articles).as_bytes(), url, &UrlStandard);
    assert_eq!(page.expect("it is JSON").added, articles);
    feed
}

fn article(text: &mut String, number: usize, words: &[String], random: &mut Random) {
    let day = random.below(3_000) as i64;
    let moment = 1_500_000_000 + day * 86_400 + random.below(86_400) as i64;
    let (days, seconds) = (moment.div_euclid(86_400), moment.rem_euclid(86_400));
    let date = article_cards_core::text::date::civil_from_days(days);
    let date = date.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    let kinds = [
        "article", "article", "article", "article", "video", "course",
    ];
    let provider = random.frequent(80);
    let topics: Vec<String> = (0..1 + random.below(4))
        .map(|_| format!("\"Topic {}\"", random.frequent(200)))
        .collect();
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        concat!(
            r#"{{"id":"{n}","title":"{title}","excerpt":"{excerpt}","#,
            r#""webUrl":"https://provider{p}.example/articles/{n}/a-title-in-words-of-the-address","#,
            r#""publishedDateTime":"{date}T{h:02}:{m:02}:{s:02}+00:00","type":"{kind}","#,
            r#""topics":[{topics}],"category":["Category {c}"],"quality":{quality},"heat":{heat},"#,
            r#""provider":{{"name":"Provider {p}","domain":"provider{p}.example","images":[{{"url":"https://provider{p}.example/favicon.ico","width":32,"height":32}}]}},"#,
            r#""images":[{{"url":"https://provider{p}.example/images/{n}-large.jpg","width":1600,"height":900,"isCached":true}}],"#,
            r#""related":[{{"title":"{related}","webUrl":"https://provider{p}.example/related/{n}","publishedDateTime":"2021-05-01T08:00:00Z","type":"article"}}],"#,
            r#""locale":"en"}}"#
        ),
        n = number,
        p = provider,
        title = sentence(words, 9, random),
        excerpt = sentence(words, 45, random),
        related = sentence(words, 8, random),
        date = date.unwrap_or_default(),
        h = seconds / 3_600,
        m = seconds / 60 % 60,
        s = seconds % 60,
        kind = kinds[random.below(kinds.len())],
        topics = topics.join(","),
        c = random.below(12),
        quality = random.below(101),
        heat = random.below(190),
    );
}

fn sentence(words: &[String], length: usize, random: &mut Random) -> String {
    let length = length / 2 + random.below(length);
    let chosen = (0..length).map(|_| words[random.frequent(words.len())].as_str());
    chosen.collect::<Vec<_>>().join(" ")
}

fn vocabulary(random: &mut Random) -> Vec<String> {
    let parts = [
        "ba", "con", "di", "el", "for", "gra", "hi", "in", "jo", "ka", "lo", "me", "no", "or",
        "pre", "qua", "re", "se", "ti", "un", "ver", "wa", "xi", "yo", "za", "st", "tr", "sp",
    ];
    let mut words: Vec<String> = (0..WORDS)
        .map(|_| {
            let syllables = 1 + random.below(3) + random.below(2);
            (0..=syllables)
                .map(|_| parts[random.below(parts.len())])
                .collect()
        })
        .collect();
    for (place, word) in REAL {
        words[place] = word.to_owned();
    }
    words
}

/// A generator of pseudorandom numbers (xorshift64*).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// Returns small numbers more often than large ones, as in Zipf's law.
    fn frequent(&mut self, limit: usize) -> usize {
        let share = self.next() as f64 / (1_u64 << 53) as f64;
        (((limit as f64 + 1.0).ln() * share).exp() - 1.0) as usize % limit
    }
}
