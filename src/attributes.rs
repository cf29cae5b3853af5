//! The enumerated attributes of the components.

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

enumerated! {
    /// The headings between the cards of a list that is sorted by date.
    pub enum GroupBy {
        /// No headings.
        Nothing = "none",
        /// One for each day.
        Day = "day",
        /// One for each month.
        Month = "month",
    }
}

impl Layout {
    /// The layouts in a list such as `grid,compact`, each once. Unknown ones are ignored.
    pub(crate) fn parse_list(list: &str) -> Vec<Self> {
        let mut layouts = Vec::new();
        let keywords = list.split(',').map(str::trim);
        for layout in keywords.filter_map(|keyword| keyword.to_ascii_lowercase().parse().ok()) {
            if !layouts.contains(&layout) {
                layouts.push(layout);
            }
        }
        layouts
    }

    /// The approximate width of a card's picture, in CSS pixels of a page with 16 px text.
    pub const fn image_width(self) -> f64 {
        match self {
            Self::Grid => 400.0,
            Self::List | Self::Compact => 216.0,
        }
    }
}

/// The approximate width of a lead story's picture, in CSS pixels of a page with 16 px text.
pub(crate) const FEATURED_IMAGE_WIDTH: f64 = 800.0;

/// The least width of a card in a grid, in `em`, as in `styles/cards.css`.
pub const GRID_CARD_MIN: f64 = 17.0;
/// The gap between the cards of a grid, in `em`, as in `styles/cards.css`.
pub const GRID_GAP: f64 = 1.25;

/// The most skeletons of cards that are shown while a feed loads.
pub const MAX_SKELETONS: usize = 12;

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

#[cfg(test)]
mod tests {
    use article_cards_core::defaults;
    use yew::html::IntoPropValue;

    use super::*;
    use crate::browser::Credentials;
    use crate::store::Paging;

    #[test]
    fn keywords_are_those_of_the_declared_attributes() {
        assert_eq!(Layout::KEYWORDS, defaults::LAYOUT);
        assert_eq!(Theme::KEYWORDS, defaults::THEME);
        assert_eq!(LinkTarget::KEYWORDS, defaults::LINK_TARGET);
        assert_eq!(Loading::KEYWORDS, defaults::LOADING);
        assert_eq!(Paging::KEYWORDS, defaults::PAGING);
        // "none" is the absence of the attribute.
        assert_eq!(GroupBy::KEYWORDS[1..], defaults::GROUP_BY);
        assert_eq!(Credentials::KEYWORDS, defaults::CREDENTIALS);
    }

    #[test]
    fn a_list_of_layouts_has_each_known_one_once() {
        let layouts = Layout::parse_list(" List,masonry, grid,list,");
        assert_eq!(layouts, [Layout::List, Layout::Grid]);
    }

    #[test]
    fn a_value_is_parsed_from_its_own_keyword() {
        for keyword in LinkTarget::KEYWORDS {
            let parsed = keyword.parse().map(LinkTarget::as_str);
            assert_eq!(parsed, Ok(*keyword));
        }
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
