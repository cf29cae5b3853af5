//! `article-cards prerender`: the first cards as static HTML, for readers without scripts and
//! before they run.

mod ascii;
mod cards;
mod json_ld;
mod look;
mod markup;
mod page;
mod reading;
mod style;
mod tidy;
mod writing;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use yew::AttrValue;

use self::look::LookArguments;
use self::page::Page;
use self::reading::Source;
use self::style::Css;
use super::cldr::Cldr;
use super::failure::Failure;
use super::finding::Finding;
use super::mapping;
use super::status::Status;
use article_cards::browser::Formats;
use article_cards::components::{Localization, StaticCardsProps};
use article_cards::i18n::Messages;
use article_cards::store::{Settings, State};
use article_cards_core::feed::Options;
use article_cards_core::search::{Facet, IndexOptions};

/// Writes the first cards of a feed as static HTML, for the inside of <article-cards>
///
/// The cards are those that the widget shows first, at the same places, with whatever needs no
/// script: readers without scripts have them all the same, and nothing moves when the widget takes
/// over. Beside them stands what they are about, for search engines (schema.org, JSON-LD).
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// The feed, a document of JSON; `-` is standard input
    #[arg(value_name = "FEED")]
    feed: PathBuf,

    /// The file to write; `-`, and without it: standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "into")]
    output: Option<PathBuf>,

    /// The page to put them into, between <!-- article-cards:begin --> and
    /// <!-- article-cards:end -->; what its <article-cards> says counts as options
    #[arg(long, value_name = "PAGE")]
    into: Option<PathBuf>,

    /// Tells several lists of one page apart: its marks are <!-- article-cards:begin NAME -->
    #[arg(long, value_name = "NAME", value_parser = name)]
    name: Option<String>,

    /// Address that the feed will have: links in it may be relative to that
    #[arg(long, value_name = "URL", value_parser = address)]
    url: Option<String>,

    /// Which foreign fields stand for ours, as TOML: title = "headline"
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,

    /// How the styles come into the page
    #[arg(long, value_name = "HOW", default_value = "inline")]
    css: Css,

    /// Where `--css link` writes the sheet [default: article-cards.css beside the page]
    #[arg(long, value_name = "FILE")]
    css_file: Option<PathBuf>,

    /// Address that `--css link` links to [default: the sheet's name]
    #[arg(long, value_name = "URL")]
    css_url: Option<String>,

    /// Without what search engines read
    #[arg(long)]
    without_json_ld: bool,

    #[command(flatten)]
    look: LookArguments,
}

impl Arguments {
    /// The file to write; nothing: standard output.
    fn target(&self) -> Option<&Path> {
        let output = self
            .output
            .as_deref()
            .filter(|file| *file != Path::new("-"));
        self.into.as_deref().or(output)
    }
}

fn name(text: &str) -> Result<String, String> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    match !text.is_empty() && !text.contains("--") && text.chars().all(is_letter) {
        true => Ok(text.to_owned()),
        false => Err("only letters of English, digits and single hyphens".to_owned()),
    }
}

fn address(text: &str) -> Result<String, String> {
    match url::Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(url.into()),
        Ok(_) => Err("not an http(s) address".to_owned()),
        Err(error) => Err(format!("{error}; it must be whole, as https://…")),
    }
}

/// Runs the subcommand.
pub(super) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    let text = arguments.into.as_deref().map(read_page).transpose()?;
    let page = match (&arguments.into, &text) {
        (Some(file), Some(text)) => {
            let page = Page::read(text, arguments.name.as_deref());
            Some(page.map_err(|why| page::failure(file, &why))?)
        }
        _ => None,
    };
    let page = page.as_ref();
    let sheet = sheet(arguments)?;
    let (properties, findings) = list(arguments, page)?;
    let state = Rc::clone(&properties.state);
    let json_ld = match arguments.without_json_ld || state.shown().is_empty() {
        true => String::new(),
        false => json_ld(&properties),
    };
    // Of nothing there are no cards: the widget shows why.
    let cards = match state.shown() {
        [] => String::new(),
        _ => cards::render(properties)?,
    };

    if let Some((file, _)) = &sheet {
        writing::write(Some(file), &style::sheet())?;
    }
    let style = match &sheet {
        Some((_, url)) => format!("<link rel=\"stylesheet\" href=\"{}\">\n", escaped(url)),
        None => format!("<style>\n{}</style>\n", style::sheet_for(&cards)),
    };
    let content = match page {
        Some(page) if !page.is_utf8() => ascii::markup(&cards) + &ascii::json(&json_ld),
        _ => cards + &json_ld,
    };
    let text = match page {
        Some(page) if page.has_style() => page.with(&content, &style),
        Some(page) => page.with(&(style + &content), ""),
        None => style + &content,
    };
    writing::write(arguments.target(), &text)?;
    Ok(Status::of(findings))
}

fn read_page(file: &Path) -> Result<String, Failure> {
    let bytes = fs::read(file).map_err(|error| Failure::file("read the page", file, &error))?;
    String::from_utf8(bytes)
        .map_err(|_| page::failure(file, "the page is not in UTF-8: save it as such"))
}

