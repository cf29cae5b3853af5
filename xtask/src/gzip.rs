//! How long a file is as servers send it.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::{Context, Result};

/// The bytes of a text or a module, gzipped as well as it can be.
pub(crate) fn length(bytes: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)
        .and_then(|()| gzip.finish())
        .map(|packed| packed.len())
        .context(|| "cannot compress by gzip".to_owned())
}
