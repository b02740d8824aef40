//! `signlint glossary export`.

use super::super::output;
use super::{Fault, Verdict, files, worded};
use signlint::curate::Table;
use signlint::curate::exchange::Format;
use signlint::finding::Lang;
use signlint::glossary::compile::STATUSES;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Dictionary files or folders [default: the glossary inside the binary]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Format [default: by the name of the output, else csv]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write here instead of to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Only entries of this domain
    #[arg(long)]
    domain: Option<String>,
    /// Only entries of this kind
    #[arg(long)]
    kind: Option<String>,
    /// Only entries of this status
    #[arg(long, value_parser = STATUSES)]
    status: Option<String>,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<Verdict, Fault> {
    let mut rows = files::entries(&args.paths, lang)?;
    let wanted = |told: &Option<String>, value: &str| told.as_ref().is_none_or(|t| t == value);
    rows.retain(|row| {
        let status = STATUSES[row.status as usize % STATUSES.len()];
        wanted(&args.domain, &row.domain) && wanted(&args.kind, &row.kind) && wanted(&args.status, status)
    });
    let by_name = args.output.as_deref().and_then(Format::of);
    let format = args.format.or(by_name).unwrap_or(Format::Csv);
    let table = Table::of(args.output.as_deref().unwrap_or("-"), &rows);
    let bytes = format.write(&table).map_err(|e| Fault(format!("error: {}", worded(&e, lang))))?;
    output::write(args.output.as_deref(), &bytes, lang)?;
    Ok(Verdict::Pass)
}
