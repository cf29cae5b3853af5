//! What a list remembers of its reader, in `localStorage`: the layout, what was seen in the last visit, and
//! saved articles.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_utils::{document, window};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use super::clock::now_ms;
use article_cards_core::model::{Article, Published};
use article_cards_core::text::date;

/// After this time away, in milliseconds, a visit has ended.
const AWAY: f64 = 30.0 * 60_000.0;

/// The most articles that are saved.
const MAX_SAVED: usize = 500;

/// The most articles that are remembered as seen: the newest ones.
pub(crate) const MAX_SEEN: usize = 1_000;

/// An article that the reader has saved, which is listed even when the feed has lost it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedArticle {
    /// The id of the article.
    pub id: String,
    /// Its URL.
    pub url: Option<String>,
    /// Its title.
    pub title: String,
    /// Its date, as a feed writes it.
    pub date: Option<String>,
}

impl SavedArticle {
    fn new(article: &Article) -> Self {
        Self {
            id: article.id.to_string(),
            url: article.link().map(str::to_owned),
            title: article.title.to_string(),
            date: article.published_at.map(date::format),
        }
    }

    /// The article, as far as it is stored.
    pub(crate) fn article(&self) -> Article {
        Article {
            id: self.id.as_str().into(),
            title: self.title.as_str().into(),
            web_url: self.url.as_deref().map(Into::into),
            published_at: self.date.as_deref().and_then(date::parse),
            ..Article::default()
        }
    }
}

/// The articles that were seen in a visit.
#[derive(Clone, Debug, Default, PartialEq)]
struct Seen {
    /// Hashes of their ids, in order.
    ids: Vec<u32>,
    /// The date of the oldest one.
    oldest: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Stored {
    layout: Option<String>,
    /// When the list was last in use; `None` before the first visit.
    last_use: Option<f64>,
    /// When the visit before this one ended; `None` in the first one.
    last_visit: Option<f64>,
    /// What was seen until then.
    seen_before: Seen,
    /// What was seen in this visit.
    seen_now: Seen,
    saved: Vec<SavedArticle>,
}

/// The memory of a list. A cheap handle: clones share it.
#[derive(Clone)]
pub struct ListMemory(Rc<Inner>);

struct Inner {
    /// The key in the storage.
    key: String,
    stored: RefCell<Stored>,
    on_change: RefCell<Option<Rc<dyn Fn()>>>,
}

impl ListMemory {
    /// Opens the memory under a key, and continues the last visit or begins another one. `None` if the
    /// browser blocks the storage.
    pub(crate) fn open(key: String) -> Option<Self> {
        if !cfg!(target_arch = "wasm32") {
            return None;
        }
        let stored = RefCell::new(Stored::read(&key)?);
        let memory = Self(Rc::new(Inner {
            key,
            stored,
            on_change: RefCell::default(),
        }));
        memory.keep_visit();
        Some(memory)
    }

    /// Keeps up with other tabs, and with the end of visits, until the listeners are dropped. Calls
    /// `on_change` after each change.
    pub(crate) fn listen(&self, on_change: Rc<dyn Fn()>) -> Vec<EventListener> {
        self.0.on_change.replace(Some(on_change));
        let listener = |memory: &Self, react: fn(&Self)| {
            let memory = memory.clone();
            move |_: &web_sys::Event| react(&memory)
        };
        let reload = {
            let memory = self.clone();
            move |event: &web_sys::Event| {
                let key = Reflect::get(event, &"key".into()).unwrap_or_default();
                // Without a key everything was removed.
                if key.is_null() || key == memory.0.key.as_str() {
                    memory.replace(Stored::read(&memory.0.key).unwrap_or_default());
                }
            }
        };
        vec![
            EventListener::new(&window(), "storage", reload),
            EventListener::new(&window(), "pagehide", listener(self, Self::leave)),
            EventListener::new(
                &document(),
                "visibilitychange",
                listener(self, |memory| match document().hidden() {
                    true => memory.leave(),
                    false => memory.keep_visit(),
                }),
            ),
        ]
    }

