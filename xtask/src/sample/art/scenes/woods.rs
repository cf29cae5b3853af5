//! Woods and gardens.

use super::super::colour::mix;
use super::path::smooth;
use super::{Canvas, Palette, Path, Random, parts};

/// Trunks, near and far.
pub(super) fn forest(c: &mut Canvas, p: &Palette, random: &mut Random) {
    parts::sun(
        c,
        c.w * random.range(0.35, 0.65),
        c.h * 0.36,
        16.0,
        p.warm,
        p.sky,
    );
    let tones = [mix(p.sky, p.far, 0.6), p.far, p.mid, p.near, p.ink];
    for (layer, tone) in tones.into_iter().enumerate() {
        let depth = layer as f32 / 4.0;
        let foot = c.h * (0.64 + 0.3 * depth);
        let points = parts::roll(c, foot, 2.5, 90.0, random);
        let mut x = random.range(-8.0, 2.0);
        while x < c.w + 8.0 {
            let height = (20.0 + 34.0 * depth) * random.range(0.75, 1.15);
            let aside = ((x / c.w - 0.5).abs() * 2.0).min(1.0);
            if layer < 3 || aside > 0.42 {
                let tall = height * (0.8 + 0.5 * aside) * (c.h / 100.0).min(1.3);
                if layer % 2 == 0 {
                    parts::fir(c, x, foot + 3.0 + tall * 0.12, tall, tone);
                } else {
                    parts::tree(
                        c,
                        x,
                        foot + 3.0,
                        tall * 0.85,
                        (tone, mix(tone, p.ink, 0.35)),
                    );
                }
            }
            x += (5.0 + 9.0 * depth) * random.range(0.7, 1.35);
        }
        c.ground(&points, tone);
    }
    // A fox looks round.
    let (x, y) = (c.w * 0.5, c.h * 0.83);
    c.fill(&Path::new().ellipse(x, y, 7.2, 3.7, -8.0), p.accent);
    c.fill(
        &Path::new().ellipse(x - 9.5, y + 1.0, 6.0, 2.0, 32.0),
        p.accent,
    );
    c.fill(
        &Path::new().ellipse(x - 13.2, y - 1.3, 2.1, 1.2, 32.0),
        p.light,
    );
    c.poly(
        &[
            (x + 4.0, y - 8.4),
            (x + 7.0, y - 6.0),
            (x + 10.0, y - 8.4),
            (x + 10.6, y - 3.2),
            (x + 7.0, y + 0.6),
            (x + 3.4, y - 3.2),
        ],
        p.accent,
    );
    c.poly(
        &[(x + 5.4, y - 2.6), (x + 8.6, y - 2.6), (x + 7.0, y + 0.4)],
        p.light,
    );
    for leg in [-4.6, -2.8, 3.0, 4.8] {
        c.rect(x + leg, y + 1.6, 1.2, 5.2, p.ink);
    }
}

/// Beds, leaves and a watering can's view of the world.
pub(super) fn garden(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let soil = c.h * 0.74;
    parts::sun(c, c.w * 0.82, c.h * 0.22, 9.5, p.warm, p.sky);
    parts::hill(c, c.h * 0.52, 3.0, 130.0, random, p.far);
    let mut x = -3.0;
    while x < c.w + 3.0 {
        c.poly(
            &[
                (x, soil),
                (x, soil - 17.0),
                (x + 2.2, soil - 20.0),
                (x + 4.4, soil - 17.0),
                (x + 4.4, soil),
            ],
            p.light,
        );
        x += 7.0;
    }
    c.rect(0.0, soil - 13.0, c.w, 2.2, p.light);
    c.rect(0.0, soil, c.w, c.h - soil, mix(p.ink, p.accent, 0.25));
    c.ground(&parts::roll(c, soil + 9.0, 1.2, 40.0, random), p.ink);
    let mut x = 8.0;
    let mut kind = random.below(4);
    while x < c.w - 2.0 {
        let tall = random.range(22.0, 40.0) * (c.h / 100.0).min(1.5);
        plant(c, p, (x, soil + 4.0), tall, kind);
        kind += 1 + random.below(2);
        x += random.range(13.0, 17.5);
    }
}

fn plant(c: &mut Canvas, p: &Palette, (x, foot): (f32, f32), tall: f32, kind: usize) {
    let top = foot - tall;
    let leaf = if kind.is_multiple_of(2) {
        p.near
    } else {
        mix(p.mid, p.near, 0.55)
    };
    c.line(
        &smooth(&[(x, foot), (x + 1.0, foot - tall * 0.5), (x, top)]),
        1.0,
        leaf,
    );
    for side in [-1.0, 1.0] {
        for level in 0..3 {
            let y = foot
                - tall * (0.2 + 0.2 * level as f32)
                - if side > 0.0 { tall * 0.08 } else { 0.0 };
            let size = 6.0 - level as f32 * 1.1;
            c.fill(
                &Path::new().ellipse(x + side * size, y - 1.6, size, size * 0.36, -side * 32.0),
                leaf,
            );
        }
    }
    match kind % 4 {
        0 => {
            for petal in 0..7 {
                let angle = petal as f32 * 51.43;
                c.fill(
                    &Path::new()
                        .ellipse(x + 4.6, top, 3.6, 1.9, 0.0)
                        .turned(x, top, angle),
                    p.warm,
                );
            }
            c.circle(x, top, 2.7, p.ink);
        }
        1 => {
            c.poly(
                &smooth(&[
                    (x, top + 5.0),
                    (x - 5.0, top + 1.0),
                    (x - 4.4, top - 6.0),
                    (x - 1.8, top - 2.6),
                    (x, top - 7.4),
                    (x + 1.8, top - 2.6),
                    (x + 4.4, top - 6.0),
                    (x + 5.0, top + 1.0),
                    (x, top + 5.0),
                ]),
                p.accent,
            );
        }
        2 => {
            for (dx, dy) in [(-4.0, 7.0), (4.4, 12.0), (-3.6, 17.0), (1.5, 3.0)] {
                c.circle(x + dx, top + dy, 2.7, p.accent);
                c.circle(x + dx - 0.8, top + dy - 0.8, 0.7, p.light);
            }
        }
        _ => {
            for ear in 0..5 {
                let y = top + ear as f32 * 2.6;
                c.fill(&Path::new().ellipse(x - 1.5, y, 2.3, 1.1, 42.0), p.cool);
                c.fill(&Path::new().ellipse(x + 1.5, y, 2.3, 1.1, -42.0), p.cool);
            }
        }
    }
}
