use web_sys::Element;
use yew::{NodeRef, hook};

use super::{use_effect_on, use_render_cell};
use crate::attributes::Theme;
use crate::browser::is_on_dark;

/// The theme to render: an automatic theme is dark on a page that has a dark background but does
/// not declare it by `color-scheme`.
#[hook]
pub(crate) fn use_theme(node: NodeRef, theme: Theme) -> Theme {
    let is_dark = use_render_cell(bool::default);
    use_effect_on((node, theme), {
        let is_dark = is_dark.clone();
        move |(node, theme): &(NodeRef, Theme)| {
            let base = node.cast::<Element>().filter(|_| *theme == Theme::Auto);
            is_dark.set(base.is_some_and(|base| is_on_dark(&base)));
        }
    });
    if theme == Theme::Auto && is_dark.get() {
        Theme::Dark
    } else {
        theme
    }
}
