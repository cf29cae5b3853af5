//! Templates: `{one|other}` is a choice, `{town}` and `{name}` are names of nobody and nowhere.

use super::random::Random;

const TOWNS: &[&str] = &[
    "Ostrand",
    "Vessby",
    "Marrick",
    "Hexley",
    "Dunmere",
    "Old Tarn",
    "Pellworth",
    "Brackmoor",
    "Sallow Bay",
    "Tolve",
    "Lower Skelder",
    "Quillan Ferry",
    "Amsel",
    "Port Varrow",
    "Nettlecombe",
    "Hollin Cross",
    "Isle of Rask",
    "Tarnby",
];
const GIVEN: &[&str] = &[
    "Mara", "Joost", "Amina", "Teodor", "Ylva", "Rafael", "Noor", "Edith", "Kofi", "Ines", "Björn",
    "Leila", "Conrad", "Sunniva", "Tomasz", "Priya", "Aurel", "Beatrix", "Hanna", "Osei",
];
const FAMILY: &[&str] = &[
    "Venn",
    "Castellane",
    "Lindqvist",
    "Okafor",
    "Brandt",
    "Halloran",
    "Sørli",
    "Petrescu",
    "Achebe",
    "Wray",
    "Ferreira",
    "Ito",
    "Maddox",
    "Kaldor",
    "Nakamura",
    "Thistlewood",
    "Arslan",
    "Dufresne",
    "Pike",
    "Roux",
];

/// A made-up person.
pub(super) fn person(random: &mut Random) -> String {
    format!("{} {}", random.pick(GIVEN), random.pick(FAMILY))
}

/// A template with its choices made.
pub(super) fn fill(template: &str, random: &mut Random) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (slot, behind) = after.split_once('}').unwrap_or((after, ""));
        match slot {
            "town" => text.push_str(random.pick::<&str>(TOWNS)),
            "name" => text.push_str(&person(random)),
            _ => {
                let choices: Vec<&str> = slot.split('|').collect();
                text.push_str(random.pick::<&str>(&choices));
            }
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}

/// Templates dealt like cards: none twice before all were seen.
pub(super) struct Deck {
    templates: Vec<&'static str>,
    next: usize,
}

impl Deck {
    /// One template a line.
    pub(super) fn new(lines: &'static str) -> Self {
        let templates: Vec<_> = lines.lines().filter(|line| !line.is_empty()).collect();
        Self {
            next: templates.len(),
            templates,
        }
    }

    /// The next template, filled.
    pub(super) fn deal(&mut self, random: &mut Random) -> String {
        if self.next >= self.templates.len() {
            random.shuffle(&mut self.templates);
            self.next = 0;
        }
        self.next += 1;
        fill(self.templates[self.next - 1], random)
    }
}
