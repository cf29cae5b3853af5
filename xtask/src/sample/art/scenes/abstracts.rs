//! Shapes that stand for nothing in particular.

use super::super::colour::mix;
use super::path::arc;
use super::{Canvas, Palette, Path, Random, parts};

/// Three discs and what they share.
pub(super) fn circles(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let (x, y, r) = (c.w * 0.5, c.h * 0.52, 27.0);
    c.circle(x, y, 62.0, mix(p.sky, p.haze, 0.9));
    let start = random.range(0.0, 360.0);
    let discs: Vec<(f32, f32, u32)> = [p.warm, p.accent, p.cool]
        .iter()
        .enumerate()
        .map(|(i, &colour)| {
            let (sin, cos) = (start + i as f32 * 120.0).to_radians().sin_cos();
            (x + 17.0 * cos, y + 17.0 * sin, colour)
        })
        .collect();
    for &(dx, dy, colour) in &discs {
        c.circle(dx, dy, r, colour);
    }
    let disc = |i: usize| Path::new().circle(discs[i].0, discs[i].1, r);
    for (a, b) in [(0, 1), (1, 2), (2, 0)] {
        let shared = mix(mix(discs[a].2, discs[b].2, 0.5), p.ink, 0.22);
        c.inside(&disc(a), |c| c.fill(&disc(b), shared));
    }
    let both = {
        // The heart of the three: what is near enough to all centres.
        let mut points = Vec::new();
        for i in 0..3 {
            let (ox, oy, _) = discs[i];
            for (px, py) in arc(ox, oy, r, 0.0, 360.0) {
                if discs
                    .iter()
                    .all(|&(qx, qy, _)| (px - qx).hypot(py - qy) <= r + 0.01)
                {
                    points.push((px, py));
                }
            }
        }
        points.sort_by(|a, b| {
            (a.1 - y)
                .atan2(a.0 - x)
                .total_cmp(&(b.1 - y).atan2(b.0 - x))
        });
        points
    };
    c.poly(&both, p.ink);
    let mark = if parts::is_night(p) { p.warm } else { p.light };
    c.line(
        &[(x - 4.6, y + 0.4), (x - 1.4, y + 3.6), (x + 4.8, y - 3.6)],
        1.9,
        mark,
    );
    for _ in 0..(c.w / 16.0) as i32 {
        let (dx, dy) = (random.range(4.0, c.w - 4.0), random.range(5.0, c.h - 5.0));
        if (dx - x).hypot(dy - y) > 52.0 {
            let colour = *random.pick(&[p.far, p.mid, p.warm, p.accent]);
            if random.chance(50) {
                c.circle(dx, dy, random.range(0.9, 2.2), colour);
            } else {
                c.fill(
                    &Path::new()
                        .circle(dx, dy, 2.4)
                        .without(Path::new().circle(dx, dy, 1.7)),
                    colour,
                );
            }
        }
    }
}

/// Quarter circles, as on a kitchen floor in a good year.
pub(super) fn tiles(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let rows = (c.h / 25.0).round();
    let size = c.h / rows;
    let columns = (c.w / size).ceil() as i32;
    let grounds = [
        p.light, p.haze, p.ink, p.accent, p.warm, p.cool, p.near, p.far,
    ];
    for row in 0..rows as i32 {
        for column in 0..columns {
            let (x, y) = (column as f32 * size, row as f32 * size);
            let a = *random.pick(&grounds);
            let b = loop {
                let other = *random.pick(&grounds);
                let close = |k: u32| (a >> k & 255).abs_diff(other >> k & 255);
                if close(16) + close(8) + close(0) > 130 {
                    break other;
                }
            };
            c.rect(x, y, size + 0.2, size + 0.2, a);
            let turn = random.below(4) as f32 * 90.0;
            let middle = (x + size / 2.0, y + size / 2.0);
            let quarter = |r: f32, from: f32| {
                let mut points = arc(x, y, r, from, from + 90.0);
                points.push((x, y));
                Path::new()
                    .polygon(&points)
                    .turned(middle.0, middle.1, turn)
            };
            match random.below(7) {
                0 | 1 => c.fill(&quarter(size, 0.0), b),
                2 => {
                    c.fill(&quarter(size, 0.0), b);
                    c.fill(&quarter(size * 0.5, 0.0), a);
                }
                3 => c.circle(middle.0, middle.1, size * 0.3, b),
                4 => c.fill(
                    &Path::new()
                        .polygon(&[(x, y), (x + size, y), (x, y + size)])
                        .turned(middle.0, middle.1, turn),
                    b,
                ),
                5 => {
                    let half = Path::new().polygon(&arc(middle.0, y, size / 2.0, 0.0, 180.0));
                    c.fill(&half.turned(middle.0, middle.1, turn), b);
                    let other =
                        Path::new().polygon(&arc(middle.0, middle.1, size / 2.0, 0.0, 180.0));
                    c.fill(&other.turned(middle.0, middle.1, turn), b);
                }
                _ => {
                    for stripe in 0..3 {
                        let bar = Path::new().rect(
                            x,
                            y + size * (stripe as f32 / 3.0 + 0.08),
                            size,
                            size / 6.0,
                        );
                        c.fill(&bar.turned(middle.0, middle.1, turn), b);
                    }
                }
            }
        }
    }
}

