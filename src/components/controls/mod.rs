//! Searching, filtering and sorting.

pub(super) mod chips;
pub(super) mod date_range;
pub(super) mod facet_list;
pub(super) mod field_names;
pub(super) mod filter_panel;
pub(super) mod filters;
pub(super) mod layout_choice;
mod range_field;
pub(super) mod saved_filter;
mod score_range;
mod search_field;
pub(super) mod sort_menu;
pub(super) mod toolbar;
pub(super) mod updater;

pub use chips::{Chips, ChipsProps};
pub use date_range::{DateRange, DateRangeProps};
pub use facet_list::{FacetList, FacetListProps};
pub use filter_panel::{FilterPanel, FilterPanelProps};
pub use filters::{Filters, FiltersProps};
pub use layout_choice::{LayoutChoice, LayoutChoiceProps};
pub use score_range::{ScoreRange, ScoreRangeProps};
pub use search_field::{SearchField, SearchFieldProps};
pub use sort_menu::{SortMenu, SortMenuProps};
pub use toolbar::{Toolbar, ToolbarProps};
