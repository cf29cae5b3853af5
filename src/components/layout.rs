use std::fmt;
use std::str::FromStr;

/// How the cards of a list are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Cards side by side, the picture above the words.
    #[default]
    Grid,
    /// One below the other, to read: the picture beside the words.
    List,
    /// One line each, to scan: without pictures and excerpts.
    Compact,
}

impl Layout {
    /// The word for it in attributes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::List => "list",
            Self::Compact => "compact",
        }
    }

    /// About how wide a card's picture is drawn, in CSS pixels of a page with 16 px text.
    pub(crate) const fn image_width(self) -> f64 {
        match self {
            Self::Grid => 400.0,
            Self::List | Self::Compact => 216.0,
        }
    }
}

// Lets `html!` take it by reference.
impl yew::html::ImplicitClone for Layout {}

impl fmt::Display for Layout {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The error of reading a word that names no [`Layout`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLayout;

impl fmt::Display for UnknownLayout {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of grid, list, compact")
    }
}

impl std::error::Error for UnknownLayout {}

impl FromStr for Layout {
    type Err = UnknownLayout;

    /// ```
    /// use article_cards::components::Layout;
    ///
    /// assert_eq!("list".parse(), Ok(Layout::List));
    /// assert!("masonry".parse::<Layout>().is_err());
    /// ```
    fn from_str(word: &str) -> Result<Self, UnknownLayout> {
        [Self::Grid, Self::List, Self::Compact]
            .into_iter()
            .find(|layout| layout.as_str() == word)
            .ok_or(UnknownLayout)
    }
}