    /// Notes when the list was last in use.
    fn leave(&self) {
        self.update(&|stored| stored.last_use = Some(now_ms()));
    }

    /// Notes that the list is in use, in another visit after some time away.
    fn keep_visit(&self) {
        let now = now_ms();
        self.update(&|stored| {
            if let Some(last_use) = stored.last_use.filter(|last| now - last > AWAY) {
                stored.last_visit = Some(last_use);
                // Kept as well: in this visit the feed may fail.
                stored.seen_before = stored.seen_now.clone();
            }
            stored.last_use = Some(now);
        });
    }

    fn stored(&self) -> Ref<'_, Stored> {
        self.0.stored.borrow()
    }

    /// The keyword of the layout that the reader has chosen.
    pub(crate) fn layout(&self) -> Option<String> {
        self.stored().layout.clone()
    }

    pub(crate) fn set_layout(&self, layout: &str) {
        self.update(&|stored| stored.layout = Some(layout.to_owned()));
    }

    /// When the last visit ended; `None` in the first one.
    pub(crate) fn last_visit(&self) -> Option<f64> {
        self.stored().last_visit
    }

    /// Whether an article came in since the last visit: it was not seen then, and is not older than
    /// everything that was.
    pub(crate) fn is_new(&self, id: &str, published_ms: Option<i64>) -> bool {
        let stored = self.stored();
        let Seen { ids, oldest } = &stored.seen_before;
        stored.last_visit.is_some()
            && ids.binary_search(&hash(id)).is_err()
            && match published_ms {
                Some(ms) => oldest.is_none_or(|oldest| ms as f64 >= oldest),
                // Articles without a date come last, and may be beyond the limit.
                None => ids.len() < MAX_SEEN,
            }
    }

    /// Remembers that the newest articles of the feed were seen.
    pub(crate) fn see(&self, newest: &[(&str, Option<i64>)]) {
        let mut ids: Vec<u32> = newest.iter().map(|(id, _)| hash(id)).collect();
        ids.sort_unstable();
        let oldest = newest.iter().filter_map(|(_, ms)| *ms).min();
        let seen = Seen {
            ids,
            oldest: oldest.map(|ms| ms as f64),
        };
        if !newest.is_empty() && self.stored().seen_now != seen {
            self.update(&|stored| stored.seen_now = seen.clone());
        }
    }

    /// How many articles are saved.
    pub(crate) fn saved_count(&self) -> usize {
        self.stored().saved.len()
    }

    /// The saved articles, the last one first.
    pub fn saved(&self) -> Vec<SavedArticle> {
        self.stored().saved.clone()
    }

    /// Whether an article is saved.
    pub fn is_saved(&self, id: &str) -> bool {
        self.stored().saved.iter().any(|saved| saved.id == id)
    }

    /// Saves an article, or removes it. Returns whether that has changed anything.
    pub fn save(&self, article: &Article, is_saved: bool) -> bool {
        let was_saved = self.is_saved(&article.id);
        self.update(&|stored| {
            stored.saved.retain(|saved| saved.id != *article.id);
            if is_saved {
                stored.saved.insert(0, SavedArticle::new(article));
                stored.saved.truncate(MAX_SAVED);
            }
        });
        self.is_saved(&article.id) != was_saved
    }

    /// Changes what is stored. If the storage is full, everything stays as it was.
    fn update(&self, change: &dyn Fn(&mut Stored)) {
        let key = &self.0.key;
        let mut stored = Stored::read(key).unwrap_or_default();
        change(&mut stored);
        if stored.write(key).is_some() {
            self.replace(stored);
        }
    }

