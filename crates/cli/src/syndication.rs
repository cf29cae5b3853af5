//! Converts RSS, Atom and RDF to the JSON of articles.

mod channel;
mod elements;
mod encoding;
mod item;
mod types;

use roxmltree::{Document, ParsingOptions};

use super::finding::Finding;
use channel::Channel;
use elements::is;
use item::Item;

/// The articles of a feed, and their positions.
#[derive(Debug, Default)]
pub(super) struct Articles {
    /// A JSON array.
    pub(super) json: String,
    /// The line of each article.
    pub(super) lines: Vec<usize>,
}

/// Reads a document.
///
/// # Errors
/// Fails if it is not XML, or not a feed.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Articles, Box<Finding>> {
    let text = encoding::decode(bytes);
    let options = ParsingOptions {
        // Old RSS has a document type.
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(&text, options).map_err(|error| {
        let position = error.pos();
        let error = error.to_string();
        // The position is part of the finding, not of its message.
        let message = error.split(" at ").next().unwrap_or_default();
        let finding = Finding::error(file, format!("not XML: {message}"));
        let finding = finding.at_line(position.row as usize);
        Box::new(finding.at_column(position.col as usize))
    })?;
    let root = document.root_element();
    let name = root.tag_name().name();
    if !matches!(name, "rss" | "RDF" | "feed" | "entry") {
        let message = format!("no known feed: <{name}> was found instead of RSS, Atom or RDF");
        let line = document.text_pos_at(root.range().start).row as usize;
        return Err(Box::new(Finding::error(file, message).at_line(line)));
    }
    // In RDF the items are beside the channel, in RSS inside.
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
    // Serializing plain data cannot fail.
    articles.json = serde_json::to_string(&list).unwrap_or_default();
    Ok(articles)
}
