//! The articles of the gallery, as plain data. Texts and names are invented; the pictures are those of
//! the sample feed.

use std::rc::Rc;

use article_cards::model::{
    Article, Day, Duration, Image, Provider, Published, Related,
};
use article_cards::search::{FacetCounts, Filters, ValueCount};

/// The time for relative dates: noon of 20 November 2026, in UTC.
pub(crate) const NOW_MS: f64 = 1_795_176_000_000.0;

/// A feed of 240 articles in pages of 40.
pub(crate) const FEED: &str = "sample-feed/index.json";

/// Its last page, as a feed of 40 articles.
pub(crate) const LAST_PAGE: &str = "sample-feed/page/6/index.json";

/// An article with everything that an article usually has.
pub(crate) fn article() -> Article {
    Article {
        id: "ferry".into(),
        title: "The night ferry runs again, with fewer lights and more passengers".into(),
        excerpt: Some(
            "Nine years after the last crossing, the harbour has a ship, a timetable and a \
             pilot who remembers the shallows. We went along, and counted."
                .into(),
        ),
        web_url: Some("https://breakwater.example/night-ferry".into()),
        published_at: Some(on(2026, 11, 12)),
        topics: texts(["Harbours", "Transport", "Cities", "Energy", "Trade"]),
        authors: texts(["Ines Okafor", "Per Lund"]),
        quality: Some(71),
        heat: Some(1_082),
        provider: Some(provider("The Breakwater", "breakwater")),
        images: vec![
            picture("harbour-1-1200x630", 1_200, 630),
            picture("harbour-1-600x315", 600, 315),
        ],
        related: vec![
            related(
                "Who owns a sandbank that moves every winter?",
                "counterweight",
            ),
            related("A small atlas of harbour smells", "breakwater"),
            related("Tug captains are retiring", "slowexpress"),
            related("Mooring, dredging and other slow emergencies", "corran"),
            related("The lighthouse keeps its own time", "lamplighter"),
        ],
        ..Article::default()
    }
}

/// An article with little more than a title.
pub(crate) fn short_article() -> Article {
    Article {
        id: "loom".into(),
        title: "Learn to code with a loom".into(),
        web_url: Some("https://eveningschool.example/loom".into()),
        published_at: Some(on(2026, 11, 3)),
        provider: Some(provider("Evening School", "eveningschool")),
        ..Article::default()
    }
}

/// A course, which has a price, levels and a length.
pub(crate) fn course() -> Article {
    Article {
        id: "bridges".into(),
        title: "Drawing bridges by hand".into(),
        excerpt: Some(
            "Six evenings with pencil and thread: arches, trusses and cables."
                .into(),
        ),
        kind: "course".into(),
        length: Some(Duration {
            months: 0,
            seconds: 23_400,
        }),
        price: Some("20 EUR".into()),
        levels: texts(["Beginner", "Intermediate"]),
        topics: texts(["Engineering", "Design"]),
        provider: Some(provider("Lattice", "lattice")),
        images: vec![picture("bridge-2-800x450", 800, 450)],
        ..short_article()
    }
}

/// A video.
pub(crate) fn video() -> Article {
    Article {
        id: "trains".into(),
        title: "Why trains stop in fields".into(),
        kind: "video".into(),
        length: Some(Duration {
            months: 0,
            seconds: 295,
        }),
        provider: Some(provider("The Slow Express", "slowexpress")),
        images: vec![picture("train-1-1200x630", 1_200, 630)],
        ..short_article()
    }
}

/// A forum, which has members.
pub(crate) fn forum() -> Article {
    Article {
        id: "workbench".into(),
        title: "It made a noise and then it stopped".into(),
        kind: "forum".into(),
        members: Some(12_870),
        provider: Some(provider("Workbench", "workbench")),
        ..short_article()
    }
}

/// An article in Arabic, which is written from right to left.
pub(crate) fn arabic_article() -> Article {
    Article {
        id: "maps".into(),
        title: "الميناء الذي يرسم خرائطه من ذاكرة الصيادين".into(),
        excerpt: Some(
            "في مكتب صغير فوق سوق السمك يجلس ثلاثة بحّارة أمام ورقة بيضاء."
                .into(),
        ),
        locale: Some("ar".into()),
        topics: texts(["خرائط", "بحر"]),
        provider: Some(provider("صحيفة المرسى", "almarsa")),
        images: vec![picture("harbour-2-800x450", 800, 450)],
        ..article()
    }
}

/// A picture of the sample feed.
pub(crate) fn picture(name: &str, width: u32, height: u32) -> Image {
    Image {
        url: format!("sample-feed/images/{name}.webp"),
        width: Some(width),
        height: Some(height),
        ..Image::default()
    }
}

/// A provider whose icon has the name of its domain.
pub(crate) fn provider(name: &str, domain: &str) -> Provider {
    Provider {
        name: Some(name.into()),
        domain: Some(format!("{domain}.example")),
        images: vec![picture(&format!("icons/{domain}"), 64, 64)],
    }
}

fn related(title: &str, domain: &str) -> Related {
    Related {
        title: title.into(),
        web_url: Some(format!("https://{domain}.example/related")),
        published_at: Some(on(2026, 10, 4)),
        provider: Some(provider(domain, domain)),
        ..Related::default()
    }
}

/// A day as the date of an article.
pub(crate) fn on(year: u16, month: u8, day: u8) -> Published {
    Published::On(Day { year, month, day })
}

/// Texts as articles have them.
pub(crate) fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(String::from).into()
}

/// The counts of a facet's values, none of them selected.
pub(crate) fn counts(field: &str, values: &[(&str, usize)]) -> FacetCounts {
    let values = values.iter().map(|(value, count)| ValueCount {
        value: Rc::from(*value),
        count: *count,
        selected: false,
        excluded: false,
    });
    FacetCounts {
        field: field.into(),
        values: values.collect(),
    }
}

/// Topics with their counts.
pub(crate) fn topics() -> FacetCounts {
    let values = [
        ("Harbours", 31),
        ("Transport", 24),
        ("Cities", 18),
        ("Energy", 7),
        ("Law & Order", 1),
    ];
    counts("topics", &values)
}

/// A facet with what is selected and excluded, as an index returns it.
pub(crate) fn selected(
    mut facet: FacetCounts,
    filters: &Filters,
) -> FacetCounts {
    let field = facet.field.clone();
    for value in &mut facet.values {
        value.selected = filters.is_selected(&field, &value.value);
        value.excluded = filters.is_excluded(&field, &value.value);
    }
    facet
}
