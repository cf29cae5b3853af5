//! What several scenes share.

use super::super::colour::{Colour, mix};
use super::{Canvas, Palette, Path, Random};
use std::f32::consts::TAU;

/// A rolling line across the picture at a height, as points for `Canvas::ground`.
pub(super) fn roll(
    c: &Canvas,
    y: f32,
    swing: f32,
    length: f32,
    random: &mut Random,
) -> Vec<(f32, f32)> {
    let (a, b) = (random.range(0.0, TAU), random.range(0.0, TAU));
    let steps = (c.w / 8.0) as i32 + 2;
    (-1..=steps)
        .map(|step| {
            let x = step as f32 * 8.0;
            let turn = x / length * TAU;
            (
                x,
                y + swing * (0.65 * (turn + a).sin() + 0.35 * (turn * 2.3 + b).sin()),
            )
        })
        .collect()
}

/// A range of hills.
pub(super) fn hill(
    c: &mut Canvas,
    y: f32,
    swing: f32,
    length: f32,
    random: &mut Random,
    colour: Colour,
) {
    let points = roll(c, y, swing, length, random);
    c.ground(&points, colour);
}

/// A disc with two soft rings of the sky around it.
pub(super) fn sun(c: &mut Canvas, x: f32, y: f32, r: f32, colour: Colour, sky: Colour) {
    c.circle(x, y, r * 1.75, mix(sky, colour, 0.10));
    c.circle(x, y, r * 1.35, mix(sky, colour, 0.20));
    c.circle(x, y, r, colour);
}

/// A moon with a few craters.
pub(super) fn moon(c: &mut Canvas, x: f32, y: f32, r: f32, colour: Colour, sky: Colour) {
    c.circle(x, y, r * 1.5, mix(sky, colour, 0.07));
    c.circle(x, y, r, colour);
    let shade = mix(colour, sky, 0.14);
    for (dx, dy, part) in [
        (-0.35, -0.2, 0.2),
        (0.28, 0.35, 0.26),
        (0.3, -0.42, 0.12),
        (-0.2, 0.5, 0.12),
    ] {
        c.circle(x + dx * r, y + dy * r, part * r, shade);
    }
}

/// Stars above a height.
pub(super) fn stars(c: &mut Canvas, until: f32, count: usize, random: &mut Random, colour: Colour) {
    for _ in 0..(count as f32 * c.w / 190.0 * until / 60.0) as usize {
        let (x, y) = (random.range(0.0, c.w), random.range(0.0, until));
        c.circle(x, y, random.range(0.22, 0.55), colour);
    }
}

/// A flat-bottomed cloud around a place.
pub(super) fn cloud(c: &mut Canvas, x: f32, y: f32, size: f32, colour: Colour) {
    let path = Path::new()
        .round(
            x - 1.25 * size,
            y - 0.42 * size,
            2.5 * size,
            0.62 * size,
            0.31 * size,
        )
        .circle(x - 0.42 * size, y - 0.36 * size, 0.46 * size)
        .circle(x + 0.3 * size, y - 0.5 * size, 0.62 * size);
    c.fill(&path, colour);
}

/// A few long thin clouds.
pub(super) fn streaks(
    c: &mut Canvas,
    from: f32,
    until: f32,
    count: usize,
    random: &mut Random,
    colour: Colour,
) {
    for _ in 0..count {
        let (x, y, w) = (
            random.range(-10.0, c.w),
            random.range(from, until),
            random.range(18.0, 46.0),
        );
        c.round(x, y, w, 1.7, 0.85, colour);
        c.round(x + w * 0.3, y + 2.6, w * 0.55, 1.7, 0.85, colour);
    }
}

/// Water from a height on, with a column of light below a place.
pub(super) fn water(
    c: &mut Canvas,
    y: f32,
    under: f32,
    random: &mut Random,
    (ground, glint): (Colour, Colour),
) {
    c.rect(-1.0, y, c.w + 2.0, c.h - y + 1.0, ground);
    let faint = mix(ground, glint, 0.3);
    for _ in 0..(c.w / 12.0) as usize {
        let (x, w) = (random.range(0.0, c.w), random.range(5.0, 16.0));
        c.round(
            x - w / 2.0,
            random.range(y + 4.0, c.h - 2.0),
            w,
            0.9,
            0.45,
            faint,
        );
    }
    let mut at = y + 2.2;
    while at < y + (c.h - y) * 0.7 {
        let w = random.range(6.0, 17.0);
        c.round(
            under - w / 2.0 + random.range(-2.5, 2.5),
            at,
            w,
            1.2,
            0.6,
            glint,
        );
        at += random.range(3.0, 4.4);
    }
}

/// A fir.
pub(super) fn fir(c: &mut Canvas, x: f32, foot: f32, height: f32, colour: Colour) {
    let half = height * 0.24;
    c.rect(
        x - height * 0.025,
        foot - height * 0.15,
        height * 0.05,
        height * 0.15,
        colour,
    );
    for tier in 0..3 {
        let tier = tier as f32;
        let (top, low) = (
            foot - height + tier * height * 0.2,
            foot - height * (0.54 - tier * 0.22),
        );
        let wide = half * (0.55 + tier * 0.225);
        c.poly(&[(x, top), (x + wide, low), (x - wide, low)], colour);
    }
}

/// A round tree, its right side in shade.
pub(super) fn tree(
    c: &mut Canvas,
    x: f32,
    foot: f32,
    height: f32,
    (leaf, trunk): (Colour, Colour),
) {
    let r = height * 0.34;
    let y = foot - height + r * 1.15;
    c.rect(x - height * 0.03, y, height * 0.06, foot - y, trunk);
    let crown = Path::new().ellipse(x, y, r * 0.86, r * 1.12, 0.0);
    c.fill(&crown, leaf);
    c.inside(&crown, |c| {
        c.glaze(
            &Path::new().rect(x, y - 2.0 * r, r * 2.0, r * 4.0),
            trunk,
            0.16,
        );
    });
}

/// A dark ground is one of the night's palettes.
pub(super) fn is_night(p: &Palette) -> bool {
    p.sky >> 16 < 0x60
}
