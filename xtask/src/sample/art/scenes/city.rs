//! Streets and houses.

use super::super::colour::mix;
use super::path::arc;
use super::{Canvas, Palette, Path, Random, parts};

/// A hospital at night; somebody is awake.
pub(super) fn ward(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let floor = c.h * 0.88;
    let night = parts::is_night(p);
    if night {
        parts::stars(c, floor * 0.8, 45, random, mix(p.light, p.sky, 0.3));
    }
    parts::moon(
        c,
        c.w * random.range(0.1, 0.2),
        19.0,
        8.0,
        if night { p.light } else { p.warm },
        p.sky,
    );
    parts::streaks(c, 12.0, 40.0, 3, random, p.haze);
    skyline(c, p.haze, floor, (10.0, 26.0), random);
    let (w, h) = (62.0, (c.h * 0.62).min(92.0));
    let x = c.w * 0.5 - w * 0.42;
    let (wall, side, dark) = (p.mid, mix(p.mid, p.ink, 0.3), mix(p.mid, p.ink, 0.6));
    block(
        c,
        (x - 28.0, floor - h * 0.58, 30.0, h * 0.58),
        side,
        [dark, p.warm, p.light],
        32,
        random,
    );
    block(
        c,
        (x + w - 2.0, floor - h * 0.74, 26.0, h * 0.74),
        side,
        [dark, p.warm, p.light],
        32,
        random,
    );
    block(
        c,
        (x, floor - h, w, h),
        wall,
        [dark, p.warm, p.light],
        42,
        random,
    );
    c.rect(x - 1.5, floor - h - 2.0, w + 3.0, 3.0, dark);
    // The sign and the door.
    c.circle(x + w / 2.0, floor - h - 9.0, 7.0, p.light);
    c.rect(x + w / 2.0 - 1.4, floor - h - 13.4, 2.8, 8.8, p.accent);
    c.rect(x + w / 2.0 - 4.4, floor - h - 10.4, 8.8, 2.8, p.accent);
    c.rect(x + w / 2.0 - 0.7, floor - h - 3.0, 1.4, 2.0, dark);
    c.round(x + w / 2.0 - 8.0, floor - 13.0, 16.0, 15.0, 2.0, p.warm);
    c.rect(x + w / 2.0 - 0.5, floor - 13.0, 1.0, 13.0, dark);
    c.rect(x + w / 2.0 - 11.0, floor - 15.0, 22.0, 2.4, p.accent);
    c.rect(0.0, floor, c.w, c.h - floor + 1.0, p.near);
    let mut at = random.range(0.0, 12.0);
    while at < c.w {
        if (at - c.w * 0.5).abs() > 22.0 {
            parts::tree(
                c,
                at,
                floor + 3.0,
                random.range(13.0, 20.0),
                (mix(p.near, p.mid, 0.35), p.ink),
            );
        }
        at += random.range(9.0, 24.0);
    }
    c.glaze(
        &Path::new().polygon(&[
            (c.w * 0.5 - 4.0, floor),
            (c.w * 0.5 + 16.0, floor),
            (c.w * 0.5 + 26.0, c.h),
            (c.w * 0.5 - 14.0, c.h),
        ]),
        p.warm,
        0.22,
    );
}

/// Houses along a floor as one silhouette.
fn skyline(c: &mut Canvas, colour: u32, floor: f32, (low, high): (f32, f32), random: &mut Random) {
    let mut x = random.range(-8.0, 0.0);
    while x < c.w {
        let (w, h) = (random.range(8.0, 19.0), random.range(low, high));
        c.rect(x, floor - h, w + 0.3, h, colour);
        match random.below(4) {
            0 => c.rect(x + w * 0.4, floor - h - 5.0, 1.0, 5.0, colour),
            1 => c.poly(
                &[(x, floor - h), (x + w, floor - h), (x + w, floor - h - 5.0)],
                colour,
            ),
            2 => c.rect(x + w * 0.2, floor - h - 2.5, w * 0.4, 2.5, colour),
            _ => {}
        }
        x += w;
    }
}

