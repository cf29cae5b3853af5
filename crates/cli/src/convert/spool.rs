//! Temporary storage for articles until they are written: in memory while they are few, else in a
//! temporary file, so that a feed may be larger than memory.

use std::io::{self, Read, Seek, SeekFrom, Write};

use tempfile::SpooledTempFile;

/// The number of bytes that stay in memory.
const IN_MEMORY: usize = 64 << 20;

/// The position of a stored article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spooled {
    start: u64,
    length: usize,
}

/// Stores the JSON of articles.
#[derive(Debug)]
pub(super) struct Spool {
    file: SpooledTempFile,
    end: u64,
    /// The article that was read last.
    buffer: Vec<u8>,
}

impl Default for Spool {
    fn default() -> Self {
        Self {
            file: SpooledTempFile::new(IN_MEMORY),
            end: 0,
            buffer: Vec::new(),
        }
    }
}

impl Spool {
    /// Stores an article. All are stored before the first is read.
    pub(super) fn push(&mut self, json: &str) -> io::Result<Spooled> {
        self.file.write_all(json.as_bytes())?;
        let start = self.end;
        self.end += json.len() as u64;
        Ok(Spooled {
            start,
            length: json.len(),
        })
    }

    /// Writes articles, one per line, with commas between them.
    pub(super) fn write_lines(
        &mut self,
        output: &mut dyn Write,
        articles: &[Spooled],
    ) -> io::Result<()> {
        for (number, article) in articles.iter().enumerate() {
            output.write_all(if number == 0 { b"\n" } else { b",\n" })?;
            output.write_all(self.get(*article)?)?;
        }
        Ok(())
    }

    /// Reads a stored article.
    fn get(&mut self, spooled: Spooled) -> io::Result<&[u8]> {
        self.buffer.resize(spooled.length, 0);
        self.file.seek(SeekFrom::Start(spooled.start))?;
        self.file.read_exact(&mut self.buffer)?;
        Ok(&self.buffer)
    }
}
