use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{Callback, Event, Html, NodeRef, hook};

use super::part::{Draw, part};
use super::related_list::related_list;
use super::topic_list::topic_list;
use super::{RelatedListProperties, TopicListProperties};
use crate::hooks::{use_focus_on_change, use_node, use_render_cell};

/// A list whose rest is folded away at first.
#[derive(Clone, Debug)]
pub(super) enum Rest {
    Topics(TopicListProperties),
    Related(RelatedListProperties),
}

impl PartialEq for Rest {
    /// As for cards: what changed comes in a new `Rc`.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Topics(one), Self::Topics(other)) => {
                Rc::ptr_eq(&one.article, &other.article)
                    && Rc::ptr_eq(&one.messages, &other.messages)
                    && one.formats == other.formats
                    && one.shown == other.shown
                    && one.on_topic == other.on_topic
                    && one.pressed == other.pressed
                    && one.lang == other.lang
            }
            (Self::Related(one), Self::Related(other)) => {
                Rc::ptr_eq(&one.article, &other.article)
                    && Rc::ptr_eq(&one.messages, &other.messages)
                    && one.formats == other.formats
                    && one.shown == other.shown
                    && one.open == other.open
                    && one.link_target == other.link_target
                    && one.on_click == other.on_click
                    && one.now_ms == other.now_ms
                    && one.lang == other.lang
            }
            _ => false,
        }
    }
}

/// So many more are drawn each time: of thousands the page would stand still for seconds.
const AT_ONCE: usize = 500;

/// How far a list is unfolded.
pub(super) struct Unfold {
    /// How often the rest was asked for.
    times: usize,
    first_new: NodeRef,
    /// Unfolds the rest.
    pub(super) on_click: Callback<Event>,
    #[cfg(feature = "ssr")]
    is_static: bool,
}

impl Unfold {
    /// Whether no script will ever unfold it.
    pub(super) fn is_static(&self) -> bool {
        #[cfg(feature = "ssr")]
        return self.is_static;
        #[cfg(not(feature = "ssr"))]
        false
    }

    /// How many of all are shown, where `first` are to begin with.
    pub(super) fn shown(&self, all: usize, first: usize) -> usize {
        first
            .saturating_add(self.times.saturating_mul(AT_ONCE))
            .min(all)
    }

    /// Whether the item at `place` is the first that unfolding brought last, or will bring, where
    /// `first` were shown to begin with.
    pub(super) fn is_new(&self, place: usize, first: usize) -> bool {
        place == self.times.saturating_sub(1) * AT_ONCE + first
    }

    /// The node of the item at `place`, where `first` were shown to begin with.
    pub(super) fn node(&self, place: usize, first: usize) -> NodeRef {
        if self.is_new(place, first) {
            self.first_new.clone()
        } else {
            NodeRef::default()
        }
    }
}

/// The list, if there is anything in it.
pub(super) fn unfolding(rest: Rest) -> Html {
    let none = match &rest {
        Rest::Topics(list) => list.article.topics.is_empty(),
        Rest::Related(list) => list.article.related.is_empty() || list.shown == 0,
    };
    if none {
        return Html::default();
    }
    part(rest)
}

impl Draw for Rest {
    const KIND: &'static str = "unfolding";

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        use_unfolding(self).run(hooks)
    }
}

#[hook]
fn use_unfolding(rest: &Rest) -> Html {
    let times = use_render_cell(usize::default);
    let first_new = use_node();
    // The button that was pressed is gone, or far away: go on from what it brought.
    use_focus_on_change(first_new.clone(), times.get());
    let unfold = Unfold {
        times: times.get(),
        first_new,
        on_click: Callback::from(move |_| times.set(times.get() + 1)),
        #[cfg(feature = "ssr")]
        is_static: yew::use_context::<super::WithoutScript>().is_some(),
    };
    match rest {
        Rest::Topics(list) => topic_list(list, &unfold),
        Rest::Related(list) => related_list(list, &unfold),
    }
}