/// A house with windows: dark ones, lit ones, and a few where the lamp is brighter.
fn block(
    c: &mut Canvas,
    (x, y, w, h): (f32, f32, f32, f32),
    wall: u32,
    [dark, lit, bright]: [u32; 3],
    percent: usize,
    random: &mut Random,
) {
    c.rect(x, y, w, h, wall);
    let columns = ((w - 3.0) / 6.6) as usize;
    let step = (w - 3.0) / columns.max(1) as f32;
    let mut row = y + 4.5;
    while row < y + h - 8.0 {
        for column in 0..columns {
            let place = x + 2.2 + column as f32 * step;
            let colour = if random.chance(percent) {
                if random.chance(16) { bright } else { lit }
            } else {
                dark
            };
            c.rect(place, row, step - 2.0, 5.2, colour);
            if colour != dark && random.chance(25) {
                c.rect(place, row, step - 2.0, 2.2, mix(colour, dark, 0.35));
            }
        }
        row += 8.6;
    }
}

/// Roofs under a moon or a low sun.
pub(super) fn city(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let night = parts::is_night(p);
    let x = c.w * random.range(0.56, 0.76);
    if night {
        parts::stars(c, c.h * 0.6, 90, random, mix(p.light, p.sky, 0.25));
        let disc = Path::new().circle(x, c.h * 0.27, 13.0);
        c.circle(x, c.h * 0.27, 19.0, mix(p.sky, p.haze, 0.8));
        c.fill(&disc, p.light);
        c.inside(&disc, |c| {
            c.circle(x + 6.0, c.h * 0.27 - 3.5, 12.0, mix(p.sky, p.haze, 0.8))
        });
    } else {
        parts::sun(c, x, c.h * 0.4, 17.0, p.accent, p.sky);
        parts::streaks(c, 8.0, c.h * 0.4, 4, random, p.haze);
    }
    let tall = c.h / 100.0;
    skyline(c, p.haze, c.h, (44.0 * tall, 58.0 * tall), random);
    skyline(c, p.far, c.h, (32.0 * tall, 50.0 * tall), random);
    let mut at = random.range(-8.0, -2.0);
    while at < c.w {
        let (w, h) = (
            random.range(16.0, 25.0),
            random.range(20.0, 42.0) * tall.min(1.25),
        );
        let wall = *random.pick(&[p.mid, mix(p.mid, p.far, 0.5), mix(p.mid, p.ink, 0.22)]);
        block(
            c,
            (at, c.h - h, w, h + 8.0),
            wall,
            [mix(wall, p.ink, 0.35), p.warm, p.light],
            38,
            random,
        );
        match random.below(3) {
            0 => c.poly(
                &[
                    (at - 1.0, c.h - h),
                    (at + w / 2.0, c.h - h - 8.0),
                    (at + w + 1.0, c.h - h),
                ],
                mix(wall, p.ink, 0.45),
            ),
            1 => {
                c.rect(
                    at + w * 0.3,
                    c.h - h - 9.0,
                    7.0,
                    6.0,
                    mix(wall, p.ink, 0.45),
                );
                c.poly(
                    &[
                        (at + w * 0.3 - 1.0, c.h - h - 9.0),
                        (at + w * 0.3 + 3.5, c.h - h - 12.0),
                        (at + w * 0.3 + 8.0, c.h - h - 9.0),
                    ],
                    p.accent,
                );
                c.rect(at + w * 0.3 + 0.8, c.h - h - 3.0, 0.8, 3.0, p.ink);
                c.rect(at + w * 0.3 + 5.4, c.h - h - 3.0, 0.8, 3.0, p.ink);
            }
            _ => c.rect(
                at - 0.6,
                c.h - h - 1.4,
                w + 1.2,
                2.0,
                mix(wall, p.ink, 0.45),
            ),
        }
        at += w;
    }
    skyline(c, p.near, c.h, (3.0, 12.0), random);
}

