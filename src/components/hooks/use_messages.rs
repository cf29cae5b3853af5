mod language_files;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Callback, hook, use_force_update, use_mut_ref};

use self::language_files::{ask, loaded};
use super::use_effect_on;
use crate::messages::{Messages, OwnWords, language_for};

/// How long there are no words rather than English ones, in milliseconds.
const MOMENT: u32 = 500;

/// The words on screen: `messages`; else those of the locale, where `languages` names the folder
/// of the languages' files, or English, and over them a few `own` ones.
///
/// Until a file has come, there are no words for a moment, so that no English flashes up, and
/// English ones after it. A file that can't be had leaves English, and a warning in the console;
/// the next widget that wants it asks again. Own words that changed come in a new `Rc`.
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
        None => words(&held, file.as_deref(), own),
    }
}

/// What is kept from one drawing to the next.
#[derive(Default)]
struct Held {
    wanted: Option<String>,
    /// What was wanted is there, failed or took too long.
    settled: bool,
    layers: Layers,
    /// English under those layers.
    made: Option<Rc<Messages>>,
}

/// Words of a language, and own ones over them.
type Layers = [Option<Rc<OwnWords>>; 2];

fn words(held: &RefCell<Held>, file: Option<&str>, own: Option<Rc<OwnWords>>) -> Rc<Messages> {
    let held = &mut *held.borrow_mut();
    let language = file.and_then(loaded);
    let settled = held.settled && held.wanted.as_deref() == file;
    if file.is_some() && language.is_none() && !settled {
        return Messages::blank();
    }
    let layers = [language, own];
    let known = held.made.take().filter(|_| same(&layers, &held.layers));
    let made = known.unwrap_or_else(|| layered(&layers));
    held.made = Some(Rc::clone(&made));
    held.layers = layers;
    made
}

fn same(these: &Layers, those: &Layers) -> bool {
    let mut pairs = these.iter().zip(those);
    pairs.all(|(this, that)| this.as_ref().map(Rc::as_ptr) == that.as_ref().map(Rc::as_ptr))
}

fn layered(layers: &Layers) -> Rc<Messages> {
    if layers.iter().all(Option::is_none) {
        return Messages::shared();
    }
    let mut messages = Messages::english();
    for words in layers.iter().flatten() {
        messages.apply(words);
    }
    Rc::new(messages)
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
