//! Parts of a place that a letter, a phase or a point of the compass tells apart: B座, A口, 二期, 东北出口.

use super::lexicon::{self, Part, Word};
use super::slots::{self, MODIFIERS, texts};
use super::{Composed, Composer, after_comma};
use crate::expect::{Role, Slot};
use crate::sign::Span;
use crate::text::is_han;
use crate::text::numbers::number;

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    letter(c, span)
        .or_else(|| numbered_area(c, span))
        .or_else(|| phase(c, span))
        .or_else(|| sided_exit(c, span))
        .or_else(|| sided_and_numbered(c, span))
}

/// Classes of generics that a letter or a number without 号 tells apart.
const LETTERED: [&str; 6] = ["building", "gate", "hall", "crossing", "stop", "other"];
/// Longest mark, in bytes: A, A1, C20, 301.
const LONGEST_MARK: usize = 4;
/// A 区 that a letter tells apart is an area and no district.
const AREA: &str = "区";
const MOUTH: &str = "口";

/// 国贸三期B座, 地铁国贸站A1口: the letter stands behind its generic.
fn letter(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let tail = text.rfind(|c: char| c.is_ascii_alphanumeric()).map(|at| at + 1).filter(|at| *at < text.len())?;
    let start = text[..tail].rfind(is_han).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let mark = &text[start..tail];
    let digits = mark.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = mark.len() - digits.len();
    if letters > 1 || mark.len() > LONGEST_MARK || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let zh = span.start + tail..span.end;
    // 3室, 12楼: a number alone tells only what has a word of its own apart, 301会议室.
    let word = text[tail..].chars().count() > 1;
    let head = head(&text[tail..], zh.clone()).filter(|_| letters == 1 || word)?;
    let mark = texts(span.start + start..zh.start, Role::Ordinal, [mark], MODIFIERS);
    with_owner(c, &(span.start..span.start + start), vec![head, mark], &text[tail..])
}

fn head(text: &str, zh: Span) -> Option<Slot> {
    if text == MOUTH {
        return Some(texts(zh, Role::Generic, ["Exit", "Entrance"], MODIFIERS));
    }
    if text == AREA {
        return Some(texts(zh, Role::Generic, ["Area", "Zone", "Section"], MODIFIERS));
    }
    let generic = lexicon::word(text, Part::Generic).filter(|word| LETTERED.contains(&word.class))?;
    Some(slots::word(zh, Role::Generic, generic, false))
}

/// 劲松八区, 劲松3区: one of the areas that housing estates are counted by. On plates it is pinyin (Jinsong Baqu).
fn numbered_area(c: Composer, span: &Span) -> Option<Composed> {
    let before = c.text(span).strip_suffix(AREA)?;
    let starts = before.char_indices().rev().map(|(at, _)| at);
    let start = starts.take_while(|at| super::is_number(&before[*at..])).last()?;
    let (value, _) = number(&before[start..])?;
    let owner = span.start..span.start + start;
    if c.count(&owner) < 2 || before[..start].ends_with('第') {
        return None;
    }
    let zh = span.start + before.len()..span.end;
    let number = span.start + start..zh.start;
    let part = vec![head(AREA, zh)?, texts(number.clone(), Role::Ordinal, [value.to_string()], MODIFIERS)];
    let mut composed = with_owner(c, &owner, part, AREA)?;
    let name = c.whole(&owner)?.renderings.swap_remove(0);
    if let Some(plate) =
        slots::pinyin(c.text(&(number.start..span.end)), number.start..span.end, Role::Generic, slots::ROMANISATION)
    {
        composed.renderings.push([name, vec![plate]].concat());
    }
    Some(composed)
}

/// The part alone, or with the place that it belongs to: buildings and exits stand before it, gates and halls behind.
fn with_owner(c: Composer, owner: &Span, part: Vec<Slot>, generic: &str) -> Option<Composed> {
    if owner.is_empty() {
        return Some(Composed::one(part, 0.85));
    }
    let owner = c.whole(owner)?;
    let slots = owner.renderings.into_iter().next()?;
    let behind = [part.clone(), after_comma(slots.clone())].concat();
    let before = [slots, part].concat();
    let class = lexicon::word(generic, Part::Generic).map_or("", |word: &Word| word.class);
    let small_first = generic == MOUTH || matches!(class, "building" | "crossing");
    let renderings = if small_first { vec![behind, before] } else { vec![before, behind] };
    Some(Composed { renderings, confidence: owner.confidence * 0.9 })
}

