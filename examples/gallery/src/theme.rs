//! The colour scheme of the gallery, which the components follow.

use yew::prelude::*;

/// A colour scheme.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Theme {
    /// That of the reader's system.
    Auto,
    Light,
    Dark,
}

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "Auto"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];

impl Theme {
    /// The value for style sheets.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ThemeChoiceProps {
    pub(crate) theme: Theme,
    pub(crate) on_choose: Callback<Theme>,
}

/// Radio buttons for the colour scheme.
#[component]
pub(crate) fn ThemeChoice(props: &ThemeChoiceProps) -> Html {
    html! {
        <fieldset class="gallery-theme">
            <legend>{ "Theme" }</legend>
            { for THEMES.iter().map(|(theme, name)| {
                let (theme, on_choose) = (*theme, props.on_choose.clone());
                html! {
                    <label key={*name}>
                        <input
                            type="radio"
                            name="theme"
                            checked={theme == props.theme}
                            onchange={Callback::from(move |_: Event| on_choose.emit(theme))}
                        />
                        <span>{ *name }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}
