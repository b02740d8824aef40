//! Checks `dictionaries/senses/senses.tsv` before it is baked as it is.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

/// The lines: a Chinese word, a tab, its English words with commas between.
///
/// # Errors
/// Names the line that is out of order or not in two parts.
pub fn bake(lines: &str) -> Result<String, String> {
    let mut last = "";
    for (at, line) in lines.lines().enumerate() {
        let place = format!("dictionaries/senses/senses.tsv:{}", at + 1);
        let (word, senses) = line.split_once('\t').ok_or(format!("{place}: no tab behind the Chinese word"))?;
        if word <= last || senses.is_empty() {
            return Err(format!("{place}: words must be sorted, once each, with senses; run make.py"));
        }
        last = word;
    }
    Ok(lines.to_owned())
}
