use yew::functional::{Hook, HookContext};
use yew::{Html, use_force_update};

use super::part::Draw;
use crate::hooks::Store;

/// Draws nothing, but takes its turn whenever the list is drawn anew, so that all of it is painted
/// at once.
///
/// Once 16 ms have passed Yew lets the browser paint, unless a component waits for its turn; those
/// whose properties have changed don't count before the new ones beside them are drawn (`can_yield`
/// in its scheduler). So cards would be painted, and what stands around them, another layout and
/// some 25 ms later.
pub(super) struct Whole(pub(super) Store);

impl Draw for Whole {
    const KIND: &'static str = "whole";

    fn same(&self, _: &Self) -> bool {
        true
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        self.0.set_follower(use_force_update().run(hooks));
        Html::default()
    }
}
