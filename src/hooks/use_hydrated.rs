use yew::hook;

/// Whether the component may render what only its browser knows: language, time zone, address, history
/// and storage.
///
/// The first render of a browser must have the structure of what a server has rendered, which knows none
/// of them: Yew panics where it differs. Without the feature `hydration` there is no such render.
#[hook]
pub(crate) fn use_hydrated() -> bool {
    #[cfg(feature = "hydration")]
    {
        let is_hydrated = super::use_render_cell(bool::default);
        super::use_effect_on((), {
            let is_hydrated = is_hydrated.clone();
            move |(): &()| is_hydrated.set(true)
        });
        is_hydrated.get()
    }
    #[cfg(not(feature = "hydration"))]
    true
}
