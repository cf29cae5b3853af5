use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;
use yew::{NodeRef, hook, use_memo};

use super::use_effect_on;
use crate::browser::scroll_nearest;
use article_cards_core::search::QueryState;

/// Scrolls the number of articles and the active filters into view once a query renders that a card has
/// changed; the card sets the flag. Deep in a list, its reader would not see what has happened.
#[hook]
pub(crate) fn use_status_in_view(node: NodeRef, query: &QueryState) -> Rc<Cell<bool>> {
    let is_due = use_memo((), |()| Cell::new(false));
    let flag = Rc::clone(&is_due);
    use_effect_on(query.clone(), move |_: &QueryState| {
        let base = node.cast::<Element>().filter(|_| flag.take());
        let top = base.and_then(|base| base.query_selector(".ac-x-top").ok()?);
        if let Some(top) = top {
            scroll_nearest(&top);
        }
    });
    is_due
}
