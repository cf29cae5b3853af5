//! What a list shows of its memory: new and saved articles.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, hook, use_memo};

use crate::browser::{ListMemory, MAX_SEEN, published_ms};
use crate::components::controls::saved_filter::saved_filter;
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::render_context::RenderContext;
use crate::components::primitives::{Localization, bdi, counted, element, owned_value};
use crate::events::SaveEvent;
use crate::hooks::{RenderCell, UseFeed, use_effect_on};
use crate::i18n::fill;
use crate::store::{Paging, State, Status};
use article_cards_core::model::Article;
use article_cards_core::search::{Index, QueryState};

/// An id that no article has.
const NO_ID: &str = "\0";

/// The memory of a list, and how it shows it.
pub(super) struct Remembered {
    memory: ListMemory,
    /// Whether only saved articles are shown.
    pub(super) is_saved_only: bool,
    /// Shows only saved articles, or all of them.
    pub(super) on_saved_only: Callback<bool>,
    /// Saves the article with an id, or removes it.
    pub(super) on_save: Callback<(AttrValue, bool)>,
    /// The saved articles that the feed does not have, if saved ones are shown.
    pub(super) lost: Rc<[Rc<Article>]>,
}

/// The base filter of a list that shows only saved articles: those that `only` finds too.
pub(super) fn limit_to_saved(memory: &ListMemory, only: Option<QueryState>) -> QueryState {
    let mut only = only.unwrap_or_default();
    let allowed = only.filters.field("id").map(|filter| filter.any.clone());
    let is_allowed = |id: &String| {
        let allowed = allowed.as_ref().filter(|ids| !ids.is_empty());
        allowed.is_none_or(|ids| ids.contains(id))
    };
    let ids = memory.saved().into_iter().map(|saved| saved.id);
    let ids: Vec<String> = ids.filter(is_allowed).collect();
    for id in allowed.iter().flatten() {
        only.filters.drop_value("id", id);
    }
    only.filters.select("id", NO_ID);
    for id in ids {
        only.filters.select("id", &id);
    }
    only
}

/// Returns what a list shows of its memory, and notes what its reader sees.
#[hook]
pub(super) fn use_remembered(
    memory: Option<ListMemory>,
    saved_only: &RenderCell<bool>,
    props: &ArticleCardsProps,
    feed: &UseFeed,
) -> Option<Remembered> {
    let state: &State = &feed.state;
    let is_saved_only = saved_only.get();
    // Of a search engine, only the default query tells what is new.
    let query = state.query();
    let is_default = !state.is_narrowed() && query.sort.is_empty() && !state.is_stale();
    let tells_new = !is_saved_only && (is_default || !state.is_remote());
    let index = state.index().filter(|_| tells_new).cloned();
    let index_id = index.as_ref().map(Rc::as_ptr);
    use_effect_on((index_id, memory.clone()), {
        let memory = memory.clone();
        move |_: &(_, _)| {
            if let Some((memory, index)) = memory.zip(index) {
                memory.see(&index.newest(MAX_SEEN));
            }
        }
    });
    let on_save = use_memo(
        (memory.clone(), props.on_save.clone()),
        |(memory, on_save)| {
            let (memory, on_save) = (memory.clone(), on_save.clone());
            let store = feed.store.clone();
            Callback::from(move |(id, is_saved): (AttrValue, bool)| {
                let Some(memory) = &memory else { return };
                let article = find(memory, &store.snapshot(), &id);
                if article.is_some_and(|article| memory.save(&article, is_saved)) {
                    on_save.emit(SaveEvent {
                        id,
                        saved: is_saved,
                    });
                }
            })
        },
    );
    let memory = memory?;
    let lost = match is_saved_only {
        true => lost(&memory, state),
        false => Rc::default(),
    };
    let saved_only = saved_only.clone();
    Some(Remembered {
        lost,
        is_saved_only,
        on_saved_only: Callback::from(move |is_on| saved_only.set(is_on)),
        on_save: (*on_save).clone(),
        memory,
    })
}

