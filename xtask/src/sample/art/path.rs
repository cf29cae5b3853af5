//! Outlines. Curves become short straight lines as they are added.

/// A place in the picture's units; the shorter side of a picture is 100.
pub(super) type Point = (f32, f32);

/// Closed outlines, filled by the non-zero rule.
#[derive(Clone, Default)]
pub(super) struct Path {
    pub(super) outlines: Vec<Vec<Point>>,
}

fn turns_left(points: &[Point]) -> bool {
    let next = points.iter().cycle().skip(1);
    points
        .iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum::<f32>()
        < 0.0
}

impl Path {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a closed outline, whichever way round it was given.
    pub(super) fn polygon(mut self, points: &[Point]) -> Self {
        let mut points = points.to_vec();
        if turns_left(&points) {
            points.reverse();
        }
        self.outlines.push(points);
        self
    }

    /// Cuts another path out of this one, which must lie around it.
    pub(super) fn without(mut self, hole: Path) -> Self {
        self.outlines
            .extend(hole.outlines.into_iter().map(|mut outline| {
                outline.reverse();
                outline
            }));
        self
    }

    /// Adds a rectangle.
    pub(super) fn rect(self, x: f32, y: f32, w: f32, h: f32) -> Self {
        self.polygon(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    }

    /// Adds a rectangle with rounded corners.
    pub(super) fn round(self, x: f32, y: f32, w: f32, h: f32, r: f32) -> Self {
        let r = r.min(w / 2.0).min(h / 2.0);
        let mut points = Vec::new();
        let corners = [
            (x + w - r, y + h - r),
            (x + r, y + h - r),
            (x + r, y + r),
            (x + w - r, y + r),
        ];
        for (quarter, (cx, cy)) in corners.into_iter().enumerate() {
            points.extend(arc(
                cx,
                cy,
                r,
                quarter as f32 * 90.0,
                quarter as f32 * 90.0 + 90.0,
            ));
        }
        self.polygon(&points)
    }

    /// Adds a circle.
    pub(super) fn circle(self, x: f32, y: f32, r: f32) -> Self {
        self.ellipse(x, y, r, r, 0.0)
    }

    /// Adds an ellipse turned by some degrees.
    pub(super) fn ellipse(self, x: f32, y: f32, rx: f32, ry: f32, degrees: f32) -> Self {
        let steps = steps(rx.max(ry));
        let (sin, cos) = degrees.to_radians().sin_cos();
        let points: Vec<Point> = (0..steps)
            .map(|step| {
                let (s, c) = (step as f32 / steps as f32 * std::f32::consts::TAU).sin_cos();
                (
                    x + rx * c * cos - ry * s * sin,
                    y + rx * c * sin + ry * s * cos,
                )
            })
            .collect();
        self.polygon(&points)
    }

    /// Adds a line of some width with round ends and joints.
    pub(super) fn stroke(mut self, points: &[Point], width: f32) -> Self {
        let half = width / 2.0;
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let length = (x1 - x0).hypot(y1 - y0).max(1e-6);
            let (nx, ny) = (-(y1 - y0) / length * half, (x1 - x0) / length * half);
            self = self.polygon(&[
                (x0 + nx, y0 + ny),
                (x1 + nx, y1 + ny),
                (x1 - nx, y1 - ny),
                (x0 - nx, y0 - ny),
            ]);
        }
        points
            .iter()
            .fold(self, |path, &(x, y)| path.circle(x, y, half))
    }

    /// The same, turned about a point by some degrees.
    pub(super) fn turned(mut self, x: f32, y: f32, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        for point in self.outlines.iter_mut().flatten() {
            let (dx, dy) = (point.0 - x, point.1 - y);
            *point = (x + dx * cos - dy * sin, y + dx * sin + dy * cos);
        }
        self
    }
}

fn steps(radius: f32) -> usize {
    ((radius.max(0.1).sqrt() * 18.0) as usize).clamp(12, 240)
}

/// Points on a circle, by degrees clockwise from the right.
pub(super) fn arc(x: f32, y: f32, r: f32, from: f32, to: f32) -> Vec<Point> {
    let steps = ((steps(r) as f32 * (to - from).abs() / 360.0) as usize).max(4);
    (0..=steps)
        .map(|step| {
            let angle = (from + (to - from) * step as f32 / steps as f32).to_radians();
            (x + r * angle.cos(), y + r * angle.sin())
        })
        .collect()
}

/// A smooth line through points (a Catmull-Rom spline).
pub(super) fn smooth(points: &[Point]) -> Vec<Point> {
    const PARTS: usize = 14;
    let at = |i: isize| points[i.clamp(0, points.len() as isize - 1) as usize];
    let mut line = Vec::new();
    for i in 0..points.len() as isize - 1 {
        let (a, b, c, d) = (at(i - 1), at(i), at(i + 1), at(i + 2));
        for part in 0..PARTS {
            let t = part as f32 / PARTS as f32;
            let spline = |a: f32, b: f32, c: f32, d: f32| {
                0.5 * (2.0 * b
                    + (c - a) * t
                    + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                    + (3.0 * (b - c) + d - a) * t * t * t)
            };
            line.push((spline(a.0, b.0, c.0, d.0), spline(a.1, b.1, c.1, d.1)));
        }
    }
    line.extend(points.last());
    line
}
