//! Pictures for numbers.

use super::super::colour::mix;
use super::path::smooth;
use super::{Canvas, Palette, Path, Random, parts};
use std::f32::consts::TAU;

/// Bars under a bell.
pub(super) fn bell(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let floor = c.h * 0.84;
    c.rect(0.0, 0.0, c.w, c.h, p.haze);
    for line in 0..5 {
        c.rect(
            0.0,
            floor - 14.0 * (line + 1) as f32 * c.h / 100.0,
            c.w,
            0.35,
            p.far,
        );
    }
    let wide = (c.w * 0.86).min(170.0);
    let bars = (wide / 7.2) as i32 | 1;
    let middle = bars / 2 + random.below(3) as i32 - 1;
    let spread = bars as f32 / random.range(5.4, 6.6);
    let tall = c.h * 0.64;
    let height = |bar: f32| tall * (-(bar - middle as f32).powi(2) / (2.0 * spread * spread)).exp();
    let step = wide / bars as f32;
    let left = (c.w - wide) / 2.0;
    for bar in 0..bars {
        let h = (height(bar as f32) * random.range(0.86, 1.06)).max(1.6);
        let colour = match bar - middle {
            0 => p.accent,
            -1 | 1 => p.warm,
            _ if bar % 2 == 0 => p.cool,
            _ => mix(p.cool, p.far, 0.5),
        };
        c.round(
            left + bar as f32 * step + step * 0.1,
            floor - h,
            step * 0.8,
            h + 2.0,
            0.9,
            colour,
        );
    }
    let curve: Vec<_> = (0..=bars * 3)
        .map(|i| i as f32 / 3.0 - 0.5)
        .map(|bar| (left + (bar + 0.5) * step, floor - height(bar) * 1.07 - 1.6))
        .collect();
    c.line(&smooth(&curve), 1.1, p.ink);
    let top = (
        left + (middle as f32 + 0.5) * step,
        floor - tall * 1.07 - 1.6,
    );
    c.circle(top.0, top.1, 2.6, p.ink);
    c.circle(top.0, top.1, 1.3, p.haze);
    c.rect(0.0, floor, c.w, c.h - floor, p.haze);
    c.rect(left - 5.0, floor, wide + 10.0, 1.1, p.ink);
    for tick in 0..=4 {
        c.rect(
            left + wide * tick as f32 / 4.0 - 0.3,
            floor,
            0.6,
            3.6,
            p.ink,
        );
    }
}

/// Ridges of a signal, one behind the other.
pub(super) fn ridges(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let night = parts::is_night(p);
    let line = if night { p.light } else { p.ink };
    let rows = (c.h / 6.4) as i32;
    let half = (c.w * 0.4).min(84.0);
    let shift = random.range(-0.12, 0.12);
    c.circle(c.w * 0.5 + half * shift * 3.0, c.h * 0.24, 18.0, p.accent);
    for row in 0..rows {
        let y = c.h * 0.2 + row as f32 * c.h * 0.68 / rows as f32;
        let loud = 9.0 + 9.0 * (row as f32 / rows as f32 * 3.1).sin();
        let humps: Vec<(f32, f32, f32)> = (0..6)
            .map(|_| {
                (
                    random.range(-0.5, 0.5) + shift,
                    random.range(0.05, 0.13),
                    random.range(0.3, 1.0),
                )
            })
            .collect();
        let points: Vec<_> = (-60..=60)
            .map(|i| i as f32 / 60.0)
            .map(|t| {
                let rise: f32 = humps
                    .iter()
                    .map(|&(at, wide, tall)| tall * (-((t - at) / wide).powi(2)).exp())
                    .sum();
                (
                    c.w * 0.5 + t * half,
                    y - rise * loud * (1.0 - t * t).max(0.0) - 0.3 * (t * 60.0 + row as f32).sin(),
                )
            })
            .collect();
        let body = mix(
            p.sky,
            p.near,
            row as f32 / rows as f32 * if night { 0.9 } else { 0.35 },
        );
        c.poly(
            &[
                &points[..],
                &[(c.w * 0.5 + half, y + 5.0), (c.w * 0.5 - half, y + 5.0)],
            ]
            .concat(),
            body,
        );
        c.line(&points, 0.65, line);
    }
    c.rect(
        c.w * 0.5 - half - 2.0,
        c.h * 0.2 + (rows - 1) as f32 * c.h * 0.68 / rows as f32 + 0.8,
        half * 2.0 + 4.0,
        6.0,
        p.sky,
    );
}

