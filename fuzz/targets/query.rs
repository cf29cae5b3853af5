//! Random feeds and queries: the engine agrees with the oracle.
#![no_main]

#[path = "../../tests/core/oracle/mod.rs"]
mod oracle;

use std::rc::Rc;

use article_cards_core::search::{Facet, Index, IndexOptions};
use libfuzzer_sys::fuzz_target;
use oracle::cases::Setting;
use oracle::choices::{Genes, StateGenes};
use oracle::compare::compare;
use oracle::zones::ZoneLocale;

type Numbers = Vec<Vec<u16>>;

fuzz_target!(
    |genes: (Vec<u16>, Vec<(Numbers, Numbers, Vec<u16>)>, Numbers)| {
        let (setup, states, mut articles) = genes;
        // The oracle is slow.
        articles.truncate(60);
        let states = states.into_iter().take(4);
        let states = states.map(|(pieces, filters, rest)| StateGenes {
            pieces,
            filters,
            rest,
        });
        let setting = Setting::new(
            &Genes {
                setup,
                articles,
                states: states.collect(),
            },
            false,
        );
        let oracle = setting.oracle();
        let mut index = Index::with_options(
            &setting.feed,
            IndexOptions {
                facets: Facet::parse_list(&setting.facets),
                with_unpublished: setting.with_unpublished,
                locale: Rc::new(ZoneLocale { zone: setting.zone }),
            },
        );
        index.set_base_filter(setting.only.as_ref());
        for state in &setting.states {
            if let Err(difference) = compare(&index.search(state), &oracle.search(state)) {
                let feed = &setting.feed_json;
                panic!("{difference}\n{feed}\nonly {:#?}\n{state:#?}", setting.only);
            }
        }
    }
);
