use super::{Text, fill};

/// A plural category of [Unicode's CLDR](https://cldr.unicode.org/index/cldr-spec/plural-rules).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// In Arabic, 0.
    Zero,
    /// In English, 1.
    One,
    /// In Arabic, 2.
    Two,
    /// In Polish, 2 to 4.
    Few,
    /// In Polish, 5.
    Many,
    /// All other numbers, and every number of a language without plural forms.
    Other,
}

/// A text about a number, with the plural forms of its language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PluralText {
    /// Form for [`Plural::Zero`], if it differs from `other`.
    pub zero: Option<Text>,
    /// Form for [`Plural::One`], if it differs from `other`.
    pub one: Option<Text>,
    /// Form for [`Plural::Two`], if it differs from `other`.
    pub two: Option<Text>,
    /// Form for [`Plural::Few`], if it differs from `other`.
    pub few: Option<Text>,
    /// Form for [`Plural::Many`], if it differs from `other`.
    pub many: Option<Text>,
    /// Form for all other numbers.
    pub other: Text,
}

impl PluralText {
    /// A text with the forms `one` and `other`, as in English.
    pub fn one_other(one: impl Into<Text>, other: impl Into<Text>) -> Self {
        Self {
            one: Some(one.into()),
            ..Self::always(other)
        }
    }

    /// A text with one form for every number.
    pub fn always(other: impl Into<Text>) -> Self {
        Self {
            other: other.into(),
            ..Self::default()
        }
    }

    /// The form for a category.
    pub fn form(&self, plural: Plural) -> &str {
        let form = match plural {
            Plural::Zero => &self.zero,
            Plural::One => &self.one,
            Plural::Two => &self.two,
            Plural::Few => &self.few,
            Plural::Many => &self.many,
            Plural::Other => &None,
        };
        form.as_deref().unwrap_or(&self.other)
    }

    /// The form for a category with `{count}` replaced by `count`, the formatted number.
    ///
    /// ```
    /// use article_cards::i18n::{Messages, Plural};
    ///
    /// let articles = Messages::english().articles;
    /// assert_eq!(articles.fill(Plural::One, "1"), "1 article");
    /// assert_eq!(articles.fill(Plural::Other, "1,204"), "1,204 articles");
    /// ```
    pub fn fill(&self, plural: Plural, count: &str) -> String {
        fill(self.form(plural), &[("count", count)])
    }
}
