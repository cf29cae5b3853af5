//! `cargo xtask size`: what a page loads of the package, and the limit of it.

mod shares;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use flate2::Compression;
use flate2::write::GzEncoder;
use lexopt::Parser;
use lexopt::prelude::*;

use crate::embedders::{self, VISIT};
use crate::error::{Context, Error, Result};
use crate::process::say;
use crate::project::Project;
use crate::{help, package};

const HELP: &str = "\
Usage: cargo xtask size [flags]

Builds the npm package, and prints what a page with its one script tag loads of it: the module,
and the script `auto.js`, which holds the element and its styles.

  --visit     measure instead a first visit of such a page, in the browser, its own files included
  --shares    tell instead what the bytes are spent on
  --check     fail if the total, gzipped, is above the limit in xtask/size-limit.txt
  --write     put the table into docs/size.md, between <!-- size --> and <!-- /size -->,
              <!-- visit --> and <!-- /visit -->, or <!-- shares --> and <!-- /shares -->
  -h, --help  this text
";

const LIMIT: &str = "xtask/size-limit.txt";
const DOCUMENT: &str = "docs/size.md";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let (mut check, mut write, mut visit, mut shares) = (false, false, false, false);
    while let Some(arg) = args.next()? {
        match arg {
            Long("visit") => visit = true,
            Long("shares") => shares = true,
            Long("check") => check = true,
            Long("write") => write = true,
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    if u8::from(visit) + u8::from(shares) + u8::from(check) > 1 {
        return Err(Error::usage(
            "--visit, --shares and --check are three things: choose one",
        ));
    }
    let project = Project::open()?;
    package::build(&project)?;
    if visit {
        embedders::visit()?;
        if write {
            let table = fs::read_to_string(VISIT).context(|| format!("cannot read {VISIT}"))?;
            write_document("visit", &table)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let sizes = measure()?;
    if shares {
        let [(_, wasm), (_, script), _] = sizes;
        let table = shares::table(&project, script, wasm)?;
        println!("\n{table}");
        if write {
            write_document("shares", &table)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    println!("\n{}", table(&sizes));
    if write {
        write_document("size", &table(&sizes))?;
    }
    if check {
        check_limit(&sizes)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures the package that was built, prints the table and fails if the limit is passed.
pub(crate) fn check() -> Result<()> {
    let sizes = measure()?;
    println!("{}", table(&sizes));
    check_limit(&sizes)
}

/// The bytes of one or several files.
#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl std::ops::AddAssign for Bytes {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// The rows of the table, the total last.
type Sizes = [(&'static str, Bytes); 3];

fn measure() -> Result<Sizes> {
    let [wasm, js] = package::LOADED.map(|file| weigh(Path::new(file)));
    let (wasm, js) = (wasm?, js?);
    let mut total = wasm;
    total += js;
    Ok([(".wasm", wasm), (".js", js), ("total", total)])
}

fn weigh(file: &Path) -> Result<Bytes> {
    let name = file.display();
    let mut raw = Vec::new();
    File::open(file)
        .and_then(|mut file| file.read_to_end(&mut raw))
        .context(|| format!("cannot read {name}"))?;
    let mut brotli = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut raw.as_slice(), &mut brotli, &params)
        .context(|| format!("cannot compress {name}"))?;
    Ok(Bytes {
        raw: raw.len(),
        gzip: gzip_size(&raw),
        brotli: brotli.len(),
    })
}

/// The bytes that a server sends for a file, gzipped as well as possible.
pub(crate) fn gzip_size(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)
        .and_then(|()| gzip.finish())
        .map(|compressed| compressed.len())
        .expect("writing to memory does not fail")
}

fn table(sizes: &Sizes) -> String {
    let mut text = "| bytes | raw | gzip | brotli |\n| --- | ---: | ---: | ---: |\n".to_owned();
    for (name, bytes) in sizes {
        let [raw, gzip, brotli] = [bytes.raw, bytes.gzip, bytes.brotli].map(grouped);
        text.push_str(&format!("| {name} | {raw} | {gzip} | {brotli} |\n"));
    }
    text
}

/// `1234567` as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn check_limit(sizes: &Sizes) -> Result<()> {
    let text = fs::read_to_string(LIMIT).context(|| format!("cannot read {LIMIT}"))?;
    let limit = limit(&text)?;
    let [.., (_, total)] = sizes;
    let total = total.gzip;
    if total > limit {
        return Err(Error::new(format!(
            "the package has {} bytes gzipped, {} above the limit: make it smaller, or raise the number in {LIMIT} and say why",
            grouped(total),
            grouped(total - limit)
        )));
    }
    say(format!(
        "{} of {} bytes gzipped: {} left",
        grouped(total),
        grouped(limit),
        grouped(limit - total)
    ));
    Ok(())
}

/// The one number in a text whose other lines are comments.
fn limit(text: &str) -> Result<usize> {
    let lines: Vec<_> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    match lines[..] {
        [number] => number
            .parse()
            .context(|| format!("{LIMIT}: {number:?} is no number of bytes")),
        _ => Err(Error::new(format!("{LIMIT} must hold one number of bytes"))),
    }
}

fn write_document(mark: &str, table: &str) -> Result<()> {
    let old = fs::read_to_string(DOCUMENT).context(|| format!("cannot read {DOCUMENT}"))?;
    let new = with_table(&old, mark, table)?;
    if new != old {
        fs::write(DOCUMENT, new).context(|| format!("cannot write {DOCUMENT}"))?;
        say(format!("{DOCUMENT} has the new sizes"));
    }
    Ok(())
}

/// The text with the table between the marks of this name.
fn with_table(text: &str, mark: &str, table: &str) -> Result<String> {
    let (open, close) = (format!("<!-- {mark} -->"), format!("<!-- /{mark} -->"));
    text.split_once(&open)
        .and_then(|(before, rest)| {
            let (_, after) = rest.split_once(&close)?;
            Some(format!("{before}{open}\n{table}{close}{after}"))
        })
        .ok_or_else(|| Error::new(format!("{DOCUMENT} needs the marks {open} and {close}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_one_number_among_comments() {
        assert_eq!(limit("# why\n\n 132000 \n").ok(), Some(132_000));
        for wrong in ["", "# 5", "1\n2", "many", "-1"] {
            assert!(limit(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            [7, 1000, 1_234_567].map(grouped),
            ["7", "1,000", "1,234,567"]
        );
    }

    #[test]
    fn the_table_replaces_the_last_one() {
        let text = "a\n<!-- size -->\nold\n<!-- /size -->\nb\n";
        let expected = "a\n<!-- size -->\nnew\n<!-- /size -->\nb\n";
        assert_eq!(
            with_table(text, "size", "new\n").ok().as_deref(),
            Some(expected)
        );
        assert!(with_table("no marks", "size", "new\n").is_err());
    }
}
