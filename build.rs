//! Compiles `dictionaries/` into the image embedded in the binary, and fails with file, line and remedy where an
//! entry is not as the schema says.

use std::path::Path;
use std::{env, fs, process};

#[path = "src/glossary/compile/mod.rs"]
#[allow(dead_code, unreachable_pub)]
mod compile;
#[path = "src/english/compile.rs"]
#[allow(unreachable_pub)]
mod english;
#[path = "src/names/compile.rs"]
#[allow(unreachable_pub)]
mod grammar;
#[path = "src/text/hash.rs"]
mod hash;
#[path = "src/wording/needles.rs"]
#[allow(unreachable_pub)]
mod needles;
#[path = "src/pinyin/compile.rs"]
#[allow(unreachable_pub)]
mod pinyin;
#[path = "src/senses/compile.rs"]
#[allow(unreachable_pub)]
mod senses;
#[path = "src/text/sieve.rs"]
mod sieve;
#[path = "src/wording/compile.rs"]
#[allow(unreachable_pub)]
mod wording;

#[derive(serde::Deserialize)]
struct Source {
    label: String,
    label_zh: Option<String>,
    title: String,
    #[allow(dead_code)]
    issuer: String,
    year: i64,
    standing: String,
    #[allow(dead_code)]
    read: String,
}

fn main() {
    println!("cargo::rerun-if-changed=dictionaries");
    println!("cargo::rerun-if-changed=src/glossary/compile");
    println!("cargo::rerun-if-changed=src/names/compile.rs");
    println!("cargo::rerun-if-changed=src/text/hash.rs");
    println!("cargo::rerun-if-changed=src/text/sieve.rs");
    println!("cargo::rerun-if-changed=src/english/compile.rs");
    println!("cargo::rerun-if-changed=src/pinyin/compile.rs");
    println!("cargo::rerun-if-changed=src/senses/compile.rs");
    println!("cargo::rerun-if-changed=src/wording/compile.rs");
    println!("cargo::rerun-if-changed=src/wording/needles.rs");
    if let Err(message) = compile_all() {
        eprintln!("{message}");
        process::exit(1);
    }
}

fn compile_all() -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let out = Path::new(&out);
    let sources = read("dictionaries/sources.toml")?;
    let sources: std::collections::BTreeMap<String, Source> =
        toml::from_str(&sources).map_err(|e| format!("dictionaries/sources.toml: {e}"))?;
    write(out, "sources.rs", source_table(&sources).as_bytes())?;

    let mut compiler = compile::Compiler::with_sources(sources.keys().cloned());
    for group in ["names", "institutions", "terms", "notices"] {
        let folder = format!("dictionaries/{group}");
        let mut files: Vec<_> = fs::read_dir(&folder)
            .map_err(|e| format!("{folder}: {e}"))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "csv"))
            .collect();
        files.sort();
        for path in files {
            let path = path.to_string_lossy().into_owned();
            compiler.add_file(&path, group, &read(&path)?);
        }
    }
    if !compiler.faults().is_empty() {
        let lines: Vec<String> = compiler.faults().iter().map(ToString::to_string).collect();
        return Err(format!("{} faults in the dictionaries:\n{}", lines.len(), lines.join("\n")));
    }
    let grammar = grammar::bake(read, |id| sources.contains_key(id))?;
    if !grammar.faults.is_empty() {
        return Err(format!("{} faults in the grammar:\n{}", grammar.faults.len(), grammar.faults.join("\n")));
    }
    let mut renderings = compiler.renderings();
    renderings.extend(grammar.english.iter().cloned());
    let english = english::bake(read, &renderings, compiler.wordings())?;
    let senses = senses::bake(&read("dictionaries/senses/senses.tsv")?)?;
    for (name, lines) in [
        ("words", &english.words),
        ("rare-words", &english.rare_words),
        ("common-words", &english.common_words),
        ("sign-words", &english.sign_words),
        ("name-words", &english.name_words),
        ("variants", &english.variants),
        ("misspellings", &english.misspellings),
        ("senses", &senses),
        ("things", &read("dictionaries/wordnet/things.tsv")?),
        ("verbs", &read("dictionaries/wordnet/verbs.txt")?),
        ("parts", &read("dictionaries/wordnet/parts.tsv")?),
    ] {
        write(out, &format!("{name}.txt"), lines.as_bytes())?;
        write(out, &format!("{name}.slots"), &hash::line_slots(lines))?;
    }
    write(out, "english.rs", english.source.as_bytes())?;
    write(out, "pinyin.rs", pinyin::bake(read)?.as_bytes())?;
    write(out, "wording.rs", wording::bake(read, |id| sources.contains_key(id))?.as_bytes())?;
    write(out, "grammar.rs", grammar.source.as_bytes())?;
    write(out, "grammar.bin", &grammar.automaton)?;
    write(out, "glossary.bin", &compiler.image()?)
}

/// The source table as a sorted Rust array: read by binary search, nothing parsed at start.
fn source_table(sources: &std::collections::BTreeMap<String, Source>) -> String {
    let rows: String = sources
        .iter()
        .map(|(id, s)| {
            let label_zh = s.label_zh.as_ref().unwrap_or(&s.label);
            format!("    ({id:?}, {:?}, {label_zh:?}, {:?}, {}, {:?}),\n", s.label, s.title, s.year, s.standing)
        })
        .collect();
    format!(
        "/// id, label, label in Chinese, title, year, standing; sorted by id.\npub(crate) static SOURCES: &[(&str, &str, &str, &str, i64, &str)] = &[\n{rows}];\n"
    )
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    fs::write(out.join(name), bytes).map_err(|e| format!("{name}: {e}"))
}
