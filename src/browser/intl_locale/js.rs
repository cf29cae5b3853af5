//! By the browser's `Intl`.

use std::cell::{OnceCell, RefCell};

use js_sys::{Array, Function, JsString, Map, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::Formats;
use crate::browser::calendar::DAY_MS;

/// 0001-01-03. Before it, a formatted year may be BC.
const FIRST_DAY: i64 = -719_160;

/// The days in 400 years, after which the calendar repeats.
const CYCLE: i64 = 146_097;

pub(super) struct Backend {
    formats: Formats,
    collation: OnceCell<Option<Function>>,
    /// The offsets of the time zone at midnight UTC, by day.
    offsets: RefCell<Vec<(i64, Option<i64>)>>,
}

impl Backend {
    pub(super) fn new(formats: Formats) -> Self {
        Self {
            formats,
            collation: OnceCell::new(),
            offsets: RefCell::default(),
        }
    }

    pub(super) fn decompose(&self, text: &str) -> String {
        let text = JsString::from(text).normalize("NFKD");
        String::from(text.to_lower_case())
    }

    pub(super) fn rank(&self, texts: &[&str]) -> Vec<u32> {
        let values: Vec<JsValue> = texts.iter().map(|text| JsValue::from(*text)).collect();
        let ranks = self.ranks(&values);
        let rank = |text| ranks.as_ref()?.get(text).as_f64().map(|rank| rank as u32);
        values.iter().map(|text| rank(text).unwrap_or(0)).collect()
    }

    /// Sorts in JavaScript, where the collation function is called faster than from here.
    fn ranks(&self, texts: &[JsValue]) -> Option<Map> {
        let compare = self
            .collation
            .get_or_init(|| self.formats.backend().collation())
            .as_ref()?;
        let sorted: Array = texts.iter().collect();
        let sort: Function = Reflect::get(&sorted, &"sort".into())
            .ok()?
            .dyn_into()
            .ok()?;
        sort.call1(&sorted, compare).ok()?;
        let ranks = Map::new();
        let mut rank = 0;
        let mut before = JsValue::UNDEFINED;
        for text in sorted.iter() {
            if before != text {
                let order = compare.call2(&JsValue::UNDEFINED, &before, &text).ok();
                let is_equal = order.and_then(|order| order.as_f64()) == Some(0.0);
                if !is_equal && !before.is_undefined() {
                    rank += 1;
                }
                ranks.set(&text, &JsValue::from(rank));
                before = text;
            }
        }
        Some(ranks)
    }

    pub(super) fn start_of_day(&self, day: i64) -> i64 {
        if day < FIRST_DAY {
            let cycles = FIRST_DAY.saturating_sub(day) / CYCLE + 1;
            let start = self.start_of_day(day.saturating_add(cycles.saturating_mul(CYCLE)));
            return start.saturating_sub(cycles.saturating_mul(CYCLE * DAY_MS));
        }
        // A day out of range starts as in UTC.
        let midnight = day.saturating_mul(DAY_MS);
        self.start(day, midnight).unwrap_or(midnight)
    }

    fn start(&self, day: i64, midnight: i64) -> Option<i64> {
        let before = self.offset_on(day.checked_sub(1)?)?;
        let after = self.offset_on(day.checked_add(1)?)?;
        if before == after {
            return Some(midnight - before);
        }
        // The offset changes within these two days: find the moment by bisection.
        let (mut low, mut high) = (midnight - DAY_MS, midnight + DAY_MS);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.offset(middle)? == before {
                low = middle;
            } else {
                high = middle;
            }
        }
        // Midnight is before the change, or the first moment after it that is late enough: clocks may
        // skip midnight, or a whole day.
        let by_old_clock = midnight - before;
        let by_new_clock = high.max(midnight - after);
        Some(if by_old_clock < high {
            by_old_clock
        } else {
            by_new_clock
        })
    }

    fn offset_on(&self, day: i64) -> Option<i64> {
        let mut offsets = self.offsets.borrow_mut();
        let index = offsets.partition_point(|(known, _)| *known < day);
        match offsets.get(index) {
            Some((known, offset)) if *known == day => *offset,
            _ => {
                let offset = self.offset(day.checked_mul(DAY_MS)?);
                offsets.insert(index, (day, offset));
                offset
            }
        }
    }

    fn offset(&self, moment: i64) -> Option<i64> {
        Some(self.formats.backend().local(moment as f64)? - moment)
    }
}
