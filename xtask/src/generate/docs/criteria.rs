//! The table of docs/accessibility.md: each criterion, with its tests or the reason why it does not apply.

use std::fmt::Write as _;

use serde_json::Value;

/// One row per criterion, its tests grouped by file.
pub(super) fn table(criteria: &Value) -> String {
    let all = criteria.as_array().map_or(&[][..], Vec::as_slice);
    let tested = all.iter().filter(|one| one["tests"].is_array()).count();
    let mut table = format!(
        "Of {} criteria, {tested} are tested; {} do not apply, with a reason each.\n\n| criterion | level | tests, or reason |\n| --- | --- | --- |\n",
        all.len(),
        all.len() - tested,
    );
    for one in all {
        let text = |name: &str| one[name].as_str().unwrap_or_default();
        let cell = match one["tests"].as_array() {
            Some(tests) => by_file(tests),
            None => text("reason").to_owned(),
        };
        let (number, name, level) = (text("number"), text("name"), text("level"));
        // Writing to a string does not fail.
        let _ = writeln!(table, "| {number} {name} | {level} | {cell} |");
    }
    table
}

/// Links each file once, followed by the names of its tests.
fn by_file(tests: &[Value]) -> String {
    let mut text = String::new();
    let mut last = "";
    for test in tests {
        let test = test.as_str().unwrap_or_default();
        let (file, name) = test.split_once(" › ").unwrap_or(("", test));
        let name = name.replace('|', r"\|");
        if file == last {
            text += &format!("; {name}");
        } else {
            let gap = if text.is_empty() { "" } else { ". " };
            text += &format!("{gap}[`{file}`](../tests/e2e/{file}): {name}");
            last = file;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_row_has_tests_by_file_or_a_reason() {
        let criteria = json!([
            {"number": "1.4.3", "name": "Contrast", "level": "AA",
             "tests": ["wcag/a.spec.js › one", "wcag/a.spec.js › two | three", "b.spec.js › four"]},
            {"number": "2.4.2", "name": "Page Titled", "level": "A", "reason": "The page's."},
        ]);
        let table = table(&criteria);
        assert!(
            table.starts_with("Of 2 criteria, 1 are tested; 1 do not apply, with a reason each.\n")
        );
        assert!(table.contains(
            "| 1.4.3 Contrast | AA | [`wcag/a.spec.js`](../tests/e2e/wcag/a.spec.js): one; two \\| three. [`b.spec.js`](../tests/e2e/b.spec.js): four |\n"
        ));
        assert!(table.ends_with("| 2.4.2 Page Titled | A | The page's. |\n"));
    }
}
