//! The language of the components.

use std::rc::Rc;

use yew::{hook, use_context};

use super::equality::RcEq;
use crate::browser::Formats;
use crate::i18n::Messages;

/// The messages and formats of all components below a
/// [`ContextProvider`](yew::ContextProvider). Without one, components are in English.
///
/// ```
/// use std::rc::Rc;
/// use article_cards::browser::Formats;
/// use article_cards::components::{Localization, Skeletons};
/// use article_cards::i18n::Messages;
/// use yew::prelude::*;
///
/// #[component]
/// fn German() -> Html {
///     let localization = use_memo((), |()| Localization {
///         messages: Messages::shared().into(),
///         formats: Formats::new(Some("de"), Some("Europe/Berlin"), true),
///     });
///     html! {
///         <ContextProvider<Localization> context={(*localization).clone()}>
///             <Skeletons />
///         </ContextProvider<Localization>>
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Localization {
    /// The messages on screen.
    pub messages: RcEq<Messages>,
    /// The formats of dates, numbers and plurals.
    pub formats: Formats,
}

impl Localization {
    /// Joins messages and formats.
    pub fn new(messages: Rc<Messages>, formats: Formats) -> Self {
        let messages = messages.into();
        Self { messages, formats }
    }
}

impl Default for Localization {
    fn default() -> Self {
        Self::new(Messages::shared(), Formats::shared())
    }
}

/// Returns the localization of the nearest provider, or English.
#[hook]
pub(crate) fn use_localization() -> Localization {
    use_context::<Localization>().unwrap_or_default()
}

/// Props with the localization that the list passes on.
///
/// Inside a list, components get the localization this way: a context provider in the module of the
/// custom element costs about 3,000 bytes (gzip).
#[derive(PartialEq)]
pub(crate) struct Localized<P> {
    pub(crate) props: P,
    pub(crate) localization: Localization,
}

impl<P> Localized<P> {
    pub(crate) fn new(props: P, localization: &Localization) -> Self {
        let localization = localization.clone();
        Self {
            props,
            localization,
        }
    }
}
