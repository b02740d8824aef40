//! Cuts the part of a name before its generic into known words and unknown runs.
//!
//! A shortest path over the characters: words of the lexicon and names of the glossary are cheap, unknown
//! characters dear, a single unknown character between known words dearest, because specific names seldom have one
//! syllable and often hold a syllable that looks like an attribute (积水潭 is not *water*).

use super::lexicon::{self, Part, Word};
use crate::glossary::{Entry, Glossary, Group, Match};
use crate::sign::Span;
use crate::text::numbers::number;

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
    /// The name of an area (a subdistrict or a town bears it).
    Area,
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

/// Longest name of an area, in characters.
const LONGEST_AREA: usize = 4;

const KNOWN: f32 = 1.0;
/// Another head before the head.
const GENERIC: f32 = 1.5;
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
            // 动物园 in 动物园公交枢纽: what could head a name stands before another head.
            Part::Generic => attributes && !found.word.settlement && found.end - found.start > 2 * '字'.len_utf8(),
        };
        if usable {
            let (from, to) = (at(found.start), at(found.end));
            let price = match found.word.part {
                Part::Generic => GENERIC,
                _ if to - from == 1 => SHORT_WORD,
                _ => KNOWN,
            };
            edges.push((from, to, price, What::Word(found.word)));
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
        // 和平里 in 和平里医院: an area, though 和平 is peace.
        for to in (from + 2..=from + LONGEST_AREA).take_while(|to| *to < ends.len()) {
            let area = &text[*start..ends[to]];
            // 首都机场 is an airport before it is the subdistrict around it.
            let airport = || glossary.get(area).iter().any(|entry| entry.kind() == "airport");
            if lexicon::is_area(area) && lexicon::get(area).next().is_none() && !airport() {
                edges.push((from, to, KNOWN, What::Area));
            }
        }
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

/// 第 and a number at the start of a text: the number and the bytes it takes. 第一六六 is read digit by digit.
fn ordinal(text: &str) -> Option<(u32, usize)> {
    let rest = text.strip_prefix('第')?;
    let (number, bytes) = digit_by_digit(rest).or_else(|| number(rest))?;
    Some((number, '第'.len_utf8() + bytes))
}

/// 一〇一中学, 三十五中学: a text that is the number of a school or hospital without 第. 八一 is a name.
pub(super) fn bare_number(text: &str) -> Option<u32> {
    const SHORTEST: usize = 3;
    let tens = text.contains(['十', '百']);
    if !tens && !text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().count() < SHORTEST {
        return None;
    }
    let (number, bytes) = digit_by_digit(text).or_else(|| number(text))?;
    (bytes == text.len()).then_some(number)
}

/// 一六六: two digits or more, each by itself; the number and its bytes.
fn digit_by_digit(text: &str) -> Option<(u32, usize)> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const LONGEST: usize = 4;
    let digit = |c: char| DIGITS.iter().position(|digit| *digit == c).or((c == '零').then_some(0));
    let digits: Vec<usize> = text.chars().map_while(digit).take(LONGEST).collect();
    let number = digits.iter().fold(0, |sum, digit| sum * 10 + digit);
    (digits.len() > 1).then_some((u32::try_from(number).ok()?, DIGITS[0].len_utf8() * digits.len()))
}
