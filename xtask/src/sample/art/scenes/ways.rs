//! What moves, and what it moves on.

use super::super::colour::mix;
use super::path::{arc, smooth};
use super::{Canvas, Palette, Path, Random};

/// A bus before a large sun.
pub(super) fn bus(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let road = c.h * 0.8;
    c.circle(
        c.w * random.range(0.62, 0.76),
        c.h * 0.36,
        22.0,
        mix(p.sky, p.accent, 0.8),
    );
    let mut x = random.range(-6.0, 0.0);
    while x < c.w {
        let (w, h) = (random.range(14.0, 26.0), random.range(16.0, 46.0));
        c.rect(
            x,
            road - h,
            w,
            h,
            mix(p.sky, p.far, random.range(0.45, 0.9)),
        );
        x += w + random.range(-2.0, 5.0);
    }
    c.rect(0.0, road - 7.0, c.w, 8.0, mix(p.far, p.mid, 0.45));
    c.rect(0.0, road, c.w, c.h - road, p.near);
    let mut dash = random.range(-10.0, 0.0);
    while dash < c.w {
        c.round(
            dash,
            road + (c.h - road) * 0.62,
            10.0,
            1.3,
            0.6,
            mix(p.near, p.light, 0.7),
        );
        dash += 20.0;
    }
    let (w, h) = (76.0, 32.0);
    let (left, top) = (
        c.w * 0.5 - w / 2.0 + random.range(-5.0, 5.0),
        road - h - 1.0,
    );
    c.glaze(
        &Path::new().ellipse(left + w / 2.0, road + 7.0, w * 0.52, 2.0, 0.0),
        p.ink,
        0.35,
    );
    let body = Path::new().round(left, top, w, h + 1.0, 5.0);
    c.fill(&body, p.cool);
    c.inside(&body, |c| {
        c.rect(left, top + 21.0, w, 3.0, p.light);
        c.rect(left, top + h - 4.0, w, 8.0, mix(p.cool, p.ink, 0.4));
    });
    for window in 0..5 {
        let at = left + 4.0 + window as f32 * 11.6;
        c.round(at, top + 5.0, 10.0, 12.5, 1.2, mix(p.haze, p.light, 0.4));
        if random.chance(65) {
            let coat = *random.pick(&[p.ink, p.accent, p.near, p.warm]);
            c.circle(at + 5.0, top + 10.4, 2.3, mix(p.near, p.light, 0.35));
            let mut shoulders = arc(at + 5.0, top + 17.5, 3.7, 180.0, 360.0);
            shoulders.push((at + 8.7, top + 17.5));
            c.poly(&shoulders, coat);
        }
    }
    c.round(
        left + w - 13.6,
        top + 5.0,
        11.0,
        21.0,
        1.2,
        mix(p.haze, p.light, 0.4),
    );
    c.rect(left + w - 8.4, top + 5.0, 0.8, 21.0, p.cool);
    c.round(
        left + 12.0,
        top - 2.2,
        18.0,
        3.2,
        1.4,
        mix(p.cool, p.ink, 0.35),
    );
    c.round(left + w - 1.6, top + 22.0, 2.4, 4.0, 1.0, p.warm);
    for wheel in [left + 17.0, left + 55.0] {
        c.circle(wheel, road + 0.8, 7.4, mix(p.cool, p.ink, 0.5));
        c.circle(wheel, road + 1.2, 6.2, p.ink);
        c.circle(wheel, road + 1.2, 2.7, mix(p.light, p.far, 0.5));
    }
    if c.w > 150.0 {
        let stop = (left - 22.0).max(12.0);
        c.rect(stop - 0.7, road - 30.0, 1.4, 31.0, p.ink);
        c.circle(stop, road - 32.0, 5.0, p.accent);
        c.circle(stop, road - 32.0, 2.6, p.light);
    }
}

