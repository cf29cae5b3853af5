//! The pages: one for each public component.

mod card;
mod controls;
mod foundation;
mod list;

use crate::page::Page;

/// The page at the address of the gallery itself.
pub(crate) static FIRST: &Page = &list::PAGES[0];

/// Pages below one heading of the navigation.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    pub(crate) pages: &'static [Page],
}

/// All pages, in the order of the navigation.
pub(crate) static GROUPS: [Group; 4] = [
    Group {
        name: "Lists",
        pages: &list::PAGES,
    },
    Group {
        name: "Cards",
        pages: &card::PAGES,
    },
    Group {
        name: "Controls",
        pages: &controls::PAGES,
    },
    Group {
        name: "Foundation",
        pages: &foundation::PAGES,
    },
];

/// All pages.
pub(crate) fn all() -> impl Iterator<Item = &'static Page> {
    GROUPS.iter().flat_map(|group| group.pages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source;

    /// The files that say which components are public.
    const EXPORTS: [&str; 4] = [
        include_str!("../../../../src/components/primitives/icon.rs"),
        include_str!("../../../../src/components/card/mod.rs"),
        include_str!("../../../../src/components/controls/mod.rs"),
        include_str!("../../../../src/components/list/mod.rs"),
    ];

    #[test]
    fn each_public_component_has_a_page() {
        let exports = EXPORTS.concat();
        let words = exports.split(|letter: char| !letter.is_alphanumeric());
        let components = words.filter_map(|word| word.strip_suffix("Props"));
        // For pages without scripts, and for the custom element.
        let others = ["", "StaticCards", "Query"];
        let components = components.filter(|name| !others.contains(name));
        for component in components {
            assert!(all().any(|page| page.name == component), "{component}");
        }
    }

    #[test]
    fn each_state_is_in_the_source_of_its_page() {
        for page in all() {
            assert!(!page.about().is_empty(), "{}", page.name);
            for state in page.states {
                let place = format!("{}: {}", page.name, state.name);
                let source = source::state(page.source, state.name);
                let source = source.expect(&place);
                assert!(!source.title.is_empty(), "{place}");
                for line in source.code.lines() {
                    // What fits beside the state; `html!` is not formatted by rustfmt.
                    assert!(line.chars().count() <= 80, "{place}: {line}");
                }
            }
        }
    }
}
