//! What the sliders change about a look: one custom property each.

use article_cards::browser::query_parameter;

use super::address::parameter;

pub(crate) struct Slider {
    /// The property of CSS, in `em`.
    pub(crate) property: &'static str,
    /// The parameter of the page's address.
    pub(crate) parameter: &'static str,
    pub(crate) name: &'static str,
    pub(crate) min: f64,
    pub(crate) max: f64,
    pub(crate) step: f64,
    /// The value without a look.
    default: f64,
}

pub(crate) const SLIDERS: [Slider; 4] = [
    Slider {
        property: "--ac-radius",
        parameter: "radius",
        name: "Corners",
        min: 0.0,
        max: 2.0,
        step: 0.125,
        default: 0.875,
    },
    Slider {
        property: "--ac-gap",
        parameter: "gap",
        name: "Gap",
        min: 0.0,
        max: 3.0,
        step: 0.25,
        default: 1.25,
    },
    Slider {
        property: "--ac-card-min",
        parameter: "card",
        name: "Card width",
        min: 10.0,
        max: 26.0,
        step: 0.5,
        default: 17.0,
    },
    Slider {
        property: "font-size",
        parameter: "text",
        name: "Text size",
        min: 0.75,
        max: 1.5,
        step: 0.0625,
        default: 1.0,
    },
];

/// The accent without a look, in light.
const ACCENT: &str = "#2b50c3";

/// What differs from the look.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Tuning {
    /// As `#rrggbb`.
    pub(crate) accent: Option<String>,
    /// In the order of [`SLIDERS`].
    values: [Option<f64>; SLIDERS.len()],
}

impl Tuning {
    pub(crate) fn from_address() -> Self {
        let accent = query_parameter("accent")
            .filter(|hex| hex.len() == 6 && hex.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .map(|hex| format!("#{}", hex.to_ascii_lowercase()));
        let values = SLIDERS.each_ref().map(|slider| {
            parameter(slider.parameter).filter(|value| (slider.min..=slider.max).contains(value))
        });
        Self { accent, values }
    }

    /// The parameters of the page's address.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&'static str, String)> {
        let accent = self.accent.iter();
        let accent = accent.map(|accent| ("accent", accent.trim_start_matches('#').to_owned()));
        let values = SLIDERS.iter().zip(&self.values);
        accent.chain(
            values.filter_map(|(slider, value)| Some((slider.parameter, (*value)?.to_string()))),
        )
    }

    /// Sets the slider at an index.
    pub(crate) fn with(&self, index: usize, value: f64) -> Self {
        let mut next = self.clone();
        if let Some(own) = next.values.get_mut(index) {
            *own = Some(value);
        }
        next
    }

    pub(crate) fn with_accent(&self, accent: String) -> Self {
        Self {
            accent: Some(accent),
            values: self.values,
        }
    }

    /// The position of each slider over a look's style sheet.
    pub(crate) fn positions(&self, css: &str) -> [f64; SLIDERS.len()] {
        let mut positions = SLIDERS.each_ref().map(|slider| {
            let declared = declared(css, slider.property);
            let number = declared.map(|value| value.trim_end_matches(char::is_alphabetic));
            number
                .and_then(|number| number.parse().ok())
                .unwrap_or(slider.default)
        });
        for (position, value) in positions.iter_mut().zip(self.values) {
            *position = value.unwrap_or(*position);
        }
        positions
    }

    /// The accent over a look's style sheet, in light.
    pub(crate) fn accent(&self, css: &str) -> String {
        if let Some(accent) = &self.accent {
            return accent.clone();
        }
        let declared = declared(css, "--ac-accent").and_then(|value| {
            let start = value.find('#')?;
            value.get(start..start + ACCENT.len())
        });
        declared.unwrap_or(ACCENT).to_owned()
    }

    /// The declarations that it makes.
    fn declarations(&self) -> Vec<(&'static str, String)> {
        let accent = self.accent.iter().map(|accent| {
            // A colour that can be read on a light card is too dark for a dark one.
            let value = format!("light-dark({accent}, color-mix(in oklab, {accent} 45%, white))");
            ("--ac-accent", value)
        });
        let values = SLIDERS.iter().zip(&self.values);
        let values = values
            .filter_map(|(slider, value)| Some((slider.property, format!("{}em", (*value)?))));
        accent.chain(values).collect()
    }

    /// The value of the attribute `style`.
    pub(crate) fn style(&self) -> Option<String> {
        let declarations = self.declarations().into_iter();
        let all: Vec<String> = declarations
            .map(|(property, value)| format!("{property}: {value}"))
            .collect();
        (!all.is_empty()).then(|| all.join("; "))
    }

    /// A look's style sheet with this tuning in its first rule.
    pub(crate) fn sheet(&self, css: &str) -> String {
        let mut rest = self.declarations();
        let mut sheet = String::new();
        let mut is_first_rule = true;
        for line in css.lines() {
            if is_first_rule && line == "}" {
                is_first_rule = false;
                for (property, value) in rest.drain(..) {
                    sheet.push_str(&format!("  {property}: {value};\n"));
                }
            }
            // Nothing is left after the first rule.
            let replacing = rest.iter().position(|(property, _)| is_of(line, property));
            if let Some(index) = replacing {
                let (property, value) = rest.remove(index);
                sheet.push_str(&format!("  {property}: {value};\n"));
            } else {
                sheet.push_str(line);
                sheet.push('\n');
            }
        }
        sheet
    }
}

/// The value of a property in the first rule of a style sheet, which is that of the element.
fn declared<'a>(css: &'a str, property: &str) -> Option<&'a str> {
    let mut rule = css.lines().take_while(|line| *line != "}");
    let line = rule.find(|line| is_of(line, property))?;
    let (_, value) = line.split_once(':')?;
    Some(value.trim().trim_end_matches(';'))
}

/// Whether a line declares a property.
fn is_of(line: &str, property: &str) -> bool {
    let rest = line.trim_start().strip_prefix(property);
    rest.is_some_and(|rest| rest.starts_with(':'))
}
