use std::rc::Rc;

use yew::{AttrValue, Callback, Properties};

use crate::attributes::Layout;
use crate::attributes::LinkTarget;
use crate::browser::{Formats, now_ms};
use crate::components::card::card_click::CardClick;
use crate::i18n::Messages;
use article_cards_core::model::Article;
use article_cards_core::search::Highlighter;

/// Props of [`ArticleCard`](super::ArticleCard).
///
/// Articles and messages are compared by their `Rc`: a changed one comes in a new `Rc`.
#[derive(Clone, Debug, Properties)]
pub struct ArticleCardProps {
    /// The article.
    pub article: Rc<Article>,
    /// Dates, numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The layout of the list around it.
    #[prop_or_default]
    pub layout: Layout,
    /// Level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Template with `{url}` and `{width}` for pictures that the publisher keeps a copy of.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// How many related articles are shown before "Show n more"; 0: none at all.
    #[prop_or(3)]
    pub related: usize,
    /// Whether related articles start unfolded.
    #[prop_or_default]
    pub related_open: bool,
    /// Whether quality and heat are shown.
    #[prop_or_default]
    pub with_scores: bool,
    /// Whether to leave out the picture.
    #[prop_or_default]
    pub without_images: bool,
    /// Whether to leave out the excerpt.
    #[prop_or_default]
    pub without_excerpts: bool,
    /// Whether it is in the first row: its picture is loaded at once and before others.
    #[prop_or_default]
    pub eager: bool,
    /// The present, for relative dates, in milliseconds since 1970.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Hears of each click on the card's link and on related ones.
    #[prop_or_default]
    pub on_click: Option<Callback<CardClick>>,
    /// What to do with a chosen topic; without it topics are plain text.
    #[prop_or_default]
    pub on_topic: Option<Callback<AttrValue>>,
    /// What to do with a chosen provider; without it the name leads to the provider's domain.
    #[prop_or_default]
    pub on_provider: Option<Callback<AttrValue>>,
    /// Topics that are chosen now.
    #[prop_or_default]
    pub pressed_topics: Rc<[AttrValue]>,
    /// Whether the article's provider is chosen now.
    #[prop_or_default]
    pub provider_pressed: bool,
    /// Marks in title and excerpt what is searched for.
    #[prop_or_default]
    pub highlighter: Option<Rc<Highlighter>>,
    /// What the ids inside begin with; absent: something that no other card has.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
}

impl PartialEq for ArticleCardProps {
    fn eq(&self, other: &Self) -> bool {
        // Named one by one, so that a new property can't be forgotten.
        let Self {
            article,
            formats,
            messages,
            layout,
            heading_level,
            link_target,
            image_proxy,
            related,
            related_open,
            with_scores,
            without_images,
            without_excerpts,
            eager,
            now_ms,
            on_click,
            on_topic,
            on_provider,
            pressed_topics,
            provider_pressed,
            highlighter,
            id_prefix,
        } = self;
        Rc::ptr_eq(article, &other.article)
            && *formats == other.formats
            && Rc::ptr_eq(messages, &other.messages)
            && *layout == other.layout
            && *heading_level == other.heading_level
            && *link_target == other.link_target
            && *image_proxy == other.image_proxy
            && *related == other.related
            && *related_open == other.related_open
            && *with_scores == other.with_scores
            && *without_images == other.without_images
            && *without_excerpts == other.without_excerpts
            && *eager == other.eager
            && *now_ms == other.now_ms
            && *on_click == other.on_click
            && *on_topic == other.on_topic
            && *on_provider == other.on_provider
            && *pressed_topics == other.pressed_topics
            && *provider_pressed == other.provider_pressed
            && *highlighter == other.highlighter
            && *id_prefix == other.id_prefix
    }
}
