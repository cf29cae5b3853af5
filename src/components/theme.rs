use std::fmt;
use std::str::FromStr;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page around it: its used `color-scheme`.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The word for it in attributes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

// Lets `html!` take it by reference.
impl yew::html::ImplicitClone for Theme {}

/// The error of reading a word that names no [`Theme`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTheme;

impl fmt::Display for UnknownTheme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of auto, light, dark")
    }
}

impl std::error::Error for UnknownTheme {}

impl FromStr for Theme {
    type Err = UnknownTheme;

    /// ```
    /// use article_cards::components::Theme;
    ///
    /// assert_eq!("dark".parse(), Ok(Theme::Dark));
    /// assert!("dim".parse::<Theme>().is_err());
    /// ```
    fn from_str(word: &str) -> Result<Self, UnknownTheme> {
        [Self::Auto, Self::Light, Self::Dark]
            .into_iter()
            .find(|theme| theme.as_str() == word)
            .ok_or(UnknownTheme)
    }
}
