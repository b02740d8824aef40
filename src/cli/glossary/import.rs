//! `signlint glossary import`: merges what translators bring back; lines that do not change stay byte for byte.

use super::super::output;
use super::{Fault, Verdict, all_worded, files, worded};
use signlint::curate::check::File;
use signlint::curate::exchange::Format;
use signlint::curate::merge::{Merged, merge};
use signlint::finding::Lang;
use signlint::glossary::Layer;
use signlint::glossary::LayerError;
use std::io::Write;
use std::path::Path;

#[derive(clap::Args)]
pub(super) struct Args {
    /// What to merge: CSV, TBX or XLSX. Columns it lacks and cells it leaves empty keep what the dictionary has
    #[arg(value_name = "FILE")]
    file: String,
    /// A dictionary file (made where there is none), or a folder whose entries are updated where they stand
    #[arg(long, value_name = "PATH")]
    into: String,
    /// Format of FILE [default: by its name]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Say what would change and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<Verdict, Fault> {
    let table = files::table(&args.file, args.format, lang)?;
    let target = Path::new(&args.into);
    let folder = target.is_dir();
    let paths = if folder { files::csv_files(target)? } else { vec![target.to_path_buf()] };
    let mut changes: Vec<(String, String, Merged)> = Vec::new();
    for path in paths {
        let text = if path.exists() { files::read(&path, lang)? } else { String::new() };
        let name = path.display().to_string();
        if folder && !text.trim_start_matches('\u{feff}').starts_with("zh,preferred") {
            continue;
        }
        let merged = merge(&name, &text, &table, !folder).map_err(|e| Fault(format!("error: {}", worded(&e, lang))))?;
        changes.push((name, text, merged));
    }
    for (name, _, merged) in &changes {
        let file = File { path: name.clone(), group: "project".into(), text: merged.text.clone() };
        if let Err(LayerError::Faults(faults)) = Layer::compile([(file.path.as_str(), file.text.as_str())]) {
            return Err(Fault(format!("error: nothing written\n{}", all_worded(&faults, lang))));
        }
    }
    let mut out = anstream::stdout().lock();
    for (name, text, merged) in &changes {
        if merged.text != *text {
            if !args.dry_run {
                output::replace(Path::new(name), merged.text.as_bytes(), lang)?;
            }
            match lang {
                Lang::En => writeln!(out, "{name}: {} added, {} changed", merged.added.len(), merged.changed.len())?,
                Lang::Zh => writeln!(out, "{name}：新增 {} 条，更改 {} 条", merged.added.len(), merged.changed.len())?,
            }
        }
    }
    let missing = unknown_everywhere(&changes);
    if !missing.is_empty() {
        let few = missing.iter().take(10).copied().collect::<Vec<_>>().join("、");
        match lang {
            Lang::En => {
                writeln!(out, "{} not found in the folder, name a file with --into to add them: {few}", missing.len())?
            }
            Lang::Zh => writeln!(out, "文件夹中没有其中 {} 条；要新增，请用 --into 指定文件：{few}", missing.len())?,
        }
    }
    Ok(if missing.is_empty() { Verdict::Pass } else { Verdict::Fail })
}

/// Entries of the import that no file of the folder has.
fn unknown_everywhere(changes: &[(String, String, Merged)]) -> Vec<&str> {
    let Some((_, _, first)) = changes.first() else { return Vec::new() };
    let unknown = first.unknown.iter().filter(|zh| changes.iter().all(|(_, _, m)| m.unknown.contains(zh)));
    unknown.map(String::as_str).collect()
}
