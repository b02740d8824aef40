//! Which files the paths of a command mean: files, folders (git-ignored files left out), and pairs of files that hold
//! one language each (`zh.json` and `en.json`, `values-zh/strings.xml` and `values/strings.xml`).

use super::ReadError;
use super::language::{Language, of_tag};
use crate::format::Format;
use rustc_hash::FxHashMap;
use std::path::Path;

/// One inventory to read: a file, or two of a language each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file; of two the English one.
    pub path: String,
    /// The Chinese file of two.
    pub partner: Option<String>,
    /// The user named it: it must hold signs. A file met in a folder may hold none.
    pub is_named: bool,
}

/// The sources that paths mean, in their order; a path without any is a fault.
#[must_use]
pub fn sources(paths: &[String]) -> (Vec<Source>, Vec<ReadError>) {
    let mut found: Vec<Source> = Vec::new();
    let mut faults = Vec::new();
    for path in paths {
        if !Path::new(path).is_dir() {
            found.push(Source { path: path.clone(), partner: None, is_named: true });
            continue;
        }
        let (files, unnamed) = walk(path);
        if files.is_empty() && unnamed.is_empty() {
            faults.push(ReadError::NoFiles { path: path.clone() });
        }
        faults.extend(unnamed.into_iter().map(|path| ReadError::Name { path }));
        found.extend(files.into_iter().map(|path| Source { path, partner: None, is_named: false }));
    }
    (paired(found), faults)
}

/// The files of a folder whose names say that they may hold signs, in the order of their names; apart, and as they read,
/// names that are not UTF-8, by which no file can be told or opened here.
fn walk(folder: &str) -> (Vec<String>, Vec<String>) {
    let paths = ignore::WalkBuilder::new(folder)
        .require_git(false)
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|p| p.is_file() && Format::is_known_extension(&p.to_string_lossy()));
    let (mut files, mut unnamed) = (Vec::new(), Vec::new());
    for path in paths {
        match path.into_os_string().into_string() {
            Ok(path) => files.push(path),
            Err(path) => unnamed.push(path.to_string_lossy().into_owned()),
        }
    }
    files.sort();
    unnamed.sort();
    (files, unnamed)
}

/// Joins files that differ in their language only. A Chinese file takes part in one pair.
fn paired(sources: Vec<Source>) -> Vec<Source> {
    let mut english: FxHashMap<(String, u8), usize> = FxHashMap::default();
    let mut chinese: Vec<(usize, String)> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        for (skeleton, language) in skeletons(&source.path) {
            match language {
                Some(Language::En) => _ = english.entry((skeleton, 0)).or_insert(at),
                // Without a language it is the default one: English where a Chinese file stands beside it.
                None => _ = english.entry((skeleton, 1)).or_insert(at),
                Some(Language::Zh) => chinese.push((at, skeleton)),
            }
        }
    }
    let mut partner_of: FxHashMap<usize, usize> = FxHashMap::default();
    for (zh, skeleton) in chinese {
        let en = english.get(&(skeleton.clone(), 0)).or_else(|| english.get(&(skeleton, 1)));
        if let Some(&en) = en
            && en != zh
            && !partner_of.values().any(|taken| *taken == zh)
        {
            partner_of.entry(en).or_insert(zh);
        }
    }
    // `values/` in Chinese with `values-en/` beside it.
    for ((skeleton, default), &zh) in &english {
        if let Some(&en) = english.get(&(skeleton.clone(), 0))
            && *default == 1
            && en != zh
            && !partner_of.contains_key(&en)
            && !partner_of.contains_key(&zh)
        {
            partner_of.insert(en, zh);
        }
    }
    let partners: Vec<usize> = partner_of.values().copied().collect();
    let joined = sources.iter().enumerate().filter(|(at, _)| !partners.contains(at)).map(|(at, source)| Source {
        partner: partner_of.get(&at).map(|zh| sources[*zh].path.clone()),
        ..source.clone()
    });
    joined.collect()
}

/// A path with its language replaced by a mark, in every way it may be read; none for formats that hold both languages.
fn skeletons(path: &str) -> Vec<(String, Option<Language>)> {
    let extension = Path::new(path).extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let may_pair = extension == "xml" || Format::named(&extension).is_some_and(Format::may_be_parallel);
    if !may_pair {
        return Vec::new();
    }
    let path = path.replace('\\', "/");
    let parts: Vec<&str> = path.split('/').collect();
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let mut put = |marked: &str, language| {
            let mut parts = parts.clone();
            parts[index] = marked;
            found.push((parts.join("/"), language));
        };
        let is_file = index + 1 == parts.len();
        let stem = if is_file { part.strip_suffix(&format!(".{extension}")).unwrap_or(part) } else { part };
        let stem = stem.strip_suffix(".lproj").unwrap_or(stem);
        if let Some(language) = of_tag(stem) {
            put("*", Some(language));
            continue;
        }
        if !is_file && stem == "Base" {
            put("*", None);
            continue;
        }
        // `values-zh-rCN`, `messages_zh_CN`, `app.en`: the shortest name before a tag.
        let seams = stem.char_indices().filter(|(_, c)| matches!(c, '-' | '_' | '.'));
        let tagged = seams.filter_map(|(at, _)| of_tag(&stem[at + 1..]).map(|language| (at, language))).next();
        match tagged {
            Some((at, language)) => put(&format!("{}~*", &stem[..at]), Some(language)),
            None if is_file || stem == "values" => put(&format!("{stem}~*"), None),
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(paths: &[&str]) -> Vec<(String, Option<String>)> {
        let named = |p: &&str| Source { path: (*p).to_owned(), partner: None, is_named: true };
        paired(paths.iter().map(named).collect()).into_iter().map(|s| (s.path, s.partner)).collect()
    }

    #[test]
    fn files_of_one_language_each_are_joined() {
        for (en, zh) in [
            ("locales/en.json", "locales/zh.json"),
            ("locales/en/signs.yaml", "locales/zh-CN/signs.yaml"),
            ("res/values/strings.xml", "res/values-zh-rCN/strings.xml"),
            ("res/values-en/strings.xml", "res/values/strings.xml"),
            ("messages_en.properties", "messages_zh_CN.properties"),
            ("messages.properties", "messages_zh.properties"),
            ("en.lproj/Localizable.strings", "zh-Hans.lproj/Localizable.strings"),
            ("Base.lproj/Localizable.strings", "zh-Hans.lproj/Localizable.strings"),
            ("app.en-US.json", "app.zh-CN.json"),
        ] {
            let joined = vec![(en.to_owned(), Some(zh.to_owned()))];
            assert_eq!(pairs(&[en, zh]), joined, "{en}");
            assert_eq!(pairs(&[zh, en]), joined, "{en}");
        }
    }

    #[test]
    fn others_stay_alone() {
        for paths in [["a/en.json", "b/zh.json"], ["signs.en.csv", "signs.zh.csv"], ["menu.json", "signs.json"]] {
            assert_eq!(pairs(&paths), paths.map(|p| (p.to_owned(), None)), "{paths:?}");
        }
    }
}
