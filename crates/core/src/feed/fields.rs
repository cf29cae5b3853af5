//! The fields of an article, declared once: their names in documents, and what searches, filters
//! and sorts by them.

use crate::model::Article;
use crate::text::duration;

/// What an article has in a property, for filters and facets.
pub(crate) enum Values {
    /// Nothing to filter by.
    None,
    /// A number or a date, which a range filters and a sort key compares.
    Number,
    Text(fn(&Article) -> Option<&str>),
    Texts(fn(&Article) -> &[String]),
    /// A text that is made from something else, and the number to sort by.
    Formatted(fn(&Article) -> Option<String>, fn(&Article) -> Option<u64>),
    /// A number, which a sort key compares.
    Count(fn(&Article) -> Option<u64>),
}

/// Something that an article has, whichever of its fields a document uses for it.
pub(crate) struct Property {
    /// The fields that it is read from; each counts only if those before it have no value.
    pub(crate) fields: &'static [Field],
    /// Whether its words are searched.
    pub(crate) is_searched: bool,
    pub(crate) values: Values,
}

macro_rules! properties {
    (@searched) => { false };
    (@searched searched) => { true };
    (
        $($($field:ident $name:literal)|+ => $values:expr $(, $searched:ident)?;)*
        @json_feed $($item_field:ident $item_name:literal;)*
    ) => {
        /// A field that is read from an entry. Its number is its tag in a packed entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Field { $($($field,)+)* $($item_field,)* }

        impl Field {
            /// All fields, by their numbers.
            pub(crate) const ALL: &[Field] =
                &[$($(Field::$field,)+)* $(Field::$item_field,)*];

            /// The fields that only items of a JSON Feed have.
            const OF_JSON_FEED: FieldSet = FieldSet::NONE.with(&[$(Field::$item_field,)*]);

            /// Returns the field of a name.
            #[cfg_attr(small_module, optimize(speed))]
            pub(crate) fn named(name: &str) -> Option<Field> {
                match name {
                    $($($name => Some(Field::$field),)+)*
                    $($item_name => Some(Field::$item_field),)*
                    _ => None,
                }
            }

            /// Returns the fields of the property that is read from this one, the preferred one first.
            // A table: every field of every article is read by it.
            pub(crate) fn alternatives(self) -> &'static [Field] {
                match self {
                    $($(Field::$field)|+ => const { &[$(Field::$field,)+] },)*
                    _ => &[],
                }
            }

            /// Returns the same fields as a set.
            pub(crate) fn alternative_set(self) -> FieldSet {
                match self {
                    $($(Field::$field)|+ => const { FieldSet::NONE.with(&[$(Field::$field,)+]) },)*
                    _ => FieldSet::NONE,
                }
            }

            /// Returns the name in documents.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $($(Field::$field => $name,)+)*
                    $(Field::$item_field => $item_name,)*
                }
            }
        }

        /// All properties, in the order in which they are written.
        const PROPERTIES: &[Property] = &[$(Property {
            fields: &[$(Field::$field,)+],
            is_searched: properties!(@searched $($searched)?),
            values: $values,
        },)*];
    };
}

// One row a property: the names that it is read from, the preferred one first; what filters compare;
// and whether search looks into it.
properties! {
    Id "id" => Values::Text(|article| Some(&article.id));
    Path "path" => Values::None;
    WebUrl "webUrl" | Link "link" | Permalink "permalink" | Url "url"
        => Values::Text(|article| article.web_url.as_deref());
    OriginalUrl "originalUrl" => Values::Text(|article| article.original_url.as_deref());
    Title "title" | Name "name" | Headline "headline"
        => Values::Text(|article| Some(&article.title)), searched;
    Excerpt "excerpt" | Summary "summary" | Description "description"
        => Values::Text(|article| article.excerpt.as_deref()), searched;
    PublishedDateTime "publishedDateTime" | PublishedAt "publishedAt" | PublishedAtSnake "published_at"
        | DatePublished "datePublished" | DatePublishedSnake "date_published" | PubDate "pubDate"
        | Date "date" => Values::Number;
    Type "type" => Values::Text(|article| Some(&article.kind));
    Category "category" | Categories "categories" => Values::Texts(|article| &article.categories);
    Topics "topics" | Tags "tags" | Keywords "keywords"
        => Values::Texts(|article| &article.topics), searched;
    Authors "authors" | Author "author" => Values::Texts(|article| &article.authors), searched;
    Quality "quality" => Values::Number;
    Heat "heat" => Values::Number;
    Published "published" => Values::None;
    Draft "draft" => Values::None;
    Removed "removed" => Values::None;
    Provider "provider" | Source "source"
        => Values::Text(|article| article.provider.as_ref()?.name.as_deref()), searched;
    Images "images" | Image "image" | Thumbnail "thumbnail" => Values::None;
    Related "related" | TopItems "topItems" => Values::None;
    Length "length" => Values::Formatted(
        |article| article.length.map(duration::format),
        |article| article.length.map(duration::approximate_seconds),
    );
    Price "price" => Values::Text(|article| article.price.as_deref());
    Levels "levels" => Values::Texts(|article| &article.levels);
    Members "members" => Values::Count(|article| article.members);
    Locale "locale" => Values::Text(|article| article.locale.as_deref());
    // Only items of a JSON Feed have these, which fill properties above.
    @json_feed
    ExternalUrl "external_url";
    ContentText "content_text";
    ContentHtml "content_html";
    BannerImage "banner_image";
    Language "language";
}

