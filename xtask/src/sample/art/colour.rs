//! The colours of the pictures: one family, ten moods.

/// Red, green and blue in one number, as a style sheet writes them.
pub(super) type Colour = u32;

/// A mood: what a scene's parts are painted with.
pub(super) struct Palette {
    /// The ground of the picture.
    pub(super) sky: Colour,
    /// The sky near the horizon, glows, second grounds.
    pub(super) haze: Colour,
    /// What is far away.
    pub(super) far: Colour,
    /// What is between.
    pub(super) mid: Colour,
    /// What is close.
    pub(super) near: Colour,
    /// Lines and silhouettes.
    pub(super) ink: Colour,
    /// Paper, sails, snow.
    pub(super) light: Colour,
    /// The one loud thing.
    pub(super) accent: Colour,
    /// Lamps, suns, fruit.
    pub(super) warm: Colour,
    /// The answer to the accent.
    pub(super) cool: Colour,
}

macro_rules! palettes {
    ($($(#[$doc:meta])* $name:ident: $sky:literal $haze:literal $far:literal $mid:literal $near:literal $ink:literal $light:literal $accent:literal $warm:literal $cool:literal;)*) => {
        $($(#[$doc])* pub(super) static $name: Palette = Palette {
            sky: $sky, haze: $haze, far: $far, mid: $mid, near: $near,
            ink: $ink, light: $light, accent: $accent, warm: $warm, cool: $cool,
        };)*
    };
}

palettes! {
    /// A clear noon.
    DAY: 0xcfe3ec 0xe6f0f3 0xa9cbd6 0x7fae9b 0x4d8470 0x22394f 0xfbf6ea 0xe2725b 0xf0bf5a 0x4f86a8;
    /// The hour after work.
    DUSK: 0xf4cfa6 0xfae5c9 0xe8b08f 0xb9737a 0x6d4a6b 0x2b2547 0xfff4e2 0xe0604c 0xf3b95b 0x2f6f78;
    /// Blue night.
    NIGHT: 0x17223f 0x213157 0x2d4372 0x45659b 0x111b36 0x0b1226 0xf5ecd6 0xe8795a 0xf2c45c 0x6f9fd0;
    /// Drizzle.
    MIST: 0xe9e6dd 0xf4f1e9 0xcdd2cc 0x9fb0ad 0x5f7f82 0x2a3d47 0xfffaf0 0xc9553f 0xdfae4f 0x7796a8;
    /// June.
    MEADOW: 0xe6edcf 0xf4f6e4 0xbccf9e 0x86ab74 0x4b7a58 0x233f3a 0xfdf9ea 0xdc6b4c 0xefc254 0x5c93a0;
    /// Early, and cold.
    PLUM: 0xe4d5ea 0xf2e9f3 0xc0a5cd 0x9174a8 0x594574 0x2a2148 0xfff6ea 0xea7a66 0xf4bd62 0x5c86b5;
    /// October.
    AUTUMN: 0xf3e2c4 0xfaf0dd 0xdcb582 0xc07f4f 0x8a4d38 0x3a2528 0xfffaee 0xcf4b34 0xeda73d 0x547c83;
    /// By the water.
    SEA: 0xbfe0de 0xe1f1ec 0x82bfc0 0x4595a0 0x236878 0x12384b 0xfdf8ea 0xef7f5c 0xf6c667 0x9fd2d2;
    /// A night with a fire.
    EMBER: 0x2b1f3d 0x3d2a4d 0x5f3a60 0x96485f 0x1b152b 0x120e1f 0xfbe9cf 0xee7b55 0xf7bf5b 0x7c86c4;
    /// Snow in the air.
    FROST: 0xdfe9f3 0xf0f5fa 0xb7cbe0 0x86a4c6 0x4b6c98 0x1f3354 0xffffff 0xd9584a 0xeeb852 0x6fa3b8;
}

/// A colour between two: `part` 0 is `from`, 1 is `to`.
pub(super) fn mix(from: Colour, to: Colour, part: f32) -> Colour {
    let channel = |shift: u32| {
        let (a, b) = ((from >> shift & 255) as f32, (to >> shift & 255) as f32);
        ((a + (b - a) * part + 0.5) as u32) << shift
    };
    channel(16) | channel(8) | channel(0)
}
