//! Documents over the network: with a limit of bytes, a time-out, one retry, and abortable.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials,
    RequestInit, Response,
};

use super::Work;
use super::work::pause;
use article_cards_core::error::Error;

/// After how long without a byte a request is given up, in seconds.
pub const PATIENCE: u32 = 20;

/// How long the one retry waits, in milliseconds.
const BACK_OFF: i32 = 800;

/// Which cookies and log-in data a request carries, as `fetch` has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// None.
    Omit,
    /// Those of the page's own origin.
    #[default]
    SameOrigin,
    /// Those of the asked origin too.
    Include,
}

impl Credentials {
    /// The word that `fetch` uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Omit => "omit",
            Self::SameOrigin => "same-origin",
            Self::Include => "include",
        }
    }

    /// By the word that `fetch` uses: `omit`, `same-origin` or `include`.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "omit" => Some(Self::Omit),
            "same-origin" => Some(Self::SameOrigin),
            "include" => Some(Self::Include),
            _ => None,
        }
    }
}

/// What to fetch, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The address.
    pub url: String,
    /// Cookies and log-in data.
    pub credentials: Credentials,
    /// After how many seconds without a byte to give up.
    pub patience: u32,
    /// Ask the server anew instead of trusting the browser's cache.
    pub fresh: bool,
    /// A request that a script made already, perhaps the same.
    pub early: Option<JsValue>,
}

#[wasm_bindgen]
extern "C" {
    /// A request that was made before there was this module.
    type Early;

    /// Its answer, if it was for this, once.
    #[wasm_bindgen(method)]
    fn take(this: &Early, url: &str, credentials: &str, signal: &AbortSignal) -> Option<Promise>;
}

/// Who takes a document as it comes.
pub trait Taker {
    /// It comes from its beginning, perhaps once more.
    fn begin(&mut self);

    /// A part came: some 100 kB at most.
    ///
    /// # Errors
    /// The document is wrong: no more of it is wanted.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Error>;
}

/// The most bytes that are handed over at once, and copied for that.
const PART: u32 = 1 << 17;

/// Aborts a request when it is dropped, so that no stale answer can arrive.
#[derive(Debug)]
pub struct Abort(AbortController);

