//! Twenty-four publishers that do not exist.

/// A publisher.
pub(super) struct Provider {
    /// What the stock calls it, which is also its mark.
    pub(super) id: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// Its host, in the domain that is reserved for examples (RFC 2606).
    pub(super) domain: &'static str,
    /// Its colours: ground and glyph.
    pub(super) colours: (u32, u32),
}

impl Provider {
    /// The file of its icon.
    pub(super) fn icon(&self) -> String {
        format!("images/icons/{}.png", self.id)
    }
}

const fn provider(
    id: &'static str,
    name: &'static str,
    domain: &'static str,
    colours: (u32, u32),
) -> Provider {
    Provider {
        id,
        name,
        domain,
        colours,
    }
}

/// All of them.
pub(super) static ALL: &[Provider] = &[
    provider(
        "breakwater",
        "The Breakwater",
        "breakwater.example",
        (0x1f5a66, 0xf4e8d2),
    ),
    provider(
        "corran",
        "Corran Institute for Estuaries, Mudflats and Adjacent Matters",
        "corran-institute.example",
        (0xdbe9ec, 0x2f6d8a),
    ),
    provider(
        "kestrel",
        "Kestrel Weekly",
        "kestrelweekly.example",
        (0x8a4d38, 0xf9e6c8),
    ),
    provider(
        "wardnine",
        "Ward Nine",
        "wardnine.example",
        (0xc94f43, 0xfff6ec),
    ),
    provider("tally", "Tally", "tally.example", (0xf3e3bf, 0x2b2547)),
    provider(
        "lamplighter",
        "The Lamplighter",
        "lamplighter.example",
        (0x2b1f3d, 0xf5c45e),
    ),
    provider(
        "gridline",
        "Gridline",
        "gridline.example",
        (0xf0bf5a, 0x22394f),
    ),
    provider(
        "slowexpress",
        "The Slow Express",
        "slowexpress.example",
        (0x3f6b55, 0xf7f1dc),
    ),
    provider(
        "lattice",
        "Lattice",
        "lattice.example",
        (0x22345a, 0x9fc4d8),
    ),
    provider(
        "copperplate",
        "Copperplate",
        "copperplate.example",
        (0xb8663f, 0xfff2dd),
    ),
    provider(
        "marrow",
        "Marrow & Main",
        "marrowandmain.example",
        (0xe9ecd0, 0xb3423a),
    ),
    provider(
        "commonground",
        "Common Ground",
        "commonground.example",
        (0x4b7a58, 0xf1f3d3),
    ),
    provider(
        "papertrail",
        "Paper Trail",
        "papertrail.example",
        (0x5f4569, 0xf6ead6),
    ),
    provider(
        "seconddraft",
        "Second Draft",
        "seconddraft.example",
        (0xf6d9cc, 0xa23c34),
    ),
    provider(
        "eveningschool",
        "Evening School",
        "eveningschool.example",
        (0x31456f, 0xf5d58a),
    ),
    provider(
        "orbitletter",
        "Orbit Letter",
        "orbitletter.example",
        (0x14203c, 0xee8a64),
    ),
    provider(
        "halfmoon",
        "Halfmoon Observatory",
        "halfmoon.example",
        (0x38345f, 0xf2ead8),
    ),
    provider(
        "smallhours",
        "Small Hours",
        "smallhours.example",
        (0x101828, 0xb9c9ee),
    ),
    provider(
        "signalsalt",
        "Signal & Salt",
        "signalandsalt.example",
        (0x2f7f86, 0xffffff),
    ),
    provider(
        "counterweight",
        "Counterweight",
        "counterweight.example",
        (0x3a3f47, 0xefe2c6),
    ),
    provider(
        "workbench",
        "Workbench",
        "workbench.example",
        (0xdf7a4e, 0x2a1c2c),
    ),
    provider(
        "obertaler",
        "Obertaler Anzeiger",
        "obertaler-anzeiger.example",
        (0x5d86a6, 0xffffff),
    ),
    provider(
        "almarsa",
        "صحيفة المرسى",
        "almarsa.example",
        (0x2c6e73, 0xf9ead0),
    ),
    provider("misaki", "岬日報", "misaki.example", (0xfaf4e8, 0xcb4b3e)),
];

/// The provider of this id.
pub(super) fn by_id(id: &str) -> Option<&'static Provider> {
    ALL.iter().find(|provider| provider.id == id)
}
