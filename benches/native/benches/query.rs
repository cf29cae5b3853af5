//! Building an index, and running queries with all counts and the first twelve articles, for feeds of
//! three sizes. `cargo bench -p native-benches`.
#![allow(missing_docs)]

use std::hint::black_box;

use article_cards_core::search::Index;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use native_benches::{feed, queries};

fn query(criterion: &mut Criterion) {
    for size in [1_000, 10_000, 100_000] {
        let feed = feed(size);
        let mut group = criterion.benchmark_group("index");
        group.sample_size(10);
        group.bench_with_input(BenchmarkId::from_parameter(size), &feed, |bencher, feed| {
            bencher.iter(|| black_box(Index::new(feed)).len());
        });
        group.finish();

        let index = Index::new(&feed);
        let mut group = criterion.benchmark_group("query");
        group.sample_size(20);
        for (name, state) in queries() {
            group.bench_with_input(BenchmarkId::new(name, size), &state, |bencher, state| {
                bencher.iter(|| {
                    let results = index.search(black_box(state));
                    black_box((results.total(), results.first(12)))
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, query);
criterion_main!(benches);
