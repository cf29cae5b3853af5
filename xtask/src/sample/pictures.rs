//! Which pictures there are: scenes, sizes, files.

use super::art;
use super::random::Random;
use super::stock::Beat;

/// Sizes and ratios, the common ones more often.
const SIZES: &[(usize, usize)] = &[
    (1200, 630),
    (800, 450),
    (1200, 630),
    (640, 640),
    (800, 450),
    (1200, 630),
    (600, 900),
    (800, 450),
    (1200, 630),
    (1600, 560),
    (800, 450),
];

const CAPTIONS: &[(&str, &str)] = &[
    ("harbour", "Sailing boats before a low sun"),
    ("lighthouse", "A lighthouse on a rock"),
    ("ward", "A hospital with some of its windows lit"),
    ("mountains", "Snow on the peaks above a lake"),
    ("moth", "Moths around a street lamp"),
    ("shelves", "A cat between books"),
    ("bicycle", "A bicycle with bread in its basket"),
    ("kettle", "A red kettle, nearly boiling"),
    ("forest", "A fox in a clearing"),
    ("observatory", "Trails of stars above an observatory"),
];

/// Words in titles that ask for a scene of their own, in any beat.
const WORDS: &[(&str, &str)] = &[
    ("bicycle bike", "bicycle"),
    ("balloon", "balloon"),
    ("kettle teapot tea", "kettle"),
    ("bridge footbridge", "bridge"),
    ("moth lamp fireflies", "moth"),
    ("lighthouse foghorn", "lighthouse"),
    ("train viaduct signal railway", "train"),
    ("eclipse telescope", "observatory"),
    ("comet satellite debris exoplanet", "orbits"),
    ("mountain glacier avalanche", "mountains"),
    ("wave", "waves"),
    ("library book", "shelves"),
    ("contour map", "contours"),
    ("turbine wind pylon", "turbines"),
    ("fog rain drizzle", "rain"),
    ("handwriting letter diaries", "manuscript"),
    ("radio", "radio"),
    ("onion apple market stall tomatoes", "market"),
    ("oak tree forest stump", "forest"),
    ("garden allotment seed weed", "garden"),
    ("bus buses", "bus"),
    ("hospital nurse ward", "ward"),
    ("axis probability average", "bell"),
    ("typeface alphabet", "letters"),
];

/// The scene that a title names.
pub(super) fn named(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    let words = || title.split(|letter: char| !letter.is_alphanumeric());
    let found = WORDS.iter().find(|(keys, _)| {
        keys.split(' ')
            .any(|key| words().any(|word| word == key || word.strip_suffix('s') == Some(key)))
    });
    found.map(|(_, scene)| *scene)
}

/// A picture: one drawing, in one or two sizes.
pub(super) struct Picture {
    /// What it shows.
    pub(super) scene: &'static str,
    /// Its palette and chance.
    pub(super) variant: usize,
    /// Its sizes, the largest first.
    pub(super) sizes: Vec<(usize, usize)>,
}

impl Picture {
    /// The name of its file in a size.
    pub(super) fn file(&self, (width, height): (usize, usize)) -> String {
        format!(
            "images/{}-{}-{width}x{height}.png",
            self.scene,
            self.variant + 1
        )
    }

    /// What a caption would say, where there is one.
    pub(super) fn caption(&self) -> Option<&'static str> {
        CAPTIONS
            .iter()
            .find(|(scene, _)| *scene == self.scene)
            .map(|(_, caption)| *caption)
    }
}

/// The pictures the beats need: two of each scene, three of those that several beats share.
pub(super) fn all(beats: &[Beat]) -> Vec<Picture> {
    let mut pictures = Vec::new();
    for (number, scene) in art::scene_names().enumerate() {
        let wanted = beats
            .iter()
            .filter(|beat| beat.scenes.contains(&scene))
            .count();
        for variant in 0..if wanted > 2 { 3 } else { 2 } {
            let size = SIZES[(number + variant * 4) % SIZES.len()];
            let mut sizes = vec![size];
            if variant == 0 && number % 2 == 0 && size.0 > size.1 {
                sizes.push((size.0 / 2, size.1 / 2));
            }
            pictures.push(Picture {
                scene,
                variant,
                sizes,
            });
        }
    }
    pictures
}

/// Hands out pictures so that the same one comes back late, and the same scene not soon.
pub(super) struct Dealer<'a> {
    pictures: &'a [Picture],
    /// How often each was dealt, and when last.
    uses: Vec<(usize, i32)>,
    now: i32,
}

impl<'a> Dealer<'a> {
    /// A full hand.
    pub(super) fn new(pictures: &'a [Picture]) -> Self {
        Self {
            pictures,
            uses: vec![(0, -1000); pictures.len()],
            now: 0,
        }
    }

    /// A picture for one of these scenes, of the best one if that was not dealt lately.
    pub(super) fn deal(
        &mut self,
        best: Option<&str>,
        scenes: &[&str],
        random: &mut Random,
    ) -> Option<&'a Picture> {
        self.now += 1;
        let lately = |scene: &str| {
            let dealt = self.pictures.iter().zip(&self.uses);
            let last = dealt
                .filter(|(picture, _)| picture.scene == scene)
                .map(|(_, used)| used.1)
                .max();
            self.now - last.unwrap_or(-1000) < 14
        };
        let fits = |scene: &str| best == Some(scene) || scenes.contains(&scene);
        let chosen = (0..self.pictures.len())
            .filter(|&place| fits(self.pictures[place].scene))
            .min_by_key(|&place| {
                let scene = self.pictures[place].scene;
                (
                    self.now - self.uses[place].1 < 20,
                    lately(scene),
                    best != Some(scene),
                    self.uses[place].0,
                    random.below(1000),
                )
            })?;
        self.uses[chosen] = (self.uses[chosen].0 + 1, self.now);
        Some(&self.pictures[chosen])
    }
}
