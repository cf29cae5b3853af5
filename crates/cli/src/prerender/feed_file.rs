//! Reads the feed, and as many of its pages as the first cards need.

use std::borrow::Cow;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use percent_encoding::percent_decode_str;
use url::Url;

use super::super::exit::Failure;
use article_cards::store::{Action, Settings, State, Trigger};
use article_cards_core::Error;
use article_cards_core::feed::{DocumentReader, Feed, Options};
use article_cards_core::search::QueryState;
use article_cards_core::text::url::UrlStandard;

/// The file of a feed, and the URL where readers find it.
pub(super) struct FeedFile<'s> {
    file: &'s Path,
    /// Without it, relative links are dropped and only one page is read.
    url: Option<String>,
}

impl<'s> FeedFile<'s> {
    /// Creates a feed file with the URL it will have.
    pub(super) fn new(file: &'s Path, url: Option<&str>) -> Self {
        Self {
            file,
            url: url.map(str::to_owned),
        }
    }

    /// Returns whether relative links in it can be resolved.
    pub(super) fn has_address(&self) -> bool {
        self.url.is_some()
    }

    fn is_standard_input(&self) -> bool {
        self.file.as_os_str() == "-"
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        if !self.is_standard_input() {
            return fs::read(self.file)
                .map_err(|error| Failure::file("read the feed", self.file, &error));
        }
        let mut bytes = Vec::new();
        match std::io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(Failure::file(
                "read the feed",
                Path::new("standard input"),
                &error,
            )),
        }
    }

    /// Returns its name in messages.
    pub(super) fn name(&self) -> String {
        match self.is_standard_input() {
            true => "standard input".to_owned(),
            false => self.file.display().to_string(),
        }
    }

    /// Reads the feed and returns the initial state of the list. Of a file that ends too early, this is
    /// what arrived whole, with the error.
    ///
    /// # Errors
    /// Fails if the file cannot be read or is not a feed.
    pub(super) fn state(
        &self,
        options: Options,
        settings: Settings,
        query: QueryState,
    ) -> Result<(State, Option<Error>), Failure> {
        let bytes = self.bytes()?;
        let (feed, error) = self.feed(options, &bytes).map_err(|error| {
            let hint = match bytes.starts_with(b"---") {
                true => "; `article-cards convert` makes feeds of Markdown",
                false => "",
            };
            Failure::new(format!("{}: {error}{hint}", self.name()))
        })?;
        let state = State::new(settings).reduce(Action::QueryReplaced(query, Trigger::Host));
        let mut state = state.reduce(Action::FeedLoaded(Rc::new(feed)));
        if state.misses_rest() {
            state = state.reduce(Action::LoadAll);
        }
        // Reads further pages, if they are beside the first as on the server.
        while state.needs_page() {
            let Some(grown) = state.feed().and_then(|feed| self.with_next_page(feed)) else {
                break;
            };
            state = state.reduce(Action::PageLoaded(Rc::new(grown)));
        }
        Ok((state, error))
    }

    fn feed(&self, options: Options, bytes: &[u8]) -> Result<(Feed, Option<Error>), Error> {
        let mut feed = Feed::new(options);
        let mut reader = DocumentReader::new(feed.options());
        reader.push(bytes)?;
        let (mut document, error) = reader.finish_partially(self.url.as_deref(), &UrlStandard)?;
        feed.append(&mut document, usize::MAX);
        Ok((feed, error))
    }

    /// Returns the feed with its next page added.
    fn with_next_page(&self, feed: &Feed) -> Option<Feed> {
        let url = feed.next_page()?;
        let bytes = fs::read(self.file_of(url)?).ok()?;
        let mut grown = feed.clone();
        grown.read(&bytes, Some(url), &UrlStandard).ok()?;
        Some(grown)
    }

    /// Returns the file of another URL in the same folder.
    fn file_of(&self, url: &str) -> Option<PathBuf> {
        let folder = Url::parse(self.url.as_deref()?).ok()?.join(".").ok()?;
        let url = Url::parse(url).ok()?;
        if url.origin() != folder.origin() {
            return None;
        }
        let path = url.path().strip_prefix(folder.path())?;
        let names: Vec<Cow<'_, str>> = path
            .split('/')
            .map(|name| percent_decode_str(name).decode_utf8().ok())
            .collect::<Option<_>>()?;
        let is_plain =
            |name: &Cow<'_, str>| !matches!(&**name, "" | "..") && !name.contains(['/', '\\']);
        names.iter().all(is_plain).then_some(())?;
        Some(
            names
                .iter()
                .fold(self.file.parent()?.to_owned(), |path, name| {
                    path.join(&**name)
                }),
        )
    }
}
