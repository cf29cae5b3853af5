use super::Value;
use article_cards_core::error::Error;

pub(super) fn parse(json: &[u8]) -> Result<Value, Error> {
    let json = json.strip_prefix("\u{feff}".as_bytes()).unwrap_or(json);
    match serde_json::from_slice::<serde_json::Value>(json) {
        Ok(value) => Ok(Value::from(value)),
        Err(error) => Err(Error::parse(error.to_string())),
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::String(text) => Self::Text(text),
            serde_json::Value::Object(values) => {
                let values = values.into_iter();
                Self::Object(values.map(|(key, value)| (key, value.into())).collect())
            }
            _ => Self::Other,
        }
    }
}
