//! By the sea.

use super::super::colour::mix;
use super::path::{arc, smooth};
use super::{Canvas, Palette, Path, Random, parts};

fn boat(c: &mut Canvas, p: &Palette, x: f32, y: f32, s: f32, sail: u32) {
    let hull = smooth(&[
        (x - 11.0 * s, y - 2.6 * s),
        (x - 9.0 * s, y + 2.4 * s),
        (x, y + 3.4 * s),
        (x + 8.0 * s, y + 2.4 * s),
        (x + 12.0 * s, y - 3.0 * s),
    ]);
    c.round(
        x - 8.0 * s,
        y + 4.6 * s,
        17.0 * s,
        0.9 * s,
        0.45 * s,
        mix(p.near, p.light, 0.4),
    );
    c.rect(x - 0.45 * s, y - 25.0 * s, 0.9 * s, 24.0 * s, p.ink);
    let mut main = arc(x - 14.0 * s, y - 2.0 * s, 26.0 * s, -58.0, -6.0);
    main.push((x + 1.2 * s, y - 5.0 * s));
    c.poly(&main, sail);
    c.poly(
        &[
            (x - 1.2 * s, y - 22.0 * s),
            (x - 1.2 * s, y - 5.0 * s),
            (x - 9.0 * s, y - 5.0 * s),
        ],
        mix(sail, p.far, 0.35),
    );
    c.poly(&hull, p.ink);
    c.line(
        &[(x - 10.2 * s, y - 0.6 * s), (x + 10.8 * s, y - 0.9 * s)],
        0.9 * s,
        p.accent,
    );
}

/// Boats before a low sun.
pub(super) fn harbour(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let sea = c.h * random.range(0.58, 0.66);
    let x = c.w * random.range(0.55, 0.74);
    c.rect(0.0, sea - 20.0, c.w, 21.0, p.haze);
    c.ground(&parts::roll(c, sea - 20.0, 1.5, 90.0, random), p.haze);
    parts::streaks(c, 8.0, sea * 0.55, 4, random, mix(p.sky, p.light, 0.55));
    parts::sun(c, x, sea - 13.0, 15.0, p.accent, mix(p.sky, p.haze, 0.5));
    parts::hill(c, sea - 5.0, 3.5, 120.0, random, p.far);
    // Warehouses on the quay.
    let mut at = random.range(-8.0, 4.0);
    while at < c.w * 0.42 {
        let (w, h) = (random.range(10.0, 17.0), random.range(8.0, 15.0));
        let colour = *random.pick(&[p.mid, p.near, mix(p.mid, p.far, 0.5)]);
        c.poly(
            &[
                (at, sea),
                (at, sea - h),
                (at + w / 2.0, sea - h - w * 0.36),
                (at + w, sea - h),
                (at + w, sea),
            ],
            colour,
        );
        for column in 0..2 {
            c.rect(
                at + w * (0.2 + 0.36 * column as f32),
                sea - h + 2.0,
                w * 0.2,
                3.2,
                mix(colour, p.warm, 0.75),
            );
        }
        at += w + random.range(0.0, 2.0);
    }
    let light = mix(p.accent, p.warm, 0.5);
    parts::water(c, sea, x, random, (p.cool, light));
    c.rect(0.0, sea, c.w * 0.43, 2.4, p.ink);
    boat(c, p, c.w * 0.3, c.h * 0.84, 1.45, p.light);
    boat(c, p, x + 24.0, sea + 8.0, 0.7, mix(p.light, p.warm, 0.3));
    if c.w > 170.0 {
        boat(c, p, c.w * 0.51, sea + 13.0, 0.85, p.warm);
    }
}

/// A light on a rock.
pub(super) fn lighthouse(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let sea = c.h * 0.72;
    let x = c.w * random.range(0.3, 0.4);
    let foot = sea - 10.0;
    let top = foot - 48.0;
    let beam = mix(p.warm, p.light, 0.4);
    if parts::is_night(p) {
        parts::stars(c, sea, 60, random, mix(p.light, p.sky, 0.25));
        for (tilt, part) in [(7.0, 0.09), (4.0, 0.2)] {
            c.glaze(
                &Path::new().polygon(&[
                    (x, top),
                    (c.w + 20.0, top - 30.0 - tilt),
                    (c.w + 20.0, top - 8.0 + tilt),
                ]),
                p.warm,
                part,
            );
            c.glaze(
                &Path::new().polygon(&[
                    (x, top),
                    (-20.0, top + 4.0 - tilt),
                    (-20.0, top + 16.0 + tilt),
                ]),
                p.warm,
                part,
            );
        }
        parts::moon(c, c.w * 0.82, 20.0, 8.0, p.light, p.sky);
    } else {
        parts::sun(c, c.w * 0.8, 24.0, 10.0, p.warm, p.sky);
        parts::cloud(c, c.w * 0.62, 40.0, 11.0, p.light);
        parts::cloud(c, c.w * 0.12, 26.0, 8.0, p.haze);
    }
    parts::hill(c, sea - 3.0, 4.0, 150.0, random, p.far);
    parts::water(c, sea, c.w * 0.78, random, (mix(p.far, p.cool, 0.35), beam));
    let rock = smooth(&[
        (x - 48.0, c.h + 2.0),
        (x - 36.0, sea + 8.0),
        (x - 20.0, sea - 5.0),
        (x - 8.0, foot),
        (x + 9.0, foot + 1.0),
        (x + 17.0, sea - 1.0),
        (x + 34.0, sea + 13.0),
        (x + 52.0, c.h + 2.0),
    ]);
    c.poly(&rock, p.near);
    c.ground(
        &[
            (-4.0, c.h - 4.0),
            (x - 10.0, c.h - 10.0),
            (x + 30.0, c.h - 5.0),
            (c.w + 4.0, c.h - 7.0),
        ],
        p.ink,
    );
    let tower = Path::new().polygon(&[
        (x - 6.6, foot + 2.0),
        (x - 4.4, top + 6.0),
        (x + 4.4, top + 6.0),
        (x + 6.6, foot + 2.0),
    ]);
    c.fill(&tower, p.light);
    c.inside(&tower, |c| {
        for band in 0..3 {
            c.rect(
                x - 9.0,
                top + 12.0 + band as f32 * 14.0,
                18.0,
                7.0,
                p.accent,
            );
        }
        c.glaze(&Path::new().rect(x + 1.0, top, 9.0, 60.0), p.ink, 0.18);
    });
    c.rect(x - 6.0, top + 4.2, 12.0, 2.0, p.ink);
    c.rect(x - 3.4, top - 4.0, 6.8, 8.4, p.warm);
    for post in [-3.4, -0.35, 2.7] {
        c.rect(x + post, top - 4.0, 0.7, 8.4, p.ink);
    }
    c.poly(
        &[(x - 5.0, top - 3.6), (x, top - 10.0), (x + 5.0, top - 3.6)],
        p.accent,
    );
}

