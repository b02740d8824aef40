//! Which words of the English are pinyin of which characters of the Chinese.
//!
//! Needs no expectation: the syllables of the Chinese are laid beside the words of the English, so that a name
//! inside any text can be judged (an apostrophe missing, a syllable wrong, a name cut in the wrong place).

use super::Analysed;
use crate::english::distance::within;
use crate::pinyin::{self, Romaniser};
use crate::sign::Span;
use crate::text::{edit_distance, fold, is_han};
use smol_str::SmolStr;
use std::ops::Range;

/// One syllable of the Chinese.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// Folded letters.
    pub letters: SmolStr,
    /// The character in the Chinese cell.
    pub zh: Span,
}

/// A word of the English that is pinyin of a run of characters, or nearly is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Romanised {
    /// Index of the word.
    pub word: usize,
    /// Run of [`Syllables::spoken`].
    pub syllables: Range<usize>,
    /// The letters are the run's; otherwise they are nearly so.
    pub exact: bool,
}

/// The syllables of a sign's Chinese and the words that write them.
#[derive(Debug, Clone, Default)]
pub struct Syllables {
    pub spoken: Vec<Spoken>,
    pub words: Vec<Romanised>,
}

/// Longest run of syllables in one word.
const LONGEST: usize = 7;

impl Syllables {
    pub(super) fn of(sign: &Analysed) -> Self {
        let spoken = speak(sign.zh);
        let mut words = Vec::new();
        if spoken.is_empty() {
            return Self { spoken, words };
        }
        let mut from = 0;
        for word in 0..sign.words.len() {
            let letters = without_possessive(sign, word);
            let found = exact(&spoken, letters, from).or_else(|| exact(&spoken, letters, 0));
            if let Some(syllables) = found {
                from = syllables.end;
                words.push(Romanised { word, syllables, exact: true });
            }
        }
        let mut found = words.iter().map(|r| r.word).peekable();
        let others: Vec<usize> = (0..sign.words.len()).filter(|word| found.next_if_eq(word).is_none()).collect();
        for word in others {
            if !may_be_slip(sign, word) {
                continue;
            }
            let slip = near(&spoken, sign.words.fold(word), &words);
            // The English of a foreign name is often near the pinyin of what it is written with: Marino for 马力诺.
            let of_a_name = |run: &Range<usize>| {
                !pinyin::is_in_foreign(sign.zh, &(spoken[run.start].zh.start..spoken[run.end - 1].zh.end))
            };
            if let Some(syllables) = slip.filter(of_a_name) {
                words.push(Romanised { word, syllables, exact: false });
            }
        }
        words.sort_by_key(|r| r.word);
        let between = between(sign, &spoken, &words);
        words.extend(between);
        words.sort_by_key(|r| r.word);
        Self { spoken, words }
    }

    /// The characters of a run, as a byte range of the Chinese cell.
    #[must_use]
    pub fn zh(&self, run: &Range<usize>) -> Span {
        self.spoken[run.start].zh.start..self.spoken[run.end - 1].zh.end
    }

    /// Whether a byte range of the Chinese is written in pinyin somewhere on the sign.
    #[must_use]
    pub fn covers(&self, zh: &Span) -> bool {
        self.words.iter().any(|r| {
            let run = self.zh(&r.syllables);
            r.exact && run.start <= zh.start && zh.end <= run.end
        })
    }
}

/// The letters of a word without the *'s* that English puts behind a name (Lao She's).
fn without_possessive<'s>(sign: &'s Analysed, word: usize) -> &'s str {
    let (letters, written) = (sign.words.fold(word), &sign.en[sign.words.span(word)]);
    let possessive = ["'s", "’s", "'S", "’S"].iter().any(|end| written.ends_with(end));
    if possessive { letters.strip_suffix('s').unwrap_or(letters) } else { letters }
}

/// The syllables of every run of Chinese characters.
fn speak(zh: &str) -> Vec<Spoken> {
    let mut spoken: Vec<Spoken> = Vec::with_capacity(zh.len() / 3);
    let mut start = None;
    for (at, c) in zh.char_indices().chain([(zh.len(), ' ')]) {
        match (is_han(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let before = spoken.len();
                let read = Romaniser::standard().each_syllable(&zh[from..at], |letters, zh| {
                    let letters = if letters.is_ascii() { SmolStr::new_static(letters) } else { fold(letters).into() };
                    spoken.push(Spoken { letters, zh: from + zh.start..from + zh.end });
                });
                // A run with a character that has no reading is not read at all.
                if !read {
                    spoken.truncate(before);
                }
                start = None;
            }
            _ => {}
        }
    }
    spoken
}

