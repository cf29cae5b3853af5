//! Marks of the providers: a glyph on a ground, 64 pixels square.

use super::colour::{Colour, mix};
use super::path::{Point, arc, smooth};
use super::{Canvas, Path, encode};

/// The mark with a provider's name, as a PNG.
pub(in super::super) fn icon(name: &str, ground: Colour, front: Colour) -> Vec<u8> {
    const SIDE: usize = 64;
    let mut canvas = Canvas::new(SIDE, SIDE, ground);
    glyph(&mut canvas, name, ground, front);
    encode(&canvas.pixels, SIDE, SIDE)
}

fn wave(y: f32) -> Vec<Point> {
    (0..=40)
        .map(|i| i as f32 / 40.0)
        .map(|t| (16.0 + 68.0 * t, y + 5.0 * (t * 12.57).sin()))
        .collect()
}

fn glyph(c: &mut Canvas, name: &str, ground: Colour, front: Colour) {
    let soft = mix(ground, front, 0.5);
    match name {
        "breakwater" => {
            c.arc((50.0, 50.0), 26.0, 20.0, 160.0, 8.0, front);
            c.line(&[(50.0, 32.0), (50.0, 76.0)], 8.0, front);
            c.line(&[(36.0, 42.0), (64.0, 42.0)], 8.0, front);
            c.fill(
                &Path::new()
                    .circle(50.0, 24.0, 10.0)
                    .without(Path::new().circle(50.0, 24.0, 4.0)),
                front,
            );
        }
        "corran" => [34.0, 50.0, 66.0]
            .iter()
            .for_each(|&y| c.line(&wave(y), 7.0, if y == 50.0 { soft } else { front })),
        "kestrel" => {
            c.poly(
                &smooth(&[
                    (12.0, 34.0),
                    (34.0, 38.0),
                    (50.0, 52.0),
                    (66.0, 38.0),
                    (88.0, 34.0),
                    (66.0, 56.0),
                    (50.0, 66.0),
                    (34.0, 56.0),
                    (12.0, 34.0),
                ]),
                front,
            );
            c.poly(
                &[
                    (44.0, 60.0),
                    (56.0, 60.0),
                    (62.0, 82.0),
                    (50.0, 76.0),
                    (38.0, 82.0),
                ],
                front,
            );
        }
        "wardnine" => {
            c.circle(50.0, 50.0, 34.0, soft);
            c.round(41.0, 26.0, 18.0, 48.0, 4.0, front);
            c.round(26.0, 41.0, 48.0, 18.0, 4.0, front);
        }
        "tally" => {
            (0..4).for_each(|i| {
                c.line(
                    &[
                        (26.0 + 16.0 * i as f32, 24.0),
                        (26.0 + 16.0 * i as f32, 76.0),
                    ],
                    7.0,
                    front,
                )
            });
            c.line(&[(16.0, 66.0), (84.0, 34.0)], 7.0, front);
        }
        "lamplighter" => {
            c.circle(50.0, 44.0, 32.0, mix(ground, front, 0.25));
            c.circle(50.0, 44.0, 20.0, front);
            [66.0, 75.0, 84.0]
                .iter()
                .for_each(|&y| c.round(40.0, y, 20.0, 5.0, 2.5, front));
        }
        "gridline" => c.poly(
            &[
                (56.0, 12.0),
                (24.0, 56.0),
                (46.0, 56.0),
                (40.0, 88.0),
                (76.0, 42.0),
                (53.0, 42.0),
            ],
            front,
        ),
        "slowexpress" => {
            c.round(28.0, 18.0, 44.0, 52.0, 12.0, front);
            c.round(35.0, 27.0, 30.0, 18.0, 4.0, ground);
            [39.0, 61.0]
                .iter()
                .for_each(|&x| c.circle(x, 58.0, 4.0, ground));
            [(38.0, 28.0), (62.0, 72.0)]
                .iter()
                .for_each(|&(a, b)| c.line(&[(a, 74.0), (b, 86.0)], 5.0, front));
        }
        "lattice" => (0..9).for_each(|i| {
            let tone = if i % 2 == 0 { front } else { soft };
            let cell = Path::new().rect(
                18.0 + 23.0 * (i % 3) as f32,
                18.0 + 23.0 * (i / 3) as f32,
                18.0,
                18.0,
            );
            c.fill(&cell.turned(50.0, 50.0, 45.0), tone);
        }),
        "copperplate" => {
            c.poly(
                &[
                    (50.0, 88.0),
                    (28.0, 44.0),
                    (38.0, 16.0),
                    (62.0, 16.0),
                    (72.0, 44.0),
                ],
                front,
            );
            c.rect(48.5, 46.0, 3.0, 40.0, ground);
            c.circle(50.0, 44.0, 6.0, ground);
        }
        "marrow" => {
            c.circle(40.0, 60.0, 22.0, front);
            c.circle(66.0, 62.0, 16.0, soft);
            c.line(
                &smooth(&[(40.0, 40.0), (46.0, 26.0), (60.0, 18.0)]),
                5.0,
                front,
            );
            c.fill(&Path::new().ellipse(68.0, 24.0, 14.0, 7.0, 24.0), front);
        }
        "commonground" => {
            c.line(&[(50.0, 88.0), (50.0, 44.0)], 6.0, front);
            c.fill(&Path::new().ellipse(34.0, 38.0, 21.0, 11.0, 40.0), front);
            c.fill(&Path::new().ellipse(66.0, 32.0, 21.0, 11.0, -40.0), front);
            c.round(22.0, 80.0, 56.0, 7.0, 3.5, soft);
        }
        "papertrail" => {
            c.poly(
                &[
                    (28.0, 14.0),
                    (60.0, 14.0),
                    (76.0, 30.0),
                    (76.0, 86.0),
                    (28.0, 86.0),
                ],
                front,
            );
            c.poly(&[(60.0, 14.0), (76.0, 30.0), (60.0, 30.0)], soft);
            [44.0, 56.0, 68.0]
                .iter()
                .for_each(|&y| c.round(37.0, y, 30.0, 5.0, 2.5, ground));
        }
        "seconddraft" => {
            c.line(&[(24.0, 50.0), (76.0, 50.0)], 7.0, soft);
            c.poly(
                &[
                    (22.0, 76.0),
                    (26.0, 58.0),
                    (66.0, 18.0),
                    (80.0, 32.0),
                    (40.0, 72.0),
                ],
                front,
            );
            c.line(&[(56.0, 28.0), (70.0, 42.0)], 4.0, ground);
        }
        "eveningschool" => {
            c.poly(
                &[(8.0, 42.0), (50.0, 22.0), (92.0, 42.0), (50.0, 62.0)],
                front,
            );
            c.poly(
                &smooth(&[
                    (28.0, 56.0),
                    (28.0, 68.0),
                    (50.0, 78.0),
                    (72.0, 68.0),
                    (72.0, 56.0),
                    (50.0, 67.0),
                    (28.0, 56.0),
                ]),
                front,
            );
            c.line(&[(84.0, 46.0), (84.0, 70.0)], 4.0, soft);
        }
        "orbitletter" => {
            c.circle(50.0, 50.0, 17.0, front);
            let ring = Path::new()
                .ellipse(50.0, 50.0, 40.0, 14.0, -28.0)
                .without(Path::new().ellipse(50.0, 50.0, 34.0, 9.0, -28.0));
            c.fill(&ring, soft);
            c.poly(&arc(50.0, 50.0, 17.0, 152.0, 332.0), front);
        }
        "halfmoon" => {
            c.circle(50.0, 50.0, 32.0, mix(ground, front, 0.22));
            c.poly(&arc(50.0, 50.0, 32.0, 90.0, 270.0), front);
            c.circle(72.0, 24.0, 4.0, front);
        }
        "smallhours" => {
            c.fill(
                &Path::new()
                    .circle(50.0, 50.0, 34.0)
                    .without(Path::new().circle(50.0, 50.0, 27.0)),
                front,
            );
            c.line(&[(50.0, 30.0), (50.0, 50.0), (62.0, 60.0)], 6.0, front);
        }
        "signalsalt" => {
            c.circle(50.0, 70.0, 8.0, front);
            [22.0, 38.0, 54.0]
                .iter()
                .for_each(|&r| c.arc((50.0, 70.0), r, 225.0, 315.0, 7.0, front));
        }
        "counterweight" => {
            c.line(&[(50.0, 20.0), (50.0, 80.0)], 5.0, front);
            c.line(&[(20.0, 34.0), (80.0, 26.0)], 5.0, front);
            c.poly(&arc(24.0, 54.0, 15.0, 0.0, 180.0), front);
            c.poly(&arc(76.0, 46.0, 15.0, 0.0, 180.0), soft);
            c.round(32.0, 77.0, 36.0, 7.0, 3.5, front);
        }
        "workbench" => {
            c.fill(
                &Path::new()
                    .round(43.0, 34.0, 14.0, 54.0, 5.0)
                    .turned(50.0, 50.0, 40.0),
                front,
            );
            c.fill(
                &Path::new()
                    .circle(50.0, 24.0, 19.0)
                    .turned(50.0, 50.0, 40.0),
                front,
            );
            c.fill(
                &Path::new()
                    .rect(43.0, 0.0, 14.0, 26.0)
                    .turned(50.0, 50.0, 40.0),
                ground,
            );
        }
        "obertaler" => {
            c.poly(
                &[
                    (8.0, 80.0),
                    (40.0, 24.0),
                    (58.0, 54.0),
                    (66.0, 42.0),
                    (92.0, 80.0),
                ],
                front,
            );
            c.poly(
                &[
                    (40.0, 24.0),
                    (50.0, 41.0),
                    (42.0, 46.0),
                    (37.0, 40.0),
                    (30.0, 42.0),
                ],
                soft,
            );
        }
        "almarsa" => {
            c.poly(&[(48.0, 14.0), (48.0, 66.0), (18.0, 66.0)], front);
            c.poly(&[(54.0, 28.0), (54.0, 66.0), (78.0, 66.0)], soft);
            c.poly(
                &smooth(&[(14.0, 72.0), (28.0, 86.0), (72.0, 86.0), (86.0, 72.0)]),
                front,
            );
        }
        "misaki" => {
            c.circle(50.0, 42.0, 22.0, front);
            c.line(&wave(78.0), 7.0, soft);
        }
        _ => c.circle(50.0, 50.0, 26.0, front),
    }
}
