use super::*;
use entities::{Codepoints, ENTITIES};
use std::collections::BTreeMap;
use std::fmt::Write;

static COMMON: &str = include_str!("../common_character_references.txt");

/// The names of punctuation among the common ones.
const PUNCTUATION: &str = "hellip mdash ndash lsquo rsquo ldquo rdquo sbquo bdquo lsaquo rsaquo bull dagger \
    permil prime euro trade minus larr uarr rarr darr harr ensp emsp thinsp zwnj zwj lrm rlm OElig oelig \
    Scaron scaron Yuml fnof circ tilde infin ne le ge asymp";

/// A table as it must be: of all names, or of the common ones.
fn table(is_complete: bool) -> String {
    let mut lines: BTreeMap<(u32, u32), Vec<String>> = BTreeMap::new();
    for entity in &ENTITIES {
        let Some(name) = entity
            .entity
            .strip_prefix('&')
            .and_then(|e| e.strip_suffix(';'))
        else {
            continue;
        };
        let legacy = ENTITIES
            .iter()
            .any(|other| other.entity == format!("&{name}"));
        if !is_complete && !legacy && !PUNCTUATION.split_whitespace().any(|own| own == name) {
            continue;
        }
        let key = match entity.codepoints {
            Codepoints::Single(first) => (0, first),
            Codepoints::Double(first, second) => (second, first),
        };
        let name = format!("{name}{}", if legacy { "!" } else { "" });
        lines.entry(key).or_default().push(name);
    }
    let (mut table, mut second, mut code) = (String::new(), 0, 0);
    for (key, mut names) in lines {
        names.sort_by_key(|name| {
            let bare = name.trim_end_matches('!');
            (std::cmp::Reverse(bare.len()), bare.to_owned())
        });
        if key.0 != second {
            writeln!(table, "+{}", key.0).unwrap();
            (second, code) = (key.0, 0);
        }
        let step = match key.1 - code {
            1 => String::new(),
            step => step.to_string(),
        };
        writeln!(table, "{step}{}", names.join(" ")).unwrap();
        code = key.1;
    }
    table
}

#[test]
fn the_tables_are_html_s() {
    for (file, is_complete) in [
        ("character_references.txt", true),
        ("common_character_references.txt", false),
    ] {
        let path = format!("{}/src/text/{file}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_TABLES").is_some() {
            std::fs::write(&path, table(is_complete)).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap();
        assert!(
            committed.lines().eq(table(is_complete).lines()),
            "UPDATE_TABLES=1 cargo test rewrites it"
        );
    }
}

#[test]
fn common_names_are_a_part_of_all() {
    let (all, common) = (index(), Index::new(COMMON));
    for entry in &common.entries {
        let found = all.find(entry.name).unwrap();
        let contents = |it: &Entry| (it.first, it.second, it.legacy);
        assert_eq!(contents(found), contents(entry), "{}", entry.name);
    }
}

#[test]
fn every_name_is_found() {
    for entity in &ENTITIES {
        assert_eq!(
            decode(entity.entity),
            entity.characters,
            "{}",
            entity.entity
        );
    }
    let bare = |entity: &&entities::Entity| !entity.entity.ends_with(';');
    let longest = |length: usize, entity: &entities::Entity| length.max(entity.entity.len());
    // Without the `&`, and without the `;` where there is one.
    assert_eq!(
        ENTITIES.iter().filter(bare).fold(0, longest) - 1,
        LONGEST_LEGACY
    );
    assert_eq!(ENTITIES.iter().fold(0, longest) - 2, LONGEST);
    assert!(
        ENTITIES
            .iter()
            .filter(bare)
            .all(|entity| entity.entity.len() > 2)
    );
}

#[test]
fn chains_are_short() {
    let chain = |head: &Option<u16>| {
        let entry = |at: u16| index().entries.get(usize::from(at));
        let first = (*head).and_then(entry);
        std::iter::successors(first, |before| before.next.and_then(entry)).count()
    };
    assert!(index().heads.iter().map(chain).max() <= Some(8));
}

#[test]
fn rules_of_the_tokenizer() {
    for (text, decoded) in [
        ("", ""),
        ("&", "&"),
        ("& &; &&", "& &; &&"),
        ("Tom & Jerry, AT&T", "Tom & Jerry, AT&T"),
        ("&amp;lt;", "&lt;"),
        ("&#8217;&nbsp;&copy;&#150;", "’\u{a0}©–"),
        ("&notit; &notin; &notin &not", "¬it; ∉ ¬in ¬"),
        ("&copy2024 &COPY; &Copy;", "©2024 © &Copy;"),
        ("&NotEqualTilde;&fjlig;", "\u{2242}\u{338}fj"),
        ("&ampamp;&amp", "&amp;&"),
        ("&xyzzy; &a; &é;", "&xyzzy; &a; &é;"),
        ("&CounterClockwiseContourIntegral;", "∳"),
        (
            "&CounterClockwiseContourIntegralX;",
            "&CounterClockwiseContourIntegralX;",
        ),
        ("&#65&#x41;&#X4a;&#x4A", "AAJJ"),
        ("&#; &#x; &#xg; &#a", "&#; &#x; &#xg; &#a"),
        (
            "&#0;&#xD800;&#x110000;&#99999999999999999999;",
            "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
        ),
        (
            "&#x10FFFF;&#x81;&#x80;&#159;&#160;",
            "\u{10ffff}\u{81}€Ÿ\u{a0}",
        ),
        ("&#00000000000000000000065;é", "Aé"),
        ("&#6５;", "\u{6}５;"),
    ] {
        assert_eq!(decode(text), decoded, "{text}");
    }
    assert!(matches!(decode("AT&T &xyzzy;"), Cow::Borrowed(_)));
}
