//! What each rule costs: `cargo bench --bench rules` prints the nanoseconds a sign, the dearest rules first.
//!
//! The signs are those of the generated inventory that the standard's own rendering does not pass in silence
//! (`SIGNLINT_BENCH_FILE` names a file of others). `first` is a rule's time in the order of the registry, with the facts
//! of the sign that it was the first to ask for; `own` is its time once all facts are there.

mod inventory;

use signlint::analyse::{Analysed, Context};
use signlint::read::{self, ReadOptions};
use signlint::rules::{RULES, Report};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rows of the generated inventory.
const ROWS: usize = 20_000;
/// Rules that are told one by one.
const TOLD: usize = 40;

fn main() {
    // `cargo test --benches` runs this too: a small file then shows that it still works.
    let rows = if std::env::args().any(|a| a == "--test") { 200 } else { ROWS };
    let context = Context::standard();
    let file = match std::env::var("SIGNLINT_BENCH_FILE") {
        Ok(path) => std::fs::read(path).unwrap_or_default(),
        Err(_) => inventory::csv(rows, 0).into_bytes(),
    };
    let tables = read::read_bytes("bench.csv", file, &ReadOptions::default()).unwrap_or_default();
    let signs = tables.iter().flat_map(|table| table.records.iter().map(|record| table.sign(record)));
    let (mut judged, mut analysing) = (0_u32, Duration::ZERO);
    let mut costs = vec![(Duration::ZERO, Duration::ZERO); RULES.len()];
    for sign in signs {
        let began = Instant::now();
        let analysed = Analysed::new(&context, &sign.zh, &sign.en, sign.kind, sign.domain);
        let took = began.elapsed();
        if analysed.expectation.as_ref().is_some_and(|e| e.writes(&sign.en)) {
            continue;
        }
        judged += 1;
        analysing += took;
        let mut report = Report::default();
        for (rule, cost) in RULES.iter().zip(&mut costs) {
            let began = Instant::now();
            (rule.check)(black_box(&analysed), &mut report);
            cost.0 += began.elapsed();
        }
        // Rules look at what was found before them: in the same order, from nothing.
        let mut report = Report::default();
        for (rule, cost) in RULES.iter().zip(&mut costs) {
            let began = Instant::now();
            (rule.check)(black_box(&analysed), &mut report);
            cost.1 += began.elapsed();
        }
    }
    let each = |cost: Duration| cost.as_nanos() / u128::from(judged.max(1));
    let sum = |of: fn(&(Duration, Duration)) -> Duration| each(costs.iter().map(of).sum());
    println!("{judged} signs, {} rules, ns a sign; the clock itself takes a part of each", RULES.len());
    println!("{:>8} {:>8}  working out and laying beside what is expected", each(analysing), "");
    println!("{:>8} {:>8}  all rules", sum(|c| c.0), sum(|c| c.1));
    let mut order: Vec<usize> = (0..RULES.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(costs[at].0));
    println!("{:>8} {:>8}", "first", "own");
    for at in order.into_iter().take(TOLD) {
        println!("{:>8} {:>8}  {}", each(costs[at].0), each(costs[at].1), RULES[at].meta.code);
    }
}
