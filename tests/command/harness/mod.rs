//! Runs the command in temporary folders.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test uses its part"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A temporary folder.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Creates a folder of articles from their names and front matter, each with an address.
    pub fn of_articles(articles: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, front_matter) in articles {
            let address = match front_matter.contains("webUrl:") {
                true => String::new(),
                false => format!("webUrl: https://harbour.example/{name}\n"),
            };
            folder.write(
                name,
                format!("---\n{front_matter}\n{address}---\nThe text.\n"),
            );
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, contents).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Returns the names of its files, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_article-cards"));
        command.args(arguments).current_dir(self.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::from(
            self.command(arguments)
                .stdin(Stdio::null())
                .output()
                .unwrap(),
        )
    }

    pub fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // The command may close its standard input early.
        let _ = stdin.write_all(input.as_ref());
        drop(stdin);
        Ran::from(child.wait_with_output().unwrap())
    }
}

/// The result of a run.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// Returns its output, and panics if there were findings.
    pub fn fine(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    pub fn articles(self) -> Vec<Value> {
        articles(&self.fine())
    }
}

pub fn articles(feed: &str) -> Vec<Value> {
    serde_json::from_str(feed).unwrap_or_else(|error| panic!("{error}: {feed}"))
}

/// Returns a field of each article, as text.
pub fn each(articles: &[Value], field: &str) -> Vec<String> {
    articles
        .iter()
        .map(|article| article[field].as_str().unwrap_or("-").to_owned())
        .collect()
}

/// Returns the folder with real data, if it is beside the project.
pub fn everyday() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/everyday");
    if !folder.is_dir() {
        eprintln!("skipped: no real data at {}", folder.display());
        return None;
    }
    Some(folder)
}
