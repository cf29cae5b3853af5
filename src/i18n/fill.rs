/// Replaces placeholders in braces by values.
///
/// Placeholders in values are not replaced; a placeholder without a value stays as it is.
///
/// ```
/// use article_cards::i18n::fill;
///
/// assert_eq!(fill("{shown} of {total}", &[("shown", "24"), ("total", "128")]), "24 of 128");
/// assert_eq!(fill("{a} {b} {", &[("a", "{b}")]), "{b} {b} {");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value, tail))
        });
        match found {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
