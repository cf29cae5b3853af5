//! Enumerated attributes: enums whose values are written as keywords.

use std::fmt;

/// The error of parsing a keyword that an enumerated attribute doesn't have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKeyword {
    pub(crate) known: &'static [&'static str],
}

impl fmt::Display for UnknownKeyword {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of ")?;
        formatter.write_str(&self.known.join(", "))
    }
}

impl std::error::Error for UnknownKeyword {}

/// Defines an enum whose variants are written as keywords. The first one is the default.
///
/// `html!` takes its values by value, by reference and by keyword. An unknown keyword is the
/// default, as in the attribute.
macro_rules! enumerated {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $(#[$about_default:meta])* $default:ident = $default_keyword:literal,
            $($(#[$about_variant:meta])* $variant:ident = $keyword:literal,)*
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
            /// All keywords, the default first.
            pub const KEYWORDS: &'static [&'static str] = &[$default_keyword, $($keyword),*];

            /// The keyword of this value, as the attribute spells it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$default => $default_keyword,
                    $(Self::$variant => $keyword,)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::keyword::UnknownKeyword;

            fn from_str(keyword: &str) -> Result<Self, Self::Err> {
                match keyword {
                    $default_keyword => Ok(Self::$default),
                    $($keyword => Ok(Self::$variant),)*
                    _ => Err($crate::keyword::UnknownKeyword { known: Self::KEYWORDS }),
                }
            }
        }

        #[cfg(feature = "components")]
        impl yew::html::ImplicitClone for $name {}

        #[cfg(feature = "components")]
        impl yew::html::IntoPropValue<$name> for &'static str {
            fn into_prop_value(self) -> $name {
                self.parse().unwrap_or_default()
            }
        }
    };
}