/// A map's lines of height and a walk across them.
pub(super) fn contours(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let peaks: Vec<(f32, f32, f32)> = (0..3)
        .map(|i| {
            (
                c.w * (0.18 + 0.32 * i as f32 + random.range(-0.06, 0.06)),
                c.h * random.range(0.24, 0.76),
                random.range(0.7, 1.0),
            )
        })
        .collect();
    let wobble = random.range(0.0, TAU);
    let steps = 9;
    for step in 0..steps {
        let tone = mix(mix(p.haze, p.far, 0.35), p.mid, step as f32 / steps as f32);
        for edge in [0.0, 0.55] {
            let mut path = Path::new();
            for &(x, y, size) in &peaks {
                let r = size * (52.0 - step as f32 * 5.6) * (c.h / 100.0).min(1.2);
                if r < 3.0 {
                    continue;
                }
                let points: Vec<_> = (0..120)
                    .map(|i| i as f32 / 120.0 * TAU)
                    .map(|a| {
                        let out = r
                            * (1.0
                                + 0.13 * (2.0 * a + wobble + x).sin()
                                + 0.07 * (3.0 * a + y + step as f32 * 0.12).sin()
                                + 0.03 * (7.0 * a + x).sin())
                            - edge;
                        (x + out * a.cos() * 1.18, y + out * a.sin())
                    })
                    .collect();
                path = path.polygon(&points);
            }
            c.fill(
                &path,
                if edge > 0.0 {
                    tone
                } else {
                    mix(tone, p.near, 0.5)
                },
            );
        }
    }
    let river = smooth(&[
        (c.w * 0.3, -4.0),
        (c.w * 0.36, c.h * 0.2),
        (c.w * 0.31, c.h * 0.48),
        (c.w * 0.4, c.h * 0.74),
        (c.w * 0.36, c.h + 4.0),
    ]);
    c.line(&river, 3.2, p.cool);
    let walk = smooth(&[
        (c.w * 0.1, c.h * 0.84),
        (c.w * 0.26, c.h * 0.66),
        (c.w * 0.46, c.h * 0.6),
        (c.w * 0.6, c.h * 0.34),
        (c.w * 0.8, c.h * 0.3),
    ]);
    let mut way = 0.0;
    for pair in walk.windows(2) {
        let length = (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1);
        if (way / 3.6) as i32 % 2 == 0 {
            c.line(pair, 1.1, p.accent);
        }
        way += length;
    }
    let (sx, sy) = walk[0];
    c.circle(sx, sy, 2.6, p.accent);
    c.circle(sx, sy, 1.2, p.light);
    let (x, y) = walk[walk.len() - 1];
    c.glaze(&Path::new().ellipse(x, y, 3.6, 1.2, 0.0), p.ink, 0.3);
    let mut pin = super::path::arc(x, y - 11.0, 6.0, 160.0, 380.0);
    pin.push((x, y));
    c.poly(&pin, p.accent);
    c.circle(x, y - 11.0, 2.3, p.light);
}

/// Points and threads about something in the middle.
pub(super) fn network(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let night = parts::is_night(p);
    let (x, y) = (c.w * 0.5, c.h * 0.5);
    for (r, part) in [(78.0, 0.25), (58.0, 0.5), (40.0, 0.8)] {
        c.circle(
            x,
            y,
            r,
            mix(p.sky, if night { p.far } else { p.haze }, part),
        );
    }
    let mut points: Vec<(f32, f32)> = Vec::new();
    let wanted = (c.w * c.h / 620.0) as usize;
    for _ in 0..wanted * 30 {
        let at = (random.range(5.0, c.w - 5.0), random.range(6.0, c.h - 6.0));
        let free = points.iter().all(|q| (q.0 - at.0).hypot(q.1 - at.1) > 17.0);
        if points.len() < wanted && free && (at.0 - x).hypot(at.1 - y) > 27.0 {
            points.push(at);
        }
    }
    let thread = if night {
        mix(p.far, p.light, 0.3)
    } else {
        mix(p.sky, p.ink, 0.45)
    };
    for (i, a) in points.iter().enumerate() {
        for b in &points[..i] {
            if (a.0 - b.0).hypot(a.1 - b.1) < 31.0 {
                c.line(&[*a, *b], 0.4, thread);
            }
        }
        if (a.0 - x).hypot(a.1 - y) < 52.0 {
            c.line(&[*a, (x, y)], 0.4, thread);
        }
    }
    for at in &points {
        let colour = *random.pick(&[p.warm, p.warm, p.accent, p.light, p.cool]);
        c.circle(
            at.0,
            at.1,
            random.range(1.2, 2.5),
            if colour == p.sky { p.ink } else { colour },
        );
    }
    c.circle(
        x,
        y,
        22.0,
        mix(p.sky, p.ink, if night { 0.35 } else { 0.75 }),
    );
    match random.below(3) {
        0 => {
            // An eye.
            let lid: Vec<_> = smooth(&[
                (x - 14.0, y),
                (x - 7.0, y - 6.4),
                (x, y - 8.4),
                (x + 7.0, y - 6.4),
                (x + 14.0, y),
            ]);
            let low: Vec<_> = lid.iter().rev().map(|q| (q.0, 2.0 * y - q.1)).collect();
            c.poly(&[lid, low].concat(), p.light);
            c.circle(x, y, 6.0, p.accent);
            c.circle(x, y, 2.9, p.ink);
            c.circle(x + 1.8, y - 1.8, 1.1, p.light);
        }
        1 => {
            // A chip.
            for pin in -2..=2 {
                let d = pin as f32 * 4.0;
                c.round(x - 15.0, y + d - 0.7, 30.0, 1.4, 0.7, p.warm);
                c.round(x + d - 0.7, y - 15.0, 1.4, 30.0, 0.7, p.warm);
            }
            c.round(x - 11.0, y - 11.0, 22.0, 22.0, 2.4, p.light);
            c.round(x - 6.0, y - 6.0, 12.0, 12.0, 1.4, p.accent);
        }
        _ => {
            // A question asked and answered.
            c.round(x - 14.0, y - 11.0, 21.0, 13.0, 4.0, p.light);
            c.poly(&[(x - 10.0, y), (x - 3.0, y), (x - 11.0, y + 6.0)], p.light);
            c.round(x - 3.0, y - 1.0, 17.0, 11.0, 4.0, p.accent);
            c.poly(
                &[
                    (x + 5.0, y + 8.0),
                    (x + 11.0, y + 8.0),
                    (x + 12.0, y + 14.0),
                ],
                p.accent,
            );
            for dot in 0..3 {
                c.circle(x - 8.6 + dot as f32 * 5.0, y - 4.6, 1.3, p.ink);
            }
        }
    }
}
