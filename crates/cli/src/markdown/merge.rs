//! The merge key `<<` of YAML 1.1, which static site generators support.

use std::collections::{HashMap, HashSet};

use super::node::{Node, Value};

/// Appends the pairs of the maps that `<<` refers to, except for keys that the map has itself.
pub(super) fn merge(
    mut pairs: Vec<(String, Node)>,
    places: &HashMap<String, usize>,
) -> Vec<(String, Node)> {
    let Some(at) = places.get("<<").copied().filter(|at| *at < pairs.len()) else {
        return pairs;
    };
    let (_, merged) = pairs.remove(at);
    let sources = match &*merged.value {
        Value::List(list) => list.clone(),
        _ => vec![merged],
    };
    let mut known: HashSet<String> = pairs.iter().map(|(key, _)| key.clone()).collect();
    for source in &sources {
        if let Value::Map(more) = &*source.value {
            for (key, node) in more {
                if known.insert(key.clone()) {
                    pairs.push((key.clone(), node.clone()));
                }
            }
        }
    }
    pairs
}
