//! Rooms.

use super::super::colour::mix;
use super::{Canvas, Palette, Path, Random};

/// Shelves of books, and whoever lives between them.
pub(super) fn shelves(c: &mut Canvas, p: &Palette, random: &mut Random) {
    let wall = mix(p.haze, p.far, 0.25);
    c.rect(0.0, 0.0, c.w, c.h, wall);
    let rows = (c.h / 34.0).round().max(2.0);
    let tall = c.h / rows;
    let wood = mix(p.warm, p.ink, 0.5);
    let colours = [p.accent, p.warm, p.cool, p.near, p.ink, p.light, p.mid];
    for row in 0..rows as i32 {
        let board = (row + 1) as f32 * tall - 3.0;
        c.rect(0.0, row as f32 * tall, c.w, 4.0, mix(wall, p.ink, 0.2));
        let mut x = random.range(-4.0, 2.0);
        while x < c.w {
            match random.below(11) {
                0 => {
                    // A gap with a plant.
                    let pot = x + 9.0;
                    for turn in [-42.0, -14.0, 14.0, 42.0] {
                        c.fill(
                            &Path::new()
                                .ellipse(pot, board - 14.0, 1.7, 6.6, 0.0)
                                .turned(pot, board - 7.0, turn),
                            mix(p.near, p.cool, 0.4),
                        );
                    }
                    c.poly(
                        &[
                            (pot - 5.0, board - 8.0),
                            (pot + 5.0, board - 8.0),
                            (pot + 3.6, board),
                            (pot - 3.6, board),
                        ],
                        p.accent,
                    );
                    x += 19.0;
                }
                1 => {
                    // A pile.
                    let w = random.range(17.0, 22.0);
                    for (step, inset) in [0.0, 1.6, 0.6].into_iter().enumerate() {
                        let colour = colours[(step * 2 + row as usize) % 7];
                        c.round(
                            x + 1.0 + inset,
                            board - 4.2 * (step + 1) as f32,
                            w - 2.0 * inset,
                            4.0,
                            0.7,
                            colour,
                        );
                        c.rect(
                            x + 3.4 + inset,
                            board - 4.2 * (step + 1) as f32 + 1.1,
                            5.0,
                            1.0,
                            mix(colour, p.light, 0.6),
                        );
                    }
                    x += w + 3.0;
                }
                2 => {
                    // One that leans.
                    let h = tall * 0.62;
                    let colour = *random.pick(&colours);
                    c.fill(
                        &Path::new().round(x + 2.0, board - h, 4.6, h, 0.5).turned(
                            x + 2.0,
                            board,
                            12.0,
                        ),
                        colour,
                    );
                    x += 15.0;
                }
                _ => {
                    let (w, h) = (random.range(3.8, 8.0), tall * random.range(0.58, 0.8));
                    let colour = *random.pick(&colours);
                    let band = mix(
                        colour,
                        if colour == p.light || colour == p.warm {
                            p.ink
                        } else {
                            p.light
                        },
                        0.55,
                    );
                    c.round(x, board - h, w - 0.4, h, 0.6, colour);
                    match random.below(3) {
                        0 => {
                            c.rect(x, board - h + 3.0, w - 0.4, 1.0, band);
                            c.rect(x, board - 5.0, w - 0.4, 1.0, band);
                        }
                        1 => c.round(x + w * 0.3, board - h + 4.0, w * 0.34, h * 0.42, 0.5, band),
                        _ => c.circle(x + w / 2.0 - 0.2, board - 5.0, w * 0.2, band),
                    }
                    x += w;
                }
            }
        }
        c.rect(0.0, board, c.w, 3.2, wood);
        c.rect(0.0, board + 2.2, c.w, 1.0, mix(wood, p.ink, 0.4));
    }
    // The cat of the house.
    let board = (rows - 1.0).max(1.0) * tall - 3.0;
    let x = c.w * random.range(0.36, 0.64);
    let (fur, space) = (p.ink, tall * 0.84);
    c.rect(x - 19.0, board - space, 38.0, space, mix(wall, p.ink, 0.12));
    c.rect(
        x - 19.0,
        board - tall + 3.0,
        38.0,
        4.2,
        mix(wall, p.ink, 0.2),
    );
    c.fill(
        &Path::new().ellipse(x - 2.0, board - 6.8, 13.0, 7.0, 0.0),
        fur,
    );
    c.rect(x - 14.0, board - 4.0, 26.0, 4.0, fur);
    c.circle(x + 9.0, board - 12.6, 6.4, fur);
    c.poly(
        &[
            (x + 3.2, board - 14.0),
            (x + 3.8, board - 22.0),
            (x + 9.0, board - 18.4),
        ],
        fur,
    );
    c.poly(
        &[
            (x + 9.0, board - 18.4),
            (x + 14.2, board - 22.0),
            (x + 14.8, board - 14.0),
        ],
        fur,
    );
    for eye in [6.6, 11.4] {
        c.fill(
            &Path::new().ellipse(x + eye, board - 13.2, 1.15, 1.4, 0.0),
            p.warm,
        );
        c.rect(x + eye - 0.2, board - 14.4, 0.4, 2.4, fur);
    }
    c.line(
        &super::path::smooth(&[
            (x - 13.0, board - 3.0),
            (x - 16.6, board + 2.0),
            (x - 15.6, board + 9.0),
            (x - 18.0, board + 12.0),
        ]),
        2.4,
        fur,
    );
}