/// Where a linked sheet is written, and its address; nothing where it is not linked.
fn sheet(arguments: &Arguments) -> Result<Option<(PathBuf, String)>, Failure> {
    if arguments.css == Css::Inline {
        return Ok(None);
    }
    let beside = (arguments.target()).map(|file| file.with_file_name(style::FILE));
    let file = arguments.css_file.clone().or(beside).ok_or_else(|| {
        Failure::new(
            "--css link writes a sheet beside the page, and standard output has no place: \
             say where with --css-file",
        )
    })?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let url = arguments
        .css_url
        .clone()
        .unwrap_or_else(|| name.into_owned());
    Ok(Some((file, url)))
}

/// The list as it begins, and how much was found wrong with it, which is told.
fn list(
    arguments: &Arguments,
    page: Option<&Page<'_>>,
) -> Result<(StaticCardsProps, usize), Failure> {
    let mapping = arguments
        .mapping
        .as_deref()
        .map(mapping::read)
        .transpose()?;
    let mapping = mapping.unwrap_or_default();
    let look = arguments.look.look(page, &mapping);
    let attribute = |name| page.and_then(|page: &Page<'_>| page.attribute(name));
    let (locale, cldr) = locale(&arguments.look, page)?;
    let messages = Messages::in_language(&locale).unwrap_or_else(Messages::english);
    let cldr = Rc::new(cldr.speaking(&messages.language));
    let settings = Settings {
        index: IndexOptions {
            facets: Facet::parse_list(&look.list.facets),
            with_unpublished: look.list.with_unpublished,
            locale: cldr.clone(),
        },
        only: look.only,
        page_size: look.list.page_size,
        paging: look.list.paging,
    };
    let src = attribute("src").and_then(|src| address(src).ok());
    let source = Source::new(&arguments.feed, arguments.url.as_deref().or(src.as_deref()));
    let options = Options {
        mapping,
        page_src: attribute("page-src").map(str::to_owned),
        ..Options::default()
    };
    let state = source.state(options, settings, look.query)?;

    let name = source.name();
    let mut findings: Vec<_> = look
        .unread
        .into_iter()
        .map(|it| Finding::warning(&name, it))
        .collect();
    findings.extend(wrong(&state, &name));
    let mut error = std::io::stderr().lock();
    for finding in &findings {
        // Where nobody listens any more the exit status still tells.
        _ = writeln!(error, "{finding}");
    }
    let needs_address = |it: &Finding| it.path == "nextPage" || it.is_about_url;
    if !source.has_address() && findings.iter().any(needs_address) {
        let hint =
            "    say with --url where the feed will be: relative addresses in it count from there";
        _ = writeln!(error, "{hint}");
    }
    let id_prefix = match &arguments.name {
        Some(name) => AttrValue::from(format!("ac-{name}")),
        None => AttrValue::Static("ac"),
    };
    let properties = StaticCardsProps {
        list: Rc::new(look.list).into(),
        state: Rc::new(state).into(),
        localization: Localization::new(Rc::new(messages), Formats::with_formatter(cldr)),
        id_prefix,
    };
    Ok((properties, findings.len()))
}

/// The locale with its data: as in the element, what the page says and can't be read counts
/// as absent.
fn locale(look: &LookArguments, page: Option<&Page<'_>>) -> Result<(String, Cldr), Failure> {
    let attribute = |name| page.and_then(|page: &Page<'_>| page.attribute(name));
    let is_locale = |locale: &&str| Cldr::new(locale, "UTC").is_ok();
    let is_zone = |zone: &&str| Cldr::new("en", zone).is_ok();
    let language = || page.and_then(|page: &Page<'_>| page.language());
    let locale = (look.locale.as_deref())
        .or_else(|| attribute("locale").filter(is_locale))
        .or_else(|| attribute("lang").filter(is_locale))
        .or_else(|| language().filter(is_locale))
        .unwrap_or("en");
    let time_zone = (look.time_zone.as_deref())
        .or_else(|| attribute("time-zone").filter(is_zone))
        .unwrap_or("UTC");
    let cldr = Cldr::new(locale, time_zone).map_err(Failure::new)?;
    Ok((locale.to_owned(), cldr))
}

/// What is wrong with a feed and with what was asked of it.
fn wrong(state: &State, name: &str) -> Vec<Finding> {
    let feed = state.feed();
    let diagnostics = feed.into_iter().flat_map(|feed| feed.diagnostics().iter());
    let mut wrong: Vec<_> = diagnostics
        .map(|it| Finding::diagnostic(name, it.clone()))
        .collect();
    if state.shown().is_empty() {
        wrong.push(match state.searched() {
            0 => Finding::warning(name, "there is no article to show"),
            all => {
                let none = format!("of {all} articles none matches what is asked for");
                Finding::warning(name, none)
            }
        });
    }
    wrong
}

fn json_ld(properties: &StaticCardsProps) -> String {
    let state = &properties.state;
    let title = state.feed().and_then(|feed| feed.title());
    let name = properties.list.label.as_deref().or(title);
    let json = json_ld::item_list(name, state.shown());
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// A text as the value of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
