//! The list, and what it shows beside cards.

mod article_cards;
mod empty_message;
mod error_message;
mod no_results_suggestions;
mod pager;
mod skeletons;

use crate::page::Page;

pub(crate) static PAGES: [Page; 6] = [
    article_cards::PAGE,
    skeletons::PAGE,
    empty_message::PAGE,
    no_results_suggestions::PAGE,
    error_message::PAGE,
    pager::PAGE,
];
