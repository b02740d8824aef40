//! Signs with prices, times, dates and notices, written by hand: right ones must pass in silence, wrong ones must be
//! told by the rule that knows. None of them comes from the lists that the rules were measured on.

use signlint::analyse::{Analysed, Context};
use signlint::finding::{Finding, Level};
use signlint::rules::{RULES, Report};

/// The rows of a fixture.
fn rows(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("{}/tests/signs/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).expect("a fixture");
    reader.records().collect::<Result<_, _>>().expect("rows of one length")
}

fn findings(context: &Context, zh: &str, en: &str) -> Vec<Finding> {
    let sign = Analysed::new(context, zh, en, None, None);
    let mut report = Report::default();
    RULES.iter().for_each(|rule| (rule.check)(&sign, &mut report));
    report.into_findings()
}

/// Sound wording that is not the table's may be pointed out, on so many signs in a hundred.
const POINTED_OUT: usize = 4;

#[test]
fn right_signs_pass() {
    let context = Context::standard();
    let rows = rows("right.csv");
    assert!(rows.len() > 300, "{}", rows.len());
    let (mut told, mut pointed) = (Vec::new(), 0);
    for row in &rows {
        let found = findings(&context, &row[0], &row[1]);
        pointed += usize::from(!found.is_empty());
        let grave = found.iter().filter(|f| f.level > Level::Info);
        told.extend(grave.map(|f| format!("{} = {}: {} {}", &row[0], &row[1], f.rule, f.message.en)));
    }
    assert!(told.is_empty(), "{} of {}:\n{}", told.len(), rows.len(), told.join("\n"));
    assert!(pointed * 100 <= rows.len() * POINTED_OUT, "{pointed} of {} are pointed out", rows.len());
}

#[test]
fn wrong_signs_are_told() {
    let context = Context::standard();
    let mut missed = Vec::new();
    for row in rows("wrong.csv") {
        let found = findings(&context, &row[0], &row[1]);
        if !found.iter().any(|f| f.rule == &row[2] && f.level > Level::Info) {
            let rules: Vec<&str> = found.iter().map(|f| f.rule).collect();
            missed.push(format!("{} = {}: {} is silent; {rules:?}", &row[0], &row[1], &row[2]));
        }
    }
    assert!(missed.is_empty(), "{}:\n{}", missed.len(), missed.join("\n"));
}
