//! The stock of texts: beats, and what was written for each. A file holds blocks between empty lines:
//! a beat (`= name` with its topics, scenes and providers, and `~` lines of articles that stand
//! elsewhere), then its articles: a title, perhaps `@` with its kind, and an excerpt.

/// What an article is, with what only that kind has.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Something to read.
    Article,
    /// Something to watch, and how long.
    Video(&'static str),
    /// Length, price and levels.
    Course(&'static str, &'static str, &'static str),
    /// Number of members.
    Forum(u32),
    /// A kind without anything of its own.
    Other(&'static str),
    /// An article in another language, and its provider.
    Foreign(&'static str, &'static str),
}

/// One article as it was written.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// Its beat's place in the stock.
    pub(super) beat: usize,
    /// The headline.
    pub(super) title: &'static str,
    /// What it is.
    pub(super) kind: Kind,
    /// The lead.
    pub(super) excerpt: &'static str,
}

/// An article of somebody who has no feed here.
pub(super) struct Elsewhere {
    /// The headline.
    pub(super) title: &'static str,
    /// Whose it is.
    pub(super) provider: &'static str,
    /// Where it stands.
    pub(super) domain: &'static str,
}

/// A subject, and who and what goes with it.
#[derive(Default)]
pub(super) struct Beat {
    /// Its name.
    pub(super) name: &'static str,
    /// Its topics, the most important first.
    pub(super) topics: Vec<&'static str>,
    /// The scenes that go with it.
    pub(super) scenes: Vec<&'static str>,
    /// The ids of the providers who write about it.
    pub(super) providers: Vec<&'static str>,
    /// What others wrote.
    pub(super) elsewhere: Vec<Elsewhere>,
}

/// Everything that was written.
#[derive(Default)]
pub(super) struct Stock {
    /// The subjects.
    pub(super) beats: Vec<Beat>,
    /// The articles, by beat.
    pub(super) entries: Vec<Entry>,
}

const FILES: &[&str] = &[
    include_str!("stock/1-shore.txt"),
    include_str!("stock/2-city.txt"),
    include_str!("stock/3-science.txt"),
    include_str!("stock/4-paper.txt"),
    include_str!("stock/5-ground.txt"),
    include_str!("stock/6-people.txt"),
];

/// Reads the stock. The files are part of this program: a mistake in them is an empty field here,
/// and the tests find it.
pub(super) fn read() -> Stock {
    let mut stock = Stock::default();
    for block in FILES.iter().flat_map(|file| file.split("\n\n")) {
        let lines: Vec<&'static str> = block.lines().filter(|line| !line.is_empty()).collect();
        match lines[..] {
            [first, ..] if first.starts_with("= ") => stock.beats.push(beat(&lines)),
            [title, meta, excerpt] => stock.add(title, kind(meta), excerpt),
            [title, excerpt] => stock.add(title, Kind::Article, excerpt),
            _ => {}
        }
    }
    stock
}

impl Stock {
    fn add(&mut self, title: &'static str, kind: Kind, excerpt: &'static str) {
        let beat = self.beats.len().saturating_sub(1);
        self.entries.push(Entry {
            beat,
            title,
            kind,
            excerpt,
        });
    }
}

fn beat(lines: &[&'static str]) -> Beat {
    let mut beat = Beat::default();
    for line in lines {
        let list = |text: &'static str| text.split(',').map(str::trim).collect();
        if let Some(name) = line.strip_prefix("= ") {
            beat.name = name;
        } else if let Some(text) = line.strip_prefix("topics: ") {
            beat.topics = list(text);
        } else if let Some(text) = line.strip_prefix("scenes: ") {
            beat.scenes = list(text);
        } else if let Some(text) = line.strip_prefix("providers: ") {
            beat.providers = list(text);
        } else if let Some(text) = line.strip_prefix("~ ")
            && let [title, provider, domain] = text.split(" | ").collect::<Vec<_>>()[..]
        {
            beat.elsewhere.push(Elsewhere {
                title,
                provider,
                domain,
            });
        }
    }
    beat
}

fn kind(meta: &'static str) -> Kind {
    let (word, rest) = meta.split_once(' ').unwrap_or((meta, ""));
    match word {
        "@video" => Kind::Video(rest),
        "@course" => {
            let (length, rest) = rest.split_once(' ').unwrap_or((rest, ""));
            let (price, levels) = rest.rsplit_once(' ').unwrap_or((rest, ""));
            Kind::Course(length, price, levels)
        }
        "@forum" => Kind::Forum(rest.replace(',', "").parse().unwrap_or_default()),
        "@lang" => {
            let (locale, provider) = rest.split_once(' ').unwrap_or((rest, ""));
            Kind::Foreign(locale, provider)
        }
        other => Kind::Other(other.trim_start_matches('@')),
    }
}
