use yew::{AttrValue, Callback, Classes, Html, Properties, component};

use crate::attributes::LinkTarget;
use crate::browser::now_ms;
use crate::components::card::card_context::CardContext;
use crate::components::card::kind_badge::kind_badge;
use crate::components::card::picture::provider_icon;
use crate::components::card::published_time::published_time;
use crate::components::primitives::{
    RcEq, attr_value, bdi, concat, element, emit_value, flag, owned_value, use_localization,
    visually_hidden, with_root_props,
};
use crate::i18n::{Messages, fill};
use article_cards_core::model::{Article, DEFAULT_TYPE, Provider};

/// Props of [`Byline`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BylineProps {
    /// The article.
    pub article: RcEq<Article>,
    /// Receives the provider that the reader clicks. Without it, the name links to the provider's
    /// domain.
    #[prop_or_default]
    pub on_provider: Option<Callback<AttrValue>>,
    /// Marks the provider as selected.
    #[prop_or_default]
    pub provider_pressed: bool,
    /// Where the provider's link opens.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Shows the names of authors.
    #[prop_or_default]
    pub with_authors: bool,
    /// Marks the article as new.
    #[prop_or_default]
    pub is_new: bool,
    /// The current time for relative dates, in milliseconds since 1970.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Additional classes of the byline.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the byline, for an `aria-describedby`.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// Provider, date, authors, type and duration of an article. Renders nothing if there are none.
///
/// In the document it follows the title, so that a card begins with its heading. On screen it is
/// above the title.
#[component]
pub fn Byline(props: &BylineProps) -> Html {
    let localization = use_localization();
    let context = CardContext::new(&props.article, &localization);
    let link = ProviderLink {
        on_provider: &props.on_provider,
        pressed: props.provider_pressed,
        link_target: props.link_target,
    };
    let byline = byline(
        &context,
        &props.id,
        &link,
        (props.with_authors, props.is_new),
        props.now_ms,
    );
    with_root_props(byline, &props.class, &None)
}

/// Returns `true` if an article's byline is not empty.
pub(super) fn has_byline(article: &Article, with_authors: bool) -> bool {
    article
        .provider
        .as_ref()
        .and_then(Provider::label)
        .is_some()
        || article.published_at.is_some()
        || with_authors && !article.authors.is_empty()
        || article.length.is_some()
        || !article.kind.eq_ignore_ascii_case(DEFAULT_TYPE)
}

/// How the provider of a byline reacts to clicks.
pub(super) struct ProviderLink<'l> {
    pub(super) on_provider: &'l Option<Callback<AttrValue>>,
    pub(super) pressed: bool,
    pub(super) link_target: LinkTarget,
}

pub(super) fn byline(
    context: &CardContext<'_>,
    id: &Option<AttrValue>,
    link: &ProviderLink<'_>,
    (with_authors, is_new): (bool, bool),
    now_ms: f64,
) -> Html {
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = context;
    if !is_new && !has_byline(article, with_authors) {
        return Html::default();
    }
    let from = article.provider.as_ref();
    let from = from.and_then(|from| provider(messages, link, from));
    let date = article.published_at.map(|published| {
        let time = element("time").part("ac-card-date");
        published_time(time, published, now_ms, formats, lang)
    });
    let has_authors = with_authors && !article.authors.is_empty();
    let authors = has_authors.then(|| {
        let label = visually_hidden(concat(&[&messages.authors, ": "]), lang);
        let names = bdi(owned_value(article.authors.join(", ")));
        let authors = element("span").part("ac-card-authors");
        authors.child(label).child(names).html()
    });
    let new_window = link.link_target == LinkTarget::NewWindow && article.link().is_some();
    element("p")
        .class("ac-x-byline")
        .attr("id", id)
        .maybe_child(from)
        .maybe_child(date)
        .maybe_child(authors)
        .maybe_child(is_new.then(|| {
            let mark = element("span").part("ac-card-new");
            mark.attr("lang", lang)
                .text(attr_value(&messages.new_mark))
                .html()
        }))
        .child(kind_badge(context))
        .maybe_child(new_window.then(|| visually_hidden(attr_value(&messages.new_window), lang)))
        .html()
}

fn provider(messages: &Messages, link: &ProviderLink<'_>, provider: &Provider) -> Option<Html> {
    let label = provider.label()?;
    // A provider without a name has no value to filter by.
    let on_provider = link.on_provider.as_ref();
    let name = match (
        on_provider.filter(|_| provider.name.is_some()),
        &provider.domain,
    ) {
        (Some(on_provider), _) => {
            let title = fill(&messages.provider_filter, &[("provider", label)]);
            element("button")
                .attr("type", "button")
                .attr("aria-pressed", flag(link.pressed))
                .attr("title", title)
                .on_click(Some(emit_value(on_provider, label)))
        }
        (None, Some(domain)) => element("a")
            .attr("href", concat(&["https://", domain, "/"]))
            .attr("target", link.link_target.target())
            .attr("rel", link.link_target.rel())
            .attr(
                "title",
                fill(&messages.provider_link, &[("domain", domain)]),
            ),
        (None, None) => element("span"),
    };
    let name = name.class("ac-x-name").child(bdi(attr_value(label)));
    let from = element("span").part("ac-card-provider");
    Some(
        from.child(provider_icon(provider, None))
            .child(name.html())
            .html(),
    )
}
