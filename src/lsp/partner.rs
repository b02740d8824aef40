//! The Chinese file that belongs to an English one: `zh.json` beside `en.json`, `values-zh/strings.xml` beside
//! `values/strings.xml`.

use crate::read::sources;
use std::path::Path;

/// Folders with more entries are not looked through at every opening.
const MOST_ENTRIES: usize = 2000;

/// The Chinese file, by the rules that join the files of a folder; `None` where there is none.
pub(super) fn of(path: &str) -> Option<String> {
    let file = Path::new(path);
    let (folder, name) = (file.parent()?, file.file_name()?);
    let same_kind = |p: &Path| p.extension() == file.extension();
    let beside = entries(folder).filter(|p| same_kind(p) && p.is_file());
    // The same file in the folders beside this one: `zh-Hans.lproj`, `values-zh`.
    let across = folder.parent().into_iter().flat_map(entries).map(|folder| folder.join(name)).filter(|p| p.is_file());
    let mut paths: Vec<String> = beside.chain(across).map(|p| p.to_string_lossy().into_owned()).collect();
    paths.sort();
    paths.dedup();
    let (found, _) = sources(&paths);
    found.into_iter().find(|source| source.path == path).and_then(|source| source.partner)
}

fn entries(folder: &Path) -> impl Iterator<Item = std::path::PathBuf> + use<> {
    let found = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    found.map(|entry| entry.path()).take(MOST_ENTRIES)
}
