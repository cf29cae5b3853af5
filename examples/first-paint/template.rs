//! Trees of nodes that depend on what an article has.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A node of a template.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Template {
    Text(String),
    Element {
        name: String,
        attributes: BTreeMap<String, Attribute>,
        children: Vec<Template>,
    },
    /// One of two nodes, or none, depending on a feature.
    If(String, Option<Box<Template>>, Option<Box<Template>>),
    /// A node for each item of a list.
    Each(&'static str, Box<Template>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Attribute {
    Text(String),
    /// One of two values, or none, depending on a feature.
    If(String, Option<Box<Attribute>>, Option<String>),
}

impl Attribute {
    /// The value for an article that has every feature.
    fn of_full_card(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::If(_, then, _) => then.as_deref()?.of_full_card(),
        }
    }
}

/// The lists of a card: what is repeated for their items, by the class or the name of its parent.
const LISTS: [(&str, &str); 3] = [
    ("ac-card-topics", "topics"),
    ("ac-x-stack", "icons"),
    ("ac-card-related", "related"),
];

/// Compares a template with the nodes of an article that lacks a feature.
pub(crate) fn with_condition(full: Template, without: &Template, feature: &str) -> Template {
    match (full, without) {
        (full, without) if full == *without => full,
        (Template::If(own, Some(then), other), without) => {
            let then = with_condition(*then, without, feature);
            Template::If(own, Some(Box::new(then)), other)
        }
        (
            Template::Element {
                name,
                attributes,
                children,
            },
            Template::Element {
                attributes: fewer,
                children: rest,
                ..
            },
        ) => Template::Element {
            name,
            attributes: conditional_attributes(attributes, fewer, feature),
            children: conditional_children(children, rest, feature),
        },
        (full, without) => either(feature, Some(full), Some(without.clone())),
    }
}

fn either(feature: &str, then: Option<Template>, otherwise: Option<Template>) -> Template {
    Template::If(
        feature.to_owned(),
        then.map(Box::new),
        otherwise.map(Box::new),
    )
}

fn conditional_attributes(
    full: BTreeMap<String, Attribute>,
    without: &BTreeMap<String, Attribute>,
    feature: &str,
) -> BTreeMap<String, Attribute> {
    let plain = |attribute: &Attribute| match attribute {
        Attribute::Text(text) => Some(text.clone()),
        Attribute::If(..) => None,
    };
    let mut attributes = BTreeMap::new();
    for (name, value) in &full {
        let other = without.get(name);
        let is_same = value.of_full_card() == other.and_then(Attribute::of_full_card);
        let value = value.clone();
        attributes.insert(
            name.clone(),
            match is_same {
                true => value,
                false => Attribute::If(
                    feature.to_owned(),
                    Some(Box::new(value)),
                    other.and_then(plain),
                ),
            },
        );
    }
    for (name, value) in without.iter().filter(|(name, _)| !full.contains_key(*name)) {
        let value = Attribute::If(feature.to_owned(), None, plain(value));
        attributes.insert(name.clone(), value);
    }
    attributes
}

fn conditional_children(full: Vec<Template>, without: &[Template], feature: &str) -> Vec<Template> {
    let mut children: Vec<Template> = Vec::new();
    let mut rest = without;
    for node in full {
        match rest.iter().position(|other| is_same_kind(&node, other)) {
            Some(at) => {
                for inserted in &rest[..at] {
                    push_other(&mut children, inserted, feature);
                }
                children.push(with_condition(node, &rest[at], feature));
                rest = &rest[at + 1..];
            }
            None => children.push(either(feature, Some(node), None)),
        }
    }
    for inserted in rest {
        push_other(&mut children, inserted, feature);
    }
    children
}

/// Adds a node that only articles without a feature have, if possible as the alternative of one.
fn push_other(children: &mut Vec<Template>, node: &Template, feature: &str) {
    if let Some(Template::If(own, Some(_), other @ None)) = children.last_mut()
        && own == feature
    {
        *other = Some(Box::new(node.clone()));
        return;
    }
    children.push(either(feature, None, Some(node.clone())));
}

