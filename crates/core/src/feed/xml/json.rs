//! Writes JSON. Not by serde, which makes the module of XML 2,000 bytes larger (gzip).

/// JSON that is written value by value.
#[derive(Debug, Default)]
pub(super) struct Json(String);

impl Json {
    /// Writes what separates a value from the one before.
    fn separate(&mut self) {
        if self.0.ends_with(['"', '}', ']']) {
            self.0.push(',');
        }
    }

    /// Begins an object or a list.
    #[inline(never)]
    pub(super) fn open(&mut self, bracket: char) {
        self.separate();
        self.0.push(bracket);
    }

    /// Ends an object or a list.
    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Writes the key of the next value.
    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) {
        self.string(key);
        self.0.push(':');
    }

    #[inline(never)]
    pub(super) fn string(&mut self, text: &str) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        self.separate();
        self.0.push('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => self.0.extend(['\\', char]),
                '\0'..' ' => {
                    self.0
                        .push_str(if char < '\x10' { "\\u000" } else { "\\u001" });
                    let digit = HEX.get(char as usize % 16);
                    self.0.extend(digit.map(|digit| char::from(*digit)));
                }
                _ => self.0.push(char),
            }
        }
        self.0.push('"');
    }

    /// Writes a text of an object, unless it is absent.
    #[inline(never)]
    pub(super) fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(key);
            self.string(text);
        }
    }

    /// Writes a list of texts of an object, unless it is empty.
    pub(super) fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.key(key);
            self.open('[');
            texts.iter().for_each(|text| self.string(text));
            self.close(']');
        }
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn values() {
        let mut json = Json::default();
        json.open('{');
        json.text("a", Some("\"\\\n\x1f\u{7f}é"));
        json.text("b", None);
        json.texts("c", &[]);
        json.texts("d", &["1".to_owned(), String::new()]);
        json.key("e");
        json.open('[');
        json.string("1");
        json.open('{');
        json.close('}');
        json.close(']');
        json.close('}');
        let json = json.into_string();
        assert_eq!(
            json,
            "{\"a\":\"\\\"\\\\\\u000a\\u001f\u{7f}é\",\"d\":[\"1\",\"\"],\"e\":[\"1\",{}]}"
        );
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}
