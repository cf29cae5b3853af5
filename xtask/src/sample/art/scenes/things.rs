//! Things on a table.

use super::super::colour::mix;
use super::path::smooth;
use super::{Canvas, Palette, Path, Random};
use std::f32::consts::TAU;

/// A wireless, and its waves.
pub(super) fn radio(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let table = c.h * 0.82;
    let (x, y) = (c.w * 0.5, table - 20.0);
    for ring in (1..9).rev() {
        let tone = if ring % 2 == 0 {
            p.haze
        } else {
            mix(p.sky, p.far, 0.28)
        };
        c.circle(x + 24.0, y - 42.0, ring as f32 * 15.0, tone);
    }
    c.rect(0.0, table, c.w, c.h - table, p.near);
    c.rect(0.0, table, c.w, 1.4, mix(p.near, p.ink, 0.4));
    let (w, h) = (72.0, 40.0);
    let (left, top) = (x - w / 2.0, table - h - 2.0);
    c.line(
        &[(left + w - 12.0, top + 2.0), (x + 24.0, y - 42.0)],
        0.9,
        p.ink,
    );
    c.circle(x + 24.0, y - 42.0, 1.9, p.accent);
    c.glaze(
        &Path::new().ellipse(x, table + 2.4, w * 0.52, 1.8, 0.0),
        p.ink,
        0.35,
    );
    for foot in [left + 8.0, left + w - 14.0] {
        c.rect(foot, table - 3.0, 6.0, 3.6, p.ink);
    }
    c.round(left, top, w, h, 6.0, p.accent);
    c.glaze(
        &Path::new().round(left, top + h - 8.0, w, 8.0, 5.0),
        p.ink,
        0.18,
    );
    c.round(left + 4.0, top + 4.0, w - 8.0, h - 8.0, 3.6, p.light);
    c.circle(left + 21.0, top + h / 2.0, 13.6, mix(p.light, p.warm, 0.3));
    for ring in 0..6 {
        for dot in 0..(ring * 6).max(1) {
            let (sin, cos) = (dot as f32 / (ring * 6).max(1) as f32 * TAU).sin_cos();
            c.circle(
                left + 21.0 + cos * ring as f32 * 2.4,
                top + h / 2.0 + sin * ring as f32 * 2.4,
                0.62,
                p.ink,
            );
        }
    }
    c.round(left + 39.0, top + 8.0, 26.0, 11.0, 1.6, p.ink);
    for tick in 0..9 {
        c.rect(
            left + 41.6 + tick as f32 * 2.6,
            top + 11.0,
            0.45,
            if tick % 2 == 0 { 5.0 } else { 3.0 },
            p.light,
        );
    }
    c.rect(left + random.range(44.0, 60.0), top + 9.4, 0.9, 8.2, p.warm);
    for (knob, colour) in [(44.5, p.cool), (59.5, p.warm)] {
        c.circle(left + knob, top + 27.4, 5.2, mix(p.light, p.ink, 0.2));
        c.circle(left + knob, top + 27.0, 4.6, colour);
        let turn = random.range(-60.0, 60.0);
        c.fill(
            &Path::new()
                .round(left + knob - 0.5, top + 23.4, 1.0, 3.0, 0.5)
                .turned(left + knob, top + 27.0, turn),
            p.ink,
        );
    }
    if c.w > 140.0 {
        // A mug, and a plant to be talked to.
        let mug = left - 24.0;
        c.round(mug, table - 13.0, 11.0, 14.0, 1.8, p.cool);
        c.fill(
            &Path::new()
                .circle(mug + 11.4, table - 6.6, 4.0)
                .without(Path::new().circle(mug + 11.4, table - 6.6, 2.4)),
            p.cool,
        );
        let pot = left + w + 17.0;
        for (dx, turn) in [(-4.4, -34.0), (0.0, 0.0), (4.4, 34.0)] {
            c.fill(
                &Path::new().ellipse(pot + dx, table - 21.0, 3.0, 9.6, turn),
                mix(p.near, p.cool, 0.6),
            );
        }
        c.poly(
            &[
                (pot - 7.0, table - 13.0),
                (pot + 7.0, table - 13.0),
                (pot + 5.0, table + 0.6),
                (pot - 5.0, table + 0.6),
            ],
            mix(p.accent, p.ink, 0.25),
        );
    }
}

