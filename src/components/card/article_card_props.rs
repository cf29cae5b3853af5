use std::rc::Rc;

use yew::{AttrValue, Callback, Classes, Properties};

use crate::attributes::{Layout, LinkTarget};
use crate::browser::now_ms;
use crate::components::card::card_click::CardClick;
use crate::components::primitives::RcEq;
use article_cards_core::model::Article;
use article_cards_core::search::Highlighter;

/// Props of [`ArticleCard`](super::ArticleCard).
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticleCardProps {
    /// The article. A changed article needs a new `Rc`.
    pub article: RcEq<Article>,
    /// The layout of the surrounding list.
    #[prop_or_default]
    pub layout: Layout,
    /// The level of the title's heading, 2 to 6.
    #[prop_or(article_cards_core::defaults::HEADING_LEVEL)]
    pub heading_level: u8,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// A URL template with `{url}` and `{width}`, for images of which the publisher keeps a copy.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// The number of related articles shown before "Show n more". 0 hides them all.
    #[prop_or(article_cards_core::defaults::RELATED)]
    pub related: usize,
    /// Expands the related articles initially.
    #[prop_or_default]
    pub related_open: bool,
    /// Shows quality and heat.
    #[prop_or_default]
    pub with_scores: bool,
    /// Shows the names of authors.
    #[prop_or_default]
    pub with_authors: bool,
    /// Hides the image.
    #[prop_or_default]
    pub without_images: bool,
    /// Hides the excerpt.
    #[prop_or_default]
    pub without_excerpts: bool,
    /// Loads the image at once and with high priority, as in the first row of a list.
    #[prop_or_default]
    pub eager: bool,
    /// Chooses an image for a lead story, which is larger.
    #[prop_or_default]
    pub featured: bool,
    /// Marks the article as new.
    #[prop_or_default]
    pub is_new: bool,
    /// Whether the article is saved.
    #[prop_or_default]
    pub saved: bool,
    /// Receives the id of the article, and whether the reader saves it or removes it. Without it, there is
    /// no button.
    #[prop_or_default]
    pub on_save: Option<Callback<(AttrValue, bool)>>,
    /// The current time for relative dates, in milliseconds since 1970.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Receives each click on the card's link and on links to related articles.
    #[prop_or_default]
    pub on_click: Option<Callback<CardClick>>,
    /// Receives the topic that the reader clicks. Without it, topics are plain text.
    #[prop_or_default]
    pub on_topic: Option<Callback<AttrValue>>,
    /// Receives the provider that the reader clicks. Without it, the name links to the provider's
    /// domain.
    #[prop_or_default]
    pub on_provider: Option<Callback<AttrValue>>,
    /// The topics that are selected as filters.
    #[prop_or_default]
    pub pressed_topics: Rc<[AttrValue]>,
    /// Marks the provider as selected.
    #[prop_or_default]
    pub provider_pressed: bool,
    /// Marks the search terms in title and excerpt.
    #[prop_or_default]
    pub highlighter: Option<Rc<Highlighter>>,
    /// The prefix of all ids inside the card. Default: unique in the page.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
    /// Additional classes of the card.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the card.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}
