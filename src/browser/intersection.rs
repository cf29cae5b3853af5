use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Observes whether an element is near the viewport, until it is dropped.
pub(crate) struct Intersection {
    observer: IntersectionObserver,
    _callback: Closure<dyn Fn(Array)>,
}

impl Intersection {
    /// Calls `on_change` each time the element comes within `margin` pixels of the viewport,
    /// vertically, or leaves it, with whether it is there; also at once. Returns `None` if the browser
    /// has no `IntersectionObserver`.
    pub(crate) fn new(
        element: &Element,
        margin: u32,
        on_change: impl Fn(bool) + 'static,
    ) -> Option<Self> {
        let callback = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let last: IntersectionObserverEntry = entries
                .get(entries.length().wrapping_sub(1))
                .unchecked_into();
            on_change(last.is_intersecting());
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[&margin.to_string(), "px 0px"].concat());
        let function = callback.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Intersection {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
