//! Bakes the English word data into blobs that are read in place.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

use std::collections::{BTreeMap, BTreeSet};

/// Words, one a line, sorted; and variants of spelling as `word<tab>American form`, one a line, sorted.
pub struct Baked {
    pub words: String,
    /// Words that only large dictionaries hold.
    pub rare_words: String,
    /// Words of the dictionaries' renderings: the likelier correction of a slip.
    pub sign_words: String,
    /// Words that several terms and notices use: the common stock of signs.
    pub common_words: String,
    /// Words of those renderings that no English word list holds.
    pub name_words: String,
    pub variants: String,
    /// Misspellings on record as `word<tab>correction,correction`, one a line, sorted.
    pub misspellings: String,
    /// `FUNCTION_WORDS`, `ABBREVIATIONS`, `IRREGULAR` as Rust source.
    pub source: String,
}

/// Terms or notices that must use a word before it counts as common on signs.
const COMMON: usize = 3;

/// Bakes; `renderings` are all English texts of the dictionaries that are not banned, `wordings` those of each term and
/// notice.
///
/// # Errors
/// Names the file that cannot be read.
pub fn bake<'t>(
    read: impl Fn(&str) -> Result<String, String>,
    renderings: &[String],
    wordings: impl Iterator<Item = impl Iterator<Item = &'t str>>,
) -> Result<Baked, String> {
    let list = read("dictionaries/english/words.txt")?;
    let mut words: BTreeSet<String> = list.lines().map(str::to_owned).collect();
    let extra = column("dictionaries/english/extra.csv", 0, &read)?;
    words.extend(extra.iter().map(|w| w.to_lowercase()));
    let camel: BTreeSet<&str> = renderings
        .iter()
        .chain(&extra)
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.as_bytes().windows(2).any(|w| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase()))
        .collect();
    let mut sign_words = BTreeSet::new();
    for text in renderings {
        sign_words.extend(words_of(text));
    }
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for texts in wordings {
        let used: BTreeSet<String> = texts.flat_map(words_of).collect();
        used.into_iter().for_each(|word| *uses.entry(word).or_default() += 1);
    }
    let common_words = uses.into_iter().filter(|(_, count)| *count >= COMMON).map(|(word, _)| word).collect();
    let known: BTreeSet<String> = sign_words.intersection(&words).cloned().collect();
    let names: BTreeSet<String> = sign_words.difference(&words).cloned().collect();
    words.extend(sign_words);
    let rare = read("dictionaries/english/rare-words.txt")?;
    let rare_words: BTreeSet<String> = rare.lines().filter(|word| !words.contains(*word)).map(str::to_owned).collect();
    let function_words = read("dictionaries/english/function-words.txt")?;
    let function_words: Vec<&str> = function_words.lines().collect();
    let pairs = |path: &str| -> Result<Vec<(String, String)>, String> {
        Ok(column(path, 0, &read)?.into_iter().zip(column(path, 1, &read)?).collect())
    };
    let source = format!(
        "pub(crate) static CAMEL: &[&str] = &{:?};\npub(crate) static FUNCTION_WORDS: &[&str] = &{function_words:?};\npub(crate) static ABBREVIATIONS: &[(&str, &str)] = &{:?};\npub(crate) static IRREGULAR: &[(&str, &str)] = &{:?};\npub(crate) static ARTICLES: &[(&str, &str)] = &{:?};\npub(crate) static AVOID: &[(&str, &str)] = &{:?};\npub(crate) static PARTICIPLES: &[(&str, &str)] = &{:?};\npub(crate) static ROAD_FORMS: &[(&str, &str)] = &{:?};\n",
        camel.iter().collect::<Vec<_>>(),
        pairs("dictionaries/english/abbreviations.csv")?,
        pairs("dictionaries/english/irregular-plurals.csv")?,
        pairs("dictionaries/english/articles.csv")?,
        pairs("dictionaries/english/avoid.csv")?,
        pairs("dictionaries/english/participles.csv")?,
        pairs("dictionaries/english/road-forms.csv")?,
    );
    Ok(Baked {
        words: lines(&words),
        rare_words: lines(&rare_words),
        sign_words: lines(&known),
        common_words: lines(&common_words),
        name_words: lines(&names),
        misspellings: misspellings(),
        variants: variants(),
        source,
    })
}

/// The folded words of a rendering that are letters alone.
fn words_of(text: &str) -> Vec<String> {
    let plain = text.replace(['\'', '’'], "").to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| w.len() > 1 && w.bytes().all(|b| b.is_ascii_lowercase())).map(str::to_owned).collect()
}

fn lines(words: &BTreeSet<String>) -> String {
    let mut out = String::new();
    for word in words {
        out.push_str(word);
        out.push('\n');
    }
    out
}

fn column(path: &str, index: usize, read: &impl Fn(&str) -> Result<String, String>) -> Result<Vec<String>, String> {
    let text = read(path)?;
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(|record| Ok(record.map_err(|e| format!("{path}: {e}"))?.get(index).unwrap_or("").to_owned()))
        .collect()
}

/// The misspellings that `typos` knows. Baked rather than linked: its table is 3.8 MB of pointers to relocate at start.
fn misspellings() -> String {
    let table: BTreeMap<String, String> = typos_dict::WORD
        .map
        .entries()
        .filter(|(_, right)| !right.is_empty())
        .map(|(wrong, right)| (wrong.into_inner().to_lowercase(), right.join(",")))
        .collect();
    tabbed(&table)
}

/// Each spelling that differs across the ocean, with the American one.
fn variants() -> String {
    let mut table: BTreeMap<String, String> = BTreeMap::new();
    for entry in varcon::VARCON.iter().filter(|c| c.verified).flat_map(|c| c.entries) {
        let standard = |category: varcon::Category| {
            entry
                .variants
                .iter()
                .find(|v| v.types.iter().any(|t| t.category == category && t.tag.is_none()))
                .map(|v| v.word)
        };
        let Some(american) = standard(varcon::Category::American) else {
            continue;
        };
        for category in [varcon::Category::BritishIse, varcon::Category::BritishIze] {
            let Some(british) = standard(category).filter(|b| *b != american) else {
                continue;
            };
            if [british, american].iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase())) {
                table.insert(british.to_owned(), american.to_owned());
            }
        }
    }
    tabbed(&table)
}

fn tabbed(table: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    for (key, value) in table {
        out.push_str(&format!("{key}\t{value}\n"));
    }
    out
}
