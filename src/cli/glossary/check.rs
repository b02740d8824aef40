//! `signlint glossary check`: each fault with file, line and remedy; exit 1 where there is one.

use super::files::{self, Found};
use super::{Fault, Verdict, worded};
use signlint::curate::check::{Strictness, check, unused_sources};
use signlint::finding::Lang;
use signlint::report::counted;
use std::io::Write;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Dictionary files (CSV, TBX, XLSX) or folders; a folder with sources.toml is held to all its rules
    #[arg(value_name = "PATH", default_value = "dictionaries")]
    paths: Vec<String>,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<Verdict, Fault> {
    let Found { files, sources, cited_elsewhere } = files::find(&args.paths, lang)?;
    let strictness = Strictness { sources: sources.as_ref().map(|(_, ids)| ids.clone()) };
    let mut faults = check(&files, &strictness);
    if let Some((path, ids)) = &sources {
        let mut cited = cited_elsewhere;
        for row in files::entries(&args.paths, lang).unwrap_or_default() {
            cited.extend(row.sources.split(" | ").map(str::to_owned));
        }
        faults.extend(unused_sources(ids, &cited, path));
    }
    let mut out = anstream::stdout().lock();
    for fault in &faults {
        writeln!(out, "{}", worded(fault, lang))?;
    }
    let mut stderr = anstream::stderr().lock();
    match lang {
        Lang::En => writeln!(stderr, "{}, {}", counted(files.len(), "file"), counted(faults.len(), "fault"))?,
        Lang::Zh => writeln!(stderr, "{} 个文件，{} 处问题", files.len(), faults.len())?,
    }
    Ok(if faults.is_empty() { Verdict::Pass } else { Verdict::Fail })
}
