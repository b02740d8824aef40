//! The whole pipeline against a bare `csv` pass over the same generated file, as a ratio in one run.
//!
//! `cargo bench --bench pipeline` prints, for one million rows of distinct signs and for 80 % repeats, the median
//! milliseconds of the bare pass, of reading alone, of reading and checking with every second rule and with all, and the
//! ratios: what the other half of the rules adds.
//! `SIGNLINT_BENCH_ROWS` sets the number of rows.

mod inventory;
mod timing;

use signlint::analyse::Context;
use signlint::config::Selection;
use signlint::engine::Checker;
use signlint::read::{self, ReadOptions};
use signlint::rules::all_meta;
use std::hint::black_box;
use std::time::Duration;
use timing::median;

const ROUNDS: usize = 3;

fn main() {
    // `cargo test --benches` runs this too: a small file then shows that it still works.
    let testing = std::env::args().any(|a| a == "--test");
    let rows = std::env::var("SIGNLINT_BENCH_ROWS").ok().and_then(|r| r.parse().ok()).unwrap_or(if testing {
        1_000
    } else {
        1_000_000
    });
    let checker = Checker::new(Context::standard(), Selection::default());
    let every_second = all_meta().step_by(2).map(|meta| meta.code.to_owned()).collect();
    let half = Checker::new(Context::standard(), Selection { select: every_second, ..Selection::default() });
    println!("{rows} rows, {} threads, median of {ROUNDS} rounds", rayon::current_num_threads());
    for (name, repeated) in [("distinct rows", 0), ("80 % repeats", 80)] {
        let file = inventory::csv(rows, repeated);
        let bare = median(ROUNDS, || bare_pass(&file));
        let reading = median(ROUNDS, || {
            let tables = read::read_bytes("bench.csv", file.clone().into_bytes(), &ReadOptions::default());
            black_box(tables.map(|t| t.len()).unwrap_or(0));
        });
        let check = |checker: &Checker| {
            median(ROUNDS, || {
                let tables = read::read_bytes("bench.csv", file.clone().into_bytes(), &ReadOptions::default());
                black_box(checker.check(&tables.unwrap_or_default(), &|_| {}).reported().count());
            })
        };
        let (halved, checking) = (check(&half), check(&checker));
        let ratio = |d: Duration| d.as_secs_f64() / bare.as_secs_f64();
        println!("{name}: {:.1} MB", file.len() as f64 / 1e6);
        println!("  csv ByteRecord pass {:>8.1} ms", bare.as_secs_f64() * 1e3);
        println!("  read                {:>8.1} ms  {:.2} x", reading.as_secs_f64() * 1e3, ratio(reading));
        println!("  every second rule   {:>8.1} ms  {:.2} x", halved.as_secs_f64() * 1e3, ratio(halved));
        println!("  read and check      {:>8.1} ms  {:.2} x", checking.as_secs_f64() * 1e3, ratio(checking));
    }
}

fn bare_pass(file: &str) {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut fields = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        fields += record.len();
    }
    black_box(fields);
}