/// A stall under a striped awning.
pub(super) fn market(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let floor = c.h * 0.86;
    c.circle(c.w * 0.5, c.h * 0.46, 46.0, p.haze);
    skyline(c, mix(p.sky, p.far, 0.55), floor, (22.0, 44.0), random);
    c.rect(0.0, floor, c.w, c.h, p.mid);
    let stall = (c.w * 0.8).min(130.0);
    let (x, y) = ((c.w - stall) / 2.0, c.h * 0.5 - 24.0);
    let table = floor - 20.0;
    for post in [x + 4.0, x + stall - 6.0] {
        c.rect(post, y, 2.2, floor - y + 4.0, p.ink);
    }
    c.rect(
        x + 6.0,
        y + 10.0,
        stall - 12.0,
        table - y - 10.0,
        mix(p.ink, p.near, 0.4),
    );
    let bulbs = (stall / 22.0) as i32;
    for bulb in 0..bulbs {
        let at = x + (bulb as f32 + 0.5) * stall / bulbs as f32;
        c.rect(at - 0.25, y + 10.0, 0.5, 7.0, p.light);
        c.circle(at, y + 18.4, 4.2, mix(mix(p.ink, p.near, 0.4), p.warm, 0.2));
        c.circle(at, y + 18.4, 1.9, p.warm);
    }
    // Crates, each with its own fruit.
    let crates = (stall / 21.0) as i32;
    for number in 0..crates {
        let (w, left) = (
            stall / crates as f32,
            x + number as f32 * stall / crates as f32,
        );
        let fruit =
            [p.accent, p.warm, p.mid, p.light, p.cool][(number as usize + random.below(2)) % 5];
        for (row, count) in [(1, 4), (0, 5)] {
            for piece in 0..count {
                let at = left + (piece as f32 + 0.5 + (5 - count) as f32 * 0.5) * w / 5.0;
                let top = table - 1.2 - row as f32 * 3.2;
                c.circle(at, top, w / 9.0, fruit);
                c.circle(
                    at - w / 36.0,
                    top - w / 34.0,
                    w / 40.0,
                    mix(fruit, p.light, 0.65),
                );
            }
        }
        c.round(
            left + 0.6,
            table,
            w - 1.2,
            9.0,
            0.8,
            mix(p.warm, p.ink, 0.32),
        );
        c.rect(
            left + 0.6,
            table + 4.2,
            w - 1.2,
            0.8,
            mix(p.warm, p.ink, 0.55),
        );
    }
    c.rect(x, table + 9.0, stall, floor - table - 5.0, p.near);
    c.rect(x, table + 9.0, stall, 1.6, p.ink);
    let stripes = (stall / 13.0) as i32 | 1;
    let w = (stall + 8.0) / stripes as f32;
    for stripe in 0..stripes {
        let colour = if stripe % 2 == 0 { p.accent } else { p.light };
        let left = x - 4.0 + stripe as f32 * w;
        let top = |at: f32| c.w / 2.0 + (at - c.w / 2.0) * 0.9;
        let mut outline = vec![
            (top(left), y - 9.0),
            (top(left + w), y - 9.0),
            (left + w, y + 7.0),
        ];
        outline.extend(arc(left + w / 2.0, y + 7.0, w / 2.0, 0.0, 180.0));
        c.poly(&outline, colour);
    }
    c.glaze(
        &Path::new().rect(x - 4.0, y + 6.0, stall + 8.0, 1.0),
        p.ink,
        0.2,
    );
    c.rect(x - 2.0, y - 11.0, stall + 4.0, 2.6, p.ink);
    for pigeon in 0..2 {
        let (at, foot) = (c.w * (0.16 + 0.66 * pigeon as f32), floor + 6.0);
        c.fill(&Path::new().ellipse(at, foot - 2.6, 4.0, 2.2, -14.0), p.ink);
        c.circle(at + 3.4, foot - 5.2, 1.5, p.ink);
        c.line(&[(at, foot - 1.0), (at, foot + 1.2)], 0.5, p.accent);
    }
}
