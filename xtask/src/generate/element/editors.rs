//! What editors complete and explain: custom data for VS Code, and web-types for JetBrains' editors.

use anyhow::Result;
use regex::Regex;
use serde_json::{Value, json};

use super::{Attribute, Event, Kind, all, text};

/// The [custom data](https://code.visualstudio.com/api/extension-guides/custom-data-extension) of
/// VS Code. It has no place for anything but attributes, so the tag's description lists the rest.
pub(super) fn custom_data(
    element: &Value,
    attributes: &[Attribute<'_>],
    presets: &[String],
) -> Result<String> {
    let attributes = attributes.iter().map(|one| {
        let described = one.description.to_owned() + &default(one, " Default: ", ".");
        let mut attribute = json!({"name": one.name, "description": markdown(&described)});
        match &one.kind {
            // The set of attributes that take no value.
            Kind::Boolean => attribute["valueSet"] = "v".into(),
            Kind::Enum(keywords) | Kind::OptionalEnum(keywords) => {
                attribute["values"] = keywords.iter().map(|name| json!({"name": name})).collect();
            }
            Kind::Preset => {
                attribute["values"] = presets.iter().map(|name| json!({"name": name})).collect();
            }
            _ => {}
        }
        attribute
    });
    let data = json!({
        "version": 1.1,
        "tags": [{
            "name": element["tag"],
            "description": markdown(&tag_description(element)),
            "attributes": attributes.collect::<Vec<_>>(),
        }],
    });
    pretty(data)
}

/// [Web-types](https://plugins.jetbrains.com/docs/intellij/websymbols-web-types.html), which
/// JetBrains' editors find through the package's manifest.
pub(super) fn web_types(
    element: &Value,
    attributes: &[Attribute<'_>],
    events: &[Event<'_>],
    version: &str,
) -> Result<String> {
    let reflecting = attributes.iter().map(|one| {
        json!({
            "name": one.property,
            "description": one.description,
            "type": one.property_type(),
        })
    });
    let properties = all(&element["properties"]).map(|one| {
        json!({
            "name": one["name"],
            "description": one["description"],
            "type": one["type"],
            "read-only": one["readonly"].as_bool().unwrap_or_default(),
        })
    });
    let attributes = attributes.iter().map(|one| {
        let mut attribute = json!({
            "name": one.name,
            "description": one.description,
            "value": {"type": one.type_script().0},
        });
        let default = default(one, "", "").replace('`', "");
        if !default.is_empty() {
            attribute["default"] = default.into();
        }
        attribute
    });
    let events = events.iter().map(|event| {
        let mut event = event.manifest();
        event["type"] = event["type"]["text"].take();
        event
    });
    let slots = all(&element["slots"]).map(|one| {
        let mut slot = one.clone();
        if let Some(start) = text(&one["name"]).strip_suffix('N') {
            slot["pattern"] = format!("{start}[0-9]+").into();
        }
        slot
    });
    let custom_properties = all(&element["cssProperties"]).map(|one| {
        let (description, default) = (text(&one["description"]), text(&one["default"]));
        json!({
            "name": one["name"],
            "description": format!("{description} Default: `{default}`."),
        })
    });
    // Their names are arguments of one pseudo-class.
    let states = all(&element["cssStates"]).map(|one| listed(&state(one), one));
    let types = json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": "article-cards",
        "version": version,
        "description-markup": "markdown",
        "js-types-syntax": "typescript",
        "contributions": {"html": {"elements": [{
            "name": element["tag"],
            "description": element["description"],
            "attributes": attributes.collect::<Vec<_>>(),
            "slots": slots.collect::<Vec<_>>(),
            "js": {
                "properties": reflecting.chain(properties).collect::<Vec<_>>(),
                "events": events.collect::<Vec<_>>(),
            },
            "css": {
                "properties": custom_properties.collect::<Vec<_>>(),
                "parts": element["cssParts"],
                "pseudo-classes": [{
                    "name": "state",
                    "arguments": true,
                    "description": states.collect::<String>().trim_end(),
                }],
            },
        }]}},
    });
    pretty(types)
}

/// The default between these texts, or nothing where a reader knows it or there is none.
fn default(attribute: &Attribute<'_>, before: &str, after: &str) -> String {
    match (&attribute.kind, attribute.documented_default().as_str()) {
        (Kind::Boolean, _) | (_, "–") => String::new(),
        (_, default) => format!("{before}{default}{after}"),
    }
}

/// The element, with events and slots, and with the names of what style sheets reach.
fn tag_description(element: &Value) -> String {
    let events = all(&element["events"]).map(|one| listed(text(&one["name"]), one));
    let slots = all(&element["slots"]).map(|one| match text(&one["name"]) {
        "" => listed("(default)", one),
        name => listed(name, one),
    });
    let names = |list: &Value, name: fn(&Value) -> String| {
        let names = all(list).map(|one| format!("`{}`", name(one)));
        names.collect::<Vec<_>>().join(", ")
    };
    let name: fn(&Value) -> String = |one| text(&one["name"]).to_owned();
    format!(
        "{}\n\n**Events**\n\n{}\n**Slots**\n\n{}\n**Parts**: {}\n\n**Custom properties**: {}\n\n**States**: {}",
        text(&element["description"]),
        events.collect::<String>(),
        slots.collect::<String>(),
        names(&element["cssParts"], name),
        names(&element["cssProperties"], name),
        names(&element["cssStates"], state),
    )
}

/// How a selector names a state.
fn state(declared: &Value) -> String {
    format!(":state({})", text(&declared["name"]))
}

/// An entry of a list, with its description.
fn listed(name: &str, declared: &Value) -> String {
    format!("- `{name}`: {}\n", text(&declared["description"]))
}

fn markdown(text: &str) -> Value {
    json!({"kind": "markdown", "value": text})
}

fn pretty(mut data: Value) -> Result<String> {
    let link = Regex::new(r"\[([^\]]+)\]\([^)]*\)").expect("the pattern is right");
    remove_links(&mut data, &link);
    Ok(serde_json::to_string_pretty(&data)? + "\n")
}

/// Keeps only the text of links, because they are relative to the documentation.
fn remove_links(data: &mut Value, link: &Regex) {
    match data {
        Value::String(text) => *text = link.replace_all(text, "$1").into_owned(),
        Value::Array(list) => list.iter_mut().for_each(|one| remove_links(one, link)),
        Value::Object(members) => members.values_mut().for_each(|one| remove_links(one, link)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_element_as_editors_read_it() {
        let element = json!({
            "tag": "a-b", "description": "See [cards](cards.md).",
            "attributes": [
                {"name": "page-size", "type": "integer", "rust": "u8", "default": 12, "min": 1, "description": "Cards."},
                {"name": "with-c", "type": "boolean", "description": "C."},
                {"name": "d", "type": "enum", "values": ["e", "f"], "description": "D."},
                {"name": "mapping", "type": "preset", "description": "M."},
            ],
            "slots": [{"name": "", "description": "Own."}, {"name": "after-N", "description": "Later."}],
            "cssStates": [{"name": "ready", "description": "R."}],
        });
        let attributes: Vec<_> = all(&element["attributes"])
            .map(|one| Attribute::new(one).unwrap())
            .collect();

        let presets = ["ghost".to_owned()];
        let data = custom_data(&element, &attributes, &presets).unwrap();
        let data: Value = serde_json::from_str(&data).unwrap();
        let tag = &data["tags"][0];
        let description = text(&tag["description"]["value"]);
        assert!(description.starts_with("See cards.\n"), "{description}");
        assert!(description.contains("- `(default)`: Own.\n- `after-N`: Later.\n"));
        assert!(description.ends_with("**States**: `:state(ready)`"));
        let [size, flag, choice, mapping] = [0, 1, 2, 3].map(|index| &tag["attributes"][index]);
        assert_eq!(size["description"]["value"], "Cards. Default: 12.");
        assert_eq!(flag["valueSet"], "v");
        assert_eq!(choice["values"], json!([{"name": "e"}, {"name": "f"}]));
        assert_eq!(mapping["values"], json!([{"name": "ghost"}]));

        let types = web_types(&element, &attributes, &[], "1.2.3").unwrap();
        let types: Value = serde_json::from_str(&types).unwrap();
        assert_eq!(types["version"], "1.2.3");
        let tag = &types["contributions"]["html"]["elements"][0];
        assert_eq!(tag["js"]["properties"][0]["name"], "pageSize");
        assert_eq!(tag["attributes"][0]["default"], "12");
        assert_eq!(tag["attributes"][2]["value"]["type"], "\"e\" | \"f\"");
        assert_eq!(tag["slots"][1]["pattern"], "after-[0-9]+");
        assert_eq!(
            tag["css"]["pseudo-classes"][0]["description"],
            "- `:state(ready)`: R."
        );
    }
}
