//! What the tag takes in markup, on which the types for each framework build.

use super::{Attribute, Event, Kind};

/// The attributes, and the listeners by the names of their attributes.
pub(super) fn types(attributes: &[Attribute<'_>], events: &[Event<'_>]) -> String {
    let mut code = "/** The attributes, by their names in HTML. */\n\
                    export interface TagAttributes {\n"
        .to_owned();
    for attribute in attributes {
        let (name, description) = (attribute.name, attribute.description);
        let kind = markup_type(attribute);
        code += &format!("  /** {description} */\n  {name:?}?: {kind} | null | undefined;\n");
    }
    code += "}\n\n/** The listeners, by the names of their events after `on`. */\n\
             export interface TagListeners {\n";
    for Event {
        name, description, ..
    } in events
    {
        code += &format!(
            "  /** {description} */\n  \"on{name}\"?: ((event: ArticleCardsEvents[{name:?}]) => void) | undefined;\n"
        );
    }
    code + "}\n"
}

/// The values that HTML and JSX can give an attribute.
fn markup_type(attribute: &Attribute<'_>) -> String {
    match attribute.kind {
        // Empty where it is written without a value.
        Kind::Boolean => "boolean | \"\"".to_owned(),
        // Quoted in HTML.
        Kind::Integer { .. } => "number | `${number}`".to_owned(),
        _ => attribute.type_script().0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_attribute_of_each_kind_and_an_event() {
        let declared = [
            json!({"name": "with-a", "type": "boolean", "description": "A."}),
            json!({"name": "b", "type": "enum", "values": ["c", "d"], "description": "B."}),
            json!({"name": "e", "type": "integer", "rust": "u8", "default": 1, "min": 0}),
        ];
        let attributes: Vec<_> = declared
            .iter()
            .map(|one| Attribute::new(one).unwrap())
            .collect();
        let event = json!({"name": "ac-f", "description": "F.", "detail": []});
        let types = types(&attributes, &[Event::new(&event).unwrap()]);
        assert!(types.contains("  /** A. */\n  \"with-a\"?: boolean | \"\" | null | undefined;\n"));
        assert!(types.contains("  \"b\"?: \"c\" | \"d\" | null | undefined;\n"));
        assert!(types.contains("  \"e\"?: number | `${number}` | null | undefined;\n"));
        assert!(types.contains(
            "  /** F. */\n  \"onac-f\"?: ((event: ArticleCardsEvents[\"ac-f\"]) => void) | undefined;\n"
        ));
    }
}
