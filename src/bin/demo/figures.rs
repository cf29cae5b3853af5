//! The figures that the benchmark wrote into `benches/results.json`, and the criteria that the
//! end-to-end tests check.

use serde_json::Value;

/// One figure of several peers, the best first.
pub(crate) struct Figure {
    pub(crate) title: &'static str,
    pub(crate) about: &'static str,
    /// Name, value and whether it is ours.
    pub(crate) rows: Vec<Row>,
    unit: Unit,
}

pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) is_ours: bool,
}

#[derive(Clone, Copy)]
enum Unit {
    Bytes,
    Milliseconds,
}

/// The name of the package in the results.
const OURS: &str = "ours";

/// Pages with a list.
const PAGES: [(&str, &str); 4] = [
    (OURS, "article-cards"),
    ("instantsearch", "InstantSearch"),
    ("list", "List.js"),
    ("plain", "A page by hand"),
];

/// Engines without a page.
const ENGINES: [(&str, &str); 6] = [
    (OURS, "article-cards"),
    ("itemsjs", "ItemsJS"),
    ("orama", "Orama"),
    ("minisearch", "MiniSearch"),
    ("list", "List.js"),
    ("plain", "Plain arrays"),
];

/// Title, explanation, unit, peers, and where the values are: the peer replaces `*`.
type Measure = (
    &'static str,
    &'static str,
    Unit,
    &'static [(&'static str, &'static str)],
    &'static str,
);

const MEASURES: [Measure; 6] = [
    (
        "Code that a page loads",
        "Gzipped, without style sheets",
        Unit::Bytes,
        &PAGES,
        "/bytes/widgets/*/gzip",
    ),
    (
        "First cards on a slow line",
        "First visit, 60 articles, 0.4 Mbit/s",
        Unit::Milliseconds,
        &PAGES,
        "/visit/slow/*/first/cards/median",
    ),
    (
        "Key stroke to painted answer",
        "Search among 100,000 articles",
        Unit::Milliseconds,
        &PAGES,
        "/keys/100000/*/painted/median",
    ),
    (
        "A step of a session",
        "Search, filter, sort or page, 100,000 articles",
        Unit::Milliseconds,
        // Without ItemsJS, whose session was too slow to be completed.
        &[
            (OURS, "article-cards"),
            ("orama", "Orama"),
            ("minisearch", "MiniSearch"),
            ("list", "List.js"),
            ("plain", "Plain arrays"),
        ],
        "/engines/sizes/100000/*/steps/median",
    ),
    (
        "Feed in memory to first search",
        "100,000 articles, engine alone",
        Unit::Milliseconds,
        &ENGINES,
        "/engines/sizes/100000/*/search/median",
    ),
    (
        "Feed in memory to first search",
        "1,000 articles, engine alone",
        Unit::Milliseconds,
        &ENGINES,
        "/engines/sizes/1000/*/search/median",
    ),
];

/// The results of one run.
pub(crate) struct Results {
    pub(crate) figures: Vec<Figure>,
    pub(crate) browser: String,
    pub(crate) processors: u64,
}

impl Results {
    pub(crate) fn read() -> Option<Self> {
        let json: Value =
            serde_json::from_str(include_str!("../../../benches/results.json")).ok()?;
        let measured = json.get("figures")?;
        Some(Self {
            figures: MEASURES
                .iter()
                .filter_map(|measure| Figure::read(measured, measure))
                .collect(),
            browser: json.get("browser")?.as_str()?.to_owned(),
            processors: json.get("processors")?.as_u64()?,
        })
    }
}

impl Figure {
    /// `None` if ours was not measured. Others are left out.
    fn read(measured: &Value, measure: &Measure) -> Option<Self> {
        let &(title, about, unit, peers, pointer) = measure;
        let mut rows: Vec<Row> = peers
            .iter()
            .filter_map(|(peer, name)| {
                let value = measured.pointer(&pointer.replace('*', peer))?.as_f64()?;
                let is_ours = *peer == OURS;
                Some(Row {
                    name,
                    value,
                    is_ours,
                })
            })
            .collect();
        rows.sort_by(|a, b| a.value.total_cmp(&b.value));
        rows.iter().any(|row| row.is_ours).then_some(Self {
            title,
            about,
            rows,
            unit,
        })
    }

    pub(crate) fn is_ours_first(&self) -> bool {
        self.rows.first().is_some_and(|row| row.is_ours)
    }

    /// The share of the largest value, in percent.
    pub(crate) fn share(&self, row: &Row) -> f64 {
        let largest = self.rows.last().map_or(row.value, |row| row.value);
        100.0 * row.value / largest
    }

    pub(crate) fn text(&self, row: &Row) -> String {
        match self.unit {
            Unit::Bytes if row.value < 10_000.0 => format!("{:.1} kB", row.value / 1000.0),
            Unit::Bytes => format!("{:.0} kB", row.value / 1000.0),
            Unit::Milliseconds if row.value < 10.0 => format!("{:.1} ms", row.value),
            Unit::Milliseconds if row.value < 1000.0 => format!("{:.0} ms", row.value),
            Unit::Milliseconds => format!("{:.1} s", row.value / 1000.0),
        }
    }
}

/// How many criteria of WCAG are tested, and how.
#[derive(Default)]
pub(crate) struct Criteria {
    pub(crate) all: usize,
    pub(crate) tested: usize,
    pub(crate) tests: usize,
}

impl Criteria {
    pub(crate) fn read() -> Option<Self> {
        let json: Value =
            serde_json::from_str(include_str!("../../../tests/e2e/wcag/criteria.json")).ok()?;
        let all = json.as_array()?;
        let tested = all.iter().filter_map(|one| one.get("tests")?.as_array());
        let mut tests: Vec<&str> = tested.clone().flatten().filter_map(Value::as_str).collect();
        tests.sort_unstable();
        tests.dedup();
        Some(Self {
            all: all.len(),
            tested: tested.count(),
            tests: tests.len(),
        })
    }
}
