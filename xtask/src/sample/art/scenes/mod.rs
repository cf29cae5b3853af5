//! The scenes, each drawn for any ratio: what matters stands in the middle, the rest grows with the room.

mod abstracts;
mod charts;
mod city;
mod country;
mod indoors;
mod paper;
mod parts;
mod rail;
mod sky;
mod space;
mod things;
mod water;
mod ways;
mod woods;

use super::super::random::Random;
use super::canvas::Canvas;
use super::colour::{AUTUMN, DAY, DUSK, EMBER, FROST, MEADOW, MIST, NIGHT, PLUM, Palette, SEA};
use super::path::{self, Path};

/// A scene and the moods that suit it.
pub(super) struct Scene {
    /// What the stock of texts calls it.
    pub(super) name: &'static str,
    /// Its palettes; another variant takes the next.
    pub(super) palettes: &'static [&'static Palette],
    /// Draws it.
    pub(super) draw: fn(&mut Canvas, &Palette, &mut Random),
}

const fn scene(
    name: &'static str,
    palettes: &'static [&'static Palette],
    draw: fn(&mut Canvas, &Palette, &mut Random),
) -> Scene {
    Scene {
        name,
        palettes,
        draw,
    }
}

/// All scenes.
pub(super) static ALL: &[Scene] = &[
    scene("harbour", &[&DUSK, &SEA, &PLUM], water::harbour),
    scene("lighthouse", &[&NIGHT, &DAY, &EMBER], water::lighthouse),
    scene("waves", &[&MIST, &SEA, &NIGHT], water::waves),
    scene("rain", &[&MIST, &FROST, &PLUM], water::rain),
    scene("hills", &[&DAY, &MEADOW, &AUTUMN], country::hills),
    scene("mountains", &[&FROST, &DUSK, &NIGHT], country::mountains),
    scene("turbines", &[&DAY, &DUSK, &MEADOW], country::turbines),
    scene("forest", &[&AUTUMN, &MIST, &MEADOW], woods::forest),
    scene("garden", &[&MEADOW, &AUTUMN, &DAY], woods::garden),
    scene("ward", &[&NIGHT, &EMBER, &PLUM], city::ward),
    scene("city", &[&NIGHT, &DUSK, &EMBER], city::city),
    scene("market", &[&MEADOW, &DUSK, &SEA], city::market),
    scene("bus", &[&DUSK, &DAY, &PLUM], ways::bus),
    scene("train", &[&NIGHT, &DUSK, &MEADOW], rail::train),
    scene("bridge", &[&DUSK, &FROST, &EMBER], rail::bridge),
    scene("bicycle", &[&MIST, &SEA, &DUSK], ways::bicycle),
    scene("balloon", &[&DAY, &PLUM, &AUTUMN], sky::balloon),
    scene("orbits", &[&NIGHT, &EMBER, &MIST], space::orbits),
    scene("observatory", &[&EMBER, &NIGHT, &PLUM], space::observatory),
    scene("moth", &[&EMBER, &NIGHT], sky::moth),
    scene("bell", &[&MIST, &DAY, &AUTUMN], charts::bell),
    scene("ridges", &[&NIGHT, &MIST, &PLUM], charts::ridges),
    scene("contours", &[&MEADOW, &MIST, &SEA], charts::contours),
    scene("network", &[&NIGHT, &SEA, &EMBER], charts::network),
    scene("circles", &[&MIST, &MEADOW, &NIGHT], abstracts::circles),
    scene("tiles", &[&AUTUMN, &SEA, &MIST], abstracts::tiles),
    scene("letters", &[&DUSK, &MIST, &FROST], abstracts::letters),
    scene("radio", &[&AUTUMN, &PLUM, &SEA], things::radio),
    scene("kettle", &[&MIST, &SEA, &AUTUMN], things::kettle),
    scene("manuscript", &[&AUTUMN, &FROST, &DUSK], paper::manuscript),
    scene("shelves", &[&DUSK, &MIST, &NIGHT], indoors::shelves),
];
