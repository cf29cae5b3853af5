//! RSS, Atom and RDF → the JSON of articles. One bad item costs only itself.

mod channel;
mod decode;
mod item;
mod names;

use roxmltree::{Document, ParsingOptions};

use super::finding::Finding;
use channel::Channel;
use item::Item;
use names::is;

/// A feed's articles, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Articles {
    /// A list of JSON.
    pub(super) json: String,
    /// The line of each.
    pub(super) lines: Vec<usize>,
}

/// Reads a document.
///
/// # Errors
/// It is not XML, or no feed.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Articles, Box<Finding>> {
    let text = decode::decode(bytes);
    let options = ParsingOptions {
        // Old RSS names its document type.
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(&text, options).map_err(|error| {
        let place = error.pos();
        let error = error.to_string();
        // The place has a place of its own.
        let message = error.split(" at ").next().unwrap_or_default();
        let finding = Finding::error(file, format!("not XML: {message}"));
        let finding = finding.at_line(place.row as usize);
        Box::new(finding.at_column(place.col as usize))
    })?;
    let root = document.root_element();
    let name = root.tag_name().name();
    if !matches!(name, "rss" | "RDF" | "feed" | "entry") {
        let message = format!("no known feed: <{name}> was found instead of RSS, Atom or RDF");
        let line = document.text_pos_at(root.range().start).row as usize;
        return Err(Box::new(Finding::error(file, message).at_line(line)));
    }
    // RDF has its items beside the channel, RSS inside.
    let channel = root.children().find(|child| is(*child, "channel"));
    let about = Channel::read(channel.unwrap_or(root));
    let items = root
        .descendants()
        .filter(|node| is(*node, "item") || is(*node, "entry"))
        .filter(|node| match node.parent() {
            Some(parent) => parent == root || Some(parent) == channel || parent.is_root(),
            None => false,
        });
    let mut articles = Articles::default();
    let mut list = Vec::new();
    for node in items {
        list.push(Item::read(node, &about));
        articles
            .lines
            .push(document.text_pos_at(node.range().start).row as usize);
    }
    // Plain data can't fail to be written.
    articles.json = serde_json::to_string(&list).unwrap_or_default();
    Ok(articles)
}
