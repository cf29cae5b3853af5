//! The language files of the page, shared by all its lists.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

use crate::browser::warn;
use crate::i18n::MessageOverrides;

struct File {
    /// Relative to the page.
    url: String,
    status: Status,
    /// Whether the console has a warning about it.
    warned: bool,
}

enum Status {
    /// Loading, with the callbacks to call.
    Loading(Vec<Callback<()>>),
    Loaded(Rc<MessageOverrides>),
    /// The next list that needs it tries again.
    Failed,
}

thread_local! {
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// The messages of a file, if it is loaded.
pub(super) fn loaded(url: &str) -> Option<Rc<MessageOverrides>> {
    with(url, |file| match &file.status {
        Status::Loaded(overrides) => Some(Rc::clone(overrides)),
        _ => None,
    })
}

/// Loads a file, once for all lists; `done` is called when it is loaded or has failed.
pub(super) fn load(url: &str, done: Callback<()>) {
    let is_loading = with(url, |file| match &mut file.status {
        Status::Loading(callbacks) => {
            callbacks.push(done.clone());
            true
        }
        _ => {
            file.status = Status::Loading(vec![done.clone()]);
            false
        }
    });
    if is_loading {
        return;
    }
    let url = url.to_owned();
    spawn_local(async move {
        let status = match fetch(&url).await {
            Some(overrides) => Status::Loaded(Rc::new(overrides)),
            None => {
                warn_once(&url);
                Status::Failed
            }
        };
        let before = with(&url, |file| std::mem::replace(&mut file.status, status));
        if let Status::Loading(callbacks) = before {
            callbacks.iter().for_each(|done| done.emit(()));
        }
    });
}

fn with<T>(url: &str, update: impl FnOnce(&mut File) -> T) -> T {
    FILES.with_borrow_mut(|files| {
        let known = files.iter().position(|file| file.url == url);
        if let Some(file) = known.and_then(|index| files.get_mut(index)) {
            return update(file);
        }
        let mut file = File {
            url: url.to_owned(),
            status: Status::Failed,
            warned: false,
        };
        let result = update(&mut file);
        files.push(file);
        result
    })
}

/// No timeout and no size limit: the page chooses the file, and English shows meanwhile.
async fn fetch(url: &str) -> Option<MessageOverrides> {
    let fetched = window().fetch_with_str(url);
    let response: Response = JsFuture::from(fetched).await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    let json = response.json().ok()?;
    MessageOverrides::from_script_value(&JsFuture::from(json).await.ok()?)
}

fn warn_once(url: &str) {
    let warned = with(url, |file| std::mem::replace(&mut file.warned, true));
    if !warned {
        warn(&["article-cards: no messages could be read from ", url].concat());
    }
}
