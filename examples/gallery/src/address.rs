//! The address of a page: `#/article-card`.

use crate::page::Page;
use crate::pages;

/// The page that the address names, or else the first one.
pub(crate) fn page() -> &'static Page {
    let hash = gloo_utils::window().location().hash().unwrap_or_default();
    let mut pages = pages::all();
    pages
        .find(|page| link(page.name) == hash)
        .unwrap_or(pages::FIRST)
}

/// The address of a page within the gallery: the component's name in lower case, with hyphens.
pub(crate) fn link(name: &str) -> String {
    let mut link = "#/".to_owned();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            link.push('-');
        }
        link.extend(letter.to_lowercase());
    }
    link
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn an_address_is_the_name_with_hyphens() {
        assert_eq!(link("ArticleCard"), "#/article-card");
        assert_eq!(link("Icon"), "#/icon");
    }
}
