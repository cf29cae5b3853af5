//! The custom element's list.

mod attributes;
mod event_details;
mod event_sink;
mod own_cards;
mod props;
mod result_ids;
mod root;
mod script_engine;
mod widget;

pub use event_sink::EventSink;
pub use result_ids::ResultIds;
pub use widget::Widget;
