//! Above the roofs.

use super::super::colour::mix;
use super::path::{arc, smooth};
use super::{Canvas, Palette, Path, Random, parts};

fn one_balloon(c: &mut Canvas, p: &Palette, (x, y): (f32, f32), r: f32, (a, b): (u32, u32)) {
    let mut outline = arc(x, y, r, 150.0, 390.0);
    outline.extend(smooth(&[
        (x + r * 0.866, y + r * 0.5),
        (x + r * 0.5, y + r * 1.02),
        (x + r * 0.2, y + r * 1.4),
    ]));
    outline.extend(smooth(&[
        (x - r * 0.2, y + r * 1.4),
        (x - r * 0.5, y + r * 1.02),
        (x - r * 0.866, y + r * 0.5),
    ]));
    let skin = Path::new().polygon(&outline);
    c.fill(&skin, a);
    c.inside(&skin, |c| {
        c.fill(
            &Path::new().ellipse(x, y + r * 0.1, r * 0.72, r * 1.5, 0.0),
            b,
        );
        c.fill(
            &Path::new().ellipse(x, y + r * 0.1, r * 0.28, r * 1.5, 0.0),
            a,
        );
        c.glaze(
            &Path::new().rect(x + r * 0.35, y - r * 2.0, r, r * 4.0),
            p.ink,
            0.12,
        );
    });
    for side in [-1.0, 1.0] {
        c.line(
            &[
                (x + side * r * 0.19, y + r * 1.38),
                (x + side * r * 0.15, y + r * 1.75),
            ],
            r * 0.03,
            p.ink,
        );
    }
    c.round(
        x - r * 0.2,
        y + r * 1.72,
        r * 0.4,
        r * 0.3,
        r * 0.06,
        mix(p.ink, p.accent, 0.35),
    );
}

/// Balloons over a valley.
pub(super) fn balloon(c: &mut Canvas, p: &Palette, random: &mut Random) {
    parts::cloud(c, c.w * 0.16, c.h * 0.24, 11.0, p.haze);
    parts::cloud(c, c.w * 0.84, c.h * 0.46, 14.0, p.haze);
    parts::hill(c, c.h * 0.7, 5.0, 110.0, random, p.far);
    one_balloon(
        c,
        p,
        (c.w * random.range(0.68, 0.8), c.h * 0.24),
        8.5,
        (p.cool, p.light),
    );
    one_balloon(
        c,
        p,
        (c.w * random.range(0.12, 0.24), c.h * 0.46),
        6.0,
        (p.near, p.warm),
    );
    parts::hill(c, c.h * 0.8, 5.0, 130.0, random, p.mid);
    parts::hill(c, c.h * 0.92, 4.0, 150.0, random, p.near);
    let mut x = 0.0;
    while x < c.w {
        parts::tree(
            c,
            x,
            c.h + 3.0,
            random.range(8.0, 14.0),
            (mix(p.near, p.ink, 0.3), p.ink),
        );
        x += random.range(5.0, 15.0);
    }
    one_balloon(
        c,
        p,
        (c.w * random.range(0.42, 0.52), c.h * 0.34),
        21.0,
        (p.accent, p.light),
    );
}

fn one_moth(c: &mut Canvas, p: &Palette, (x, y): (f32, f32), s: f32, turn: f32, wing: u32) {
    for side in [-1.0, 1.0] {
        let at = |dx: f32, dy: f32| (x + side * dx * s, y + dy * s);
        let upper = Path::new().polygon(&smooth(&[
            at(0.4, -1.0),
            at(4.0, -5.4),
            at(9.4, -6.0),
            at(8.4, -1.6),
            at(4.2, 1.0),
            at(0.4, 0.6),
        ]));
        let lower = Path::new().polygon(&smooth(&[
            at(0.4, 0.2),
            at(4.4, 0.8),
            at(6.2, 3.4),
            at(3.8, 5.8),
            at(1.2, 3.6),
            at(0.4, 1.0),
        ]));
        c.fill(&lower.turned(x, y, turn), mix(wing, p.ink, 0.18));
        c.fill(&upper.turned(x, y, turn), wing);
        let (ex, ey) = at(6.2, -3.2);
        c.fill(
            &Path::new().circle(ex, ey, 1.2 * s).turned(x, y, turn),
            p.accent,
        );
        c.fill(
            &Path::new().circle(ex, ey, 0.55 * s).turned(x, y, turn),
            p.ink,
        );
        c.fill(
            &Path::new()
                .stroke(&[at(0.3, -2.4), at(1.6, -4.6), at(2.6, -5.6)], 0.35 * s)
                .turned(x, y, turn),
            wing,
        );
    }
    c.fill(
        &Path::new()
            .ellipse(x, y + 0.6 * s, 0.95 * s, 3.8 * s, 0.0)
            .turned(x, y, turn),
        p.ink,
    );
}

/// Moths about a lamp.
pub(super) fn moth(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let (x, y) = (c.w * random.range(0.44, 0.56), c.h * 0.34);
    parts::stars(c, c.h * 0.9, 40, random, mix(p.light, p.sky, 0.5));
    for (r, part) in [(58.0, 0.06), (43.0, 0.10), (30.0, 0.15), (19.0, 0.24)] {
        c.glaze(&Path::new().circle(x, y, r), p.warm, part);
    }
    parts::hill(c, c.h * 0.9, 3.0, 100.0, random, p.near);
    c.rect(x - 1.3, y + 11.0, 2.6, c.h - y, p.ink);
    c.round(x - 4.0, c.h - 13.0, 8.0, 16.0, 1.4, p.ink);
    c.poly(
        &[
            (x - 6.4, y - 8.0),
            (x + 6.4, y - 8.0),
            (x + 4.4, y + 10.0),
            (x - 4.4, y + 10.0),
        ],
        p.warm,
    );
    c.poly(
        &[
            (x - 3.0, y - 8.0),
            (x + 3.0, y - 8.0),
            (x + 2.0, y + 10.0),
            (x - 2.0, y + 10.0),
        ],
        mix(p.warm, p.light, 0.7),
    );
    c.poly(
        &[(x - 8.6, y - 7.6), (x, y - 15.0), (x + 8.6, y - 7.6)],
        p.ink,
    );
    c.circle(x, y - 15.4, 1.5, p.ink);
    c.round(x - 5.6, y + 9.4, 11.2, 2.6, 1.0, p.ink);
    let count = ((c.w / 40.0) as i32 + 2).min(7);
    let start = random.range(0.0, 360.0);
    for number in 0..count {
        let angle = (start + number as f32 * 360.0 / count as f32).to_radians();
        let away = random.range(0.82, 1.0);
        let (mx, my) = (
            x + angle.cos() * (c.w * 0.4 * away).max(20.0),
            y + 5.0 + angle.sin() * c.h * 0.3 * away.max(0.8),
        );
        let size = random.range(0.75, 1.35);
        one_moth(
            c,
            p,
            (mx, my),
            size,
            random.range(-50.0, 50.0),
            if random.chance(70) {
                p.light
            } else {
                mix(p.light, p.cool, 0.5)
            },
        );
    }
}
