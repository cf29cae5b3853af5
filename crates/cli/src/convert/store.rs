//! Articles that wait for their place in the feed: in memory as long as they are few, else in a
//! temporary file, so that a feed may be larger than memory.

use std::io::{self, Read, Seek, SeekFrom, Write};

use tempfile::SpooledTempFile;

/// How many bytes of articles are kept in memory.
const IN_MEMORY: usize = 64 << 20;

/// Where an article is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    start: u64,
    length: usize,
}

/// The JSON of articles.
#[derive(Debug)]
pub(super) struct Store {
    file: SpooledTempFile,
    end: u64,
    /// The article that was asked for last.
    buffer: Vec<u8>,
}

impl Default for Store {
    fn default() -> Self {
        Self {
            file: SpooledTempFile::new(IN_MEMORY),
            end: 0,
            buffer: Vec::new(),
        }
    }
}

impl Store {
    /// Keeps an article. All are kept before the first is asked for.
    pub(super) fn keep(&mut self, json: &str) -> io::Result<Place> {
        self.file.write_all(json.as_bytes())?;
        let start = self.end;
        self.end += json.len() as u64;
        Ok(Place {
            start,
            length: json.len(),
        })
    }

    /// An article that is kept.
    pub(super) fn get(&mut self, place: Place) -> io::Result<&[u8]> {
        self.buffer.resize(place.length, 0);
        self.file.seek(SeekFrom::Start(place.start))?;
        self.file.read_exact(&mut self.buffer)?;
        Ok(&self.buffer)
    }
}
