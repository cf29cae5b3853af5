//! Files that come to be whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::super::failure::Failure;

/// Writes a file beside its place and moves it there; one that says the same already stays as it
/// is. Whether it was written.
///
/// # Errors
/// It can't be written. What was there is there still.
pub(super) fn write(file: &Path, text: &str) -> Result<bool, Failure> {
    // A link stays one, and what it leads to is replaced.
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    if fs::read(&file).is_ok_and(|now| now == text.as_bytes()) {
        return Ok(false);
    }
    replace(&file, text).map_err(|error| Failure::file("write", &file, &error))?;
    Ok(true)
}

fn replace(file: &Path, text: &str) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    // As any other program would make it: others are to read it as well.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    new.write_all(text.as_bytes())?;
    if let Ok(now) = fs::metadata(file) {
        new.as_file().set_permissions(now.permissions())?;
    }
    new.persist(file).map_err(|error| error.error)?;
    Ok(())
}
