//! The merge key `<<`, which YAML 1.1 has and static site generators read.

use std::collections::HashMap;

use super::node::{Node, Value};

/// Puts the pairs of what `<<` names behind a map's own, where it has not that key itself.
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
    let mut known: HashMap<String, ()> = pairs.iter().map(|(key, _)| (key.clone(), ())).collect();
    for source in &sources {
        if let Value::Map(more) = &*source.value {
            for (key, node) in more {
                if known.insert(key.clone(), ()).is_none() {
                    pairs.push((key.clone(), node.clone()));
                }
            }
        }
    }
    pairs
}
