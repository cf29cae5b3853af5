//! PNG with a palette: flat pictures need few colours.

use super::colour::Colour;
use std::collections::HashMap;

/// The pixels as a PNG file. Of more than 256 colours the rarest, those of smoothed edges, become
/// the nearest of the others.
pub(in super::super) fn encode(pixels: &[Colour], width: usize, height: usize) -> Vec<u8> {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut colours: Vec<Colour> = counts.keys().copied().collect();
    colours.sort_by_key(|colour| (std::cmp::Reverse(counts[colour]), *colour));
    let rest = colours.split_off(colours.len().min(256));

    let mut places: HashMap<Colour, u8> = colours
        .iter()
        .zip(0..=255)
        .map(|(&c, place)| (c, place))
        .collect();
    for colour in rest {
        let nearest = (0..=255)
            .zip(&colours)
            .min_by_key(|&(_, &other)| distance(colour, other));
        places.insert(colour, nearest.map_or(0, |(place, _)| place));
    }
    let mut indices = Vec::with_capacity(pixels.len());
    for run in pixels.chunk_by(|a, b| a == b) {
        indices.resize(indices.len() + run.len(), places[&run[0]]);
    }

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width as u32, height as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(
        colours
            .iter()
            .flat_map(|c| [(c >> 16) as u8, (c >> 8) as u8, *c as u8])
            .collect::<Vec<u8>>(),
    );
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    // Writing to memory fails only for a wrong size, which `Canvas` cannot make.
    let mut writer = encoder
        .write_header()
        .expect("a PNG header of a picture with pixels");
    writer
        .write_image_data(&indices)
        .expect("as many pixels as the header says");
    writer.finish().expect("a complete PNG file");
    file
}

fn distance(a: Colour, b: Colour) -> i32 {
    [16, 8, 0]
        .iter()
        .map(|shift| ((a >> shift & 255) as i32 - (b >> shift & 255) as i32).pow(2))
        .sum()
}