/// Iterates over the properties of an article: the names of the fields that each is read from, the
/// preferred one first.
#[cfg(not(target_arch = "wasm32"))]
pub fn property_names() -> impl Iterator<Item = Vec<&'static str>> {
    let names = |property: &Property| property.fields.iter().map(|field| field.name()).collect();
    PROPERTIES.iter().map(names)
}

/// Iterates over the names of the properties that filters compare.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn filterable_names() -> impl Iterator<Item = &'static str> {
    let filterable = PROPERTIES
        .iter()
        .filter(|property| property.is_filterable());
    filterable.filter_map(|property| Some(property.fields.first()?.name()))
}

impl Field {
    /// Returns whether only items of a JSON Feed have it.
    pub(crate) fn is_of_json_feed(self) -> bool {
        Self::OF_JSON_FEED.contains(self)
    }
}

impl Property {
    /// Returns the property that queries call by a name: the preferred one of its fields'.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        let field = Field::named(name)?;
        let mut properties = PROPERTIES.iter();
        properties.find(|property| property.fields.first() == Some(&field))
    }

    /// Returns the fields that decide its values.
    pub(crate) fn to_read(&self) -> FieldSet {
        let fields = FieldSet::NONE.with(self.fields);
        match self.fields {
            // Its other names count only without an original URL.
            [Field::WebUrl, ..] => fields.with(&[Field::OriginalUrl]),
            _ => fields,
        }
    }

    /// Returns whether filters compare its values.
    pub(crate) fn is_filterable(&self) -> bool {
        !matches!(
            self.values,
            Values::None | Values::Number | Values::Count(_)
        )
    }
}

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet(u64);

impl FieldSet {
    /// All fields.
    pub(crate) const ALL: Self = Self(u64::MAX);
    /// No field.
    pub(crate) const NONE: Self = Self(0);
    /// The fields whose words are searched.
    pub(crate) const SEARCHED: Self = Self::of_searched();
    /// The fields of numbers and dates.
    pub(crate) const NUMBERS: Self = Self::of_numbers();
    /// Beside the fields: whether more is read of a provider than its name.
    const WHOLE_PROVIDER: u64 = 1 << 63;

    const fn of_searched() -> Self {
        let (mut set, mut rest) = (Self::NONE, PROPERTIES);
        while let [property, others @ ..] = rest {
            if property.is_searched {
                set = set.with(property.fields);
            }
            rest = others;
        }
        set
    }

    const fn of_numbers() -> Self {
        let (mut set, mut rest) = (Self::NONE, PROPERTIES);
        while let [property, others @ ..] = rest {
            if matches!(property.values, Values::Number) {
                set = set.with(property.fields);
            }
            rest = others;
        }
        set
    }

    /// Adds fields; of a provider only its name.
    pub(crate) const fn with(self, fields: &[Field]) -> Self {
        let (mut bits, mut rest) = (self.0, fields);
        while let [first, others @ ..] = rest {
            bits |= 1 << *first as u32;
            rest = others;
        }
        Self(bits)
    }

    /// Returns the fields of either set.
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds all of the provider.
    pub(crate) const fn with_provider(self) -> Self {
        Self(self.with(&[Field::Provider, Field::Source]).0 | Self::WHOLE_PROVIDER)
    }

    /// Returns whether a field is in the set.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u32) != 0
    }

    /// Returns whether any field is in both sets.
    pub(crate) fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns whether all of the provider is in the set.
    pub(crate) fn has_whole_provider(self) -> bool {
        self.0 & Self::WHOLE_PROVIDER != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn every_field_is_documented() {
        let page = include_str!("../../../../docs/feeds.md");
        for field in Field::ALL {
            let name = format!("`{}`", field.name());
            assert!(page.contains(&name), "docs/feeds.md lacks {name}");
        }
    }
}
