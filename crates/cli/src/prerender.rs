//! `article-cards prerender`: renders the first cards as static HTML, for readers without scripts and
//! until scripts run.

mod ascii;
mod cards;
mod feed_file;
mod json_ld;
mod list_arguments;
mod markup;
mod page;
mod preload;
mod style;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use yew::AttrValue;

use self::feed_file::FeedFile;
use self::list_arguments::ListArguments;
use self::page::{Page, Region};
use self::style::Css;
use super::exit::Failure;
use super::exit::Status;
use super::finding::Finding;
use super::icu_locale::IcuLocale;
use super::{mapping, output, source_arguments};
use article_cards::browser::Formats;
use article_cards::components::{Localization, StaticCardsProps};
use article_cards::i18n::Messages;
use article_cards::store::{Settings, State};
use article_cards_core::defaults::FACETS;
use article_cards_core::feed::Options;
use article_cards_core::search::{Facet, IndexOptions};

/// Writes the first cards of a feed as static HTML, for the inside of <article-cards>
///
/// The cards are those that the widget shows first, in the same layout, without what needs scripts:
/// readers without scripts see them too, and nothing moves when the widget takes over. Structured
/// data (schema.org, JSON-LD) describes them to search engines.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// The feed, a JSON document; `-` is standard input
    #[arg(value_name = "FEED")]
    feed: PathBuf,

    /// The file to write; standard output if it is `-` or missing
    #[arg(short, long, value_name = "FILE", conflicts_with = "into")]
    output: Option<PathBuf>,

    /// The page to insert them into, between <!-- article-cards:begin --> and
    /// <!-- article-cards:end -->; attributes of its <article-cards> count as options
    #[arg(long, value_name = "PAGE")]
    into: Option<PathBuf>,

    /// Distinguishes several lists of a page, marked by <!-- article-cards:begin NAME -->
    #[arg(long, value_name = "NAME", value_parser = name)]
    name: Option<String>,

    /// URL that the feed will have, which links in it may be relative to
    #[arg(long, value_name = "URL", value_parser = address)]
    url: Option<String>,

    /// TOML file that maps fields to those of foreign items (title = "headline"), or a preset such as
    /// wordpress
    #[arg(long, value_name = "FILE|PRESET")]
    mapping: Option<PathBuf>,

    /// How the styles are included
    #[arg(long, value_name = "HOW", default_value = "inline")]
    css: Css,

    /// Where `--css link` writes the style sheet [default: article-cards.css beside the page]
    #[arg(long, value_name = "FILE")]
    css_file: Option<PathBuf>,

    /// URL that `--css link` links to [default: the name of the style sheet]
    #[arg(long, value_name = "URL")]
    css_url: Option<String>,

    /// The file preload.html of the npm package, whose tags are put between
    /// <!-- article-cards:preload:begin --> and <!-- article-cards:preload:end --> in the page's head,
    /// with addresses relative to the page
    #[arg(long, value_name = "FILE", requires = "into")]
    preload: Option<PathBuf>,

    /// Without structured data for search engines
    #[arg(long)]
    without_json_ld: bool,

    #[command(flatten)]
    list: ListArguments,
}

impl Arguments {
    /// Returns the file to write; `None` for standard output.
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
        false => Err("only ASCII letters, digits and single hyphens are allowed".to_owned()),
    }
}

fn address(text: &str) -> Result<String, String> {
    source_arguments::url(text).map(String::from)
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
    // Without articles there are no cards: the widget shows why.
    let cards = match state.shown() {
        [] => String::new(),
        _ => cards::render(properties)?,
    };

    if let Some((file, _)) = &sheet {
        output::write_text(Some(file), &style::sheet())?;
    }
    let style = match &sheet {
        Some((_, url)) => format!("<link rel=\"stylesheet\" href=\"{}\">\n", escaped(url)),
        None => format!("<style>\n{}</style>\n", style::sheet_for(&cards)),
    };
    let content = match page {
        Some(page) if !page.is_utf8() => ascii::escape_html(&cards) + &ascii::escape_json(&json_ld),
        _ => cards + &json_ld,
    };
    let tags = match (&arguments.preload, &arguments.into, page) {
        (Some(tags), Some(file), Some(page)) => Some(preload::tags(tags, file, page)?),
        _ => None,
    };
    let text = match page {
        Some(page) => {
            let (style, content) = match page.has(Region::Style) {
                true => (style, content),
                false => (String::new(), style + &content),
            };
            let mut contents = vec![(Region::Cards, content.as_str()), (Region::Style, &style)];
            contents.extend(tags.as_deref().map(|tags| (Region::Preload, tags)));
            page.with(&contents)
        }
        None => style + &content,
    };
    output::write_text(arguments.target(), &text)?;
    Ok(Status::of(findings))
}

fn read_page(file: &Path) -> Result<String, Failure> {
    let bytes = fs::read(file).map_err(|error| Failure::file("read the page", file, &error))?;
    String::from_utf8(bytes)
        .map_err(|_| page::failure(file, "the page is not UTF-8: save it as UTF-8"))
}

