mod language_files;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Callback, hook, use_force_update, use_mut_ref};

use self::language_files::{load, loaded};
use super::use_effect_on;
use crate::i18n::{MessageOverrides, Messages, language_for};

/// How long messages stay blank before English ones show, in milliseconds.
const BLANK_TIME: u32 = 500;

/// The messages on screen: `messages`, or those of the locale if `languages` is the URL of the folder
/// of language files, or English.
///
/// While a file loads, messages are blank for a moment, so that no English flashes up, and then
/// English. If the file fails to load they stay English, with a warning on the console; the next
/// list that needs the file tries again.
#[hook]
pub(crate) fn use_messages(
    messages: Option<Rc<Messages>>,
    locale: Option<AttrValue>,
    languages: Option<AttrValue>,
) -> Rc<Messages> {
    let file = match &messages {
        Some(_) => None,
        None => file_url(locale.as_deref(), languages.as_deref()),
    };
    let loading = use_mut_ref(Loading::default);
    let component = use_force_update();
    use_effect_on(file.clone(), {
        let loading = Rc::clone(&loading);
        move |file: &Option<String>| {
            loading.borrow_mut().wanted.clone_from(file);
            loading.borrow_mut().settled = false;
            let missing = file.as_ref().filter(|file| loaded(file).is_none());
            missing.map(|file| {
                let requested = file.clone();
                let settle = Callback::from(move |()| {
                    if loading.borrow().wanted.as_ref() == Some(&requested) {
                        loading.borrow_mut().settled = true;
                        component.force_update();
                    }
                });
                load(file, settle.clone());
                Timeout::new(BLANK_TIME, move || settle.emit(()))
            })
        }
    });
    match messages {
        Some(messages) => messages,
        None => messages_of(&loading, file.as_deref()),
    }
}

/// State between renders.
#[derive(Default)]
struct Loading {
    wanted: Option<String>,
    /// Whether the wanted file is loaded, has failed or takes too long.
    settled: bool,
    /// The overrides of a language, and the messages made of them on top of English.
    made: Option<(Rc<MessageOverrides>, Rc<Messages>)>,
}

fn messages_of(loading: &RefCell<Loading>, file: Option<&str>) -> Rc<Messages> {
    let loading = &mut *loading.borrow_mut();
    let Some(file) = file else {
        return Messages::shared();
    };
    let Some(language) = loaded(file) else {
        let settled = loading.settled && loading.wanted.as_deref() == Some(file);
        return match settled {
            true => Messages::shared(),
            false => Messages::blank(),
        };
    };
    let known = loading.made.take();
    let known = known.filter(|(overrides, _)| Rc::ptr_eq(overrides, &language));
    let (_, made) = loading.made.insert(known.unwrap_or_else(|| {
        let mut messages = Messages::english();
        messages.apply(&language);
        (language, Rc::new(messages))
    }));
    Rc::clone(made)
}

/// The URL of the language file for a locale; `None` if it is English.
fn file_url(locale: Option<&str>, folder: Option<&str>) -> Option<String> {
    let language = language_for(locale?)?;
    let folder = folder?.trim();
    if folder.is_empty() || cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let line = if folder.ends_with('/') { "" } else { "/" };
    Some([folder, line, language, ".json"].concat())
}
