use super::{Text, fill};

/// A plural category, by the rules of Unicode's CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// As in Arabic for 0.
    Zero,
    /// As in English for 1.
    One,
    /// As in Arabic for 2.
    Two,
    /// As in Polish for 2 to 4.
    Few,
    /// As in Polish for 5.
    Many,
    /// All the rest, and every number of a language without plural forms.
    Other,
}

/// A text about a number, with the forms that its language needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PluralText {
    /// Form for [`Plural::Zero`]; absent: `other`.
    pub zero: Option<Text>,
    /// Form for [`Plural::One`]; absent: `other`.
    pub one: Option<Text>,
    /// Form for [`Plural::Two`]; absent: `other`.
    pub two: Option<Text>,
    /// Form for [`Plural::Few`]; absent: `other`.
    pub few: Option<Text>,
    /// Form for [`Plural::Many`]; absent: `other`.
    pub many: Option<Text>,
    /// Form for all other numbers.
    pub other: Text,
}

impl PluralText {
    /// The forms of a language that, like English, tells one from more.
    pub fn one_other(one: impl Into<Text>, other: impl Into<Text>) -> Self {
        Self {
            one: Some(one.into()),
            ..Self::always(other)
        }
    }

    /// One form for every number.
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

    /// The form for a category, its `{count}` replaced by the number as it is to be shown.
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