/// 中关村软件园二期: Phase II. 第二期 is the second issue or course of something.
fn phase(c: Composer, span: &Span) -> Option<Composed> {
    const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    const PHASE: &str = "期";
    const ORDINAL: char = '第';
    let Some(before) = c.text(span).strip_suffix(PHASE) else { return project(c, span) };
    let starts = before.char_indices().rev().map(|(at, _)| at);
    let start = starts.take_while(|at| super::is_number(&before[*at..])).last()?;
    let (value, _) = number(&before[start..])?;
    if before[..start].ends_with(ORDINAL) {
        return None;
    }
    let digits = value.to_string();
    let roman = usize::try_from(value).ok().and_then(|at| ROMAN.get(at.checked_sub(1)?)).map(|r| (*r).to_owned());
    let generic = lexicon::word(PHASE, Part::Generic)?;
    let end = span.start + before.len();
    let part = vec![
        slots::word(end..span.end, Role::Generic, generic, false),
        texts(span.start + start..end, Role::Ordinal, roman.into_iter().chain([digits]), MODIFIERS),
    ];
    with_owner(c, &(span.start..span.start + start), part, PHASE)
}

/// 一期工程: the works of a phase.
fn project(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, rest) = c.generics(span).next().filter(|(word, _)| word.class == "other")?;
    let phase = phase(c, &rest).filter(|_| c.count(&rest) > 1)?;
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    let renderings = phase.renderings.into_iter().filter(|slots| slots.iter().all(|slot| slot.joint != ", "));
    let renderings: Vec<_> = renderings.map(|slots| [slots, vec![head.clone()]].concat()).collect();
    (!renderings.is_empty()).then_some(Composed { renderings, confidence: phase.confidence })
}

/// 东北出口: Northeast Exit.
fn sided_exit(c: Composer, span: &Span) -> Option<Composed> {
    if let Some(exit) = exit_of_stop(c, span) {
        return Some(exit);
    }
    let (generic, rest) = c.generic(span).filter(|(word, _)| word.class == "crossing" && word.zh.ends_with(MOUTH))?;
    let side = lexicon::word(c.text(&rest), Part::Direction)?;
    let slots = vec![
        slots::word(rest.clone(), Role::Direction, side, true),
        slots::word(rest.end..span.end, Role::Generic, generic, false),
    ];
    Some(Composed::one(slots, 0.85))
}

/// 地铁东单站东北口: the exit of a stop of the subway.
fn exit_of_stop(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span).strip_suffix(MOUTH)?;
    let sides = text.char_indices().map(|(at, _)| at).skip(3);
    let (at, side) = sides.filter_map(|at| Some((at, lexicon::word(&text[at..], Part::Direction)?))).next()?;
    let zh = span.start + at..span.start + text.len();
    let stop = super::subway::compose(c, &(span.start..zh.start))?;
    let head = texts(zh.end..span.end, Role::Generic, ["Exit", "Entrance"], MODIFIERS);
    let part = vec![slots::word(zh, Role::Direction, side, true), head];
    let slots = stop.renderings.into_iter().next()?;
    let renderings = vec![[part.clone(), after_comma(slots.clone())].concat(), [slots, part].concat()];
    Some(Composed { renderings, confidence: stop.confidence * 0.9 })
}

/// 东一门, 国家体育场南2门: one of the gates of a side, with its number behind.
fn sided_and_numbered(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, rest) = c.generics(span).next().filter(|(word, _)| matches!(word.class, "gate" | "crossing"))?;
    let text = c.text(&rest);
    let start = text.char_indices().rev().map(|(at, _)| at).take_while(|at| super::is_number(&text[*at..])).last()?;
    let (value, _) = number(&text[start..])?;
    let sides = text[..start].char_indices().map(|(at, _)| at);
    let (at, side) = sides
        .filter_map(|at| Some((at, lexicon::word(&text[at..start], Part::Direction)?)))
        .find(|(_, side)| !side.abbreviations.is_empty())?;
    let zh = rest.start + at..rest.start + start;
    let count = zh.end..rest.end;
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    let part = vec![
        slots::word(zh.clone(), Role::Direction, side, true),
        head,
        texts(count, Role::Ordinal, [value.to_string()], MODIFIERS),
    ];
    with_owner(c, &(span.start..zh.start), part, generic.zh)
}
