//! Attributes whose value is one of a few words, as props of the components.

use std::fmt;
use std::str::FromStr;

use yew::html::{ImplicitClone, IntoPropValue};

use crate::store::Paging;

/// The error returned when a word names no value of an enumerated attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKeyword {
    known: &'static [&'static str],
}

impl fmt::Display for UnknownKeyword {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of ")?;
        formatter.write_str(&self.known.join(", "))
    }
}

impl std::error::Error for UnknownKeyword {}

/// Defines an enum whose variants are written as keywords. The first one is the default.
macro_rules! enumerated {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $(#[$about_default:meta])* $default:ident = $default_word:literal,
            $($(#[$about_variant:meta])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $(#[$about_default])*
            #[default]
            $default,
            $($(#[$about_variant])* $variant,)*
        }

        impl $name {
            /// The keyword of this value, as the attribute spells it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$default => $default_word,
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownKeyword;

            fn from_str(word: &str) -> Result<Self, UnknownKeyword> {
                match word {
                    $default_word => Ok(Self::$default),
                    $($word => Ok(Self::$variant),)*
                    _ => Err(UnknownKeyword { known: &[$default_word, $($word),*] }),
                }
            }
        }

        keyword_prop!($name);
    };
}

/// Lets `html!` take an enum by value, by reference and by its keyword. An unknown keyword is the
/// default, as in the attribute.
macro_rules! keyword_prop {
    ($name:ident) => {
        impl ImplicitClone for $name {}

        impl IntoPropValue<$name> for &'static str {
            fn into_prop_value(self) -> $name {
                self.parse().unwrap_or_default()
            }
        }
    };
}

enumerated! {
    /// How the cards of a list are laid out.
    ///
    /// ```
    /// use article_cards::components::Layout;
    ///
    /// assert_eq!("list".parse(), Ok(Layout::List));
    /// assert!("masonry".parse::<Layout>().is_err());
    /// ```
    pub enum Layout {
        /// Cards side by side, the picture above the text.
        Grid = "grid",
        /// One card below the other, the picture beside the text.
        List = "list",
        /// One line per card, without pictures and excerpts.
        Compact = "compact",
    }
}

impl Layout {
    /// The approximate width of a card's picture, in CSS pixels of a page with 16 px text.
    pub(crate) const fn image_width(self) -> f64 {
        match self {
            Self::Grid => 400.0,
            Self::List | Self::Compact => 216.0,
        }
    }
}

enumerated! {
    /// The colour scheme of a list.
    pub enum Theme {
        /// The used `color-scheme` of the page.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

enumerated! {
    /// Where the links of a card open.
    pub enum LinkTarget {
        /// In the same window.
        SameWindow = "_self",
        /// In a new window.
        NewWindow = "_blank",
    }
}

impl LinkTarget {
    /// The `target` attribute of a link.
    pub(crate) fn target(self) -> Option<&'static str> {
        (self == Self::NewWindow).then_some("_blank")
    }

    /// The `rel` attribute of a link. A new window gets no handle to this one.
    pub(crate) fn rel(self) -> Option<&'static str> {
        (self == Self::NewWindow).then_some("noopener")
    }
}

enumerated! {
    /// When a list loads its feed.
    pub enum Loading {
        /// At once.
        Eager = "eager",
        /// When the list comes close to the viewport.
        Lazy = "lazy",
    }
}

keyword_prop!(Paging);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords() {
        assert_eq!("dark".parse(), Ok(Theme::Dark));
        assert_eq!("_blank".parse(), Ok(LinkTarget::NewWindow));
        assert_eq!("lazy".parse(), Ok(Loading::Lazy));
        let error = "later".parse::<Loading>().unwrap_err();
        assert_eq!(error.to_string(), "not one of eager, lazy");
    }

    #[test]
    fn an_unknown_keyword_is_the_default() {
        let layout: [Layout; 2] = ["compact", "masonry"].map(IntoPropValue::into_prop_value);
        assert_eq!(layout, [Layout::Compact, Layout::Grid]);
        let paging: Paging = "pages".into_prop_value();
        assert_eq!(paging, Paging::Pages);
    }
}
