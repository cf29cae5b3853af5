//! Prints random feeds and queries with their expected results, one line of JSON each, for the tests
//! of the npm package. `engine_cases <seed> <count>`

#[path = "../../../tests/core/oracle/mod.rs"]
mod oracle;

use oracle::cases::cases;

fn main() {
    let mut numbers = std::env::args().skip(1).map(|number| number.parse().ok());
    let mut next = |default| numbers.next().flatten().unwrap_or(default);
    let (seed, count) = (next(1), next(100));
    for case in cases(seed, count as usize) {
        println!("{}", case.to_json());
    }
}
