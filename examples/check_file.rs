//! Checks one file of signs and tells what is wrong: `cargo run --example check_file -- samples/city-signs.csv`.

use signlint::prelude::*;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: check_file FILE")?;
    // The project's own settings, where the file has a signlint.toml above it.
    let config = Config::find(path.as_ref())?.unwrap_or_default();
    let checker = Checker::new(config)?;
    let inventory = checker.open(&path)?;
    let outcome = checker.check(&inventory);
    for reported in outcome.reported().filter(|reported| reported.level >= Level::Warning) {
        let (sign, finding) = (&reported.sign, reported.finding);
        println!("{} {}: {} [{}]", sign.location, reported.level, finding.message.get(Lang::En), finding.rule);
        if let Some(write) = &finding.suggestion {
            println!("    {} → {write}", sign.en);
        }
    }
    println!("{} signs checked", inventory.len());
    Ok(())
}
