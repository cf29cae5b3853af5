use std::fmt;
use std::str::FromStr;

/// When a list asks for its feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// At once.
    #[default]
    Eager,
    /// When it comes near what is seen of the page.
    Lazy,
}

impl Loading {
    /// The word for it in attributes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eager => "eager",
            Self::Lazy => "lazy",
        }
    }
}

// Lets `html!` take it by reference.
impl yew::html::ImplicitClone for Loading {}

impl fmt::Display for Loading {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The error of reading a word that names no [`Loading`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLoading;

impl fmt::Display for UnknownLoading {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of eager, lazy")
    }
}

impl std::error::Error for UnknownLoading {}

impl FromStr for Loading {
    type Err = UnknownLoading;

    /// ```
    /// use article_cards::components::Loading;
    ///
    /// assert_eq!("lazy".parse(), Ok(Loading::Lazy));
    /// assert!("later".parse::<Loading>().is_err());
    /// ```
    fn from_str(word: &str) -> Result<Self, UnknownLoading> {
        [Self::Eager, Self::Lazy]
            .into_iter()
            .find(|loading| loading.as_str() == word)
            .ok_or(UnknownLoading)
    }
}
