use yew::hook;

/// Whether the component may render what only its browser knows: time, time zone, language, address,
/// history and storage.
///
/// A server knows none of them, and often renders days before. The first render in the browser must have
/// the structure of the server's: Yew panics where it differs. Without the features `ssr` and `hydration`
/// there are no such renders.
#[hook]
pub(crate) fn use_hydrated() -> bool {
    #[cfg(any(feature = "hydration", feature = "ssr"))]
    {
        let is_hydrated = super::use_render_cell(bool::default);
        super::use_effect_on((), {
            let is_hydrated = is_hydrated.clone();
            move |(): &()| is_hydrated.set(true)
        });
        is_hydrated.get()
    }
    #[cfg(not(any(feature = "hydration", feature = "ssr")))]
    true
}
