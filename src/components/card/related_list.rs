use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Html, NodeRef, Properties, component, hook};

use crate::attributes::LinkTarget;
use crate::browser::now_ms;
use crate::components::card::card_click::{CardClick, click};
use crate::components::card::card_context::CardContext;
use crate::components::card::collapsible_list::use_expansion;
use crate::components::card::picture::provider_icon;
use crate::components::card::published_time::published_time;
use crate::components::primitives::{
    IconName, Localization, Localized, RcEq, Render, attr_value, bdi, concat, counted,
    dyn_component, element, icon, use_localization, visually_hidden, with_root_props,
};
use article_cards_core::model::{Article, Provider, Related};

/// The maximal number of icons in the summary.
const MAX_ICONS: usize = 3;

/// Props of [`RelatedList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RelatedListProps {
    /// The article.
    pub article: RcEq<Article>,
    /// The number of related articles shown before "Show n more". 0 hides them all.
    #[prop_or(3)]
    pub shown: usize,
    /// Expands the list initially.
    #[prop_or_default]
    pub open: bool,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Receives each click on a link.
    #[prop_or_default]
    pub on_click: Option<Callback<CardClick>>,
    /// The current time for relative dates, in milliseconds since 1970.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// Related articles behind a summary: the first ones, then a button that shows the rest.
#[component]
pub fn RelatedList(props: &RelatedListProps) -> Html {
    let localization = use_localization();
    let html = use_related_list(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

/// The related articles as a component, if there are any to show.
pub(super) fn related_list(props: RelatedListProps, localization: &Localization) -> Option<Html> {
    let is_empty = props.article.related.is_empty() || props.shown == 0;
    (!is_empty).then(|| dyn_component(Localized::new(props, localization)))
}

impl Render for Localized<RelatedListProps> {
    const NAME: &'static str = "related-list";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_related_list(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_related_list(props: &RelatedListProps, localization: &Localization) -> Html {
    let expansion = use_expansion();
    let context = CardContext::new(&props.article, localization);
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = &context;
    let related = &article.related;
    if related.is_empty() || props.shown == 0 {
        return Html::default();
    }
    let shown = match expansion.is_static {
        true => related.len(),
        false => expansion.shown(related.len(), props.shown),
    };
    let hidden = related.len().saturating_sub(shown) as u64;
    let items = related
        .iter()
        .take(shown)
        .enumerate()
        .map(|(index, related)| {
            let item = element("li").key(index).part("ac-related-item");
            let node = expansion.node_ref(index, props.shown);
            let title = title(props, related, node);
            let about = about(props, &context, related);
            item.child(title).child(about).html()
        });
    let more = (hidden > 0).then(|| {
        let button = element("button").attr("type", "button").attr("lang", lang);
        let button = button.class("ac-x-more-related");
        let button = button.text(counted(formats, hidden, &messages.related_more));
        button.on_click(Some(expansion.on_click.clone())).html()
    });
    let count = counted(formats, related.len() as u64, &messages.related);
    let count = element("bdi").attr("lang", lang).text(count);
    let of = visually_hidden(concat(&[": ", &article.title]), &None);
    let label = element("span").child(count.html()).child(of);
    let summary = element("summary")
        .maybe_child(icons(related))
        .child(label.html())
        .child(icon(IconName::Up));
    let list = element("ul").attr("role", "list").children(items.collect());
    element("details")
        .part("ac-card-related")
        .attr("open", props.open.then_some("open"))
        .child(summary.html())
        .child(list.html())
        .maybe_child(more)
        .html()
}

/// The icons of the first few different providers.
fn icons(related: &[Related]) -> Option<Html> {
    let mut providers: Vec<&Provider> = Vec::new();
    for provider in related
        .iter()
        .filter_map(|related| related.provider.as_ref())
    {
        let known = providers
            .iter()
            .any(|known| known.label() == provider.label());
        if !known && provider.label().is_some() && providers.len() < MAX_ICONS {
            providers.push(provider);
        }
    }
    let icons = providers.into_iter().enumerate();
    let icons: Vec<Html> = icons
        .map(|(index, provider)| provider_icon(provider, Some(index)))
        .collect();
    let stack = element("span")
        .class("ac-x-stack")
        .attr("aria-hidden", "true");
    (!icons.is_empty()).then(|| stack.children(icons).html())
}

fn title(props: &RelatedListProps, related: &Related, node: NodeRef) -> Html {
    let title = match related.link() {
        Some(url) => element("a")
            .attr("dir", "auto")
            .attr("href", attr_value(url))
            .attr("target", props.link_target.target())
            .attr("rel", props.link_target.rel())
            .on_click(Some(click(&props.on_click, &props.article, url))),
        None => element("span").attr("dir", "auto").attr("tabindex", "-1"),
    };
    let title = title.node_ref(node).class("ac-x-related-title");
    title.text(attr_value(&related.title)).html()
}

fn about(props: &RelatedListProps, context: &CardContext<'_>, related: &Related) -> Html {
    let CardContext { formats, lang, .. } = context;
    let provider = related.provider.as_ref().and_then(Provider::label);
    let provider = provider.map(|name| element("span").child(bdi(attr_value(name))).html());
    let date = related
        .published_at
        .map(|published| published_time(element("time"), published, props.now_ms, formats, lang));
    if provider.is_none() && date.is_none() {
        return Html::default();
    }
    element("p").maybe_child(provider).maybe_child(date).html()
}
