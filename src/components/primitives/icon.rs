use crate::components::primitives::element_builder::element;
use crate::components::primitives::root_element::with_root_props;
use yew::{AttrValue, Classes, Html, Properties, component};

/// The name of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// A chevron pointing up.
    Up,
    /// A star: quality.
    Quality,
    /// A flame: heat.
    Heat,
    /// A triangle pointing right: a video.
    Play,
    /// A graduate's hat: a course.
    Course,
    /// A triangle with an exclamation mark: a failure.
    Alert,
    /// A magnifying glass with a minus sign: no results.
    Nothing,
    /// A circular arrow: retry.
    Retry,
    /// A magnifying glass: search.
    Search,
    /// A cross: remove, clear or close.
    Clear,
    /// A chevron pointing down.
    Down,
    /// Two sliders: filters.
    Filter,
    /// A crossed-out circle: exclude.
    Exclude,
    /// A bookmark: save.
    Save,
    /// Four squares: the layout `grid`.
    Grid,
    /// Two lines with a square each: the layout `list`.
    List,
    /// Four lines: the layout `compact`.
    Compact,
}

impl IconName {
    /// The SVG path, in a square of 16.
    const fn path(self) -> &'static str {
        match self {
            Self::Up => "m3.5 10 4.5-4.5L12.5 10",
            Self::Quality => {
                "M8 1.9 9.9 5.8l4.2.6-3.05 3 .72 4.2L8 11.6l-3.77 2 .72-4.2-3.05-3 4.2-.6z"
            }
            Self::Heat => {
                "M8.3 1.8c.5 2.6 4.2 3.9 4.2 7.6a4.5 4.5 0 0 1-9 .2c0-1.8 1-2.9 1.9-3.8.3 1 .8 1.5 1.4 1.7-.2-2.3.1-4.2 1.5-5.7z"
            }
            Self::Play => "M5 3.3v9.4l7.6-4.7z",
            Self::Course => {
                "M1.5 5.8 8 2.9l6.5 2.9L8 8.7zM4.2 7.3v3.6c1 .9 2.3 1.3 3.8 1.3s2.8-.4 3.8-1.3V7.3"
            }
            Self::Alert => "M8 2.2 14.5 13.3h-13zM8 6.5v3.1M8 11.4v.1",
            Self::Nothing => {
                "M11.75 7a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0zM10.6 10.6l3.4 3.4M5.3 7h3.4"
            }
            Self::Retry => "M13.2 8A5.2 5.2 0 1 1 11.5 4.2M13.3 2.3v2.8h-2.8",
            Self::Search => {
                "M11.75 7a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0zM10.6 10.6l3.4 3.4"
            }
            Self::Clear => "m4 4 8 8M12 4l-8 8",
            Self::Down => "M3.5 6 8 10.5 12.5 6",
            Self::Filter => {
                "M2 5h6.5M12 5h2M2 11h2M7.5 11H14M12 5a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0zM7.5 11a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0z"
            }
            Self::Exclude => {
                "M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0zM4.2 11.8 11.8 4.2"
            }
            Self::Save => "M4 2.5h8v11L8 10.4 4 13.5z",
            Self::Grid => "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z",
            Self::List => {
                "M2.5 3h4v4h-4zM2.5 9.5h4v4h-4zM9.5 3.5h4M9.5 6.5h2.5M9.5 10h4M9.5 13h2.5"
            }
            Self::Compact => "M2.25 3.25h11.5M2.25 6.4h11.5M2.25 9.6h11.5M2.25 12.75h11.5",
        }
    }
}

/// Props of [`Icon`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct IconProps {
    /// The name of the icon.
    pub name: IconName,
    /// Additional classes of the icon.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the icon.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A line icon in the colour of the surrounding text, hidden from assistive technology.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    with_root_props(icon(props.name), &props.class, &props.id)
}

#[inline(never)]
pub(crate) fn icon(name: IconName) -> Html {
    let fill = (name == IconName::Play).then_some("currentColor");
    let path = element("path").attr("d", name.path()).attr("fill", fill);
    element("svg")
        .class("ac-x-icon")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(path.html())
        .html()
}
