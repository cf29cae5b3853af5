use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, hook};

use crate::browser::ListMemory;
use crate::components::list::remembered::find;
use crate::hooks::{Defer, Snapshot, Store, UseFeed, use_effect_always, use_effect_on};
use crate::store::Action;

/// Lets code outside of Yew, the custom element, read and change a list.
#[derive(Clone)]
pub struct ListHandle(Rc<Inner>);

struct Inner {
    list: RefCell<Option<List>>,
    on_render: Box<dyn Fn(u32)>,
    closed: Cell<bool>,
}

#[derive(Clone)]
struct List {
    store: Store,
    reload: Callback<()>,
    memory: Option<ListMemory>,
    on_toggle: Callback<(String, String)>,
}

impl ListHandle {
    /// Calls `on_render` after each render, with the revision of the props that is on screen.
    pub fn new(on_render: impl Fn(u32) + 'static) -> Self {
        Self(Rc::new(Inner {
            list: RefCell::default(),
            on_render: Box::new(on_render),
            closed: Cell::default(),
        }))
    }

    /// Releases the list for good, even if it is still rendered for a moment.
    pub fn close(&self) {
        self.0.closed.set(true);
        self.0.list.take();
    }

    /// Returns `false` once the handle is closed.
    pub fn is_open(&self) -> bool {
        !self.0.closed.get()
    }

    /// The state of the list, if it is mounted.
    pub fn state(&self) -> Option<Rc<Snapshot>> {
        let list = self.0.list.borrow();
        list.as_ref().map(|list| list.store.snapshot())
    }

    /// The state of the list after it has answered the current query.
    pub fn answered(&self) -> Option<Rc<Snapshot>> {
        if self.state()?.is_stale() {
            self.dispatch(Action::IndexWarmedUp);
        }
        self.state()
    }

    /// Dispatches an action.
    pub fn dispatch(&self, action: Action) {
        let list = self.0.list.borrow().clone();
        if let Some(list) = list {
            list.store.dispatch(action);
        }
    }

    /// The ids of the saved articles, the last one first.
    pub fn saved(&self) -> Vec<String> {
        let list = self.0.list.borrow();
        let memory = list.as_ref().and_then(|list| list.memory.as_ref());
        let saved = memory.map(ListMemory::saved).unwrap_or_default();
        saved.into_iter().map(|saved| saved.id).collect()
    }

    /// Saves an article, or removes it from the saved ones.
    pub fn save(&self, id: &str, is_saved: bool) {
        let list = self.0.list.borrow().clone();
        let Some((memory, store)) = list.and_then(|list| Some((list.memory?, list.store))) else {
            return;
        };
        if let Some(article) = find(&memory, &store.snapshot(), id) {
            memory.save(&article, is_saved);
        }
    }

    /// Selects a value of a facet as the reader, or drops it. Does nothing for other fields.
    pub fn toggle(&self, field: String, value: String) {
        let list = self.0.list.borrow().clone();
        if let Some(list) = list {
            list.on_toggle.emit((field, value));
        }
    }

    /// Reloads the feed.
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

/// Connects a list to its handle. Must be called after all hooks that change the list, so that their
/// effects belong to this revision of the props.
#[hook]
pub(crate) fn use_list_handle(
    handle: Option<(ListHandle, u32)>,
    feed: &UseFeed,
    memory: Option<ListMemory>,
    on_toggle: Callback<(String, String)>,
) {
    let revision = handle.as_ref().map(|(_, revision)| *revision);
    let handle = handle.map(|(handle, _)| handle);
    let list = List {
        store: feed.store.clone(),
        reload: feed.reload.clone(),
        memory,
        on_toggle,
    };
    use_effect_on(revision, {
        let store = feed.store.clone();
        move |revision: &Option<u32>| {
            if let Some(revision) = revision {
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
    // Read now: after the render, the state may already be that of the next one.
    let revision = feed.state.revision();
    use_effect_always(move || {
        if let Some(handle) = handle.filter(ListHandle::is_open) {
            handle.0.list.replace(Some(list));
            (handle.0.on_render)(revision);
        }
    });
}