    fn replace(&self, stored: Stored) {
        let before = self.0.stored.replace(stored);
        let now = self.stored();
        let is_shown = |one: &Stored, other: &Stored| {
            one.saved == other.saved
                && one.last_visit == other.last_visit
                && one.seen_before == other.seen_before
                && one.layout == other.layout
        };
        if is_shown(&before, &now) {
            return;
        }
        drop(now);
        let on_change = self.0.on_change.borrow().clone();
        if let Some(on_change) = on_change {
            on_change();
        }
    }
}

impl PartialEq for ListMemory {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for ListMemory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ListMemory")
            .field("key", &self.0.key)
            .finish_non_exhaustive()
    }
}

impl Stored {
    /// Reads what is stored; nothing if it is of no use. `None` if the storage is blocked.
    fn read(key: &str) -> Option<Self> {
        let text = storage()?.get_item(key).ok()?;
        let parsed = text.and_then(|text| JSON::parse(&text).ok());
        let object = parsed.filter(JsValue::is_object).unwrap_or_default();
        let saved = list(&object, "saved").into_iter();
        Some(Self {
            layout: get(&object, "layout").as_string(),
            last_use: get(&object, "lastUse").as_f64(),
            last_visit: get(&object, "lastVisit").as_f64(),
            seen_before: seen(&object, "seenBefore"),
            seen_now: seen(&object, "seenNow"),
            saved: saved
                .filter_map(|saved| {
                    Some(SavedArticle {
                        id: get(&saved, "id").as_string()?,
                        url: get(&saved, "url").as_string(),
                        title: get(&saved, "title").as_string()?,
                        date: get(&saved, "date").as_string(),
                    })
                })
                .collect(),
        })
    }

    /// Stores it. `None` if the storage is blocked or full.
    fn write(&self, key: &str) -> Option<()> {
        let object = Object::new();
        set(&object, "layout", self.layout.as_deref().into());
        set(&object, "lastUse", self.last_use.into());
        set(&object, "lastVisit", self.last_visit.into());
        for (name, seen) in [
            ("seenBefore", &self.seen_before),
            ("seenNow", &self.seen_now),
        ] {
            let ids: Array = seen.ids.iter().map(|id| JsValue::from(*id)).collect();
            let seen_object = Object::new();
            set(&seen_object, "ids", ids.into());
            set(&seen_object, "oldest", seen.oldest.into());
            set(&object, name, seen_object.into());
        }
        let saved = self.saved.iter().map(|saved| {
            let object = Object::new();
            set(&object, "id", saved.id.as_str().into());
            set(&object, "url", saved.url.as_deref().into());
            set(&object, "title", saved.title.as_str().into());
            set(&object, "date", saved.date.as_deref().into());
            object
        });
        set(&object, "saved", saved.collect::<Array>().into());
        let text = String::from(JSON::stringify(&object).ok()?);
        storage()?.set_item(key, &text).ok()
    }
}

#[inline(never)]
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

#[inline(never)]
fn set(object: &Object, name: &str, value: JsValue) {
    // Fails only for objects that cannot be extended.
    let _ = Reflect::set(object, &name.into(), &value);
}

fn list(object: &JsValue, name: &str) -> Vec<JsValue> {
    let value = get(object, name);
    let array = value.dyn_ref::<Array>();
    array.map(Array::to_vec).unwrap_or_default()
}

fn seen(object: &JsValue, name: &str) -> Seen {
    let seen = get(object, name);
    let ids = list(&seen, "ids").into_iter();
    let mut ids: Vec<u32> = ids.filter_map(|id| Some(id.as_f64()? as u32)).collect();
    ids.sort_unstable();
    Seen {
        ids,
        oldest: get(&seen, "oldest").as_f64(),
    }
}

/// `None` if storage is blocked, where `gloo-storage` panics.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// A hash of an id: FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The date of an article in milliseconds, as it is sorted by.
pub(crate) fn published_ms(published: Option<Published>) -> Option<i64> {
    match published? {
        Published::At(ms) => Some(ms),
        Published::On(day) => Some(date::days_from_civil(day) * super::calendar::DAY_MS),
    }
}