impl Abort {
    /// A handle for requests that are yet to be made; `None` where the browser knows none.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// What the request itself holds.
    pub fn controller(&self) -> AbortController {
        self.0.clone()
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Fetches a document, hands it over as it comes, and returns the address it came from, after
/// redirects. Tries once more, a moment later, after a network error or a status of 5xx. `None`: it
/// was aborted.
pub async fn fetch(
    request: &Request,
    abort: &AbortController,
    taker: &mut dyn Taker,
) -> Option<Result<String, Error>> {
    let mut may_retry = true;
    loop {
        taker.begin();
        let answer = fetch_once(request, abort, taker).await?;
        let may_help = answer.as_ref().is_err_and(is_passing);
        if !(may_retry && may_help) {
            return Some(answer);
        }
        may_retry = false;
        pause(BACK_OFF).await;
        if abort.signal().aborted() {
            return None;
        }
    }
}

/// Whether another try may go better.
fn is_passing(error: &Error) -> bool {
    error.is_network() || error.status().is_some_and(|status| status >= 500)
}

async fn fetch_once(
    request: &Request,
    abort: &AbortController,
    taker: &mut dyn Taker,
) -> Option<Result<String, Error>> {
    let patience = Patience::new(request.patience, abort.clone());
    let answer = read(request, abort, &patience, taker).await;
    let answer = match answer {
        _ if patience.ran_out() => Err(Error::timeout(request.patience)),
        _ if abort.signal().aborted() => return None,
        answer => answer,
    };
    Some(answer.map_err(|error| match error.url() {
        Some(_) => error,
        None => error.at_url(&request.url),
    }))
}

async fn read(
    request: &Request,
    abort: &AbortController,
    patience: &Patience,
    taker: &mut dyn Taker,
) -> Result<String, Error> {
    let response = asked(request, abort)?.await;
    let response: Response = response.map_err(network)?.unchecked_into();
    if !response.ok() {
        // What comes with it is not wanted; the request itself may be made once more.
        let _ = response.body().map(|body| body.cancel());
        return Err(Error::http(response.status()));
    }
    patience.renew();
    let url = Some(response.url()).filter(|url| !url.is_empty());
    let url = url.unwrap_or_else(|| request.url.clone());
    let taken = body(&response, abort, patience, taker).await;
    taken
        .map(|()| url.clone())
        .map_err(|error| error.at_url(url))
}

/// Makes the request. Apart from what waits for its answer, as all that need not wait: what stands
/// in an `async` function is far larger.
#[inline(never)]
fn asked(request: &Request, abort: &AbortController) -> Result<JsFuture, Error> {
    if let Some(early) = &request.early {
        let early: &Early = early.unchecked_ref();
        let credentials = request.credentials.name();
        if let Some(answer) = early.take(&request.url, credentials, &abort.signal()) {
            return Ok(answer.into());
        }
    }
    let init = RequestInit::new();
    init.set_signal(Some(&abort.signal()));
    init.set_credentials(match request.credentials {
        Credentials::Omit => RequestCredentials::Omit,
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
        Credentials::Include => RequestCredentials::Include,
    });
    if request.fresh {
        init.set_cache(RequestCache::NoCache);
    }
    let window = web_sys::window().ok_or_else(|| Error::network("there is no window to fetch"))?;
    Ok(window.fetch_with_str_and_init(&request.url, &init).into())
}

async fn body(
    response: &Response,
    abort: &AbortController,
    patience: &Patience,
    taker: &mut dyn Taker,
) -> Result<(), Error> {
    let Some(stream) = response.body() else {
        return Ok(());
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    while let Some(chunk) = chunk(&JsFuture::from(reader.read()).await.map_err(network)?) {
        patience.renew();
        // A worker's or a blob's answer may come all at once.
        let mut work = Work::begin();
        let mut start = 0;
        while start < chunk.length() {
            let end = chunk.length().min(start + PART);
            if let Err(error) = taker.take(&chunk.subarray(start, end).to_vec()) {
                // Nothing is to be done where the rest comes nevertheless.
                let _ = reader.cancel();
                return Err(error);
            }
            if !work.goes_on(abort).await {
                return Ok(());
            }
            start = end;
        }
    }
    Ok(())
}

/// What came; `None`: it was the end.
#[inline(never)]
fn chunk(read: &JsValue) -> Option<Uint8Array> {
    let value = Reflect::get(read, &"value".into()).ok()?;
    (!value.is_undefined()).then(|| value.unchecked_into())
}

#[inline(never)]
fn network(reason: JsValue) -> Error {
    let message = Reflect::get(&reason, &"message".into())
        .ok()
        .and_then(|message| message.as_string());
    Error::network(message.unwrap_or_else(|| "the server could not be reached".to_owned()))
}

/// Aborts a request that stands still for too long.
struct Patience {
    seconds: u32,
    abort: AbortController,
    ran_out: Rc<Cell<bool>>,
    timer: Cell<Option<Timeout>>,
}

impl Patience {
    fn new(seconds: u32, abort: AbortController) -> Self {
        let patience = Self {
            seconds,
            abort,
            ran_out: Rc::default(),
            timer: Cell::default(),
        };
        patience.renew();
        patience
    }

    /// Something arrived: the wait begins anew.
    #[inline(never)]
    fn renew(&self) {
        let (abort, ran_out) = (self.abort.clone(), Rc::clone(&self.ran_out));
        let timer = Timeout::new(self.seconds.saturating_mul(1000), move || {
            ran_out.set(true);
            abort.abort();
        });
        self.timer.set(Some(timer));
    }

    fn ran_out(&self) -> bool {
        self.ran_out.get()
    }
}
