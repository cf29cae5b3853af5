//! What is written by hand.

use super::super::colour::mix;
use super::path::smooth;
use super::{Canvas, Palette, Path, Random};
use std::f32::consts::TAU;

/// A written page, a seal and a pen.
pub(super) fn manuscript(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let tall = c.h.min(130.0);
    let (w, h) = (tall * 0.62, tall * 0.8);
    let wide = c.w > 150.0;
    let pages: &[(f32, f32)] = if wide {
        &[(-0.58, -7.0), (0.62, 5.0), (0.0, -2.0)]
    } else {
        &[(-0.12, -7.0), (0.05, 3.0)]
    };
    c.circle(c.w * 0.5, c.h * 0.5, c.w.max(c.h) * 0.42, p.haze);
    for (number, &(shift, turn)) in pages.iter().enumerate() {
        let (x, y) = (
            c.w * 0.5 + shift * w,
            c.h * 0.53 + (pages.len() - number) as f32 * 2.0,
        );
        let turn = turn + random.range(-1.5, 1.5);
        let last = number == pages.len() - 1;
        let paper = if last {
            p.light
        } else {
            mix(p.light, p.warm, 0.3)
        };
        c.glaze(
            &Path::new()
                .rect(x - w / 2.0 + 1.4, y - h / 2.0 + 1.8, w, h)
                .turned(x, y, turn),
            p.ink,
            0.16,
        );
        c.fill(
            &Path::new()
                .rect(x - w / 2.0, y - h / 2.0, w, h)
                .turned(x, y, turn),
            paper,
        );
        page(c, p, (x, y, w, h), turn, random);
    }
    let (x, y) = (c.w * 0.5 + w * 0.24, c.h * 0.53 + h * 0.36);
    c.poly(
        &[
            (x - 4.0, y),
            (x - 5.6, y + 13.0),
            (x - 2.0, y + 10.4),
            (x + 1.0, y + 13.4),
            (x + 2.0, y),
        ],
        mix(p.accent, p.ink, 0.3),
    );
    let wax: Vec<_> = (0..=24)
        .map(|i| i as f32 / 24.0 * TAU)
        .map(|a| {
            (
                x + 6.6 * (1.0 + 0.07 * (a * 5.0).sin()) * a.cos(),
                y + 6.6 * (1.0 + 0.07 * (a * 5.0).sin()) * a.sin(),
            )
        })
        .collect();
    c.poly(&smooth(&wax), p.accent);
    c.fill(
        &Path::new()
            .circle(x, y, 4.4)
            .without(Path::new().circle(x, y, 3.8)),
        mix(p.accent, p.ink, 0.35),
    );
    c.poly(
        &[(x, y - 2.8), (x + 2.4, y + 1.6), (x - 2.4, y + 1.6)],
        mix(p.accent, p.ink, 0.35),
    );
    // The quill.
    let (x, y) = (c.w * 0.5 + w * 0.16, c.h * 0.53 + h * 0.06);
    let at = |along: f32, aside: f32| {
        (
            x + along * 0.62 + aside * 0.78,
            y - along * 0.78 + aside * 0.62,
        )
    };
    c.line(&[at(0.0, 0.0), at(34.0, 0.0)], 0.8, p.ink);
    c.poly(
        &smooth(&[
            at(15.0, 0.0),
            at(22.0, -4.6),
            at(38.0, -5.4),
            at(54.0, 1.0),
            at(40.0, 4.2),
            at(24.0, 3.4),
            at(15.0, 0.0),
        ]),
        p.cool,
    );
    c.poly(
        &smooth(&[
            at(15.0, 0.0),
            at(30.0, 0.5),
            at(54.0, 1.0),
            at(40.0, 4.2),
            at(24.0, 3.4),
            at(15.0, 0.0),
        ]),
        mix(p.cool, p.ink, 0.3),
    );
}

fn page(
    c: &mut Canvas,
    p: &Palette,
    (x, y, w, h): (f32, f32, f32, f32),
    turn: f32,
    random: &mut Random,
) {
    let (left, top) = (x - w * 0.37, y - h * 0.4);
    let initial = h * 0.15;
    c.fill(
        &Path::new()
            .rect(left, top, initial, initial)
            .turned(x, y, turn),
        p.accent,
    );
    c.fill(
        &Path::new()
            .circle(left + initial / 2.0, top + initial / 2.0, initial * 0.3)
            .turned(x, y, turn),
        p.warm,
    );
    let rows = 11;
    for row in 0..rows {
        let base = top + 2.0 + row as f32 * h * 0.072;
        let from = if row < 2 { left + initial + 2.5 } else { left };
        let until = if row == rows - 1 {
            left + w * 0.3
        } else {
            left + w * random.range(0.68, 0.74)
        };
        let mut at = from;
        while at < until {
            let word = random.range(3.0, 8.5).min(until - at);
            if word > 1.2 {
                let scribble: Vec<_> = (0..=(word * 1.4) as i32)
                    .map(|i| (at + i as f32 / 1.4, base + random.range(-0.95, 0.95)))
                    .collect();
                c.fill(
                    &Path::new()
                        .stroke(&smooth(&scribble), 0.55)
                        .turned(x, y, turn),
                    p.ink,
                );
            }
            at += word + 2.0;
        }
    }
}
