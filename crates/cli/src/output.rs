//! Writing files atomically.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use super::exit::Failure;

/// A file that is written completely but has not replaced its target yet.
#[derive(Debug)]
pub(super) struct Pending {
    /// Closed, since there may be more of them than a process may open.
    file: TempPath,
    target: PathBuf,
}

impl Pending {
    /// Writes a temporary file beside the target. Readers of the target see either the old file or
    /// the new one, never a part.
    pub(super) fn write(
        target: &Path,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Self, Failure> {
        let failure = |error: io::Error| Failure::file("write", target, &error);
        // A link is kept: the file it points to is replaced.
        let path = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let prefix = format!(".{name}.");
        let mut builder = Builder::new();
        builder.prefix(&prefix);
        permit(&mut builder);
        let file = builder.tempfile_in(folder).map_err(failure)?;
        if let Ok(metadata) = fs::metadata(&path) {
            file.as_file()
                .set_permissions(metadata.permissions())
                .map_err(failure)?;
        }
        let mut buffer = BufWriter::with_capacity(1 << 16, file.as_file());
        write(&mut buffer)
            .and_then(|()| buffer.flush())
            .map_err(failure)?;
        drop(buffer);
        Ok(Self {
            file: file.into_temp_path(),
            target: path,
        })
    }

    /// Moves the file to its target. If the target has the same contents already, it stays untouched,
    /// so that nothing that watches or caches it has to act.
    pub(super) fn publish(self) -> Result<(), Failure> {
        if is_same(&self.file, &self.target).unwrap_or(false) {
            return Ok(());
        }
        self.file
            .persist(&self.target)
            .map(drop)
            .map_err(|error| Failure::file("write", &self.target, &error.error))
    }
}

/// Returns whether two files have the same contents.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (one, other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(one), BufReader::new(other));
    loop {
        let (some, others) = (one.fill_buf()?, other.fill_buf()?);
        let length = some.len().min(others.len());
        if length == 0 {
            return Ok(some.len() == others.len());
        }
        if some.get(..length) != others.get(..length) {
            return Ok(false);
        }
        one.consume(length);
        other.consume(length);
    }
}

/// Lets others read the file as far as the umask permits, since it is made for a server.
#[cfg(unix)]
fn permit(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn permit(_: &mut Builder<'_, '_>) {}

/// Writes a document to a file or to standard output.
pub(super) fn write(
    target: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let failure = |name: &str, error: io::Error| match error.kind() {
        // The reader has closed the pipe: it needs no more.
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::new(format!("cannot write {name}: {error}"))),
    };
    match target {
        None => {
            let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
            write(&mut output)
                .and_then(|()| output.flush())
                .or_else(|error| failure("to standard output", error))
        }
        // Writes to pipes and devices instead of replacing them.
        Some(target) if fs::metadata(target).is_ok_and(|metadata| !metadata.is_file()) => {
            let name = target.display().to_string();
            let file = fs::OpenOptions::new().write(true).open(target);
            let mut output =
                BufWriter::new(file.map_err(|error| Failure::file("write", target, &error))?);
            write(&mut output)
                .and_then(|()| output.flush())
                .or_else(|error| failure(&name, error))
        }
        Some(target) => Pending::write(target, write)?.publish(),
    }
}

/// Writes a text to a file, unless the file has that text already, or to standard output.
///
/// # Errors
/// Fails if the file cannot be written; an existing file then keeps its contents.
pub(super) fn write_text(target: Option<&Path>, text: &str) -> Result<(), Failure> {
    let is_same = |file| fs::read(file).is_ok_and(|now| now == text.as_bytes());
    if target.is_some_and(is_same) {
        return Ok(());
    }
    write(target, |output: &mut dyn Write| {
        output.write_all(text.as_bytes())
    })
}
