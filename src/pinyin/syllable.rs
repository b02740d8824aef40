//! Syllables in Latin letters.

use super::readings::{SYLLABLE_SLOTS, SYLLABLES};
use crate::text::hash;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Longest syllable in letters (`zhuang`).
const LONGEST: usize = 6;

/// Whether folded or written letters are one syllable; `u` stands for `ü` too.
#[must_use]
pub fn is_syllable(letters: &str) -> bool {
    if stands(letters) {
        return true;
    }
    let umlaut = letters.strip_prefix(['l', 'n']).is_some_and(|rest| rest.starts_with('u'));
    umlaut && stands(&letters.replacen('u', "ü", 1))
}

fn stands(letters: &str) -> bool {
    // Most runs of letters begin and end as no syllable of their length does.
    if let (Some(at), Some(lengths)) = (ends_of(letters), letters.len().checked_sub(1))
        && (lengths >= LONGEST || LENGTHS[at] >> lengths & 1 == 0)
    {
        return false;
    }
    hash::find(SYLLABLE_SLOTS, letters, |at| SYLLABLES[at] == letters).is_some()
}

/// Place of the first and the last letter in [`LENGTHS`]; `None` where one is not of the alphabet.
fn ends_of(letters: &str) -> Option<usize> {
    let (first, last) = (letters.bytes().next()?, letters.bytes().next_back()?);
    let both = first.is_ascii_lowercase() && last.is_ascii_lowercase();
    both.then(|| usize::from(first - b'a') * 26 + usize::from(last - b'a'))
}

/// The lengths of syllables, one less as bits, by their first and last letters.
static LENGTHS: LazyLock<[u8; 26 * 26]> = LazyLock::new(|| {
    let mut lengths = [0; 26 * 26];
    for (at, len) in SYLLABLES.iter().filter_map(|syllable| Some((ends_of(syllable)?, syllable.len()))) {
        lengths[at] |= 1 << (len - 1);
    }
    lengths
});

/// Cuts a word into syllables, case apart, apostrophes as borders; `None` where it is no pinyin.
#[must_use]
pub fn split(word: &str) -> Option<Vec<String>> {
    let lower = lower(word);
    let mut out = Vec::new();
    for piece in pieces(&lower) {
        let works = works(piece);
        let mut at = 0;
        while at < piece.len() {
            let end = ends(piece, at).find(|end| works[*end] && is_syllable(&piece[at..*end]))?;
            out.push(piece[at..end].to_owned());
            at = end;
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether [`split`] cuts the word.
#[must_use]
pub fn splits(word: &str) -> bool {
    // Most words of English end with a letter that ends no syllable.
    if !word.chars().next_back().is_some_and(may_end) {
        return false;
    }
    let lower = lower(word);
    pieces(&lower).all(is_cut) && pieces(&lower).any(|piece| !piece.is_empty())
}

/// Some syllable ends with the letter, or it parts syllables.
fn may_end(letter: char) -> bool {
    static ENDS: LazyLock<u32> = LazyLock::new(|| {
        let ends = SYLLABLES.iter().filter_map(|syllable| syllable.bytes().next_back());
        ends.filter(u8::is_ascii_lowercase).fold(0, |bits, letter| bits | 1 << (letter - b'a'))
    });
    !letter.is_ascii_alphabetic() || *ENDS >> (letter.to_ascii_lowercase() as u32 - u32::from(b'a')) & 1 == 1
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}

fn pieces(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(['\'', '’'])
}

/// Where the syllable that begins at a byte may end, the longest first.
fn ends(letters: &str, from: usize) -> impl Iterator<Item = usize> {
    let longest = letters[from..].char_indices().nth(LONGEST).map_or(letters.len(), |(at, _)| from + at);
    (from + 1..=longest).rev().filter(|end| letters.is_char_boundary(*end))
}

/// Whether the letters are syllables one behind the other, as [`works`] tells of their beginning.
fn is_cut(letters: &str) -> bool {
    const BITS: usize = u64::BITS as usize;
    if letters.len() >= BITS || !letters.is_ascii() {
        return works(letters)[0];
    }
    // One bit for each place from which on the letters work out.
    let mut works = 1_u64 << letters.len();
    for at in (0..letters.len()).rev() {
        let longest = letters.len().min(at + LONGEST);
        let stands = |end: &usize| works >> end & 1 == 1 && is_syllable(&letters[at..*end]);
        works |= u64::from((at + 1..=longest).rev().any(|end| stands(&end))) << at;
    }
    works & 1 == 1
}

/// From which bytes on the letters work out to their end; told from the end, so that the time is linear.
fn works(letters: &str) -> Vec<bool> {
    let mut works = vec![false; letters.len() + 1];
    works[letters.len()] = true;
    for (at, _) in letters.char_indices().rev() {
        works[at] = ends(letters, at).any(|end| works[end] && is_syllable(&letters[at..end]));
    }
    works
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut() {
        let cut = |word| split(word).map(|s| s.join(" "));
        assert_eq!(cut("Wangfujing").as_deref(), Some("wang fu jing"));
        assert_eq!(cut("Xi'an").as_deref(), Some("xi an"));
        assert_eq!(cut("Fangan").as_deref(), Some("fang an"));
        assert_eq!(cut("Lüdi").as_deref(), Some("lü di"));
        assert_eq!(cut("Street"), None);
        assert_eq!([cut(""), cut("'"), cut("Xi'")], [None, None, Some("xi".to_owned())]);
        for word in ["Wangfujing", "Xi'an", "Lüdi", "Street", "", "'", "Xi'", "’an", "nvshi"] {
            assert_eq!(splits(word), split(word).is_some(), "{word}");
        }
    }
}