/// Letters as a sign painter stacks them: built of bars, bowls and triangles.
pub(super) fn letters(c: &mut Canvas, p: &Palette, random: &mut Random) {
    c.rect(0.0, 0.0, c.w, c.h, p.haze);
    let size = 36.0;
    let columns = (c.w * 0.86 / (size + 7.0)) as i32;
    let rows = (c.h * 0.9 / (size + 7.0)) as i32;
    let (left, top) = (
        c.w / 2.0 - (columns as f32 * (size + 7.0) - 7.0) / 2.0,
        c.h / 2.0 - (rows as f32 * (size + 7.0) - 7.0) / 2.0,
    );
    let colours = [p.ink, p.accent, p.cool, p.near, p.warm];
    let mut kind = random.below(8);
    for row in 0..rows {
        c.rect(
            0.0,
            top + row as f32 * (size + 7.0) + size,
            c.w,
            0.35,
            mix(p.haze, p.far, 0.9),
        );
        c.rect(
            0.0,
            top + row as f32 * (size + 7.0),
            c.w,
            0.35,
            mix(p.haze, p.far, 0.9),
        );
        for column in 0..columns {
            let place = (
                left + column as f32 * (size + 7.0),
                top + row as f32 * (size + 7.0),
            );
            let first = colours[(row * 3 + column) as usize % 5];
            letter(
                c,
                place,
                size,
                kind,
                [first, colours[(row * 3 + column + 2) as usize % 5], p.haze],
            );
            kind = (kind + 1 + random.below(3)) % 9;
        }
    }
}

fn letter(c: &mut Canvas, (x, y): (f32, f32), s: f32, kind: usize, [a, b, ground]: [u32; 3]) {
    let half = s / 2.0;
    match kind {
        0 => {
            c.poly(&[(x, y + s), (x + half, y), (x + s, y + s)], a);
            c.poly(
                &[
                    (x + s * 0.36, y + s),
                    (x + half, y + s * 0.7),
                    (x + s * 0.64, y + s),
                ],
                ground,
            );
            c.circle(x + half, y + s * 0.5, s * 0.07, ground);
        }
        1 => {
            c.poly(&arc(x + s * 0.4, y + half, half, -90.0, 90.0), b);
            c.rect(x, y, s * 0.41, s, b);
            c.poly(&arc(x + s * 0.4, y + half, s * 0.2, -90.0, 90.0), ground);
            c.rect(x, y, s * 0.28, s, a);
        }
        2 => {
            c.circle(x + half, y + half, half, a);
            c.circle(x + half, y + half, s * 0.2, ground);
            c.poly(
                &[
                    (x + half, y + half),
                    (x + s * 1.1, y + s * 0.22),
                    (x + s * 1.1, y + s * 0.78),
                ],
                ground,
            );
        }
        3 => {
            c.rect(x, y, s * 0.3, s, a);
            c.rect(x + s * 0.3, y, s * 0.6, s * 0.24, b);
            c.rect(x + s * 0.3, y + s * 0.38, s * 0.44, s * 0.24, b);
            c.rect(x + s * 0.3, y + s * 0.76, s * 0.6, s * 0.24, b);
        }
        4 => {
            c.rect(x, y, s * 0.28, s, a);
            c.poly(
                &[
                    (x + s * 0.28, y + half),
                    (x + s * 0.68, y),
                    (x + s, y),
                    (x + s * 0.56, y + half),
                    (x + s, y + s),
                    (x + s * 0.68, y + s),
                ],
                b,
            );
        }
        5 => {
            c.circle(x + half, y + half, half, a);
            c.circle(x + half, y + half, s * 0.22, ground);
        }
        6 => {
            c.poly(&arc(x + s * 0.38, y + s * 0.3, s * 0.3, -90.0, 90.0), b);
            c.rect(x, y, s * 0.39, s * 0.6, b);
            c.rect(x, y, s * 0.28, s, a);
            c.circle(x + s * 0.4, y + s * 0.3, s * 0.1, ground);
            c.poly(
                &[
                    (x + s * 0.28, y + s * 0.6),
                    (x + s * 0.56, y + s * 0.6),
                    (x + s * 0.86, y + s),
                    (x + s * 0.5, y + s),
                ],
                b,
            );
        }
        7 => {
            c.rect(x, y, s, s * 0.28, a);
            c.poly(
                &[
                    (x + s * 0.36, y + s * 0.28),
                    (x + s * 0.64, y + s * 0.28),
                    (x + s * 0.58, y + s),
                    (x + s * 0.42, y + s),
                ],
                b,
            );
        }
        _ => {
            c.poly(
                &[
                    (x, y),
                    (x + s * 0.34, y),
                    (x + half, y + s * 0.5),
                    (x + s * 0.66, y),
                    (x + s, y),
                    (x + half, y + s),
                ],
                a,
            );
            c.poly(&arc(x + half, y, s * 0.15, 0.0, 180.0), b);
        }
    }
}
