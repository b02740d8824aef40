//! The standard English of a Chinese name, with its parts: `cargo run --example suggest_name -- 北京市朝阳区市场监督管理局`.

use signlint::{Checker, Config, Profile};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut config = Config::default();
    config.profile = Some(Profile::WinterGames);
    let checker = Checker::new(config)?;
    for zh in std::env::args().skip(1) {
        let suggestion = checker.suggest(&zh);
        match &suggestion.en {
            Some(en) => println!("{zh}: {en} ({}, confidence {:.2})", suggestion.method, suggestion.confidence),
            None => println!("{zh}: no honest answer"),
        }
        for part in &suggestion.parts {
            println!("    {} = {} [{}] {} {}", part.zh, part.en, part.role, part.source, part.clause);
        }
    }
    Ok(())
}
