//! Cuts the part of a name before its generic into known words and unknown runs.
//!
//! A shortest path over the characters: words of the lexicon and names of the glossary are cheap, unknown
//! characters dear, a single unknown character between known words dearest, because specific names seldom have one
//! syllable and often hold a syllable that looks like an attribute (积水潭 is not *water*).

use super::lexicon::{self, Part, Word};
use crate::glossary::{Entry, Glossary, Group, Match};
use crate::sign::Span;

/// A piece of a name.
#[derive(Debug, Clone)]
pub(super) struct Token<'g> {
    pub zh: Span,
    pub what: What<'g>,
}

/// What a piece is.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'g> {
    Word(&'static Word),
    /// A name of the glossary (a university, a park, an institution).
    Known(Entry<'g>),
    /// 第三: the number.
    Ordinal(u32),
    /// 与, 和, 及, 、
    And,
    /// Nothing known.
    Unknown,
}

impl Token<'_> {
    /// The lexicon's word, if it is one of this part.
    #[must_use]
    pub(super) fn is(&self, part: Part) -> bool {
        matches!(self.what, What::Word(word) if word.part == part)
    }

    /// Nothing is known of it.
    #[must_use]
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self.what, What::Unknown)
    }
}

/// What joins two fields or places.
pub(super) const CONJUNCTIONS: [char; 5] = ['与', '和', '及', '、', '暨'];

const KNOWN: f32 = 1.0;
const SHORT_WORD: f32 = 1.4;
const CHARACTER: f32 = 1.2;
const RUN: f32 = 0.6;
const LONE: f32 = 1.2;

/// Cuts `zh[span]`; `attributes` tells whether describing words are looked for or belong to the specific name.
pub(super) fn segment<'g>(glossary: &'g Glossary, zh: &str, span: &Span, attributes: bool) -> Vec<Token<'g>> {
    let text = &zh[span.clone()];
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = |byte: usize| ends.binary_search(&byte).unwrap_or(0);
    let mut edges: Vec<(usize, usize, f32, What<'g>)> = Vec::new();
    for found in lexicon::find_all(text) {
        let usable = match found.word.part {
            Part::Attribute => attributes,
            Part::Region | Part::Established | Part::Direction => true,
            Part::Generic => false,
        };
        if usable {
            let (from, to) = (at(found.start), at(found.end));
            edges.push((from, to, if to - from == 1 { SHORT_WORD } else { KNOWN }, What::Word(found.word)));
        }
    }
    let mut names: Vec<Match<'g>> = Vec::new();
    glossary.matches(text, &mut names);
    for found in names {
        let (from, to) = (at(found.start), at(found.end));
        let name = matches!(found.entry.group(), Group::Names | Group::Institutions)
            && !matches!(found.entry.kind(), "road" | "station" | "person" | "line");
        if name && to - from >= 2 && (found.start, found.end) != (0, zh.len()) {
            edges.push((from, to, KNOWN + 0.05, What::Known(found.entry)));
        }
    }
    for (from, start) in ends.iter().enumerate().take(ends.len() - 1) {
        let rest = &text[*start..];
        if let Some((number, bytes)) = ordinal(rest) {
            edges.push((from, at(start + bytes), KNOWN, What::Ordinal(number)));
        }
        if rest.starts_with(CONJUNCTIONS) && from > 0 && from + 2 < ends.len() {
            edges.push((from, from + 1, SHORT_WORD, What::And));
        }
    }
    shortest(&ends, &edges, span.start)
}

fn shortest<'g>(ends: &[usize], edges: &[(usize, usize, f32, What<'g>)], base: usize) -> Vec<Token<'g>> {
    let last = ends.len() - 1;
    let mut best: Vec<(f32, usize, What<'g>)> = vec![(f32::MAX, 0, What::Unknown); last + 1];
    best[0].0 = 0.0;
    for to in 1..=last {
        for from in 0..to {
            let run = to - from;
            if best[from].0 == f32::MAX || (from > 0 && matches!(best[from].2, What::Unknown)) {
                continue;
            }
            #[allow(clippy::cast_precision_loss)]
            let cost = best[from].0 + RUN + CHARACTER * run as f32 + if run == 1 && last > 1 { LONE } else { 0.0 };
            if cost < best[to].0 {
                best[to] = (cost, from, What::Unknown);
            }
        }
        for (from, _, price, what) in edges.iter().filter(|e| e.1 == to) {
            let cost = best[*from].0 + price;
            if best[*from].0 < f32::MAX && cost < best[to].0 {
                best[to] = (cost, *from, *what);
            }
        }
    }
    let mut tokens = Vec::new();
    let mut to = last;
    while to > 0 {
        let (_, from, what) = best[to];
        tokens.push(Token { zh: base + ends[from]..base + ends[to], what });
        to = from;
    }
    tokens.reverse();
    tokens
}

/// 第 and a number at the start of a text: the number and the bytes it takes.
fn ordinal(text: &str) -> Option<(u32, usize)> {
    let rest = text.strip_prefix('第')?;
    let (number, bytes) = number(rest)?;
    Some((number, '第'.len_utf8() + bytes))
}

/// A number below a thousand at the start of a text, in Chinese or ASCII digits: its value and the bytes it takes.
#[must_use]
pub fn number(text: &str) -> Option<(u32, usize)> {
    const DIGITS: &str = "零一二三四五六七八九";
    let ascii: usize = text.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return Some((text[..ascii].parse().ok()?, ascii));
    }
    let (mut total, mut digit, mut bytes) = (0, None, 0);
    for c in text.chars() {
        match c {
            '十' => total += 10 * digit.take().unwrap_or(1),
            '百' => total += 100 * digit.take()?,
            _ => match DIGITS.chars().position(|d| d == c) {
                Some(value) if digit.is_none() || digit == Some(0) => digit = Some(u32::try_from(value).ok()?),
                _ => break,
            },
        }
        bytes += c.len_utf8();
    }
    (bytes > 0).then(|| (total + digit.unwrap_or(0), bytes))
}

/// 1 → 1st, 2 → 2nd, 11 → 11th.
#[must_use]
pub fn ordinal_digits(number: u32) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// 1 → First … 10 → Tenth; above that the digits.
#[must_use]
pub fn ordinal_word(number: u32) -> String {
    const WORDS: [&str; 10] =
        ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
    let index = (number as usize).wrapping_sub(1);
    WORDS.get(index).map_or_else(|| ordinal_digits(number), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read() {
        assert_eq!(number("三十五中学"), Some((35, 9)));
        assert_eq!(number("十一条"), Some((11, 6)));
        assert_eq!(number("12号"), Some((12, 2)));
        assert_eq!(number("一百零一中学"), Some((101, 12)));
        assert_eq!(number("中学"), None);
    }

    #[test]
    fn ordinals_are_written() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 21, 112].into_iter().map(ordinal_digits).collect();
        assert_eq!(written, ["1st", "2nd", "3rd", "4th", "11th", "21st", "112th"]);
    }
}
