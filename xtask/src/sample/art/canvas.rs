//! A picture in the making. Edges are smoothed by the exact area of each pixel that a shape covers,
//! so nothing has to be drawn larger first.

use super::colour::{Colour, mix};
use super::path::{Path, Point, arc, smooth};

/// Pixels, addressed in units: the shorter side is 100.
pub(super) struct Canvas {
    /// Width in units.
    pub(super) w: f32,
    /// Height in units.
    pub(super) h: f32,
    /// Row by row from the top.
    pub(super) pixels: Vec<Colour>,
    width: usize,
    height: usize,
    scale: f32,
    clip: Option<Vec<f32>>,
}

/// Where an edge passes a pixel: how much of it lies right of the edge, and the edge's height.
struct Cell {
    column: i32,
    part: f32,
    cover: f32,
}

impl Canvas {
    /// A picture of one colour.
    pub(super) fn new(width: usize, height: usize, ground: Colour) -> Self {
        let scale = width.min(height) as f32 / 100.0;
        Self {
            w: width as f32 / scale,
            h: height as f32 / scale,
            pixels: vec![ground; width * height],
            width,
            height,
            scale,
            clip: None,
        }
    }

    /// Paints a path.
    pub(super) fn fill(&mut self, path: &Path, colour: Colour) {
        self.glaze(path, colour, 1.0);
    }

    /// Paints a path so that what is below shows through.
    pub(super) fn glaze(&mut self, path: &Path, colour: Colour, opacity: f32) {
        let solid = vec![colour; self.width];
        let (width, clip) = (self.width, self.clip.take());
        let pixels = &mut self.pixels;
        rasterise(
            path,
            self.scale,
            self.width,
            self.height,
            |row, from, to, cover| {
                let (start, end) = (row * width + from, row * width + to);
                let opacity = cover * opacity;
                if opacity > 0.996 && clip.is_none() {
                    pixels[start..end].copy_from_slice(&solid[..to - from]);
                    return;
                }
                for place in start..end {
                    let seen = opacity * clip.as_ref().map_or(1.0, |mask| mask[place]);
                    if seen > 0.002 {
                        pixels[place] = mix(pixels[place], colour, seen);
                    }
                }
            },
        );
        self.clip = clip;
    }

    /// What `draw` paints is seen only inside the path.
    pub(super) fn inside(&mut self, path: &Path, draw: impl FnOnce(&mut Self)) {
        let mut mask = vec![0.0; self.width * self.height];
        let width = self.width;
        rasterise(
            path,
            self.scale,
            self.width,
            self.height,
            |row, from, to, cover| {
                mask[row * width + from..row * width + to].fill(cover);
            },
        );
        let outer = self.clip.replace(mask);
        draw(self);
        self.clip = outer;
    }

    /// A filled circle.
    pub(super) fn circle(&mut self, x: f32, y: f32, r: f32, colour: Colour) {
        self.fill(&Path::new().circle(x, y, r), colour);
    }

    /// A filled rectangle.
    pub(super) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, colour: Colour) {
        self.fill(&Path::new().rect(x, y, w, h), colour);
    }

    /// A filled rectangle with rounded corners.
    pub(super) fn round(&mut self, x: f32, y: f32, w: f32, h: f32, r: f32, colour: Colour) {
        self.fill(&Path::new().round(x, y, w, h, r), colour);
    }

    /// A filled polygon.
    pub(super) fn poly(&mut self, points: &[Point], colour: Colour) {
        self.fill(&Path::new().polygon(points), colour);
    }

    /// A line with round ends.
    pub(super) fn line(&mut self, points: &[Point], width: f32, colour: Colour) {
        self.fill(&Path::new().stroke(points, width), colour);
    }

    /// Part of a circle's line, by degrees clockwise from the right.
    pub(super) fn arc(
        &mut self,
        (x, y): Point,
        r: f32,
        from: f32,
        to: f32,
        width: f32,
        colour: Colour,
    ) {
        self.line(&arc(x, y, r, from, to), width, colour);
    }

    /// Everything below a smooth line through points.
    pub(super) fn ground(&mut self, points: &[Point], colour: Colour) {
        let mut outline = smooth(points);
        let (first, last) = (outline[0].0, outline[outline.len() - 1].0);
        outline.extend([(last, self.h + 2.0), (first, self.h + 2.0)]);
        self.poly(&outline, colour);
    }
}

