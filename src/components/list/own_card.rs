//! Cards of the page's own, which fill slots of the custom element.

use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{Callback, Html, use_memo};

use crate::components::card::ArticleCardProps;
use crate::components::primitives::{
    Localization, Localized, Render, attr_value, concat, dyn_component, element,
};
use article_cards_core::model::Article;

/// The page's own card of an article if `has_own` returns `true`, otherwise ours.
pub(super) fn own_card(
    ours: ArticleCardProps,
    has_own: &Callback<Rc<Article>, bool>,
    localization: &Localization,
) -> Html {
    dyn_component(OwnCard {
        has_own: has_own.clone(),
        ours,
        localization: localization.clone(),
    })
}

/// A component, so that the page makes a card once for each article.
#[derive(PartialEq)]
struct OwnCard {
    has_own: Callback<Rc<Article>, bool>,
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
        let has_own = use_memo(
            (article.clone(), self.has_own.clone()),
            |(article, has_own)| has_own.emit((**article).clone()),
        );
        if !*has_own.run(hooks) {
            return dyn_component(Localized::new(self.ours.clone(), &self.localization));
        }
        let slot = element("slot").attr("name", concat(&["card-", &article.id]));
        element("article")
            .class("ac-x-own")
            .attr("part", "card")
            .attr("data-id", attr_value(&article.id))
            .attr("aria-label", attr_value(&article.title))
            .child(slot.html())
            .html()
    }
}
