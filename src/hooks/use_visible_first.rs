//! While the reader types, the cards on screen are rendered first, and the others a frame later.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::functional::UseForceUpdateHandle;
use yew::{Html, NodeRef, hook, use_force_update, use_mut_ref};

use super::use_effect_always;
use crate::browser::children_on_screen;
use crate::store::{State, Trigger};
use article_cards_core::model::Article;

/// The time until the other cards are rendered, in milliseconds: the first ones are painted by then.
const NEXT_FRAME: u32 = 20;

/// The cells of a list, of which some may still be those of the query before.
#[derive(Clone)]
pub(crate) struct Cells {
    rendered: Rc<RefCell<Rendered>>,
    /// How many are rendered now; all if `None`.
    first: Option<usize>,
}

#[derive(Default)]
struct Rendered {
    /// The cells with their articles, in order.
    cells: Vec<(Rc<Article>, Html)>,
    /// Renders the others.
    timer: Option<Timeout>,
    /// Whether that is due.
    is_due: bool,
}

impl Rendered {
    /// Returns whether a cell is to show another article than before.
    fn differs_from(&self, articles: &[Rc<Article>]) -> bool {
        let mut pairs = self.cells.iter().zip(articles);
        pairs.any(|((before, _), after)| before.id != after.id)
    }
}

impl Cells {
    /// Renders the cells of articles by `render`, which receives the index of an article. The cells
    /// that come a frame later stay as they are, without those that have moved to the front.
    pub(crate) fn render(
        &self,
        articles: &[Rc<Article>],
        render: impl Fn(usize, &Rc<Article>) -> Html,
    ) -> Vec<Html> {
        let mut rendered = self.rendered.borrow_mut();
        let first = self.first.unwrap_or(articles.len());
        let mut cells = Vec::with_capacity(articles.len());
        for (index, article) in articles.iter().enumerate().take(first) {
            cells.push((Rc::clone(article), render(index, article)));
        }
        let others = std::mem::take(&mut rendered.cells).into_iter().skip(first);
        let is_moved = |id: &str| articles.iter().take(first).any(|it| *it.id == *id);
        let others = others.filter(|(article, _)| !is_moved(&article.id));
        cells.extend(others.take(articles.len().saturating_sub(first)));
        rendered.cells = cells;
        rendered
            .cells
            .iter()
            .map(|(_, cell)| cell.clone())
            .collect()
    }
}

/// Returns the cells of a list. Drawing twelve cards takes longer than a frame; those that nobody sees
/// wait for the next one. Cells below headings are all rendered at once: an old one might be below a
/// wrong one.
#[hook]
pub(crate) fn use_visible_first(node: NodeRef, state: &State, is_grouped: bool) -> Cells {
    let rendered = use_mut_ref(Rendered::default);
    let component = use_force_update();
    let first = first_cells(&mut rendered.borrow_mut(), &node, state).filter(|_| !is_grouped);
    use_effect_always({
        let rendered = Rc::clone(&rendered);
        move || schedule(&rendered, first.is_some(), component)
    });
    Cells { rendered, first }
}

/// Returns how many cells are rendered now; `None` for all.
fn first_cells(rendered: &mut Rendered, node: &NodeRef, state: &State) -> Option<usize> {
    let articles = state.shown();
    let is_due = std::mem::take(&mut rendered.is_due);
    if is_due || state.trigger() != Trigger::Typing || !rendered.differs_from(articles) {
        return None;
    }
    let list = node
        .cast::<Element>()?
        .query_selector(".ac-results")
        .ok()??;
    let visible = children_on_screen(&list).max(1);
    (visible < articles.len().min(rendered.cells.len())).then_some(visible)
}

fn schedule(rendered: &Rc<RefCell<Rendered>>, is_partial: bool, component: UseForceUpdateHandle) {
    let timer = is_partial.then(|| {
        let rendered = Rc::clone(rendered);
        Timeout::new(NEXT_FRAME, move || {
            rendered.borrow_mut().is_due = true;
            component.force_update();
        })
    });
    // The timer before is cancelled.
    drop(std::mem::replace(&mut rendered.borrow_mut().timer, timer));
}
