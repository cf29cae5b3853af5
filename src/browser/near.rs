use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Watches whether an element is near what is seen of the page, until it is dropped.
pub(crate) struct Near {
    observer: IntersectionObserver,
    _heard: Closure<dyn Fn(Array)>,
}

impl Near {
    /// `heard` is told once if it is so already, and each time that it comes to be so: so many
    /// pixels above or below at most. `None` where the browser can't tell.
    pub(crate) fn new(element: &Element, pixels: u32, heard: impl Fn() + 'static) -> Option<Self> {
        let heard = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let last: IntersectionObserverEntry = entries
                .get(entries.length().wrapping_sub(1))
                .unchecked_into();
            if last.is_intersecting() {
                heard();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[&pixels.to_string(), "px 0px"].concat());
        let told = heard.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(told, &options).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _heard: heard,
        })
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
