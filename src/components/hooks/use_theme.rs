use web_sys::Element;
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

use crate::browser::is_on_dark;
use crate::components::Theme;

/// The theme to draw in: an automatic one becomes dark on a dark page that does not say so by
/// its `color-scheme`.
#[hook]
pub(in crate::components) fn use_theme(node: NodeRef, theme: Theme) -> Theme {
    let dark = use_state_eq(|| false);
    use_effect_with((node, theme), {
        let dark = dark.setter();
        move |(node, theme): &(NodeRef, Theme)| {
            let base = node.cast::<Element>().filter(|_| *theme == Theme::Auto);
            dark.set(base.is_some_and(|base| is_on_dark(&base)));
        }
    });
    if theme == Theme::Auto && *dark {
        Theme::Dark
    } else {
        theme
    }
}