/// The run from `from` on whose letters are exactly these.
fn exact(spoken: &[Spoken], letters: &str, from: usize) -> Option<Range<usize>> {
    let first = letters.as_bytes().first();
    // Most syllables begin with another letter.
    (from..spoken.len()).filter(|start| spoken[*start].letters.as_bytes().first() == first).find_map(|start| {
        let mut rest = letters;
        for (end, syllable) in spoken.iter().enumerate().skip(start) {
            // 儿 behind another character is an r alone: Penr Hutong.
            let erhua = end > start && syllable.letters == "er" && rest == "r";
            rest = if erhua { "" } else { rest.strip_prefix(syllable.letters.as_str())? };
            if rest.is_empty() {
                return Some(start..end + 1);
            }
        }
        None
    })
}

/// A word that no dictionary knows and that is long enough for a slip to be told.
fn may_be_slip(sign: &Analysed, word: usize) -> bool {
    let letters = sign.words.fold(word);
    letters.len() >= 4
        && letters.bytes().all(|b| b.is_ascii_lowercase())
        && !sign.is_word(word)
        && !sign.is_known_form_word(letters)
}

/// Words that stand where one syllable is lacking between, before or behind exact ones: *Bai Yu Lu* for 白云路.
fn between(sign: &Analysed, spoken: &[Spoken], words: &[Romanised]) -> Vec<Romanised> {
    let exact: Vec<&Romanised> = words.iter().filter(|r| r.exact).collect();
    let mut out = Vec::new();
    // Of one word a syllable all but one are right: that one is enclosed as well as if others stood on both sides.
    let all_but_one = spoken.len() > 2 && sign.words.len() == spoken.len() && exact.len() + 1 == spoken.len();
    for word in (0..sign.words.len()).filter(|w| !words.iter().any(|r| r.word == *w)) {
        let before = exact.iter().find(|r| r.word + 1 == word);
        let after = exact.iter().find(|r| r.word == word + 1);
        let (start, end) = match (before, after) {
            (Some(b), Some(a)) if b.syllables.end < a.syllables.start => (b.syllables.end, a.syllables.start),
            (None, Some(a)) if word == 0 => (0, a.syllables.start),
            (Some(b), None) if b.syllables.end < spoken.len() => (b.syllables.end, b.syllables.end + 1),
            _ => continue,
        };
        let letters = sign.words.fold(word);
        if end == start + 1
            && lacks(&spoken[start].letters, letters, all_but_one || before.is_some() && after.is_some())
        {
            out.push(Romanised { word, syllables: start..end, exact: false });
        }
    }
    out
}

/// Whether letters are a slip for a syllable: one edit away, or, between exact neighbours, any other syllable.
fn lacks(syllable: &str, letters: &str, enclosed: bool) -> bool {
    if letters.len() < 2 || !letters.bytes().all(|b| b.is_ascii_lowercase()) || letters == syllable {
        return false;
    }
    if enclosed {
        return pinyin::is_syllable(letters) || within(syllable, letters, 2);
    }
    // At the edge of a name may stand a word of another language: Beijing Benz.
    letters.len() >= 3
        && pinyin::is_syllable(letters)
        && within(syllable, letters, 1)
        && letters.len() + 1 >= syllable.len()
}

/// The run of two syllables or more that the letters miss by the least.
fn near(spoken: &[Spoken], letters: &str, taken: &[Romanised]) -> Option<Range<usize>> {
    let most = match letters.len() {
        0..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, Range<usize>)> = None;
    for start in 0..spoken.len() {
        let mut run = spoken[start].letters.to_string();
        for (end, syllable) in spoken.iter().enumerate().take(start + LONGEST).skip(start + 1) {
            run.push_str(&syllable.letters);
            let free = !taken.iter().any(|r| r.syllables.start < end + 1 && start < r.syllables.end);
            if run.len() > letters.len() + most {
                break;
            }
            if !free || run.len() + most < letters.len() || !within(&run, letters, most) {
                continue;
            }
            let distance = edit_distance(&run, letters);
            if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                best = Some((distance, start..end + 1));
            }
        }
    }
    best.map(|(_, run)| run)
}