/// Scales of waves under a disc.
pub(super) fn waves(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let sea = c.h * random.range(0.46, 0.56);
    let r = 17.0;
    parts::streaks(c, 6.0, sea * 0.6, 3, random, p.haze);
    c.circle(c.w * random.range(0.34, 0.66), sea - 12.0, 23.0, p.accent);
    let wave = [
        p.ink,
        p.light,
        mix(p.ink, p.cool, 0.4),
        p.light,
        mix(p.cool, p.light, 0.1),
    ];
    let mut y = sea + 8.0;
    let mut row = 0;
    while y < c.h + r {
        let mut x = if row % 2 == 0 { 0.0 } else { r };
        while x < c.w + r * 2.0 {
            for (ring, colour) in wave.iter().enumerate() {
                c.circle(x, y, r * (1.0 - ring as f32 * 0.19), *colour);
            }
            x += r * 2.0;
        }
        y += r * 0.5;
        row += 1;
    }
}

/// Umbrellas from above a street.
pub(super) fn rain(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let floor = c.h * 0.8;
    for (y, x) in [(14.0, 0.2), (22.0, 0.72), (8.0, 0.5)] {
        parts::cloud(c, c.w * x + random.range(-9.0, 9.0), y + 4.0, 15.0, p.far);
    }
    parts::hill(c, c.h * 0.62, 4.0, 110.0, random, mix(p.far, p.haze, 0.4));
    c.rect(0.0, floor, c.w, c.h, p.mid);
    for _ in 0..(c.w * c.h / 150.0) as usize {
        let (x, y) = (random.range(0.0, c.w + 10.0), random.range(20.0, c.h));
        c.line(
            &[(x, y), (x - 1.4, y + 4.6)],
            0.5,
            mix(p.mid, p.light, 0.35),
        );
    }
    let count = (c.w / 34.0) as i32;
    for place in 0..count {
        let x = (place as f32 + 0.5) * c.w / count as f32 + random.range(-4.0, 4.0);
        let y = floor - random.range(20.0, 34.0);
        let r = random.range(12.5, 17.0);
        let foot = c.h * 0.9 + random.range(-3.0, 3.0);
        let colour = if place == count / 2 {
            p.accent
        } else {
            *random.pick(&[p.near, p.ink, p.cool, p.warm])
        };
        let coat = if colour == p.ink { p.near } else { p.ink };
        c.glaze(
            &Path::new().ellipse(x, foot, r * 0.6, 1.5, 0.0),
            p.ink,
            0.25,
        );
        c.rect(x - 2.7, foot - 10.0, 2.2, 10.0, p.ink);
        c.rect(x + 0.5, foot - 10.0, 2.2, 10.0, p.ink);
        c.poly(
            &smooth(&[
                (x - 5.8, foot - 6.0),
                (x - 4.2, y + 7.0),
                (x, y + 2.0),
                (x + 4.2, y + 7.0),
                (x + 5.8, foot - 6.0),
            ]),
            coat,
        );
        c.rect(x - 0.4, y - r - 1.6, 0.8, 4.0, p.ink);
        let mut dome = arc(x, y, r, 180.0, 360.0);
        for scallop in (0..4).rev() {
            let centre = x - r + (scallop as f32 + 0.5) * r / 2.0;
            dome.extend(arc(centre, y + 0.4, r / 4.0, 0.0, -180.0));
        }
        c.poly(&dome, colour);
        let mut fold = arc(x, y, r, 270.0, 315.0);
        fold.extend([(x + r / 2.0, y - 3.4)]);
        c.glaze(
            &Path::new().polygon(&[(x, y - r), (x + r * 0.5, y - 3.2), (x, y - 3.2)]),
            p.light,
            0.16,
        );
    }
    for _ in 0..(c.w / 14.0) as usize {
        let (x, y) = (random.range(0.0, c.w), random.range(floor + 4.0, c.h));
        c.fill(
            &Path::new()
                .ellipse(x, y, 3.4, 0.8, 0.0)
                .without(Path::new().ellipse(x, y, 2.8, 0.45, 0.0)),
            mix(p.mid, p.light, 0.5),
        );
    }
}
