//! Fetches documents: streamed, with an idle timeout and one retry, abortable.
//!
//! Not by `gloo-net`, which does not stream a body.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::{Promise, Reflect, RegExp, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials,
    RequestInit, Response,
};

use super::time_slice::{TimeSlice, sleep};
use article_cards_core::error::Error;
use article_cards_core::pipeline::CHUNK_SIZE;

/// Seconds without a byte after which a request is aborted.
pub const IDLE_TIMEOUT: u32 = 20;

/// Delay of the retry in milliseconds.
const BACKOFF: i32 = 800;

enumerated! {
    /// Which cookies and credentials a request carries, as in `fetch`.
    pub enum Credentials {
        /// Those of the page's origin.
        SameOrigin = "same-origin",
        /// None.
        Omit = "omit",
        /// Those of the requested origin too.
        Include = "include",
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The URL.
    pub url: String,
    /// Cookies and credentials.
    pub credentials: Credentials,
    /// Seconds without a byte after which the request is aborted.
    pub idle_timeout: u32,
    /// The largest document that is read, in bytes.
    pub max_bytes: u64,
    /// Revalidates what the browser has cached.
    pub revalidate: bool,
    /// A request that a script has started already, for the same document or another.
    pub prefetch: Option<JsValue>,
}

#[wasm_bindgen]
extern "C" {
    /// A request that was started before this module was loaded.
    type Prefetch;

    /// Takes its response, if it is for this request.
    #[wasm_bindgen(method)]
    fn take(this: &Prefetch, url: &str, credentials: &str, signal: &AbortSignal)
    -> Option<Promise>;
}

/// Reads a body in place of another reader. Its arguments are that reader, the URL of the document, and
/// the largest number of bytes.
type BodyConverter = Rc<dyn Fn(JsValue, &str, f64) -> JsValue>;

thread_local! {
    static BODY_CONVERTER: RefCell<Option<BodyConverter>> = const { RefCell::new(None) };
}

/// Sets what reads the bodies of all responses, to convert documents of XML.
pub fn set_body_converter(convert: impl Fn(JsValue, &str, f64) -> JsValue + 'static) {
    BODY_CONVERTER.set(Some(Rc::new(convert)));
}

/// Receives the body of a response in chunks.
pub trait BodySink {
    /// The body starts, for the first time or again after a retry.
    fn start(&mut self);

    /// The `Link` header names a next page, or none.
    fn link(&mut self, next: Option<String>);

    /// Receives a chunk of at most [`CHUNK_SIZE`] bytes.
    ///
    /// # Errors
    /// The document is invalid: the request is cancelled.
    fn write(&mut self, bytes: &[u8]) -> Result<(), Error>;
}

/// Aborts a request when it is dropped, so that no outdated response arrives.
#[derive(Debug)]
pub struct Abort(AbortController);

impl Abort {
    /// Returns `None` if the browser has no `AbortController`.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// The controller, for the request.
    pub fn controller(&self) -> AbortController {
        self.0.clone()
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Fetches a document, writes it to a sink as it arrives, and returns its URL after redirects.
/// Retries once after a network error or a status of 5xx. Returns `None` if aborted.
pub async fn fetch(
    request: &Request,
    abort: &AbortController,
    sink: &mut dyn BodySink,
) -> Option<Result<String, Error>> {
    let mut may_retry = true;
    loop {
        sink.start();
        let response = fetch_once(request, abort, sink).await?;
        let may_help = response.as_ref().is_err_and(is_transient);
        if !(may_retry && may_help) {
            return Some(response);
        }
        may_retry = false;
        sleep(BACKOFF).await;
        if abort.signal().aborted() {
            return None;
        }
    }
}

/// Whether a retry may succeed.
fn is_transient(error: &Error) -> bool {
    error.is_network() || error.status().is_some_and(|status| status >= 500)
}

async fn fetch_once(
    request: &Request,
    abort: &AbortController,
    sink: &mut dyn BodySink,
) -> Option<Result<String, Error>> {
    let timeout = IdleTimeout::new(request.idle_timeout, abort.clone());
    let response = read(request, abort, &timeout, sink).await;
    let response = match response {
        _ if timeout.has_expired() => Err(Error::timeout(request.idle_timeout)),
        _ if abort.signal().aborted() => return None,
        response => response,
    };
    Some(response.map_err(|error| match error.url() {
        Some(_) => error,
        None => error.at_url(&request.url),
    }))
}

async fn read(
    request: &Request,
    abort: &AbortController,
    timeout: &IdleTimeout,
    sink: &mut dyn BodySink,
) -> Result<String, Error> {
    let response = send(request, abort)?.await;
    let response: Response = response.map_err(network)?.unchecked_into();
    if !response.ok() {
        // Frees the connection; the request may be retried.
        let _ = response.body().map(|body| body.cancel());
        return Err(Error::http(response.status()));
    }
    timeout.restart();
    sink.link(next_page(&response));
    let url = Some(response.url()).filter(|url| !url.is_empty());
    let url = url.unwrap_or_else(|| request.url.clone());
    let received = body(&response, &url, request.max_bytes, abort, timeout, sink).await;
    received
        .map(|()| url.clone())
        .map_err(|error| error.at_url(url))
}

/// Sends the request. Not part of an `async` function, where code compiles to far more.
#[inline(never)]
fn send(request: &Request, abort: &AbortController) -> Result<JsFuture, Error> {
    if let Some(prefetch) = &request.prefetch {
        let prefetch: &Prefetch = prefetch.unchecked_ref();
        let credentials = request.credentials.as_str();
        if let Some(response) = prefetch.take(&request.url, credentials, &abort.signal()) {
            return Ok(response.into());
        }
    }
    let init = RequestInit::new();
    init.set_signal(Some(&abort.signal()));
    init.set_credentials(match request.credentials {
        Credentials::Omit => RequestCredentials::Omit,
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
        Credentials::Include => RequestCredentials::Include,
    });
    if request.revalidate {
        init.set_cache(RequestCache::NoCache);
    }
    Ok(window().fetch_with_str_and_init(&request.url, &init).into())
}

/// The next page that the `Link` header of a response names (RFC 8288). By the browser's regular
/// expressions: a parser of our own has 400 bytes more (gzip).
#[inline(never)]
fn next_page(response: &Response) -> Option<String> {
    // A URL, and parameters, of which `rel` is a list of words, one of them `next`.
    const NEXT: &str = r#"<([^<>]*)>(?:[^",<]|"[^"]*")*;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next[\s"]|next\s*(?:[,;]|$))"#;
    let header = response.headers().get("link").ok()??;
    RegExp::new(NEXT, "i").exec(&header)?.get(1).as_string()
}

/// The reader of a body, which converts a document of XML if a page has set what does that.
#[inline(never)]
fn reader(reader: JsValue, url: &str, max_bytes: u64) -> ReadableStreamDefaultReader {
    let convert = BODY_CONVERTER.with_borrow(Clone::clone);
    let reader = match convert {
        Some(convert) => convert(reader, url, max_bytes as f64),
        None => reader,
    };
    reader.unchecked_into()
}

async fn body(
    response: &Response,
    url: &str,
    max_bytes: u64,
    abort: &AbortController,
    timeout: &IdleTimeout,
    sink: &mut dyn BodySink,
) -> Result<(), Error> {
    let Some(stream) = response.body() else {
        return Ok(());
    };
    let reader = reader(stream.get_reader().into(), url, max_bytes);
    while let Some(chunk) = chunk(&JsFuture::from(reader.read()).await.map_err(network)?) {
        timeout.restart();
        // The response of a service worker or a blob may be one chunk.
        let mut slice = TimeSlice::start();
        let mut start = 0;
        while start < chunk.length() {
            let end = chunk.length().min(start + CHUNK_SIZE);
            if let Err(error) = sink.write(&chunk.subarray(start, end).to_vec()) {
                // The error counts, whether or not the stream can be cancelled.
                let _ = reader.cancel();
                return Err(error);
            }
            if !slice.yield_if_due(abort).await {
                return Ok(());
            }
            start = end;
        }
    }
    Ok(())
}

/// The bytes of a read; `None` at the end of the stream.
#[inline(never)]
fn chunk(read: &JsValue) -> Option<Uint8Array> {
    let value = Reflect::get(read, &"value".into()).ok()?;
    (!value.is_undefined()).then(|| value.unchecked_into())
}

/// Reads why a request failed, or a document of XML is no feed.
#[inline(never)]
fn network(reason: JsValue) -> Error {
    let property = |name: &str| Reflect::get(&reason, &name.into()).ok()?.as_string();
    let message = property("message");
    let message = message.unwrap_or_else(|| "the server could not be reached".to_owned());
    match property("kind").as_deref() {
        Some("parse") => Error::parse(message),
        Some("shape") => Error::shape(message),
        _ => Error::network(message),
    }
}

/// Aborts a request after a time without a byte.
struct IdleTimeout {
    seconds: u32,
    abort: AbortController,
    expired: Rc<Cell<bool>>,
    timer: Cell<Option<Timeout>>,
}

impl IdleTimeout {
    fn new(seconds: u32, abort: AbortController) -> Self {
        let timeout = Self {
            seconds,
            abort,
            expired: Rc::default(),
            timer: Cell::default(),
        };
        timeout.restart();
        timeout
    }

    /// Restarts the timer: a byte has arrived.
    #[inline(never)]
    fn restart(&self) {
        let (abort, expired) = (self.abort.clone(), Rc::clone(&self.expired));
        let timer = Timeout::new(self.seconds.saturating_mul(1000), move || {
            expired.set(true);
            abort.abort();
        });
        self.timer.set(Some(timer));
    }

    fn has_expired(&self) -> bool {
        self.expired.get()
    }
}
