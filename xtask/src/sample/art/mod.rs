//! Pictures drawn by the build: flat, calm, and the same bytes every time.

mod canvas;
mod colour;
mod icons;
mod path;
mod png;
mod scenes;

pub(super) use icons::icon;
pub(super) use png::encode;

use super::random::Random;
use canvas::Canvas;
use path::Path;

/// The names of all scenes, as the stock of texts names them.
pub(super) fn scene_names() -> impl Iterator<Item = &'static str> {
    scenes::ALL.iter().map(|scene| scene.name)
}

/// One scene at one size; `variant` decides palette and chance, the size only the cut.
pub(super) fn picture(scene: &str, variant: usize, width: usize, height: usize) -> Option<Vec<u8>> {
    let scene = scenes::ALL.iter().find(|known| known.name == scene)?;
    let palette = scene.palettes[variant % scene.palettes.len()];
    let mut canvas = Canvas::new(width, height, palette.sky);
    (scene.draw)(
        &mut canvas,
        palette,
        &mut Random::named(scene.name, variant as u64),
    );
    Some(encode(&canvas.pixels, width, height))
}
