//! Patterns of addresses: `/:year/:month/:slug/`.

/// The names that a pattern may have after a colon, which [`Tokens`](super::tokens::Tokens) expands.
const TOKENS: [&str; 21] = [
    "year",
    "month",
    "day",
    "i_month",
    "i_day",
    "short_year",
    "y_day",
    "yearday",
    "hour",
    "minute",
    "second",
    "slug",
    "title",
    "categories",
    "section",
    "sections",
    "path",
    "filename",
    "contentbasename",
    "slugorcontentbasename",
    "output_ext",
];

/// The names that differ from article to article.
const IDENTIFYING: [&str; 6] = [
    "slug",
    "title",
    "path",
    "filename",
    "contentbasename",
    "slugorcontentbasename",
];

/// A pattern of addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Permalink(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Token(&'static str),
}

impl Permalink {
    /// Parses a pattern: a path, or a whole URL, in which `:name` is replaced.
    ///
    /// # Errors
    /// Fails if a name is unknown, or nothing differs from article to article.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(':') {
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let after = after.strip_prefix(':').unwrap_or_default();
            let is_name = |char: char| char.is_ascii_lowercase() || char == '_';
            let end = after.find(|char| !is_name(char)).unwrap_or(after.len());
            let (name, behind) = after.split_at_checked(end).unwrap_or_default();
            if name.is_empty() {
                // As in `https://`.
                pieces.push(Piece::Text(format!("{before}:")));
                rest = after;
                continue;
            }
            // `:year_:month` has an underscore behind a name.
            let known = |token: &&&str| **token == name || **token == name.trim_end_matches('_');
            let Some(token) = TOKENS.iter().find(known) else {
                let known: Vec<String> = TOKENS.iter().map(|token| format!(":{token}")).collect();
                return Err(format!("unknown :{name}; known are {}", known.join(" ")));
            };
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(Piece::Token(token));
            let underscores = name.strip_prefix(token).unwrap_or_default();
            rest = behind;
            pieces.push(Piece::Text(underscores.to_owned()));
        }
        pieces.push(Piece::Text(rest.to_owned()));
        pieces.retain(|piece| *piece != Piece::Text(String::new()));
        // A colon that begins no name is that of a scheme, or of a port behind it.
        let has_scheme = text.starts_with("https://") || text.starts_with("http://");
        let is_text = |piece: &Piece| matches!(piece, Piece::Text(text) if text.contains(':'));
        if !has_scheme && pieces.iter().any(is_text) {
            return Err("a colon without a name: begin with / or https://".to_owned());
        }
        let identifies = |piece: &Piece| match piece {
            Piece::Token(name) => IDENTIFYING.contains(name),
            Piece::Text(_) => false,
        };
        match pieces.iter().any(identifies) {
            true => Ok(Self(pieces)),
            false => {
                Err("all articles would have the same address: write :slug or :title".to_owned())
            }
        }
    }

    /// Parses the pattern of a site, which is known to be valid.
    pub(super) fn of_site(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|_| Self(Vec::new()))
    }

    /// Parses a permalink of front matter, which may be a path without names, or the name of one of
    /// Jekyll's patterns.
    pub(super) fn of_front_matter(text: &str) -> Self {
        let text = match text {
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            "none" => "/:categories/:title.html",
            text => text,
        };
        Self::parse(text).unwrap_or_else(|_| Self(vec![Piece::Text(text.to_owned())]))
    }

    /// Returns the address, with what `value` returns for the name of each token.
    ///
    /// # Errors
    /// Returns the name that has no value.
    pub(super) fn expand(
        &self,
        value: &dyn Fn(&'static str) -> Option<String>,
    ) -> Result<String, &'static str> {
        let mut address = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => address.push_str(text),
                Piece::Token(name) => address.push_str(&value(name).ok_or(*name)?),
            }
        }
        Ok(without_empty_steps(&address))
    }
}

/// Returns an address in which no two slashes follow each other, except for those of a scheme.
fn without_empty_steps(address: &str) -> String {
    let mut result = String::with_capacity(address.len());
    for char in address.chars() {
        let is_repeated = char == '/' && result.ends_with('/') && !result.ends_with(":/");
        if !is_repeated {
            result.push(char);
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, address) in [
            ("/:year/:slug/", "/YEAR/SLUG/"),
            ("/:year_:month_:slug", "/YEAR_MONTH_SLUG"),
            (":year:month:title.html", "YEARMONTHTITLE.html"),
            ("https://x.example:81/:slug", "https://x.example:81/SLUG"),
            ("/:section/:slug/:output_ext", "/SLUG/OUTPUT_EXT"),
        ] {
            let parsed = Permalink::parse(pattern).unwrap();
            let value = |name: &str| match name {
                "section" => Some(String::new()),
                name => Some(name.to_uppercase()),
            };
            assert_eq!(parsed.expand(&value), Ok(address.to_owned()));
        }
        let parsed = Permalink::parse("/:year/:slug/").unwrap();
        assert_eq!(parsed.expand(&|_| None), Err("year"));
    }

    #[test]
    fn invalid_patterns() {
        let unknown = Permalink::parse("/:jahr/:slug").unwrap_err();
        assert!(
            unknown.starts_with("unknown :jahr; known are :year :month"),
            "{unknown}"
        );
        for colon in ["ftp://x.example/:slug", "/a:/:slug", "://x.example/:slug"] {
            let error = Permalink::parse(colon).unwrap_err();
            assert!(error.starts_with("a colon without a name"), "{error}");
        }
        for same in ["", "/news/", "/:year/:month/"] {
            assert!(
                Permalink::parse(same)
                    .unwrap_err()
                    .contains("the same address")
            );
        }
        assert_eq!(
            Permalink::of_front_matter("/about/").expand(&|_| None),
            Ok("/about/".to_owned())
        );
    }
}
