//! The files that are made.

use std::fs;
use std::io;
use std::path::Path;

use super::super::failure::Failure;
use super::super::output;

/// Writes a file, or to standard output; a file that says the same already stays as it is.
///
/// # Errors
/// It can't be written. What was there is there still.
pub(super) fn write(file: Option<&Path>, text: &str) -> Result<(), Failure> {
    let is_same = |file| fs::read(file).is_ok_and(|now| now == text.as_bytes());
    if file.is_some_and(is_same) {
        return Ok(());
    }
    output::write(file, |output: &mut dyn io::Write| {
        output.write_all(text.as_bytes())
    })
}
