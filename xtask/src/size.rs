//! `cargo xtask size`: what a page loads of the package, and its limit.

mod shares;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::embedders::{self, VISIT};
use crate::generate::marks;
use crate::module::gzip_size;
use crate::package;
use crate::process::log;
use crate::project::Project;

/// Measure what a page loads of the package.
///
/// Builds the npm package, and measures what a page with its script tag loads of it: the module,
/// and the script `auto.js`, which contains the element and its styles.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Measure the first visit of such a page in the browser instead, its own files included
    #[arg(long, group = "mode")]
    visit: bool,
    /// Attribute the bytes to features instead
    #[arg(long, group = "mode")]
    shares: bool,
    /// Fail if the total, gzipped, is above the limit
    #[arg(long, group = "mode")]
    check: bool,
    /// Write the table to docs/size.md
    #[arg(long)]
    write: bool,
}

/// The limit for module and script together, in bytes, gzipped. Lower it when the widget gets
/// smaller. The target is 222,000.
const LIMIT: usize = 319_000;

/// The limit for what `article-cards/engine` loads, in bytes, gzipped. The target is 100,000.
const ENGINE_LIMIT: usize = 113_700;

/// The limit for what a feed of XML loads beside these, in bytes, gzipped. The target is 35,000.
const XML_LIMIT: usize = 49_000;

const DOCUMENT: &str = "docs/size.md";

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    package::build(project)?;
    let (mark, table) = if args.visit {
        embedders::measure_visit()?;
        let table = fs::read_to_string(VISIT).with_context(|| format!("cannot read {VISIT}"))?;
        ("visit", table)
    } else {
        let sizes = measure()?;
        let (mark, table) = if args.shares {
            let [(_, wasm), (_, script), ..] = sizes;
            ("shares", shares::table(project, script, wasm)?)
        } else {
            ("size", table(&sizes))
        };
        println!("\n{table}");
        if args.check {
            check_limits(&sizes)?;
        }
        (mark, table)
    };
    if args.write {
        write_document(mark, &table)?;
    }
    Ok(())
}

/// Measures the package in pkg/, and fails if it is above the limit.
pub(crate) fn check() -> Result<()> {
    let sizes = measure()?;
    println!("{}", table(&sizes));
    check_limits(&sizes)
}

/// The size of one or several files.
#[derive(Clone, Copy)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Bytes {
    fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// The rows of the table: module, script and their total, the engine alone, and the reader of XML.
type Sizes = [(&'static str, Bytes); 5];

fn measure() -> Result<Sizes> {
    let [wasm, js] = package::LOADED.map(|file| sizes_of(Path::new(file)));
    let (wasm, js) = (wasm?, js?);
    let [engine, xml] = [package::ENGINE_LOADED, package::XML_LOADED].map(|files| {
        let [wasm, js] = files.map(|file| sizes_of(Path::new(file)));
        wasm.and_then(|wasm| Ok(wasm.plus(js?)))
    });
    Ok([
        (".wasm", wasm),
        (".js", js),
        ("total", wasm.plus(js)),
        ("`article-cards/engine` alone", engine?),
        ("beside either, for a feed of XML", xml?),
    ])
}

fn sizes_of(file: &Path) -> Result<Bytes> {
    let name = file.display();
    let raw = fs::read(file).with_context(|| format!("cannot read {name}"))?;
    let mut brotli = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut raw.as_slice(), &mut brotli, &params)
        .with_context(|| format!("cannot compress {name}"))?;
    Ok(Bytes {
        raw: raw.len(),
        gzip: gzip_size(&raw),
        brotli: brotli.len(),
    })
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

fn check_limits(sizes: &Sizes) -> Result<()> {
    let [.., (_, total), (_, engine), (_, xml)] = sizes;
    check_limit("the widget", total.gzip, "LIMIT", LIMIT)?;
    check_limit("the engine", engine.gzip, "ENGINE_LIMIT", ENGINE_LIMIT)?;
    check_limit("the reader of XML", xml.gzip, "XML_LIMIT", XML_LIMIT)
}

fn check_limit(what: &str, bytes: usize, name: &str, limit: usize) -> Result<()> {
    ensure!(
        bytes <= limit,
        "{what} has {} bytes gzipped, {} above the limit: make it smaller, or raise {name} in xtask/src/size.rs and give the reason",
        grouped(bytes),
        grouped(bytes - limit)
    );
    log(format!(
        "{what}: {} of {} bytes gzipped, {} left",
        grouped(bytes),
        grouped(limit),
        grouped(limit - bytes)
    ));
    Ok(())
}

/// Puts the table between the marks of this name.
fn write_document(mark: &str, table: &str) -> Result<()> {
    let old = fs::read_to_string(DOCUMENT).with_context(|| format!("cannot read {DOCUMENT}"))?;
    ensure!(
        old.contains(&format!("<!-- {mark} -->")),
        "{DOCUMENT} needs the marks <!-- {mark} --> and <!-- /{mark} -->"
    );
    let new = marks::replaced(&old, mark, |_| Ok(table.to_owned()))?;
    if new != old {
        fs::write(DOCUMENT, new).with_context(|| format!("cannot write {DOCUMENT}"))?;
        log(format!("Wrote {DOCUMENT}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            [7, 1000, 1_234_567].map(grouped),
            ["7", "1,000", "1,234,567"]
        );
    }
}
