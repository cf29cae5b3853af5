//! The files of languages that the page has loaded, shared by all widgets on it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

use crate::browser::warn;
use crate::i18n::MessageOverrides;

struct File {
    /// As it was asked for, relative to the page.
    address: String,
    place: Place,
    /// Whether the console has been told of a failure.
    warned: bool,
}

enum Place {
    /// On its way, and who waits for it.
    Asked(Vec<Callback<()>>),
    There(Rc<MessageOverrides>),
    /// To be asked for again by whoever wants it next.
    Failed,
}

thread_local! {
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// The words of a file, if they are there.
pub(super) fn loaded(address: &str) -> Option<Rc<MessageOverrides>> {
    with(address, |file| match &file.place {
        Place::There(words) => Some(Rc::clone(words)),
        _ => None,
    })
}

/// Asks for a file, once for all that do; `done` hears that the words are there or won't come.
pub(super) fn ask(address: &str, done: Callback<()>) {
    let is_asked = with(address, |file| match &mut file.place {
        Place::Asked(waiting) => {
            waiting.push(done.clone());
            true
        }
        _ => {
            file.place = Place::Asked(vec![done.clone()]);
            false
        }
    });
    if is_asked {
        return;
    }
    let address = address.to_owned();
    spawn_local(async move {
        let place = match fetch(&address).await {
            Some(words) => Place::There(Rc::new(words)),
            None => {
                warn_once(&address);
                Place::Failed
            }
        };
        let before = with(&address, |file| std::mem::replace(&mut file.place, place));
        if let Place::Asked(waiting) = before {
            waiting.iter().for_each(|done| done.emit(()));
        }
    });
}

fn with<T>(address: &str, act: impl FnOnce(&mut File) -> T) -> T {
    FILES.with_borrow_mut(|files| {
        let known = files.iter().position(|file| file.address == address);
        if let Some(file) = known.and_then(|place| files.get_mut(place)) {
            return act(file);
        }
        let mut file = File {
            address: address.to_owned(),
            place: Place::Failed,
            warned: false,
        };
        let answer = act(&mut file);
        files.push(file);
        answer
    })
}

/// Without time-outs and limits: the page has chosen the file, and meanwhile there is English.
async fn fetch(address: &str) -> Option<MessageOverrides> {
    let fetched = web_sys::window()?.fetch_with_str(address);
    let response: Response = JsFuture::from(fetched).await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    let words = response.json().ok()?;
    MessageOverrides::from_script_value(&JsFuture::from(words).await.ok()?)
}

fn warn_once(address: &str) {
    let warned = with(address, |file| std::mem::replace(&mut file.warned, true));
    if !warned {
        warn(&["article-cards: no words could be read from ", address].concat());
    }
}