fn is_same_kind(one: &Template, other: &Template) -> bool {
    match (one, other) {
        (Template::If(_, Some(then), _), other) => is_same_kind(then, other),
        (Template::Text(_), Template::Text(_)) => true,
        (
            Template::Element {
                name, attributes, ..
            },
            Template::Element {
                name: other_name,
                attributes: other,
                ..
            },
        ) => name == other_name && attributes.get("class") == other.get("class"),
        _ => false,
    }
}

impl Template {
    /// Leaves one child of each list, which is repeated.
    pub(crate) fn repeated(self) -> Self {
        self.repeated_in(None)
    }

    fn repeated_in(self, outer: Option<&'static str>) -> Self {
        match self {
            Self::Element {
                name,
                attributes,
                children,
            } => {
                let class = match attributes.get("class") {
                    Some(Attribute::Text(class)) => class.as_str(),
                    _ => "",
                };
                let list = LISTS
                    .iter()
                    .find(|(own, _)| *own == class)
                    .map(|(_, list)| *list);
                // The related articles are in a list without a class.
                let is_list = list.is_some_and(|list| list != "related")
                    || (name == "ul" && outer == Some("related"));
                let own = list.or(outer.filter(|_| is_list));
                let inner = list.filter(|_| !is_list);
                let children = children.into_iter().map(|child| child.repeated_in(inner));
                let children = match own.filter(|_| is_list) {
                    Some(list) => repeat_first(children.collect(), list),
                    None => children.collect(),
                };
                Self::Element {
                    name,
                    attributes,
                    children,
                }
            }
            Self::If(feature, then, other) => {
                let repeated =
                    |node: Option<Box<Self>>| node.map(|node| Box::new(node.repeated_in(outer)));
                Self::If(feature, repeated(then), repeated(other))
            }
            other => other,
        }
    }
}

/// Repeats the first node for the items of a list, and drops the others, except what counts the
/// hidden items.
fn repeat_first(children: Vec<Template>, list: &'static str) -> Vec<Template> {
    let mut children = children.into_iter();
    let first = children
        .next()
        .map(|first| Template::Each(list, Box::new(first)));
    let is_more =
        |node: &Template| matches!(node, Template::If(feature, Some(_), _) if feature == "hidden");
    first.into_iter().chain(children.filter(is_more)).collect()
}

/// The script reads `[name, attributes, ...children]`, `["?feature", then, else]`, and
/// `["*list", node]`.
impl From<Template> for Value {
    fn from(template: Template) -> Self {
        let value = |node: Option<Box<Template>>| node.map(|node| Self::from(*node));
        match template {
            Template::Text(text) => text.into(),
            Template::Element {
                name,
                mut attributes,
                children,
            } => {
                // An element's class follows from its part.
                if let [Some(Attribute::Text(part)), Some(Attribute::Text(class))] =
                    ["part", "class"].map(|name| attributes.get(name))
                    && *class == format!("ac-{part}")
                {
                    attributes.remove("class");
                }
                let mut list = vec![json!(name), attributes.into_iter().collect()];
                list.extend(children.into_iter().map(Self::from));
                list.into()
            }
            Template::If(feature, then, None) => json!([format!("?{feature}"), value(then)]),
            Template::If(feature, then, other) => {
                json!([format!("?{feature}"), value(then), value(other)])
            }
            Template::Each(list, node) => json!([format!("*{list}"), Self::from(*node)]),
        }
    }
}

/// The script reads a text, or `[feature, then, else]`.
impl From<Attribute> for Value {
    fn from(attribute: Attribute) -> Self {
        match attribute {
            Attribute::Text(text) => text.into(),
            Attribute::If(feature, then, other) => {
                json!([feature, then.map(|value| Self::from(*value)), other])
            }
        }
    }
}
