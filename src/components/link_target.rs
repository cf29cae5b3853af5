use std::fmt;
use std::str::FromStr;

/// Where the links of a card open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkTarget {
    /// In the same window.
    #[default]
    SameWindow,
    /// In a new window.
    NewWindow,
}

impl LinkTarget {
    /// The word for it in attributes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SameWindow => "_self",
            Self::NewWindow => "_blank",
        }
    }

    /// The `target` attribute of a link.
    pub(crate) fn target(self) -> Option<&'static str> {
        (self == Self::NewWindow).then_some("_blank")
    }

    /// The `rel` attribute of a link: the new window gets no handle to this one.
    pub(crate) fn rel(self) -> Option<&'static str> {
        (self == Self::NewWindow).then_some("noopener")
    }
}

// Lets `html!` take it by reference.
impl yew::html::ImplicitClone for LinkTarget {}

/// The error of reading a word that names no [`LinkTarget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLinkTarget;

impl fmt::Display for UnknownLinkTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not one of _self, _blank")
    }
}

impl std::error::Error for UnknownLinkTarget {}

impl FromStr for LinkTarget {
    type Err = UnknownLinkTarget;

    /// ```
    /// use article_cards::components::LinkTarget;
    ///
    /// assert_eq!("_blank".parse(), Ok(LinkTarget::NewWindow));
    /// assert!("_top".parse::<LinkTarget>().is_err());
    /// ```
    fn from_str(word: &str) -> Result<Self, UnknownLinkTarget> {
        [Self::SameWindow, Self::NewWindow]
            .into_iter()
            .find(|target| target.as_str() == word)
            .ok_or(UnknownLinkTarget)
    }
}
