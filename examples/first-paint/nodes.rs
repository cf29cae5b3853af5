//! Rendered HTML as nested lists: an element is `[name, {attributes}, ...children]`, and a text is a
//! string.

use std::error::Error;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::{Map, Value, json};

/// Elements without an end tag.
const VOID: [&str; 2] = ["input", "img"];

/// Parses the HTML of one element, as Yew renders it.
pub(crate) fn parse(html: &str) -> Result<Value, Box<dyn Error>> {
    let mut reader = Reader::from_str(html);
    // Void elements have no end.
    reader.config_mut().check_end_names = false;
    let mut open = vec![Vec::new()];
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                let element = vec![tag_name(&tag), attributes(&tag)?];
                match VOID.contains(&tag.name().as_ref()) {
                    true => append(&mut open, element.into()),
                    false => open.push(element),
                }
            }
            Event::End(_) => {
                let element = open.pop().ok_or("an end tag without a start tag")?;
                append(&mut open, element.into());
            }
            Event::Text(text) => append(&mut open, (*text).into()),
            Event::GeneralRef(name) => append(&mut open, reference(&name)?.into()),
            Event::Eof => break,
            event => return Err(format!("unexpected {event:?}").into()),
        }
    }
    let root = open.pop().and_then(|mut roots| roots.pop());
    root.ok_or_else(|| "there is no element".into())
}

fn tag_name(tag: &BytesStart<'_>) -> Value {
    tag.name().as_ref().into()
}

fn attributes(tag: &BytesStart<'_>) -> Result<Value, Box<dyn Error>> {
    let mut attributes = Map::new();
    for attribute in tag.attributes() {
        let attribute = attribute?;
        let name = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        attributes.insert(name, json!(value));
    }
    Ok(attributes.into())
}

/// The character of a reference that Yew writes.
fn reference(name: &str) -> Result<&'static str, String> {
    match name {
        "amp" => Ok("&"),
        "lt" => Ok("<"),
        "gt" => Ok(">"),
        _ => Err(format!("unexpected reference &{name};")),
    }
}

/// Appends a node to the innermost open element. Adjacent texts are one.
fn append(open: &mut [Vec<Value>], node: Value) {
    let Some(siblings) = open.last_mut() else {
        return;
    };
    match (siblings.last_mut(), &node) {
        (Some(Value::String(before)), Value::String(text)) => before.push_str(text),
        _ => siblings.push(node),
    }
}

/// Collects the English messages of the placeholders in `named`.
pub(crate) fn collect_messages(named: &Value, english: &Value, messages: &mut Map<String, Value>) {
    match (named, english) {
        (Value::String(named), Value::String(english)) => {
            let name = named.trim().strip_prefix('{');
            if let Some(name) = name.and_then(|name| name.strip_suffix('}')) {
                messages.insert(name.to_owned(), english.trim().into());
            }
        }
        (Value::Array(named), Value::Array(english)) => {
            for (named, english) in named.iter().zip(english) {
                collect_messages(named, english, messages);
            }
        }
        (Value::Object(named), Value::Object(english)) => {
            for (name, value) in named {
                collect_messages(value, &english[name], messages);
            }
        }
        _ => {}
    }
}
