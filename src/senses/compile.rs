//! Bakes `dictionaries/senses/senses.tsv` into a text of lines and an index by the first character.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

/// First and last character that a word may begin with: the Chinese characters of the basic plane.
pub const FIRST: u32 = 0x3400;
pub const LAST: u32 = 0x9FFF;

/// The text, a line feed before each line and at the end, and for each first character (and one beyond the last) the
/// little-endian offset of the line feed before its first line.
///
/// # Errors
/// Names the line that is out of order, not in three parts or begins with no Chinese character.
pub fn bake(lines: &str) -> Result<(String, Vec<u8>), String> {
    let mut text = String::from("\n");
    let mut index: Vec<u32> = Vec::new();
    let mut last = "";
    for (at, line) in lines.lines().enumerate() {
        let place = format!("dictionaries/senses/senses.tsv:{}", at + 1);
        let (word, senses) = line.split_once('\t').ok_or(format!("{place}: no tab behind the Chinese word"))?;
        if word <= last || senses.is_empty() {
            return Err(format!("{place}: words must be sorted, once each, with senses; run make.py"));
        }
        let first = word.chars().next().map_or(0, u32::from);
        if !(FIRST..=LAST).contains(&first) {
            return Err(format!("{place}: {word:?} begins with no Chinese character"));
        }
        let offset = u32::try_from(text.len() - 1).map_err(|e| e.to_string())?;
        index.resize((first - FIRST + 1) as usize, offset);
        text.push_str(line);
        text.push('\n');
        last = word;
    }
    let end = u32::try_from(text.len() - 1).map_err(|e| e.to_string())?;
    index.resize((LAST - FIRST + 2) as usize, end);
    Ok((text, index.iter().flat_map(|offset| offset.to_le_bytes()).collect()))
}
