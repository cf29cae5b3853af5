//! Outside the town.

use super::super::colour::mix;
use super::path::smooth;
use super::{Canvas, Palette, Path, Random, parts};

/// Layered hills, a coast and lines of wind.
pub(super) fn hills(c: &mut Canvas, p: &Palette, random: &mut Random) {
    parts::sun(
        c,
        c.w * random.range(0.68, 0.84),
        c.h * 0.24,
        9.0,
        p.warm,
        p.sky,
    );
    for line in 0..4 {
        let points = parts::roll(c, c.h * 0.1 + line as f32 * 5.0, 2.2, 100.0, random);
        c.line(&smooth(&points), 0.7, p.haze);
    }
    let base = c.h * 0.44;
    let step = (c.h - base) / 4.2;
    let tones = [
        p.far,
        mix(p.far, p.mid, 0.6),
        p.mid,
        mix(p.mid, p.near, 0.6),
        p.near,
    ];
    for (layer, tone) in tones.into_iter().enumerate() {
        let layer = layer as f32;
        let points = parts::roll(
            c,
            base + layer * step,
            6.5 - layer * 0.5,
            110.0 + layer * 22.0,
            random,
        );
        c.ground(&points, tone);
        if layer as i32 == 2 {
            for _ in 0..(c.w / 24.0) as i32 {
                let &(x, y) = random.pick(&points);
                parts::tree(
                    c,
                    x + random.range(-3.0, 3.0),
                    y + 4.0,
                    random.range(7.0, 10.0),
                    (mix(p.mid, p.near, 0.75), p.ink),
                );
            }
        }
        if layer as i32 == 3 {
            let (x, y) = points[points.len() * 3 / 5];
            c.rect(x - 5.0, y - 4.5, 10.0, 9.0, p.light);
            c.poly(
                &[(x - 6.4, y - 4.2), (x - 0.5, y - 10.0), (x + 6.4, y - 4.2)],
                p.accent,
            );
            c.rect(x - 1.2, y - 1.0, 2.4, 5.5, p.ink);
        }
    }
}

/// Peaks with snow above a lake.
pub(super) fn mountains(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let lake = c.h * 0.74;
    let night = parts::is_night(p);
    if night {
        parts::stars(c, lake * 0.7, 70, random, mix(p.light, p.sky, 0.2));
        parts::moon(c, c.w * 0.2, 22.0, 9.0, p.light, p.sky);
    } else {
        parts::sun(
            c,
            c.w * random.range(0.15, 0.3),
            c.h * 0.24,
            9.0,
            p.accent,
            p.sky,
        );
        parts::streaks(c, 10.0, 34.0, 3, random, p.haze);
    }
    let ridge: Vec<_> = (-1..=(c.w / 22.0) as i32 + 2)
        .map(|i| {
            (
                i as f32 * 22.0,
                lake - random.range(8.0, 17.0) - if i % 2 == 0 { 13.0 } else { 0.0 },
            )
        })
        .collect();
    c.poly(
        &[&[(-30.0, lake)], &ridge[..], &[(c.w + 40.0, lake)]].concat(),
        p.far,
    );
    let count = (c.w / 70.0).ceil() as i32 + 1;
    for place in 0..count {
        let x = (place as f32 + random.range(0.1, 0.6)) * c.w / count as f32;
        let tall = if place == count / 2 {
            56.0
        } else {
            random.range(32.0, 46.0)
        } * (c.h / 100.0).min(1.35);
        peak(c, p, (x, lake), tall, random);
    }
    let shore = mix(p.near, p.ink, 0.25);
    c.rect(0.0, lake, c.w, c.h - lake, mix(p.mid, p.cool, 0.4));
    parts::water(
        c,
        lake + 1.0,
        c.w * 0.5,
        random,
        (mix(p.mid, p.cool, 0.4), mix(p.far, p.light, 0.5)),
    );
    let mut x = -4.0;
    while x < c.w + 6.0 {
        let away = ((x / c.w - 0.5).abs() * 2.0).powf(0.7);
        if away > 0.3 {
            parts::fir(
                c,
                x,
                lake + 2.0,
                random.range(6.0, 10.0) + 9.0 * away,
                shore,
            );
        }
        x += random.range(3.5, 6.5);
    }
    c.ground(
        &[
            (-4.0, lake + 3.0),
            (c.w * 0.16, lake + 4.0),
            (c.w * 0.3, lake),
            (c.w * 0.42, lake - 1.0),
            (c.w * 0.5, lake - 2.0),
        ],
        mix(p.mid, p.cool, 0.4),
    );
    c.ground(
        &[
            (-4.0, c.h - 10.0),
            (c.w * 0.22, c.h - 5.0),
            (c.w * 0.5, c.h + 3.0),
            (c.w * 0.78, c.h - 4.0),
            (c.w + 4.0, c.h - 9.0),
        ],
        shore,
    );
}

