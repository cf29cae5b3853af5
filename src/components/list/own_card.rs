//! Cards of the page's own, which fill slots of the custom element.

use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Html, use_memo};

use crate::components::card::ArticleCardProps;
use crate::components::primitives::{
    Localization, Localized, Render, attr_value, dyn_component, element,
};
use article_cards_core::model::Article;

/// Makes the page's own card of an article, and returns the name of its slot.
type MakeCard = Callback<Rc<Article>, Option<AttrValue>>;

/// The page's own card of an article if `make` returns its slot, otherwise ours.
pub(super) fn own_card(
    ours: ArticleCardProps,
    make: &MakeCard,
    localization: &Localization,
) -> Html {
    dyn_component(OwnCard {
        make: make.clone(),
        ours,
        localization: localization.clone(),
    })
}

/// A component, so that the page makes a card once for each article.
#[derive(PartialEq)]
struct OwnCard {
    make: MakeCard,
    ours: ArticleCardProps,
    localization: Localization,
}

impl Render for OwnCard {
    const NAME: &'static str = "own-card";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        let article = &self.ours.article;
        let slot = use_memo((article.clone(), self.make.clone()), |(article, make)| {
            make.emit((**article).clone())
        });
        let Some(slot) = &*slot.run(hooks) else {
            return dyn_component(Localized::new(self.ours.clone(), &self.localization));
        };
        let slot = element("slot").attr("name", slot);
        element("article")
            .class("ac-x-own")
            .attr("part", "card")
            .attr("data-id", attr_value(&article.id))
            .attr("aria-label", attr_value(&article.title))
            .child(slot.html())
            .html()
    }
}
