//! Presets of mappings, for the APIs of services.

use article_cards_core::feed::Mapping;

include!(concat!(env!("OUT_DIR"), "/mappings.rs"));

/// Returns the mapping of a preset, which is one of [`PRESETS`].
///
/// ```
/// use article_cards::mappings;
///
/// assert!(mappings::preset("wordpress").is_some());
/// assert_eq!(mappings::preset("tides"), None);
/// ```
pub fn preset(name: &str) -> Option<Mapping> {
    let at = PRESETS.iter().position(|own| *own == name)?;
    FILES.get(at).map(|json| Mapping::from_json(json))
}
