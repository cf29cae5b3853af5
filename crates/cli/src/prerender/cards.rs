//! The cards as HTML.

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

use super::super::failure::Failure;
use super::tidy::tidy;
use article_cards::components::{StaticCards, StaticCardsProps};

/// Renders the cards.
///
/// # Errors
/// There is no thread to render on.
pub(super) fn render(properties: StaticCardsProps) -> Result<String, Failure> {
    let runtime = Builder::new_current_thread()
        .build()
        .map_err(|error| Failure::new(format!("cannot begin to render: {error}")))?;
    let renderer = LocalServerRenderer::<StaticCards>::with_props(properties).hydratable(false);
    let html = LocalSet::new().block_on(&runtime, renderer.render());
    Ok(lines(&tidy(&html)))
}

/// A card a line, so that a page's changes can be read.
fn lines(html: &str) -> String {
    let mut html = html.replace("<li class=\"ac-x-cell\">", "\n<li class=\"ac-x-cell\">");
    html.push('\n');
    html
}
