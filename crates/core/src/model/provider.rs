use super::Image;

/// Who publishes an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// The name.
    pub name: Option<String>,
    /// A host name, lower case, international ones in their ASCII form: `harbour.example`.
    pub domain: Option<String>,
    /// Icons; the first is shown.
    pub images: Vec<Image>,
}

impl Provider {
    /// Returns the name, else the domain.
    ///
    /// ```
    /// use article_cards_core::model::Provider;
    ///
    /// let provider = Provider { domain: Some("hack.example".into()), ..Provider::default() };
    /// assert_eq!(provider.label(), Some("hack.example"));
    /// ```
    pub fn label(&self) -> Option<&str> {
        self.name.as_deref().or(self.domain.as_deref())
    }

    /// Returns the icon: the first picture.
    pub fn icon(&self) -> Option<&Image> {
        self.images.first()
    }
}
