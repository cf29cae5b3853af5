//! Rendered HTML as nodes.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::{Map, Value};

use crate::Failure;
use crate::template::{Attribute, Template};

/// Elements without an end tag.
const VOID: [&str; 2] = ["input", "img"];

/// Parses the HTML of one element, as Yew renders it.
pub(crate) fn parse(html: &str) -> Result<Template, Failure> {
    let mut reader = Reader::from_str(html);
    // Void elements have no end.
    reader.config_mut().check_end_names = false;
    let mut open: Vec<(String, BTreeMap<String, Attribute>)> = Vec::new();
    let mut children = vec![Vec::new()];
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                let name: String = tag.name().as_ref().to_owned();
                let is_void = VOID.contains(&name.as_str());
                open.push((name, attributes(&tag)?));
                children.push(Vec::new());
                if is_void {
                    close(&mut open, &mut children)?;
                }
            }
            Event::End(_) => close(&mut open, &mut children)?,
            Event::Text(text) => append(&mut children, Template::Text((*text).into())),
            Event::GeneralRef(name) => {
                append(&mut children, Template::Text(reference(&name)?.into()));
            }
            Event::Eof => break,
            event => return Err(format!("unexpected {event:?}").into()),
        }
    }
    let root = children.pop().and_then(|mut roots| roots.pop());
    root.ok_or_else(|| "there is no element".into())
}

/// Closes the innermost element.
fn close(
    open: &mut Vec<(String, BTreeMap<String, Attribute>)>,
    nodes: &mut Vec<Vec<Template>>,
) -> Result<(), Failure> {
    let ((name, attributes), children) = open
        .pop()
        .zip(nodes.pop())
        .ok_or("an end tag without a start tag")?;
    append(
        nodes,
        Template::Element {
            name,
            attributes,
            children,
        },
    );
    Ok(())
}

fn attributes(tag: &BytesStart<'_>) -> Result<BTreeMap<String, Attribute>, Failure> {
    let mut attributes = BTreeMap::new();
    for attribute in tag.attributes() {
        let attribute = attribute?;
        let name = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        attributes.insert(name, Attribute::Text(value.into_owned()));
    }
    Ok(attributes)
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
fn append(open: &mut [Vec<Template>], node: Template) {
    let Some(siblings) = open.last_mut() else {
        return;
    };
    match (siblings.last_mut(), node) {
        (Some(Template::Text(before)), Template::Text(text)) => before.push_str(&text),
        (_, node) => siblings.push(node),
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
