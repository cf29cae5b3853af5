//! Whether the pictures in a folder are those that this program would draw, so that drawing, which
//! takes seconds without optimisation, is done once.

/// Everything that decides how a picture looks.
const SOURCES: &[(&str, &str)] = &[
    ("art/canvas.rs", include_str!("art/canvas.rs")),
    ("art/colour.rs", include_str!("art/colour.rs")),
    ("art/icons.rs", include_str!("art/icons.rs")),
    ("art/mod.rs", include_str!("art/mod.rs")),
    ("art/path.rs", include_str!("art/path.rs")),
    ("art/png.rs", include_str!("art/png.rs")),
    (
        "art/scenes/abstracts.rs",
        include_str!("art/scenes/abstracts.rs"),
    ),
    ("art/scenes/charts.rs", include_str!("art/scenes/charts.rs")),
    ("art/scenes/city.rs", include_str!("art/scenes/city.rs")),
    (
        "art/scenes/country.rs",
        include_str!("art/scenes/country.rs"),
    ),
    (
        "art/scenes/indoors.rs",
        include_str!("art/scenes/indoors.rs"),
    ),
    ("art/scenes/mod.rs", include_str!("art/scenes/mod.rs")),
    ("art/scenes/parts.rs", include_str!("art/scenes/parts.rs")),
    ("art/scenes/sky.rs", include_str!("art/scenes/sky.rs")),
    ("art/scenes/things.rs", include_str!("art/scenes/things.rs")),
    ("art/scenes/water.rs", include_str!("art/scenes/water.rs")),
    ("art/scenes/ways.rs", include_str!("art/scenes/ways.rs")),
    ("pictures.rs", include_str!("pictures.rs")),
    ("providers.rs", include_str!("providers.rs")),
    ("random.rs", include_str!("random.rs")),
    ("art/scenes/paper.rs", include_str!("art/scenes/paper.rs")),
    ("art/scenes/rail.rs", include_str!("art/scenes/rail.rs")),
    ("art/scenes/space.rs", include_str!("art/scenes/space.rs")),
    ("art/scenes/woods.rs", include_str!("art/scenes/woods.rs")),
];

/// The name of the file beside the pictures that says what drew them.
pub(super) const FILE: &str = "images/drawn-by.txt";

/// What drew them: the sources and the list of files, hashed by FNV-1a
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
pub(super) fn stamp<'a>(files: impl Iterator<Item = &'a str>) -> String {
    let texts = SOURCES.iter().map(|(_, text)| *text).chain(files);
    let hash = texts
        .flat_map(str::bytes)
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}\n")
}

#[cfg(test)]
mod tests {
    use super::SOURCES;
    use std::path::Path;

    #[test]
    fn knows_every_source_of_the_art() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sample");
        let mut folders = vec![root.join("art")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
                let path = entry.path();
                let name = path
                    .strip_prefix(&root)
                    .expect("inside")
                    .to_string_lossy()
                    .replace('\\', "/");
                if path.is_dir() {
                    folders.push(path);
                } else {
                    assert!(
                        SOURCES.iter().any(|(known, _)| *known == name),
                        "{name} is not in SOURCES"
                    );
                }
            }
        }
    }
}
