//! Bakes `dictionaries/pinyin/` into sorted tables that are read in place.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

use std::collections::BTreeMap;

/// The old spellings of places as `(zh, old, new)`.
fn old_spellings(read: &impl Fn(&str) -> Result<String, String>) -> Result<Vec<(String, String, String)>, String> {
    const PATH: &str = "dictionaries/pinyin/old-spellings.csv";
    let text = read(PATH)?;
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(|record| {
            let record = record.map_err(|e| format!("{PATH}: {e}"))?;
            let cell = |at: usize| record.get(at).unwrap_or("").to_owned();
            Ok((cell(0), cell(1), cell(2)))
        })
        .collect()
}

/// `READINGS` (Chinese and its syllables, sorted), the surnames, `SYLLABLES` and `OLD_SPELLINGS` as Rust source.
///
/// # Errors
/// Names the file, the line and the remedy where the data is not as the schema says.
pub fn bake(read: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let syllables = read("dictionaries/pinyin/syllables.txt")?;
    let syllables: Vec<&str> = syllables.lines().collect();
    if !syllables.is_sorted() {
        return Err("dictionaries/pinyin/syllables.txt: not sorted; sort it by code points".to_owned());
    }
    let mut readings: BTreeMap<String, String> = BTreeMap::new();
    // Later files win.
    for path in ["dictionaries/pinyin/phrases.csv", "dictionaries/pinyin/readings.csv"] {
        let text = read(path)?;
        for record in csv::Reader::from_reader(text.as_bytes()).records() {
            let record = record.map_err(|e| format!("{path}: {e}"))?;
            let line = record.position().map_or(0, csv::Position::line);
            let (zh, pinyin) = (&record[0], &record[1]);
            let known = pinyin.split(' ').all(|s| syllables.binary_search(&s).is_ok());
            if !known || pinyin.split(' ').count() != zh.chars().count() {
                return Err(format!(
                    "{path}:{line}: {pinyin:?} are not the syllables of {zh}; write one a character, without tones"
                ));
            }
            readings.insert(zh.to_owned(), pinyin.to_owned());
        }
    }
    let pairs: Vec<(&String, &String)> = readings.iter().collect();
    let slots =
        crate::hash::slots(pairs.iter().enumerate().map(|(at, (zh, _))| (zh.as_str(), u32::try_from(at).unwrap_or(0))));
    let sieve = crate::sieve::bake(readings.keys().map(String::as_str));
    let syllable_slots =
        crate::hash::slots((0..).zip(&syllables).map(|(at, s)| (*s, at)).collect::<Vec<_>>().into_iter());
    let surnames = read("dictionaries/pinyin/compound-surnames.txt")?;
    let surnames: Vec<&str> = surnames.lines().collect();
    let single = read("dictionaries/pinyin/surnames.txt")?;
    let single: Vec<&str> = single.lines().collect();
    if !single.is_sorted() || single.iter().any(|s| s.chars().count() != 1) {
        return Err("dictionaries/pinyin/surnames.txt: write one character a line, sorted by code points".to_owned());
    }
    let read_as = surname_readings(&read, &syllables)?;
    let [sure, used] = transliteration(&read)?;
    Ok(format!(
        "pub(crate) static SURNAME_READINGS: &[(char, &str)] = &{read_as:?};\npub(crate) static SURE_OF_FOREIGN: &[char] = &{sure:?};\npub(crate) static USED_OF_FOREIGN: &[char] = &{used:?};\npub(crate) static SLOTS: &[u32] = &{slots:?};\npub(crate) static SIEVE: &[u32] = &{sieve:?};\npub(crate) static COMPOUND_SURNAMES: &[&str] = &{surnames:?};\npub(crate) static SURNAMES: &[&str] = &{single:?};\npub(crate) static READINGS: &[(&str, &str)] = &{pairs:?};\npub(crate) static SYLLABLES: &[&str] = &{syllables:?};\npub(crate) static SYLLABLE_SLOTS: &[u32] = &{syllable_slots:?};\npub(crate) static OLD_SPELLINGS: &[(&str, &str, &str)] = &{:?};\n",
        old_spellings(&read)?
    ))
}

/// Surnames that are read otherwise than the character, sorted by it.
fn surname_readings(
    read: &impl Fn(&str) -> Result<String, String>,
    syllables: &[&str],
) -> Result<Vec<(char, String)>, String> {
    const PATH: &str = "dictionaries/pinyin/surname-readings.csv";
    let mut readings: Vec<(char, String)> = Vec::new();
    for record in csv::Reader::from_reader(read(PATH)?.as_bytes()).records() {
        let record = record.map_err(|e| format!("{PATH}: {e}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let mut surname = record[0].chars();
        match (surname.next(), surname.next(), syllables.binary_search(&&record[1])) {
            (Some(surname), None, Ok(_)) => readings.push((surname, record[1].to_owned())),
            _ => return Err(format!("{PATH}:{line}: write one character and its syllable, without a tone")),
        }
    }
    if !readings.is_sorted() {
        return Err(format!("{PATH}: not sorted; sort it by code points"));
    }
    Ok(readings)
}

/// The characters that are seldom written but for foreign names, and the others that such names are written with.
fn transliteration(read: &impl Fn(&str) -> Result<String, String>) -> Result<[Vec<char>; 2], String> {
    const PATH: &str = "dictionaries/pinyin/transliteration.csv";
    let text = read(PATH)?;
    let set = |standing: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(standing)?.strip_prefix(','));
        let characters: Vec<char> = line.and_then(|line| line.split(',').next()).unwrap_or_default().chars().collect();
        if characters.is_empty() || !characters.is_sorted() {
            return Err(format!("{PATH}: write a line `{standing},characters,source`, the characters by code points"));
        }
        Ok(characters)
    };
    Ok([set("sure")?, set("used")?])
}
