//! Over the valley, over the water.

use super::super::colour::mix;
use super::path::{arc, smooth};
use super::{Canvas, Palette, Path, Random, parts};

/// A train across a viaduct.
pub(super) fn train(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let rail = c.h * 0.6;
    let night = parts::is_night(p);
    if night {
        parts::stars(c, rail, 70, random, mix(p.light, p.sky, 0.25));
        parts::moon(c, c.w * 0.18, c.h * 0.2, 9.0, p.light, p.sky);
    } else {
        parts::sun(c, c.w * 0.2, c.h * 0.26, 11.0, p.warm, p.sky);
        parts::cloud(c, c.w * 0.7, c.h * 0.2, 10.0, p.haze);
    }
    let mut peaks = vec![(-20.0, c.h)];
    for i in 0..(c.w / 24.0) as i32 + 3 {
        peaks.push((
            i as f32 * 24.0 - 12.0,
            rail - if i % 2 == 0 {
                random.range(14.0, 30.0)
            } else {
                random.range(0.0, 7.0)
            },
        ));
    }
    peaks.push((c.w + 40.0, c.h));
    c.poly(&peaks, p.haze);
    parts::hill(c, c.h * 0.7, 5.0, 110.0, random, p.far);
    parts::hill(c, c.h * 0.86, 4.0, 140.0, random, mix(p.far, p.mid, 0.6));
    // The viaduct: a wall with arches cut out of it.
    let stone = mix(p.mid, p.near, 0.5);
    let mut wall = Path::new().rect(-2.0, rail, c.w + 4.0, c.h - rail + 2.0);
    let mut x = random.range(-18.0, -4.0);
    while x < c.w {
        let mut opening = arc(x + 11.0, rail + 18.0, 10.0, 180.0, 360.0);
        opening.extend([(x + 21.0, c.h + 5.0), (x + 1.0, c.h + 5.0)]);
        wall = wall.without(Path::new().polygon(&opening));
        x += 25.0;
    }
    c.fill(&wall, stone);
    c.rect(0.0, rail, c.w, 2.4, p.ink);
    c.rect(0.0, rail + 4.2, c.w, 0.8, mix(stone, p.ink, 0.35));
    let cars = ((c.w * 0.8 / 34.0) as i32).clamp(2, 6);
    let start = c.w * 0.5 - cars as f32 * 17.0 + random.range(-8.0, 8.0);
    for car in 0..cars {
        let (x, y) = (start + car as f32 * 34.0, rail - 15.0);
        let shape = if car == cars - 1 {
            Path::new().polygon(&smooth(&[
                (x, y),
                (x + 19.0, y),
                (x + 27.0, y + 2.0),
                (x + 32.4, y + 7.5),
                (x + 33.0, y + 12.6),
                (x + 31.6, y + 13.4),
                (x, y + 13.4),
            ]))
        } else {
            Path::new().round(x, y, 32.8, 13.4, 1.6)
        };
        c.fill(&shape, p.accent);
        c.inside(&shape, |c| {
            c.rect(x - 1.0, y + 9.6, 36.0, 1.4, p.warm);
            c.rect(x - 1.0, y + 11.0, 36.0, 3.0, mix(p.accent, p.ink, 0.4));
        });
        for window in 0..4 {
            let lit = if random.chance(75) {
                mix(p.warm, p.light, 0.4)
            } else {
                mix(p.accent, p.ink, 0.65)
            };
            c.round(x + 2.6 + window as f32 * 7.0, y + 2.6, 5.2, 4.8, 0.8, lit);
        }
        for wheel in [6.0, 10.5, 22.0, 26.5] {
            c.circle(x + wheel, rail - 1.2, 1.6, p.ink);
        }
    }
    if night {
        let nose = start + cars as f32 * 34.0 - 2.0;
        c.glaze(
            &Path::new().polygon(&[
                (nose, rail - 5.0),
                (nose + 60.0, rail - 12.0),
                (nose + 60.0, rail + 2.0),
            ]),
            p.warm,
            0.16,
        );
    }
    let mut x = 0.0;
    while x < c.w {
        parts::fir(c, x, c.h + 2.0, random.range(7.0, 15.0), p.near);
        x += random.range(4.0, 9.0);
    }
}

/// A suspension bridge.
pub(super) fn bridge(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let sea = c.h * 0.74;
    let deck = c.h * 0.6;
    let x = c.w * random.range(0.36, 0.64);
    if parts::is_night(p) {
        parts::stars(c, sea * 0.8, 60, random, mix(p.light, p.sky, 0.25));
        parts::moon(c, x, c.h * 0.24, 12.0, p.light, p.sky);
    } else {
        parts::sun(c, x, deck - 12.0, 17.0, p.warm, p.sky);
        parts::streaks(c, 8.0, 32.0, 4, random, p.haze);
    }
    parts::hill(c, sea - 9.0, 5.0, 120.0, random, p.far);
    parts::hill(c, sea - 3.0, 3.0, 90.0, random, mix(p.far, p.mid, 0.5));
    parts::water(
        c,
        sea,
        x,
        random,
        (mix(p.cool, p.far, 0.25), mix(p.warm, p.light, 0.4)),
    );
    let span = (c.w * 0.56).min(150.0);
    let (left, right) = (c.w / 2.0 - span / 2.0, c.w / 2.0 + span / 2.0);
    let top = c.h * 0.16;
    for tower in [left, right] {
        for leg in [-4.2, 1.8] {
            c.rect(tower + leg, top, 2.4, c.h * 0.86 - top, p.accent);
        }
        for brace in 0..4 {
            c.rect(
                tower - 4.2,
                top + 4.0 + brace as f32 * (deck - top) / 3.6,
                8.4,
                1.8,
                p.accent,
            );
        }
        c.round(tower - 7.0, sea + 4.0, 14.0, 6.0, 1.4, p.near);
    }
    let middle = c.w / 2.0;
    let sag = move |at: f32| {
        let part = ((at - middle) / (span / 2.0)).abs();
        if part <= 1.0 {
            top + (deck - 4.0 - top) * (1.0 - part * part)
        } else {
            top + (deck - top) * (part - 1.0) * span / 2.0 / left.max(30.0)
        }
    };
    let cable: Vec<_> = (0..=160)
        .map(|i| i as f32 / 160.0 * (c.w + 8.0) - 4.0)
        .map(|at| (at, sag(at).min(deck)))
        .collect();
    let mut at = 1.0;
    while at < c.w {
        c.rect(
            at,
            sag(at).min(deck),
            0.4,
            deck - sag(at).min(deck),
            p.accent,
        );
        at += 4.4;
    }
    for part in cable.chunk_by(|a, _| (a.0 - left).abs() > 0.8 && (a.0 - right).abs() > 0.8) {
        c.line(part, 1.0, p.accent);
    }
    c.line(&cable, 1.0, p.accent);
    c.rect(0.0, deck, c.w, 3.2, p.ink);
    c.rect(0.0, deck + 3.2, c.w, 1.2, mix(p.accent, p.ink, 0.4));
    let mut car = random.range(4.0, 20.0);
    while car < c.w {
        let colour = *random.pick(&[p.light, p.warm, p.cool]);
        c.round(car, deck - 2.4, 6.0, 2.2, 0.6, colour);
        c.round(car + 1.2, deck - 4.0, 3.6, 2.4, 0.8, colour);
        car += random.range(16.0, 46.0);
    }
    c.ground(
        &[
            (-4.0, c.h - 5.0),
            (c.w * 0.2, c.h - 8.0),
            (c.w * 0.42, c.h + 4.0),
        ],
        p.near,
    );
}
