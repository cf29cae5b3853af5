use std::fmt;
use std::str::FromStr;

/// How the reader gets from the first cards to the next ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paging {
    /// A button appends a page of cards.
    #[default]
    More,
    /// Scrolling appends a page of cards, five times in a row; then a button does.
    Infinite,
    /// Page numbers: one page of cards replaces another.
    Pages,
    /// There is only one page of cards.
    None,
}

impl Paging {
    /// The attribute value.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Infinite => "infinite",
            Self::Pages => "pages",
            Self::None => "none",
        }
    }
}

impl fmt::Display for Paging {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The error of parsing an unknown [`Paging`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownPaging;

impl fmt::Display for UnknownPaging {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of more, infinite, pages, none")
    }
}

impl std::error::Error for UnknownPaging {}

impl FromStr for Paging {
    type Err = UnknownPaging;

    /// ```
    /// use article_cards::store::Paging;
    ///
    /// assert_eq!("pages".parse(), Ok(Paging::Pages));
    /// assert!("scroll".parse::<Paging>().is_err());
    /// ```
    fn from_str(word: &str) -> Result<Self, UnknownPaging> {
        [Self::More, Self::Infinite, Self::Pages, Self::None]
            .into_iter()
            .find(|paging| paging.as_str() == word)
            .ok_or(UnknownPaging)
    }
}
