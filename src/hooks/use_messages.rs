mod language_files;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Callback, hook, use_force_update, use_mut_ref};

use self::language_files::{ask, loaded};
use super::use_effect_on;
use crate::i18n::{MessageOverrides, Messages, language_for};

/// How long there are no words rather than English ones, in milliseconds.
const MOMENT: u32 = 500;

/// The words on screen: `messages`; else those of the locale, where `languages` names the folder
/// of the languages' files, or English.
///
/// Until a file has come, there are no words for a moment, so that no English flashes up, and
/// English ones after it. A file that can't be had leaves English, and a warning in the console;
/// the next widget that wants it asks again.
#[hook]
pub(crate) fn use_messages(
    messages: Option<Rc<Messages>>,
    locale: Option<AttrValue>,
    languages: Option<AttrValue>,
) -> Rc<Messages> {
    let file = match &messages {
        Some(_) => None,
        None => address(locale.as_deref(), languages.as_deref()),
    };
    let held = use_mut_ref(Held::default);
    let redraw = use_force_update();
    use_effect_on(file.clone(), {
        let held = Rc::clone(&held);
        move |file: &Option<String>| {
            held.borrow_mut().wanted.clone_from(file);
            held.borrow_mut().settled = false;
            let missing = file.as_ref().filter(|file| loaded(file).is_none());
            missing.map(|file| {
                let asked = file.clone();
                let settle = Callback::from(move |()| {
                    if held.borrow().wanted.as_ref() == Some(&asked) {
                        held.borrow_mut().settled = true;
                        redraw.force_update();
                    }
                });
                ask(file, settle.clone());
                Timeout::new(MOMENT, move || settle.emit(()))
            })
        }
    });
    match messages {
        Some(messages) => messages,
        None => words(&held, file.as_deref()),
    }
}

/// What is kept from one drawing to the next.
#[derive(Default)]
struct Held {
    wanted: Option<String>,
    /// What was wanted is there, failed or took too long.
    settled: bool,
    /// The words of a language, and English under them.
    made: Option<(Rc<MessageOverrides>, Rc<Messages>)>,
}

fn words(held: &RefCell<Held>, file: Option<&str>) -> Rc<Messages> {
    let held = &mut *held.borrow_mut();
    let Some(file) = file else {
        return Messages::shared();
    };
    let Some(language) = loaded(file) else {
        let settled = held.settled && held.wanted.as_deref() == Some(file);
        return match settled {
            true => Messages::shared(),
            false => Messages::blank(),
        };
    };
    let known = held.made.take();
    let known = known.filter(|(words, _)| Rc::ptr_eq(words, &language));
    let (_, made) = held.made.insert(known.unwrap_or_else(|| {
        let mut messages = Messages::english();
        messages.apply(&language);
        (language, Rc::new(messages))
    }));
    Rc::clone(made)
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