/// A kettle, a cup and steam.
pub(super) fn kettle(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let table = c.h * 0.8;
    let x = c.w * 0.5 - 8.0;
    // Wall tiles.
    let mut row = 0.0;
    while row < table {
        let mut column = 0.0;
        while column < c.w {
            c.round(
                column + 0.5,
                row + 0.5,
                13.0,
                13.0,
                0.8,
                if random.chance(14) {
                    mix(p.haze, p.far, 0.5)
                } else {
                    p.haze
                },
            );
            column += 14.0;
        }
        row += 14.0;
    }
    c.rect(0.0, table, c.w, c.h - table, p.warm);
    c.rect(0.0, table, c.w, 2.0, mix(p.warm, p.ink, 0.25));
    c.glaze(
        &Path::new().ellipse(x, table + 2.6, 25.0, 2.2, 0.0),
        p.ink,
        0.3,
    );
    for (dx, lean) in [(-4.0, 2.2), (3.0, 2.2)] {
        let (sx, sy) = (x + 36.0 + dx, table - 36.0);
        let steam: Vec<_> = (0..9)
            .map(|i| (sx + lean * (i as f32 * 0.9).sin(), sy - i as f32 * 4.6))
            .collect();
        c.line(&smooth(&steam), 1.6, p.light);
    }
    c.poly(
        &smooth(&[
            (x + 16.0, table - 10.0),
            (x + 25.0, table - 17.0),
            (x + 29.0, table - 30.0),
            (x + 37.0, table - 33.0),
            (x + 37.5, table - 30.0),
            (x + 33.0, table - 27.0),
            (x + 30.0, table - 14.0),
            (x + 18.0, table - 3.0),
        ]),
        mix(p.accent, p.ink, 0.18),
    );
    let handle = super::path::arc(x, table - 34.0, 18.0, 188.0, 352.0);
    c.line(&handle, 3.0, p.ink);
    let body = Path::new().polygon(&smooth(&[
        (x - 22.0, table),
        (x - 24.6, table - 12.0),
        (x - 18.0, table - 30.0),
        (x - 9.0, table - 36.0),
        (x + 9.0, table - 36.0),
        (x + 18.0, table - 30.0),
        (x + 24.6, table - 12.0),
        (x + 22.0, table),
    ]));
    c.fill(&body, p.accent);
    c.inside(&body, |c| {
        c.glaze(
            &Path::new().rect(x + 8.0, table - 50.0, 30.0, 60.0),
            p.ink,
            0.14,
        );
        c.fill(
            &Path::new().ellipse(x - 13.0, table - 18.0, 2.2, 9.0, 14.0),
            mix(p.accent, p.light, 0.6),
        );
        c.rect(x - 30.0, table - 4.6, 60.0, 5.0, mix(p.accent, p.ink, 0.4));
    });
    c.round(
        x - 10.0,
        table - 38.6,
        20.0,
        4.0,
        2.0,
        mix(p.accent, p.ink, 0.4),
    );
    c.circle(x, table - 41.0, 2.8, p.ink);
    let cup = x + 48.0;
    c.fill(
        &Path::new()
            .circle(cup + 9.0, table - 8.0, 5.0)
            .without(Path::new().circle(cup + 9.0, table - 8.0, 3.2)),
        p.cool,
    );
    c.poly(
        &smooth(&[
            (cup - 9.4, table - 16.0),
            (cup - 8.6, table - 6.0),
            (cup - 4.0, table),
            (cup + 4.0, table),
            (cup + 8.6, table - 6.0),
            (cup + 9.4, table - 16.0),
        ]),
        p.cool,
    );
    c.round(cup - 9.6, table - 17.0, 19.2, 2.2, 1.1, p.light);
    c.round(cup - 13.0, table - 0.6, 26.0, 2.2, 1.1, p.light);
    if c.w > 140.0 {
        let jar = x - 50.0;
        for (step, (w, tone)) in [(20.0, p.near), (16.0, p.cool), (18.0, p.ink)]
            .into_iter()
            .enumerate()
        {
            let y = table - 8.0 * (step + 1) as f32;
            c.round(jar - w / 2.0, y, w, 8.0, 1.0, tone);
            c.rect(
                jar - w / 2.0 + 2.0,
                y + 1.8,
                1.6,
                4.4,
                mix(tone, p.light, 0.7),
            );
        }
    }
}
