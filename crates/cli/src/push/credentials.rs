//! Who pushes: the header by which a server knows it.

use std::env;

use ureq::http::HeaderValue;

use super::super::exit::Failure;

/// A header whose value comes from the environment and is in no message.
pub(super) struct Credentials {
    header: &'static str,
    /// `None` sends no header.
    value: Option<String>,
    /// What a server means that refuses the value, or wants one.
    refusal: String,
}

impl Credentials {
    /// Reads the value of a header from an environment variable. `needs` says what it must allow.
    ///
    /// # Errors
    /// Fails if the variable is not set.
    pub(super) fn required(
        header: &'static str,
        variable: &str,
        needs: &str,
    ) -> Result<Self, Failure> {
        let value = read(variable)?.ok_or_else(|| {
            Failure::new(format!(
                "the environment variable {variable} is not set: it must have a key that {needs}"
            ))
        })?;
        Ok(Self {
            header,
            value: Some(value),
            refusal: format!(
                "the server refuses the key of {variable}: it must be one that {needs}"
            ),
        })
    }

    /// Reads the value of a header from an environment variable that may be absent. `example` shows a
    /// value, and `needs` says what it must allow.
    ///
    /// # Errors
    /// Fails if no header can have the value.
    pub(super) fn optional(
        header: &'static str,
        variable: &str,
        example: &str,
        needs: &str,
    ) -> Result<Self, Failure> {
        let value = read(variable)?;
        let refusal = match value {
            Some(_) => {
                format!("the server refuses the value of {variable}: it must be one that {needs}")
            }
            None => format!(
                "the server wants to know who pushes: set the environment variable {variable} to {example} of a user or key that {needs}"
            ),
        };
        Ok(Self {
            header,
            value,
            refusal,
        })
    }

    /// Returns the header's name and value, if it is sent.
    pub(super) fn header(&self) -> Option<(&'static str, &str)> {
        Some((self.header, self.value.as_deref()?))
    }

    /// Says why the server refuses to answer.
    pub(super) fn refusal(&self) -> &str {
        &self.refusal
    }

    /// Returns a text without the value, which servers may repeat.
    pub(super) fn hide(&self, text: String) -> String {
        let Some(value) = &self.value else {
            return text;
        };
        let text = text.replace(value, "…");
        match value.split_once(' ') {
            // Without the scheme.
            Some((_, secret)) => text.replace(secret.trim_start(), "…"),
            None => text,
        }
    }
}

fn read(variable: &str) -> Result<Option<String>, Failure> {
    let value = env::var_os(variable).unwrap_or_default();
    let value = value.to_str().map(str::trim);
    match value {
        Some("") => Ok(None),
        Some(value) if HeaderValue::from_str(value).is_ok() => Ok(Some(value.to_owned())),
        _ => Err(Failure::new(format!(
            "the environment variable {variable} has a character that no header can have"
        ))),
    }
}
