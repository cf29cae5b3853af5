use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, hook};

use crate::hooks::{Defer, Snapshot, Store, UseFeed, use_effect_always, use_effect_on};
use crate::store::Action;

/// What somebody outside of Yew, the custom element, holds of a list: how it stands, and how to
/// change it.
#[derive(Clone)]
pub struct ListHandle(Rc<Inner>);

struct Inner {
    list: RefCell<Option<List>>,
    drawn: Box<dyn Fn(u32)>,
    closed: Cell<bool>,
}

#[derive(Clone)]
struct List {
    store: Store,
    reload: Callback<()>,
}

impl ListHandle {
    /// `drawn` hears of each input, and up to which revision of the props all that they
    /// say is on screen.
    pub fn new(drawn: impl Fn(u32) + 'static) -> Self {
        Self(Rc::new(Inner {
            list: RefCell::default(),
            drawn: Box::new(drawn),
            closed: Cell::default(),
        }))
    }

    /// Lets go of the list for good, be it that it is still drawn for a moment.
    pub fn close(&self) {
        self.0.closed.set(true);
        self.0.list.take();
    }

    /// Whether somebody still holds the list.
    pub fn is_open(&self) -> bool {
        !self.0.closed.get()
    }

    /// How the list stands; `None` while there is none.
    pub fn state(&self) -> Option<Rc<Snapshot>> {
        let list = self.0.list.borrow();
        list.as_ref().map(|list| list.store.snapshot())
    }

    /// The same, once what it shows answers what is asked for.
    pub fn answered(&self) -> Option<Rc<Snapshot>> {
        if self.state()?.is_stale() {
            self.dispatch(Action::IndexWarmedUp);
        }
        self.state()
    }

    /// Changes the list.
    pub fn dispatch(&self, action: Action) {
        let list = self.0.list.borrow().clone();
        if let Some(list) = list {
            list.store.dispatch(action);
        }
    }

    /// Asks for the feed once more.
    pub fn reload(&self) {
        let list = self.0.list.borrow().clone();
        if let Some(list) = list {
            list.reload.emit(());
        }
    }
}

impl PartialEq for ListHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Ties a list to what controls it. To be used after all hooks that change the list: what they do
/// by this revision of the props is then part of it.
#[hook]
pub(crate) fn use_list_handle(handle: Option<(ListHandle, u32)>, feed: &UseFeed) {
    let wanted = handle.as_ref().map(|(_, revision)| *revision);
    let handle = handle.map(|(handle, _)| handle);
    let list = List {
        store: feed.store.clone(),
        reload: feed.reload.clone(),
    };
    use_effect_on(wanted, {
        let store = feed.store.clone();
        move |wanted: &Option<u32>| {
            if let Some(revision) = wanted {
                store.set_revision(*revision);
            }
        }
    });
    use_effect_on(handle.clone(), |handle: &Option<ListHandle>| {
        let handle = handle.clone();
        Defer(move || {
            if let Some(handle) = &handle {
                handle.0.list.take();
            }
        })
    });
    // As it is drawn now: afterwards the state may already be what is drawn next.
    let revision = feed.state.revision();
    use_effect_always(move || {
        if let Some(handle) = handle.filter(ListHandle::is_open) {
            handle.0.list.replace(Some(list));
            (handle.0.drawn)(revision);
        }
    });
}
