//! Above the air.

use super::super::colour::mix;
use super::path::arc;
use super::{Canvas, Palette, Path, Random, parts};
use std::f32::consts::TAU;

/// Planets on their lines.
pub(super) fn orbits(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let night = parts::is_night(p);
    let (x, y) = (c.w * random.range(0.3, 0.42), c.h * random.range(0.48, 0.6));
    let line = mix(p.sky, if night { p.light } else { p.ink }, 0.26);
    if night {
        parts::stars(c, c.h, 90, random, mix(p.light, p.sky, 0.35));
    }
    let tilt = random.range(-24.0, -10.0);
    let rings = 4;
    for ring in (0..rings).rev() {
        let r = 30.0 + ring as f32 * 21.0;
        c.fill(
            &Path::new().ellipse(x, y, r, r * 0.46, tilt),
            mix(
                p.sky,
                p.haze,
                0.4 + 0.2 * (rings - ring) as f32 / rings as f32,
            ),
        );
        let ring = Path::new()
            .ellipse(x, y, r, r * 0.46, tilt)
            .without(Path::new().ellipse(x, y, r - 0.5, r * 0.46 - 0.5, tilt));
        c.fill(&ring, line);
    }
    parts::sun(c, x, y, 13.0, p.warm, p.haze);
    let (sin, cos) = tilt.to_radians().sin_cos();
    let bodies = [
        (0, 2.6, p.cool),
        (1, 4.4, p.accent),
        (2, 7.4, p.mid),
        (3, 3.6, if night { p.light } else { p.ink }),
    ];
    let start = random.range(0.0, TAU);
    for (ring, size, colour) in bodies {
        let r = 30.0 + ring as f32 * 21.0;
        // Spread so that no two share a side, and most stay inside the picture.
        let angle = start + ring as f32 * 2.1;
        let (dx, dy) = (r * angle.cos(), r * 0.46 * angle.sin());
        let (px, py) = (x + dx * cos - dy * sin, y + dx * sin + dy * cos);
        let disc = Path::new().circle(px, py, size);
        c.fill(&disc, colour);
        c.inside(&disc, |c| {
            if ring == 2 {
                c.fill(
                    &Path::new().ellipse(px, py - size * 0.35, size * 1.4, size * 0.22, tilt),
                    mix(colour, p.light, 0.4),
                );
                c.fill(
                    &Path::new().ellipse(px, py + size * 0.4, size * 1.4, size * 0.16, tilt),
                    mix(colour, p.light, 0.25),
                );
            }
            c.glaze(
                &Path::new()
                    .circle(px + (px - x) * 0.04 + size * 0.35, py + size * 0.3, size)
                    .without(Path::new()),
                p.ink,
                0.16,
            );
        });
        if ring == 2 {
            let hoop = Path::new()
                .ellipse(px, py, size * 1.85, size * 0.5, tilt)
                .without(Path::new().ellipse(px, py, size * 1.5, size * 0.32, tilt));
            c.fill(&hoop, mix(p.warm, p.light, 0.4));
            let mut cap = arc(px, py, size, 180.0 + tilt, 360.0 + tilt);
            cap.push((px - size * cos, py - size * sin));
            c.poly(&cap, colour);
        }
    }
    let (cx, cy) = (c.w * 0.86, c.h * 0.2);
    c.poly(
        &[(cx, cy), (cx + 34.0, cy - 13.0), (cx + 33.0, cy - 9.0)],
        line,
    );
    c.circle(cx, cy, 2.0, p.light);
}

/// A dome that looks up.
pub(super) fn observatory(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let night = parts::is_night(p);
    let bright = if night { p.light } else { p.ink };
    // Trails of stars around the pole.
    let (px, py) = (c.w * 0.64, c.h * 0.22);
    for ring in 1..((c.w.max(c.h) / 9.0) as i32) {
        let r = ring as f32 * 7.0 + random.range(-1.0, 1.0);
        for _ in 0..2 + ring / 2 {
            let start = random.range(0.0, 360.0);
            let colour = mix(
                p.sky,
                if random.chance(20) { p.warm } else { bright },
                random.range(0.2, 0.62),
            );
            c.arc(
                (px, py),
                r,
                start,
                start + random.range(7.0, 22.0),
                0.55,
                colour,
            );
        }
    }
    c.circle(px, py, 1.3, p.warm);
    parts::hill(c, c.h * 0.78, 5.0, 120.0, random, p.far);
    let x = c.w * random.range(0.34, 0.46);
    let foot = c.h * 0.84;
    let r = 25.0;
    let wall = if night {
        mix(p.light, p.far, 0.3)
    } else {
        p.light
    };
    c.rect(
        x - r * 0.9,
        foot - 18.0,
        r * 1.8,
        24.0,
        mix(wall, p.far, 0.4),
    );
    let mut outline = arc(x, foot - 18.0, r, 180.0, 360.0);
    outline.push((x - r, foot - 18.0));
    let dome = Path::new().polygon(&outline);
    c.fill(&dome, wall);
    c.inside(&dome, |c| {
        c.glaze(
            &Path::new().rect(x + r * 0.42, foot - 60.0, r, 60.0),
            p.ink,
            0.14,
        );
        let slit = Path::new()
            .rect(x - 3.4, foot - 60.0, 6.8, 56.0)
            .turned(x, foot - 18.0, 26.0);
        c.fill(&slit, p.ink);
    });
    let tube = Path::new()
        .round(x - 2.1, foot - 51.0, 4.2, 26.0, 0.8)
        .turned(x, foot - 18.0, 26.0);
    c.fill(&tube, p.accent);
    c.rect(
        x - r - 1.4,
        foot - 19.4,
        r * 2.0 + 2.8,
        2.8,
        mix(wall, p.ink, 0.45),
    );
    c.round(x - 3.6, foot - 10.0, 7.2, 14.0, 3.6, p.warm);
    for window in [-15.0, 12.0] {
        c.round(
            x + window,
            foot - 11.0,
            4.0,
            5.0,
            0.8,
            mix(p.warm, p.far, 0.35),
        );
    }
    parts::hill(c, c.h * 0.87, 3.0, 150.0, random, p.near);
    let mut at = 0.0;
    while at < c.w {
        if (at - x).abs() > 24.0 {
            parts::fir(c, at, c.h * 0.92, random.range(9.0, 19.0), p.near);
        }
        at += random.range(5.0, 12.0);
    }
}
