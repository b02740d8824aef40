//! Pinyin on the signs that take it: station names by the operator's rule, and bare specific names.

use super::lexicon::{self, Part};
use super::slots::{self, ROMANISATION, Rule, texts};
use super::{Composed, Composer, LONGEST_SPECIFIC};
use crate::expect::{Form, Role, Slot, Standing};
use crate::sign::{Kind, Span};
use crate::text::is_han;

/// Station names: pinyin, a direction at the end with its letter in brackets (rule of December 2020).
pub(super) const STATIONS: Rule = Rule { source: "rail-names-2020", clause: "" };

/// The name of a station on a station sign; `None` for other kinds of sign and for names with an established English.
pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    if c.kind != Some(Kind::StationSign) {
        return None;
    }
    let text = c.text(span);
    let name = text.strip_suffix('站').filter(|n| n.chars().count() > 1).unwrap_or(text);
    let span = span.start..span.start + name.len();
    if c.known(&span).is_some() || !name.chars().all(is_han) || name.chars().count() > LONGEST_SPECIFIC + 2 {
        return None;
    }
    let mut renderings = Vec::new();
    let whole = slots::pinyin(name, span.clone(), Role::Specific, STATIONS)?;
    let last = name.char_indices().next_back()?.0;
    if let Some(direction) = compass(&name[last..]) {
        let bracket = letter(direction, span.end);
        let mut apart = slots::pinyin(&name[..last], span.start..span.start + last, Role::Specific, STATIONS)?;
        let end = slots::pinyin(&name[last..], span.start + last..span.end, Role::Direction, STATIONS)?;
        apart.forms[0].text = format!("{} {}", apart.forms[0].text, end.forms[0].text);
        apart.zh = span.clone();
        renderings.push(vec![apart, bracket.clone()]);
        renderings.push(vec![whole, bracket]);
    } else {
        renderings.push(vec![whole]);
    }
    if let Some(english) = c.compose(&span) {
        // 知春路 is Zhichun Lu: the generic of a road stands apart in pinyin, too.
        let (plates, others): (Vec<_>, Vec<_>) = english
            .renderings
            .into_iter()
            .partition(|slots| slots.len() > 1 && slots.iter().all(|slot| slot.romanised));
        renderings.splice(0..0, plates);
        renderings.extend(others);
    }
    for rendering in &mut renderings {
        let mut station = texts(span.end..c.zh.len(), Role::Generic, ["Station"], STATIONS);
        station.forms.push(Form::new("Zhan", Standing::Deprecated));
        station.optional = true;
        if c.zh.len() > span.end {
            rendering.push(station);
        }
    }
    Some(Composed { renderings, confidence: 0.75 })
}

/// A text of which nothing is known but its characters, as one word of pinyin.
///
/// Only short texts of Chinese characters that hold no known term: 请绕行 is not a name.
pub(super) fn romanise(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let count = text.chars().count();
    if !(2..=LONGEST_SPECIFIC).contains(&count) || !text.chars().all(is_han) {
        return None;
    }
    if reads_as_words(c, text) {
        return None;
    }
    let slot = slots::pinyin(text, span.clone(), Role::Specific, ROMANISATION)?;
    let mut renderings = vec![vec![slot]];
    renderings.extend(beside(span, text).unwrap_or_default());
    Some(Composed { renderings, confidence: 0.5 })
}

/// 望京南: a name and the side of it on which this one lies, as stations write it.
fn beside(span: &Span, text: &str) -> Option<Vec<Vec<Slot>>> {
    let last = text.char_indices().next_back()?.0;
    let direction = compass(&text[last..]).filter(|_| text[..last].chars().nth(1).is_some())?;
    let name = slots::pinyin(&text[..last], span.start..span.start + last, Role::Specific, STATIONS)?;
    let zh = span.start + last..span.end;
    let side = slots::pinyin(&text[last..], zh.clone(), Role::Direction, STATIONS)?;
    let english = slots::word(zh, Role::Direction, direction, false);
    Some(vec![vec![name.clone(), side, letter(direction, span.end)], vec![name, english]])
}

/// A point of the compass; 上 and 内 are none.
fn compass(text: &str) -> Option<&'static lexicon::Word> {
    lexicon::word(text, Part::Direction).filter(|w| w.class != "vertical" && !w.abbreviations.is_empty())
}

/// The letter of a direction in brackets behind a station's name: (N).
fn letter(direction: &lexicon::Word, end: usize) -> Slot {
    let letter = direction.abbreviations[0].trim_end_matches('.');
    slots::optional(texts(end..end, Role::Direction, [format!("({letter})")], STATIONS))
}

/// Terms or attributes cover most of the text: it means something and is not a name.
fn reads_as_words(c: Composer, text: &str) -> bool {
    let mut covered = vec![false; text.len()];
    let mut cover = |start: usize, end: usize| covered[start..end].fill(true);
    for found in lexicon::find_all(text).filter(|f| f.end - f.start > '字'.len_utf8() && f.word.part == Part::Attribute)
    {
        cover(found.start, found.end);
    }
    let mut entries = Vec::new();
    c.glossary.matches(text, &mut entries);
    for found in entries.iter().filter(|m| m.end - m.start > '字'.len_utf8() && !m.entry.is_proper_name()) {
        cover(found.start, found.end);
    }
    lexicon::notice_word(text).is_some() || covered.iter().filter(|c| **c).count() * 2 >= text.len()
}
