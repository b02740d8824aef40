//! Words whose letters are right and whose spaces are not: *TICK ETOFF ICE* is *TICKET OFFICE*.

use super::Analysed;
use crate::english::English;
use crate::pinyin;
use crate::wording::UNITS;
use std::ops::Range;

/// Words that are looked at together.
const MOST: usize = 4;
/// Letters of the shortest word that may come out.
const SHORTEST: usize = 3;
/// Letters from which chance no longer cuts a text into words.
const FEWEST: usize = 7;

/// A run of words and the words that its letters make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recut {
    pub words: Range<usize>,
    /// Folded words with spaces between.
    pub write: String,
}

/// The runs of a sign that hold a piece which is no word, while all their letters make words that signs use.
pub(super) fn find(sign: &Analysed) -> Vec<Recut> {
    let english = English::standard();
    let count = sign.words.len();
    let letters = |at: usize| sign.words.fold(at);
    let plain = |at: usize| letters(at).bytes().all(|b| b.is_ascii_lowercase());
    if (0..count).all(|at| sign.is_word(at)) {
        return Vec::new();
    }
    // The unit behind a figure is no piece of a word: 1.2 m in Height.
    let unit = |at: usize| at > 0 && letters(at - 1).starts_with(|c: char| c.is_ascii_digit()) && is_unit(letters(at));
    let piece = |at: usize| plain(at) && !sign.is_word(at) && !unit(at) && !pinyin::splits(letters(at));
    let pieces: Vec<bool> = (0..count).map(piece).collect();
    let mut found: Vec<Recut> = Vec::new();
    for start in 0..count {
        if let Some(write) = stuck(sign, start) {
            found.push(Recut { words: start..start + 1, write });
            continue;
        }
        let longest = (start + MOST).min(count);
        let runs =
            (start + 2..=longest).rev().filter(|end| (start..*end).all(plain) && pieces[start..*end].contains(&true));
        let taken = found.last().is_some_and(|r| start < r.words.end);
        let cut = runs.filter(|_| !taken).find_map(|end| {
            let joined = sign.words.letters(start..end);
            let meant = || expected_words(sign, joined).filter(|words| words.len() < end - start);
            let write = meant().or_else(|| (joined.len() >= FEWEST).then(|| cut(english, joined, end - start))?)?;
            Some(Recut { words: start..end, write: write.join(" ") })
        });
        found.extend(cut);
    }
    found
}

fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|unit| unit.en.contains(&word))
}

/// The name and the words behind it where a space between them was lost: *LaiguangPark*.
fn stuck(sign: &Analysed, at: usize) -> Option<String> {
    let letters = sign.words.fold(at);
    if sign.is_word(at) || letters.len() < FEWEST || !letters.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    // Letters may be pinyin by chance: QinghePolice is qing he po li ce.
    if sign.pinyin_letters().contains(letters) && pinyin::splits(letters) {
        return None;
    }
    let name = |end: usize| is_spoken(sign, &letters[..end]);
    (SHORTEST..letters.len()).rev().filter(|end| name(*end)).find_map(|end| {
        let rest = expected_words(sign, &letters[end..])?;
        Some(format!("{} {}", &letters[..end], rest.join(" ")))
    })
}

/// The letters are whole syllables of the Chinese that stand side by side.
fn is_spoken(sign: &Analysed, letters: &str) -> bool {
    let spoken = &sign.syllables().spoken;
    (0..spoken.len()).any(|start| {
        let mut rest = letters;
        for syllable in &spoken[start..] {
            let Some(behind) = rest.strip_prefix(syllable.letters.as_str()) else { return false };
            if behind.is_empty() {
                return true;
            }
            rest = behind;
        }
        false
    })
}

/// Letters as words of what may be written for the sign, the longest first.
fn expected_words<'l>(sign: &Analysed, letters: &'l str) -> Option<Vec<&'l str>> {
    if letters.is_empty() {
        return Some(Vec::new());
    }
    (2..=letters.len()).rev().filter(|end| sign.is_known_form_word(&letters[..*end])).find_map(|end| {
        let mut words = vec![&letters[..end]];
        words.extend(expected_words(sign, &letters[end..])?);
        Some(words)
    })
}

/// Letters as at most so many words that signs use, the longest first.
fn cut<'l>(english: &English, letters: &'l str, most: usize) -> Option<Vec<&'l str>> {
    if letters.is_empty() {
        return Some(Vec::new());
    }
    if most == 0 || letters.len() < SHORTEST {
        return None;
    }
    (SHORTEST..=letters.len()).rev().find_map(|end| {
        let (word, rest) = letters.split_at(end);
        let stands = english.is_sign_word(word) && !english.is_pinyin_name(word);
        let mut words = vec![word];
        words.extend(stands.then(|| cut(english, rest, most - 1))??);
        Some(words)
    })
}