/// A bicycle against a wall.
pub(super) fn bicycle(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let floor = c.h * 0.82;
    c.rect(0.0, 0.0, c.w, floor, p.haze);
    // A few bricks.
    for _ in 0..(c.w / 9.0) as i32 {
        let (row, column) = (
            random.below((floor / 6.0) as usize) as f32,
            random.below((c.w / 13.0) as usize + 1) as f32,
        );
        let x = column * 13.0 + if row as i32 % 2 == 0 { 0.0 } else { 6.5 };
        c.round(x, row * 6.0 + 2.0, 11.6, 4.6, 0.6, mix(p.haze, p.far, 0.45));
    }
    c.circle(c.w * 0.5, floor - 30.0, 34.0, mix(p.haze, p.warm, 0.55));
    c.rect(0.0, floor, c.w, c.h - floor, p.mid);
    let (x, y, r) = (c.w * 0.5, floor - 16.0, 17.0);
    let (back, front) = ((x - 25.0, y), (x + 25.0, y));
    for (wx, wy) in [back, front] {
        c.glaze(
            &Path::new().ellipse(wx, floor + 2.2, r, 1.4, 0.0),
            p.ink,
            0.3,
        );
        for spoke in 0..9 {
            let (sin, cos) = (spoke as f32 * 0.349).sin_cos();
            c.line(
                &[(wx - r * cos, wy - r * sin), (wx + r * cos, wy + r * sin)],
                0.25,
                mix(p.ink, p.haze, 0.4),
            );
        }
        c.fill(
            &Path::new()
                .circle(wx, wy, r + 0.9)
                .without(Path::new().circle(wx, wy, r - 0.9)),
            p.ink,
        );
        c.circle(wx, wy, 1.6, p.ink);
    }
    let (seat, head, crank) = (
        (x - 9.0, y - 24.0),
        (x + 18.0, y - 25.0),
        (x - 3.0, y + 1.0),
    );
    for tube in [
        vec![back, seat],
        vec![seat, crank],
        vec![crank, back],
        vec![seat, (x + 18.6, y - 22.0)],
        vec![crank, (x + 19.4, y - 19.0)],
        vec![head, front],
    ] {
        c.line(&tube, 1.9, p.accent);
    }
    c.line(&[seat, (x - 10.4, y - 29.0)], 1.4, p.ink);
    c.fill(
        &Path::new().round(x - 17.0, y - 31.4, 13.0, 3.0, 1.5),
        p.ink,
    );
    c.line(
        &smooth(&[
            head,
            (x + 16.6, y - 31.0),
            (x + 21.0, y - 33.0),
            (x + 25.0, y - 31.0),
        ]),
        1.5,
        p.ink,
    );
    c.fill(
        &Path::new()
            .circle(crank.0, crank.1, 4.6)
            .without(Path::new().circle(crank.0, crank.1, 3.2)),
        p.ink,
    );
    c.line(
        &[
            (crank.0 - 3.0, crank.1 - 6.0),
            (crank.0 + 3.0, crank.1 + 6.0),
        ],
        1.1,
        p.ink,
    );
    for pedal in [-1.0, 1.0] {
        c.round(
            crank.0 + pedal * 3.0 - 2.4,
            crank.1 + pedal * 6.6 - 0.7,
            4.8,
            1.4,
            0.7,
            p.ink,
        );
    }
    // The basket, and what is in it.
    let basket = (x + 22.0, y - 27.0);
    for (dx, colour) in [(3.0, p.near), (7.0, p.warm), (11.0, p.cool)] {
        c.fill(
            &Path::new().ellipse(basket.0 + dx, basket.1 - 3.0, 2.0, 6.0, (dx - 7.0) * 4.0),
            colour,
        );
    }
    c.poly(
        &[
            (basket.0, basket.1),
            (basket.0 + 14.0, basket.1),
            (basket.0 + 12.0, basket.1 + 10.0),
            (basket.0 + 2.0, basket.1 + 10.0),
        ],
        mix(p.warm, p.ink, 0.3),
    );
    for line in 1..4 {
        c.line(
            &[
                (basket.0 + 0.6, basket.1 + line as f32 * 2.5),
                (basket.0 + 13.4, basket.1 + line as f32 * 2.5),
            ],
            0.4,
            mix(p.warm, p.ink, 0.55),
        );
    }
}