/// An article of the feed, else a saved one.
pub(crate) fn find(memory: &ListMemory, state: &State, id: &str) -> Option<Rc<Article>> {
    let of_feed = state
        .feed()
        .and_then(|feed| feed.article(id).map(|it| Rc::clone(it.article())));
    let saved = || {
        let mut saved = memory.saved().into_iter();
        saved
            .find(|saved| saved.id == id)
            .map(|saved| Rc::new(saved.article()))
    };
    of_feed.or_else(saved)
}

fn count_new(memory: &ListMemory, index: &Index) -> usize {
    let newest = index.newest(MAX_SEEN).into_iter();
    newest.filter(|(id, ms)| memory.is_new(id, *ms)).count()
}

/// The saved articles that the feed does not have and that the query finds, by their titles.
fn lost(memory: &ListMemory, state: &State) -> Rc<[Rc<Article>]> {
    let query = state.query();
    let is_last_page = state.paging() != Paging::Pages || state.page() == state.pages();
    // A search engine may have those that are not loaded.
    let loaded = state.feed().map_or(0, |feed| feed.articles().len());
    let may_have = state.is_remote() && (state.is_stale() || loaded < state.total());
    if !query.filters.is_empty() || state.has_loaded_more() || !is_last_page || may_have {
        return Rc::default();
    }
    let highlighter = state.index().map(|index| index.highlighter(query));
    let matches = |title: &str| {
        let marks = highlighter.as_ref().map(|it| it.marks(title));
        query.query.trim().is_empty() || marks.is_some_and(|marks| !marks.is_empty())
    };
    let is_lost = |id: &str| state.feed().is_none_or(|feed| feed.article(id).is_none());
    let saved = memory.saved().into_iter();
    saved
        .filter(|saved| is_lost(&saved.id) && matches(&saved.title))
        .map(|saved| Rc::new(saved.article()))
        .collect()
}

impl Remembered {
    pub(super) fn is_new(&self, article: &Article) -> bool {
        let date = published_ms(article.published_at);
        self.memory.is_new(&article.id, date)
    }

    pub(super) fn is_saved(&self, article: &Article) -> bool {
        self.memory.is_saved(&article.id)
    }

    pub(super) fn has_saved(&self) -> bool {
        self.memory.saved_count() > 0
    }

    /// The filter that shows only saved articles, once there are some.
    pub(super) fn filter(&self, localization: &Localization) -> Option<Html> {
        let count = self.memory.saved_count();
        let is_offered = count > 0 || self.is_saved_only;
        is_offered
            .then(|| saved_filter(count, self.is_saved_only, &self.on_saved_only, localization))
    }
}

impl RenderContext<'_> {
    /// Whether only saved articles are shown.
    pub(super) fn is_saved_only(&self) -> bool {
        self.remembered.as_ref().is_some_and(|it| it.is_saved_only)
    }

    /// The articles that are shown beside those of the feed.
    pub(super) fn lost(&self) -> &[Rc<Article>] {
        self.remembered.as_ref().map_or(&[], |it| &it.lost)
    }

    /// The line over a list with new articles.
    pub(super) fn new_since(&self) -> Option<Html> {
        let remembered = self.remembered.as_ref()?;
        let state = self.state;
        let is_shown = state.status() == Status::Ready && !state.is_narrowed();
        if !is_shown || remembered.is_saved_only {
            return None;
        }
        let count = count_new(&remembered.memory, state.index()?);
        if count == 0 {
            return None;
        }
        let Localization { messages, formats } = self.localization;
        let since = formats.last_visit(remembered.memory.last_visit()?, self.now);
        let line = match since {
            Some(date) => {
                let form = messages.new_since.form(formats.plural(count as u64));
                let count = formats.number(count as u64);
                owned_value(fill(form, &[("count", &count), ("date", &date)]))
            }
            None => counted(formats, count as u64, &messages.new_since_last),
        };
        Some(element("p").class("ac-x-since").child(bdi(line)).html())
    }
}