fn peak(c: &mut Canvas, p: &Palette, (x, foot): (f32, f32), tall: f32, random: &mut Random) {
    let half = tall * random.range(0.72, 0.9);
    let top = foot - tall;
    let lean = random.range(-3.0, 3.0);
    c.poly(&[(x, top), (x + half, foot), (x - half, foot)], p.mid);
    c.poly(
        &[
            (x, top),
            (x + half, foot),
            (x + half * 0.12 + lean, foot),
            (x + 5.0 + lean, top + tall * 0.5),
            (x - 2.0, top + tall * 0.3),
        ],
        p.near,
    );
    let s = tall * 0.34;
    let k = half / tall;
    c.poly(
        &[
            (x, top),
            (x + s * k, top + s),
            (x + s * 0.4, top + s * 0.74),
            (x + s * 0.12, top + s * 1.12),
            (x - s * 0.22, top + s * 0.72),
            (x - s * 0.5, top + s * 1.05),
            (x - s * k * 0.95, top + s * 0.95),
        ],
        p.light,
    );
    c.poly(
        &[
            (x, top),
            (x + s * k, top + s),
            (x + s * 0.4, top + s * 0.74),
            (x + s * 0.12, top + s * 1.12),
            (x - 1.0, top + s * 0.55),
        ],
        mix(p.light, p.mid, 0.4),
    );
}

/// Turbines over fields.
pub(super) fn turbines(c: &mut Canvas, p: &Palette, random: &mut Random) {
    parts::sun(
        c,
        c.w * random.range(0.12, 0.3),
        c.h * 0.5,
        13.0,
        p.warm,
        p.sky,
    );
    parts::cloud(c, c.w * 0.52, c.h * 0.2, 11.0, p.haze);
    parts::cloud(c, c.w * 0.9, c.h * 0.33, 14.0, p.haze);
    parts::hill(c, c.h * 0.66, 4.0, 150.0, random, p.far);
    let count = ((c.w / 44.0) as i32).max(2);
    for place in 0..count {
        let near = place % 2 == 0;
        let x = (place as f32 + 0.55) * c.w / count as f32 + random.range(-5.0, 5.0);
        let s = if near { random.range(0.9, 1.15) } else { 0.55 };
        let foot = c.h * if near { 0.82 } else { 0.72 };
        let hub = foot - 50.0 * s;
        c.poly(
            &[
                (x - 1.5 * s, foot),
                (x - 0.7 * s, hub),
                (x + 0.7 * s, hub),
                (x + 1.5 * s, foot),
            ],
            p.light,
        );
        let turn = random.range(0.0, 120.0);
        for blade in 0..3 {
            let shape = Path::new().polygon(&[
                (x, hub - 0.6 * s),
                (x + 4.0 * s, hub - 2.0 * s),
                (x + 25.0 * s, hub - 0.2 * s),
                (x + 4.0 * s, hub + 0.7 * s),
            ]);
            c.fill(&shape.turned(x, hub, turn + blade as f32 * 120.0), p.light);
        }
        c.circle(x, hub, 1.7 * s, p.accent);
    }
    parts::hill(c, c.h * 0.78, 4.0, 130.0, random, p.mid);
    let field = parts::roll(c, c.h * 0.88, 3.0, 170.0, random);
    c.ground(&field, p.near);
    // Furrows.
    let vanish = (c.w * 0.6, c.h * 0.72);
    let mut outline = smooth(&field);
    outline.extend([(c.w + 9.0, c.h + 2.0), (-9.0, c.h + 2.0)]);
    c.inside(&Path::new().polygon(&outline), |c| {
        for furrow in -10..=10 {
            let x = vanish.0 + furrow as f32 * c.w * 0.16;
            c.line(&[vanish, (x, c.h + 4.0)], 1.0, mix(p.near, p.mid, 0.45));
        }
    });
}
