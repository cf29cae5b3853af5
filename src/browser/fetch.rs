//! Documents over the network: with a limit of bytes, a time-out, one retry, and abortable.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit,
    Response,
};

use crate::error::Error;

/// After how long without a byte a request is given up, in seconds.
pub const PATIENCE: u32 = 20;

/// How long the one retry waits, in milliseconds.
const BACK_OFF: u32 = 800;

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
    /// The word that `fetch` uses: `omit`, `same-origin` or `include`.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The address.
    pub url: String,
    /// Cookies and log-in data.
    pub credentials: Credentials,
    /// The largest answer, in bytes after decompression.
    pub max_bytes: u64,
    /// After how many seconds without a byte to give up.
    pub patience: u32,
    /// Ask the server anew instead of trusting the browser's cache.
    pub fresh: bool,
}

/// A document as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The address it came from, after redirects.
    pub url: String,
    /// Its bytes after decompression.
    pub bytes: Vec<u8>,
}

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

/// Fetches a document; tries once more, a moment later, after a network error or a status of 5xx.
/// `None`: it was aborted.
pub async fn fetch(request: &Request, abort: &AbortController) -> Option<Result<Answer, Error>> {
    let mut may_retry = true;
    loop {
        let answer = fetch_once(request, abort).await?;
        let may_help = answer.as_ref().is_err_and(is_passing);
        if !(may_retry && may_help) {
            return Some(answer);
        }
        may_retry = false;
        TimeoutFuture::new(BACK_OFF).await;
        if abort.signal().aborted() {
            return None;
        }
    }
}

/// Whether another try may go better.
fn is_passing(error: &Error) -> bool {
    error.is_network() || error.status().is_some_and(|status| status >= 500)
}

async fn fetch_once(request: &Request, abort: &AbortController) -> Option<Result<Answer, Error>> {
    let patience = Patience::new(request.patience, abort.clone());
    let answer = read(request, abort, &patience).await;
    let answer = match answer {
        _ if patience.ran_out() => Err(Error::timeout(request.patience)),
        _ if abort.signal().aborted() => return None,
        answer => answer,
    };
    Some(answer.map_err(|error| error.at_url(&request.url)))
}

async fn read(
    request: &Request,
    abort: &AbortController,
    patience: &Patience,
) -> Result<Answer, Error> {
    let response = asked(request, abort)?.await;
    let response: Response = response.map_err(network)?.unchecked_into();
    if !response.ok() {
        // What comes with it is not wanted; the request itself may be made once more.
        let _ = response.body().map(|body| body.cancel());
        return Err(Error::http(response.status()));
    }
    patience.renew();
    let bytes = body(&response, request.max_bytes, patience).await?;
    let url = Some(response.url()).filter(|url| !url.is_empty());
    Ok(Answer {
        url: url.unwrap_or_else(|| request.url.clone()),
        bytes,
    })
}

/// Makes the request. Apart from what waits for its answer, as all that need not wait: what stands
/// in an `async` function is far larger.
#[inline(never)]
fn asked(request: &Request, abort: &AbortController) -> Result<JsFuture, Error> {
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

async fn body(response: &Response, limit: u64, patience: &Patience) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(network)?;
        patience.renew();
        match took(&chunk, &mut bytes, limit) {
            Some(true) => {}
            Some(false) => {
                // Nothing is to be done where the rest comes nevertheless.
                let _ = reader.cancel();
                return Err(Error::size(limit));
            }
            None => return Ok(bytes),
        }
    }
}

/// Whether a chunk was within the limit; `None`: it was the end.
#[inline(never)]
fn took(chunk: &JsValue, bytes: &mut Vec<u8>, limit: u64) -> Option<bool> {
    let value = Reflect::get(chunk, &"value".into()).ok()?;
    if value.is_undefined() {
        return None;
    }
    let chunk: Uint8Array = value.unchecked_into();
    let start = bytes.len();
    let length = start.saturating_add(chunk.length() as usize);
    if length as u64 > limit {
        return Some(false);
    }
    bytes.resize(length, 0);
    if let Some(place) = bytes.get_mut(start..) {
        chunk.copy_to(place);
    }
    Some(true)
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
