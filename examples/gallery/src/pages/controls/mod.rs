//! Searching, filtering and sorting.

mod chips;
mod date_range;
mod facet_list;
mod filter_panel;
mod filters;
mod layout_choice;
mod score_range;
mod search_field;
mod sort_menu;
mod toolbar;

use crate::page::Page;

pub(crate) static PAGES: [Page; 10] = [
    toolbar::PAGE,
    search_field::PAGE,
    sort_menu::PAGE,
    layout_choice::PAGE,
    chips::PAGE,
    filters::PAGE,
    filter_panel::PAGE,
    facet_list::PAGE,
    date_range::PAGE,
    score_range::PAGE,
];
