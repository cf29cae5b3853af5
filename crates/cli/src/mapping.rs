//! Mapping files, in TOML, and presets.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::exit::Failure;
use article_cards::mappings;
use article_cards_core::feed::Mapping;

/// Returns the mapping of a preset, or reads a TOML file: `title = "headline | html"`, `"provider.name" = ["source", "by"]`, or the same
/// in tables.
///
/// # Errors
/// Fails if the file cannot be read, is not TOML, or has a value that is no expression.
pub(super) fn read(file: &Path) -> Result<Mapping, Failure> {
    if let Some(mapping) = file.to_str().and_then(mappings::preset) {
        return Ok(mapping);
    }
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
            "{}: {field}: expected a path in foreign items or a list of paths, such as {field} = \"headline\"",
            file.display()
        ))
    })?;
    let mapping = Mapping::new(pairs);
    match mapping.error() {
        Some(error) => Err(Failure::new(format!("{}: {error}", file.display()))),
        None => Ok(mapping),
    }
}

/// Flattens nested tables into dotted names. Fails with the name of a field that is neither a text
/// nor a list of them.
fn flatten(
    above: &str,
    table: &Table,
    pairs: &mut Vec<(String, Vec<String>)>,
) -> Result<(), String> {
    for (key, value) in table {
        let field = if above.is_empty() {
            key.clone()
        } else {
            format!("{above}.{key}")
        };
        match value {
            Value::String(path) => pairs.push((field, vec![path.clone()])),
            Value::Array(list) => {
                let paths = list.iter().map(|path| path.as_str().map(str::to_owned));
                let paths: Option<Vec<String>> = paths.collect();
                pairs.push((field.clone(), paths.ok_or(field)?));
            }
            Value::Table(table) => flatten(&field, table, pairs)?,
            _ => return Err(field),
        }
    }
    Ok(())
}
