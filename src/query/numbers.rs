use std::collections::HashMap;
use std::rc::Rc;

/// Texts, each once, numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    known: HashMap<Rc<str>, u32>,
    texts: Vec<Rc<str>>,
}

impl Numbers {
    /// The number of a text, a new one if it is new.
    #[inline(never)]
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.known.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        let text: Rc<str> = text.into();
        self.texts.push(Rc::clone(&text));
        self.known.insert(text, number);
        number
    }

    /// The number of a text, if it has one.
    #[inline(never)]
    pub(super) fn get(&self, text: &str) -> Option<u32> {
        self.known.get(text).copied()
    }

    /// All texts, by their numbers.
    pub(super) fn texts(&self) -> &[Rc<str>] {
        &self.texts
    }

    /// The text of a number.
    pub(super) fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |text| text)
    }
}
