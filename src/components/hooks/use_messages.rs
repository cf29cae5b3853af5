mod language_files;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Callback, hook, use_effect_with, use_memo, use_mut_ref, use_state};

use self::language_files::{ask, loaded};
use crate::messages::{Messages, OwnWords, language_for};

/// How long there are no words rather than English ones, in milliseconds.
const MOMENT: u32 = 500;

/// The words on screen: `messages`; else those of the locale, where `languages` names the folder
/// of the languages' files, or English, and over them a few `own` ones.
///
/// Until a file has come, there are no words for a moment, so that no English flashes up, and
/// English ones after it. A file that can't be had leaves English, and a warning in the console;
/// the next widget that wants it asks again.
#[hook]
pub(in crate::components) fn use_messages(
    messages: Option<Rc<Messages>>,
    own: Option<Rc<OwnWords>>,
    locale: Option<AttrValue>,
    languages: Option<AttrValue>,
) -> Rc<Messages> {
    let file = match &messages {
        Some(_) => None,
        None => address(locale.as_deref(), languages.as_deref()),
    };
    // The last file that is not waited for any more.
    let settled = use_state(|| None::<String>);
    let wanted = use_mut_ref(|| None::<String>);
    use_effect_with(file.clone(), {
        let settled = settled.setter();
        move |file: &Option<String>| {
            (*wanted.borrow_mut()).clone_from(file);
            let missing = file.clone().filter(|file| loaded(file).is_none());
            let timer = missing.map(|file| {
                let asked = file.clone();
                let settle = Callback::from(move |()| {
                    if wanted.borrow().as_ref() == Some(&file) {
                        settled.set(Some(file.clone()));
                    }
                });
                ask(&asked, settle.clone());
                Timeout::new(MOMENT, move || settle.emit(()))
            });
            move || drop(timer)
        }
    });

    let words = file.as_deref().and_then(loaded);
    let waits = file.is_some() && words.is_none() && *settled != file;
    let named = use_memo((words.map(Same), own.map(Same)), |(words, own)| {
        let layers = [words, own];
        if layers.iter().all(|layer| layer.is_none()) {
            return Messages::shared();
        }
        let mut messages = Messages::english();
        for Same(words) in layers.into_iter().flatten() {
            messages.apply(words);
        }
        Rc::new(messages)
    });
    match messages {
        Some(messages) => messages,
        None if waits => Messages::blank(),
        None => Rc::clone(&named),
    }
}

/// Where the words of a locale are, if they are not compiled in.
fn address(locale: Option<&str>, folder: Option<&str>) -> Option<String> {
    let language = language_for(locale?)?;
    let folder = folder?.trim();
    if folder.is_empty() || cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let line = if folder.ends_with('/') { "" } else { "/" };
    Some([folder, line, language, ".json"].concat())
}

/// Equal if it is the same one: what changes comes in a new `Rc`.
struct Same(Rc<OwnWords>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