/// Calls `span(row, from, to, cover)` for all runs of equally covered pixels that a path touches.
fn rasterise(
    path: &Path,
    scale: f32,
    width: usize,
    height: usize,
    mut span: impl FnMut(usize, usize, usize, f32),
) {
    let ys = || path.outlines.iter().flatten().map(|point| point.1 * scale);
    let top = ys()
        .fold(f32::MAX, f32::min)
        .floor()
        .clamp(0.0, height as f32) as usize;
    let bottom = ys()
        .fold(f32::MIN, f32::max)
        .ceil()
        .clamp(0.0, height as f32) as usize;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    rows.resize_with(bottom.saturating_sub(top), Vec::new);
    for outline in &path.outlines {
        for (place, &(x0, y0)) in outline.iter().enumerate() {
            let (x1, y1) = outline[(place + 1) % outline.len()];
            edge(
                (x0 * scale, y0 * scale),
                (x1 * scale, y1 * scale),
                top,
                width as i32,
                &mut rows,
            );
        }
    }
    for (row, cells) in rows.iter_mut().enumerate() {
        cells.sort_by_key(|cell| cell.column);
        let (mut cover, mut at, mut place) = (0.0_f32, 0, 0);
        while place < cells.len() {
            let column = cells[place].column;
            let (mut part, mut turn) = (0.0, 0.0);
            while let Some(cell) = cells.get(place).filter(|cell| cell.column == column) {
                part += cell.part;
                turn += cell.cover;
                place += 1;
            }
            if column >= 0 {
                let column = column as usize;
                if column > at && cover.abs() > 0.002 {
                    span(top + row, at, column, cover.abs().min(1.0));
                }
                let here = (cover + part).abs().min(1.0);
                if here > 0.002 {
                    span(top + row, column, column + 1, here);
                }
                at = column + 1;
            }
            cover += turn;
        }
        if at < width && cover.abs() > 0.002 {
            span(top + row, at, width, cover.abs().min(1.0));
        }
    }
}

/// Notes an edge in the cells it passes.
fn edge(from: Point, to: Point, top: usize, width: i32, rows: &mut [Vec<Cell>]) {
    let (way, (x0, y0), (x1, y1)) = if from.1 < to.1 {
        (1.0, from, to)
    } else {
        (-1.0, to, from)
    };
    if y1 - y0 < 1e-6 {
        return;
    }
    let slope = (x1 - x0) / (y1 - y0);
    let first = (y0.floor() as isize).max(top as isize);
    let last = (y1.ceil() as isize).min((top + rows.len()) as isize);
    for row in first..last {
        let (ya, yb) = (y0.max(row as f32), y1.min(row as f32 + 1.0));
        if yb <= ya {
            continue;
        }
        let cells = &mut rows[row as usize - top];
        let (mut xa, mut xb) = (x0 + (ya - y0) * slope, x0 + (yb - y0) * slope);
        if xa > xb {
            std::mem::swap(&mut xa, &mut xb);
        }
        let whole = (yb - ya) * way;
        let run = xb - xa;
        let mut column = xa.floor() as i32;
        loop {
            let (left, right) = (xa.max(column as f32), xb.min(column as f32 + 1.0));
            let cover = if run < 1e-6 {
                whole
            } else {
                whole * (right - left).max(0.0) / run
            };
            if column < 0 {
                cells.push(Cell {
                    column: -1,
                    part: 0.0,
                    cover,
                });
            } else if column < width {
                let part = cover * (1.0 - ((left + right) / 2.0 - column as f32));
                cells.push(Cell {
                    column,
                    part,
                    cover,
                });
            }
            column += 1;
            if column as f32 >= xb || column >= width {
                break;
            }
        }
    }
}
