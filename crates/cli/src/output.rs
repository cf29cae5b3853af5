//! Files that come to be whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use super::failure::Failure;

/// A file that is written and not in its place yet.
#[derive(Debug)]
pub(super) struct Pending {
    /// Closed, for there may be more of them than a process may have open.
    file: TempPath,
    target: PathBuf,
}

impl Pending {
    /// Writes a file beside its place, to be moved there: who reads the place has the old file or
    /// the new one, never half of one.
    pub(super) fn write(
        target: &Path,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Self, Failure> {
        let failure = |error: io::Error| Failure::file("write", target, &error);
        // A link stays one.
        let place = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        let folder = match place.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let prefix = format!(".{name}.");
        let mut builder = Builder::new();
        builder.prefix(&prefix);
        permit(&mut builder);
        let file = builder.tempfile_in(folder).map_err(failure)?;
        if let Ok(metadata) = fs::metadata(&place) {
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
            target: place,
        })
    }

    /// Moves it to its place. A file that says the same is left there as it is: those who watch it
    /// or keep copies have nothing to do.
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

/// Whether two files have the same bytes.
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

/// Others may read it, as far as the system lets new files be read: it is made for a server.
#[cfg(unix)]
fn permit(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn permit(_: &mut Builder<'_, '_>) {}

/// Writes one document to a file, or to standard output.
pub(super) fn write(
    target: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let failure = |name: &str, error: io::Error| match error.kind() {
        // Whoever reads has enough.
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
        // Pipes and devices are written to, not replaced.
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
