//! The example themes: each is a class of the element with a style sheet.

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Look {
    Plain,
    Broadsheet,
    Poster,
    Terminal,
}

pub(crate) const LOOKS: [(Look, &str); 4] = [
    (Look::Plain, "Plain"),
    (Look::Broadsheet, "Broadsheet"),
    (Look::Poster, "Poster"),
    (Look::Terminal, "Terminal"),
];

impl Look {
    pub(crate) fn find(class: &str) -> Option<Self> {
        let mut looks = LOOKS.into_iter().map(|(look, _)| look);
        looks.find(|look| look.class() == class)
    }

    /// Empty for the element as it is.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Broadsheet => "broadsheet",
            Self::Poster => "poster",
            Self::Terminal => "terminal",
        }
    }

    pub(crate) fn css(self) -> &'static str {
        match self {
            Self::Plain => "article-cards {\n}\n",
            Self::Broadsheet => include_str!("../../../styles/themes/broadsheet.css"),
            Self::Poster => include_str!("../../../styles/themes/poster.css"),
            Self::Terminal => include_str!("../../../styles/themes/terminal.css"),
        }
    }
}
