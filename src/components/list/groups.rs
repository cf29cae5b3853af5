//! The headings between cards.

use yew::virtual_dom::VList;
use yew::{AttrValue, Html};

use crate::attributes::GroupBy;
use crate::components::list::render_context::RenderContext;
use crate::components::list::results::{card_list, with_entries_after};
use crate::components::primitives::{attr_value, element, heading, owned_value};
use article_cards_core::model::{Article, Day};

/// The cells of the shown articles, a list for each heading.
pub(super) fn grouped(context: &RenderContext<'_>, cells: Vec<Html>) -> Html {
    let mut groups: Vec<(Option<Day>, Vec<Html>)> = Vec::new();
    let articles = context.state.shown().iter().chain(context.lost());
    for (count, (article, cell)) in (1..).zip(articles.zip(cells)) {
        let start = group_start(context, article);
        let entries = with_entries_after(context, count, cell);
        match groups.last_mut() {
            Some((last, cells)) if *last == start => cells.extend(entries),
            _ => groups.push((start, entries.collect())),
        }
    }
    let groups = groups.into_iter();
    let groups = groups.map(|(start, cells)| group(context, start, cells));
    VList::with_children(groups.collect(), None).into()
}

/// The first day of an article's group; `None` without a date.
fn group_start(context: &RenderContext<'_>, article: &Article) -> Option<Day> {
    let day = context.localization.formats.day_of(article.published_at?)?;
    Some(match context.props.group_by {
        GroupBy::Month => Day { day: 1, ..day },
        GroupBy::Day | GroupBy::Nothing => day,
    })
}

fn group(context: &RenderContext<'_>, start: Option<Day>, cells: Vec<Html>) -> Html {
    let title = title(context, start);
    let words = element("span").text(title.clone()).html();
    let heading = heading(context.props.heading_level)
        .part("ac-group-heading")
        .child(words);
    element("div")
        .class("ac-x-group")
        .key(&*title)
        .attr("role", "group")
        .attr("aria-label", title)
        .child(heading.html())
        .child(card_list(cells))
        .html()
}

fn title(context: &RenderContext<'_>, start: Option<Day>) -> AttrValue {
    let formats = &context.localization.formats;
    match start {
        None => attr_value(&context.localization.messages.undated),
        Some(month) if context.props.group_by == GroupBy::Month => {
            owned_value(formats.month(month))
        }
        Some(day) => owned_value(formats.day_heading(day, context.now)),
    }
}
