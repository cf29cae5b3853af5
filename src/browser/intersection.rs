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
    /// Calls `on_enter` each time the element comes within `margin` pixels of the viewport,
    /// vertically; also at once if it is there already. Returns `None` if the browser has no
    /// `IntersectionObserver`.
    pub(crate) fn new(
        element: &Element,
        margin: u32,
        on_enter: impl Fn() + 'static,
    ) -> Option<Self> {
        let callback = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let last: IntersectionObserverEntry = entries
                .get(entries.length().wrapping_sub(1))
                .unchecked_into();
            if last.is_intersecting() {
                on_enter();
            }
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
