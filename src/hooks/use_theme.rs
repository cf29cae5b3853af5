use web_sys::Element;
use yew::{NodeRef, hook};

use super::{use_effect_on, use_render_cell};
use crate::browser::is_on_dark;
use crate::components::Theme;

/// The theme to draw in: an automatic one becomes dark on a dark page that does not say so by
/// its `color-scheme`.
#[hook]
pub(crate) fn use_theme(node: NodeRef, theme: Theme) -> Theme {
    let dark = use_render_cell(bool::default);
    use_effect_on((node, theme), {
        let dark = dark.clone();
        move |(node, theme): &(NodeRef, Theme)| {
            let base = node.cast::<Element>().filter(|_| *theme == Theme::Auto);
            dark.set(base.is_some_and(|base| is_on_dark(&base)));
        }
    });
    if theme == Theme::Auto && dark.get() {
        Theme::Dark
    } else {
        theme
    }
}
