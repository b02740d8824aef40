//! Names composed in a second on one core: `cargo bench --bench suggest`.
//!
//! The names are the distinct proper names of the standard's glossary, with the entries that hold a whole name left
//! out (`suggest --no-names`), so that each is composed from its parts. `SIGNLINT_BENCH_NAMES` names a file of other
//! names, one a line. Two figures: what is expected of a name, and the whole suggestion with its alternatives and parts.

mod timing;

use signlint::analyse::Context;
use signlint::glossary::Entry;
use signlint::suggest::suggest;
use std::collections::BTreeSet;
use std::hint::black_box;
use timing::median;

const ROUNDS: usize = 5;

fn main() {
    let context = Context { without_names: true, ..Context::standard() };
    let mut names: BTreeSet<String> =
        context.glossary.entries().filter(Entry::is_proper_name).map(|entry| entry.zh().to_owned()).collect();
    if let Ok(path) = std::env::var("SIGNLINT_BENCH_NAMES") {
        match std::fs::read_to_string(&path) {
            Ok(text) => names = text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
            Err(error) => return eprintln!("{path}: {error}"),
        }
    }
    // `cargo test --benches` runs this too: a few names then show that it still works.
    let names: Vec<String> = if std::env::args().any(|a| a == "--test") {
        names.into_iter().take(100).collect()
    } else {
        names.into_iter().collect()
    };
    let known = names.iter().filter(|zh| suggest(&context, zh, None, None).en.is_some()).count();
    println!("{} distinct names, {known} with a suggestion, median of {ROUNDS} rounds, one thread", names.len());
    let expected = median(ROUNDS, || {
        for zh in &names {
            black_box(context.expect(black_box(zh), None, None));
        }
    });
    let suggested = median(ROUNDS, || {
        for zh in &names {
            black_box(suggest(&context, black_box(zh), None, None));
        }
    });
    for (what, took) in [("expected", expected), ("suggested", suggested)] {
        #[allow(clippy::cast_precision_loss)]
        let rate = names.len() as f64 / took.as_secs_f64();
        println!("  {what:<9} {:>7.1} ms  {rate:>9.0} names/s", took.as_secs_f64() * 1e3);
    }
}
