//! Mapping files, in TOML.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::exit::Failure;
use article_cards_core::feed::Mapping;

/// Reads a TOML file: `title = "headline"`, `"provider.name" = "source"`, or the same in tables.
///
/// # Errors
/// Fails if the file cannot be read, is not TOML, or has values other than names of fields.
pub(super) fn read(file: &Path) -> Result<Mapping, Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::file("read", file, &error))?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        Failure::new(format!(
            "{} is not TOML: {}",
            file.display(),
            error.to_string().trim_end()
        ))
    })?;
    let mut pairs = Vec::new();
    flatten("", &table, &mut pairs).map_err(|field| {
        Failure::new(format!(
            "{}: {field}: expected the name of a foreign field, such as {field} = \"headline\"",
            file.display()
        ))
    })?;
    Ok(Mapping::new(pairs))
}

/// Flattens nested tables into dotted names. Fails with the name of a field that is not text.
fn flatten(above: &str, table: &Table, pairs: &mut Vec<(String, String)>) -> Result<(), String> {
    for (key, value) in table {
        let field = if above.is_empty() {
            key.clone()
        } else {
            format!("{above}.{key}")
        };
        match value {
            Value::String(path) => pairs.push((field, path.clone())),
            Value::Table(table) => flatten(&field, table, pairs)?,
            _ => return Err(field),
        }
    }
    Ok(())
}