/// Returns where a linked style sheet is written, and its URL; `None` for inline styles.
fn sheet(arguments: &Arguments) -> Result<Option<(PathBuf, String)>, Failure> {
    if arguments.css == Css::Inline {
        return Ok(None);
    }
    let beside = (arguments.target()).map(|file| file.with_file_name(style::FILE));
    let file = arguments.css_file.clone().or(beside).ok_or_else(|| {
        Failure::new(
            "--css link writes a style sheet beside the page, but standard output has no folder: \
             name the file with --css-file",
        )
    })?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let url = arguments
        .css_url
        .clone()
        .unwrap_or_else(|| name.into_owned());
    Ok(Some((file, url)))
}

/// Returns the initial list and the number of findings, which are printed.
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
    let setup = arguments.list.setup(page, &mapping);
    let attribute = |name| page.and_then(|page: &Page<'_>| page.attribute(name));
    let (locale, locale_data) = locale(&arguments.list, page)?;
    let messages = Messages::in_language(&locale).unwrap_or_else(Messages::english);
    let locale_data = Rc::new(locale_data.with_plurals_of(&messages.language));
    let settings = Settings {
        index: IndexOptions {
            facets: Facet::parse_list(setup.list.facets.as_deref().unwrap_or(FACETS)),
            with_unpublished: setup.list.with_unpublished,
            locale: locale_data.clone(),
        },
        only: setup.only,
        only_loaded: false,
        page_size: setup.list.page_size,
        paging: setup.list.paging,
        skip: setup.list.skip,
        start: Rc::new(setup.query.clone()),
    };
    let src = attribute("src").and_then(|src| address(src).ok());
    let source = FeedFile::new(&arguments.feed, arguments.url.as_deref().or(src.as_deref()));
    let options = Options {
        mapping,
        page_src: attribute("page-src").map(str::to_owned),
        ..Options::default()
    };
    let (state, error) = source.state(options, settings, setup.query)?;

    let name = source.name();
    let mut findings: Vec<_> = setup
        .invalid
        .into_iter()
        .map(|it| Finding::warning(&name, it))
        .collect();
    findings.extend(findings_of(&state, &name));
    findings.extend(error.map(|error| Finding::truncated(&name, &error)));
    let mut error = std::io::stderr().lock();
    for finding in &findings {
        // Ignores a closed standard error: the exit status is still correct.
        _ = writeln!(error, "{finding}");
    }
    let needs_address = |it: &Finding| it.path == "nextPage" || it.is_about_url;
    if !source.has_address() && findings.iter().any(needs_address) {
        let hint = "    give the URL that the feed will have with --url: relative URLs in it are resolved against it";
        _ = writeln!(error, "{hint}");
    }
    let id_prefix = match &arguments.name {
        Some(name) => AttrValue::from(format!("ac-{name}")),
        None => AttrValue::Static("ac"),
    };
    let properties = StaticCardsProps {
        list: Rc::new(setup.list).into(),
        state: Rc::new(state).into(),
        localization: Localization::new(Rc::new(messages), Formats::with_formatter(locale_data)),
        id_prefix,
    };
    Ok((properties, findings.len()))
}

/// Returns the locale and its data. As in the element, invalid attributes of the page count as
/// absent.
fn locale(setup: &ListArguments, page: Option<&Page<'_>>) -> Result<(String, IcuLocale), Failure> {
    let attribute = |name| page.and_then(|page: &Page<'_>| page.attribute(name));
    let is_locale = |locale: &&str| IcuLocale::new(locale, "UTC").is_ok();
    let is_zone = |zone: &&str| IcuLocale::new("en", zone).is_ok();
    let language = || page.and_then(|page: &Page<'_>| page.language());
    let locale = (setup.locale.as_deref())
        .or_else(|| attribute("locale").filter(is_locale))
        .or_else(|| attribute("lang").filter(is_locale))
        .or_else(|| language().filter(is_locale))
        .unwrap_or("en");
    let time_zone = (setup.time_zone.as_deref())
        .or_else(|| attribute("time-zone").filter(is_zone))
        .unwrap_or("UTC");
    let locale_data = IcuLocale::new(locale, time_zone).map_err(Failure::new)?;
    Ok((locale.to_owned(), locale_data))
}

/// Returns the findings about a feed and the query.
fn findings_of(state: &State, name: &str) -> Vec<Finding> {
    let feed = state.feed();
    let diagnostics = feed.into_iter().flat_map(|feed| feed.diagnostics().iter());
    let mut findings: Vec<_> = diagnostics
        .map(|it| Finding::diagnostic(name, it.clone()))
        .collect();
    if state.shown().is_empty() {
        findings.push(match state.searched() {
            0 => Finding::warning(name, "there is no article to show"),
            all => {
                let none = format!("none of {all} articles matches the query");
                Finding::warning(name, none)
            }
        });
    }
    findings
}

fn json_ld(properties: &StaticCardsProps) -> String {
    let state = &properties.state;
    let title = state.feed().and_then(|feed| feed.title());
    let name = properties.list.label.as_deref().or(title);
    let json = json_ld::item_list(name, state.shown());
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// Escapes a text for an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
