//! Parsers and formatters of what a feed writes as text: plain text, HTML fragments, URLs, dates,
//! durations, numbers.

mod character_references;
pub mod date;
pub(crate) mod decimal;
pub mod duration;
mod html;
mod html_image;
mod inline_tags;
pub(crate) mod language_tag;
mod plain_text;
mod quoted;
pub mod url;

pub(crate) use character_references::find_unknown;
#[cfg(feature = "xml")]
pub(crate) use character_references::{html_reference, windows_1252};
pub use character_references::{
    load as load_character_references, needs_table as needs_character_references,
};
#[cfg(feature = "xml")]
pub(crate) use html::each_attribute;
pub use html::without_tags;
pub use html_image::{HtmlImage, first_image};
pub use inline_tags::without_inline_tags;
pub(crate) use plain_text::is_white_space;
pub use plain_text::{escape_references, first_words, plain};
pub(crate) use quoted::MAX_QUOTED;
pub use quoted::quoted;
