//! A container with a handle to drag it narrower.

use gloo_events::EventListener;
use web_sys::Element;
use yew::prelude::*;

/// The narrowest container, in pixels.
pub(crate) const MIN_WIDTH: u32 = 240;

/// What an arrow key changes, in pixels.
const STEP: i32 = 16;
/// What a page key changes.
const LEAP: i32 = 128;

/// The room that the handle takes beside the container, as in the style sheet.
const HANDLE: u32 = 24;

#[derive(PartialEq, Properties)]
pub(crate) struct StageProps {
    /// In pixels; `None`: as wide as there is room.
    pub(crate) width: Option<u32>,
    pub(crate) on_width: Callback<Option<u32>>,
    /// What it shows.
    pub(crate) caption: AttrValue,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Stage(properties: &StageProps) -> Html {
    let StageProps {
        width,
        on_width,
        caption,
        children,
    } = properties;
    let row = use_node_ref();
    let room = use_room(&row);
    let current = width.unwrap_or(room).clamp(MIN_WIDTH, room.max(MIN_WIDTH));
    // Pointer and width where the drag began.
    let drag = use_state(|| None::<(i32, u32)>);

    let resize = {
        let on_width = on_width.clone();
        move |to: i32| {
            let to = u32::try_from(to).unwrap_or(0).max(MIN_WIDTH);
            on_width.emit((to < room).then_some(to));
        }
    };
    let onkeydown = {
        let resize = resize.clone();
        Callback::from(move |event: KeyboardEvent| {
            let now = current.cast_signed();
            let to = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => now - STEP,
                "ArrowRight" | "ArrowUp" => now + STEP,
                "PageDown" => now - LEAP,
                "PageUp" => now + LEAP,
                "Home" => 0,
                "End" => i32::MAX,
                _ => return,
            };
            event.prevent_default();
            resize(to);
        })
    };
    let ondblclick = {
        let resize = resize.clone();
        Callback::from(move |_| resize(if current < room { i32::MAX } else { 0 }))
    };
    let onpointerdown = {
        let drag = drag.setter();
        Callback::from(move |event: PointerEvent| {
            if let Some(handle) = event.target_dyn_into::<Element>()
                && handle.set_pointer_capture(event.pointer_id()).is_ok()
            {
                drag.set(Some((event.client_x(), current)));
            }
        })
    };
    let onpointermove = {
        let drag = *drag;
        Callback::from(move |event: PointerEvent| {
            if let Some((x, width)) = drag {
                resize(width.cast_signed() + event.client_x() - x);
            }
        })
    };
    let on_release = {
        let drag = drag.setter();
        Callback::from(move |_: PointerEvent| drag.set(None))
    };
    html! {
        <div class="demo-stage-row" ref={row}>
            <div
                class={classes!("demo-stage", "demo-live", drag.map(|_| "is-dragged"))}
                style={width.map(|width| format!("inline-size: {width}px"))}
            >
                <p class="demo-caption">
                    <span>{ caption.clone() }</span>
                    if room > 0 {
                        <span>{ format!("{current} px") }</span>
                    }
                </p>
                { children.clone() }
            </div>
            <div
                class="demo-handle"
                role="separator"
                tabindex="0"
                aria-orientation="vertical"
                aria-label="Width of the list"
                aria-valuemin={MIN_WIDTH.to_string()}
                aria-valuemax={room.max(MIN_WIDTH).to_string()}
                aria-valuenow={current.to_string()}
                aria-valuetext={format!("{current} pixels")}
                title="Drag, or use the arrow keys"
                {onkeydown}
                {ondblclick}
                {onpointerdown}
                {onpointermove}
                onpointerup={on_release.clone()}
                onpointercancel={on_release}
            />
        </div>
    }
}

/// The room for the container, in pixels: measured, since the window decides. Before that, 0.
#[hook]
fn use_room(row: &NodeRef) -> u32 {
    let room = use_state(|| 0);
    {
        let (row, room) = (row.clone(), room.setter());
        use_effect_with((), move |()| {
            let measure = move || {
                if let Some(row) = row.cast::<Element>() {
                    let width = u32::try_from(row.client_width()).unwrap_or(0);
                    room.set(width.saturating_sub(HANDLE));
                }
            };
            measure();
            let listener = EventListener::new(&gloo_utils::window(), "resize", move |_| measure());
            move || drop(listener)
        });
    }
    *room
}
