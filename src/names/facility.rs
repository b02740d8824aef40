//! Facilities and where they are: on a storey (二层餐厅), in a part that has a letter (A区停车场), on a side of a place
//! (鸟巢东侧安检口); and facilities that a letter or a number tells apart (观众入口A, 12号看台).
//!
//! Only where every part is understood: a facility behind unknown characters is left to the other shapes of names.

mod floor;
mod side;

use super::lexicon::{self, Part};
use super::slots::{self, MODIFIERS, texts};
use super::{Composed, Composer, after_comma, has_comma, is_number, lettered};
use crate::expect::{Form, Role, Slot, Standing};
use crate::glossary::{Entry, Group};
use crate::sign::Span;
use crate::text::is_han;
use crate::text::numbers::number;
use floor::{floor_of, on_floor};
use side::{side, side_of};

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    seat(c, span)
        .or_else(|| marked(c, span))
        .or_else(|| on_floor(c, span))
        .or_else(|| floor_of(c, span))
        .or_else(|| counted(c, span))
        .or_else(|| on_side(c, span))
        .or_else(|| in_part(c, span))
        .or_else(|| {
            let (facility, rest) = at_end(c, span)?;
            side_of(c, &facility, &rest).or_else(|| at_place(c, span, facility, &rest))
        })
        .or_else(|| side(c, span))
}

/// Kinds of terms that stand somewhere and may be one of several.
const PLACED: [&str; 4] = ["facility", "place-type", "service", "department"];

/// The entry of a facility with exactly this Chinese.
fn term<'g>(c: Composer<'g>, zh: &Span) -> Option<Entry<'g>> {
    c.glossary.holding(c.text(zh)).find(|e| {
        let name = || !e.preferred().contains(['/', '_', '!', '.']) && !e.preferred().ends_with("Only");
        e.group() == Group::Terms && PLACED.contains(&e.kind()) && name()
    })
}

/// A facility by itself: a term, or a generic of two characters or more.
fn facility(c: Composer, zh: &Span) -> Option<Slot> {
    if c.count(zh) < 2 {
        return None;
    }
    let word = lexicon::word(c.text(zh), Part::Generic);
    // 候车厅: the generic tells what a term may call by the name of the house around it.
    let agrees = |entry: &Entry| {
        word.is_none_or(|word| word.en == entry.preferred() || word.allowed.contains(&entry.preferred()))
    };
    match (term(c, zh).filter(agrees), word) {
        (Some(entry), _) => Some(slots::entry(zh.clone(), Role::Generic, &entry)),
        (None, Some(word)) => Some(slots::word(zh.clone(), Role::Generic, word, false)),
        (None, None) => None,
    }
}

/// A facility with all that describes it; nothing that is only romanised.
fn described(c: Composer, zh: &Span) -> Option<Vec<Slot>> {
    if let Some(facility) = facility(c, zh) {
        return Some(vec![facility]);
    }
    let composed = c.compose(zh)?;
    let slots = composed.renderings.into_iter().next()?;
    slots.iter().all(|slot| !slot.romanised).then_some(slots)
}

/// 12排6座: Row 12, Seat 6.
fn seat(c: Composer, span: &Span) -> Option<Composed> {
    const ROW: char = '排';
    const SEATS: [char; 2] = ['座', '号'];
    let (row, seat) = c.text(span).split_once(ROW)?;
    let seat = seat.strip_suffix(SEATS)?;
    let whole = |digits: &str| number(digits).filter(|(_, bytes)| *bytes == digits.len()).map(|(value, _)| value);
    let (row_number, seat_number) = (whole(row)?, whole(seat)?);
    let end = span.start + row.len() + ROW.len_utf8();
    let row = texts(span.start..end, Role::Ordinal, [format!("Row {row_number}")], MODIFIERS);
    let seat = texts(end..span.end, Role::Ordinal, [format!("Seat {seat_number}")], MODIFIERS);
    Some(Composed::one([vec![row], after_comma(vec![seat])].concat(), 0.85))
}

/// Longest mark behind a facility, in bytes: more are a year or a brand.
const LONGEST_MARK: usize = 3;

/// 观众入口A, 会议室2: the mark stands behind in both languages.
fn marked(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let start = text.rfind(is_han).map(|at| at + text[at..].chars().next().map_or(0, char::len_utf8))?;
    let mark = &text[start..];
    let letter = mark.starts_with(|c: char| c.is_ascii_uppercase()) && mark[1..].bytes().all(|b| b.is_ascii_digit());
    let told = !mark.is_empty() && mark.len() <= LONGEST_MARK && (letter || mark.bytes().all(|b| b.is_ascii_digit()));
    let zh = span.start..span.start + start;
    // 综合楼B座305 says not what 305 is.
    let mut slots = told.then(|| described(c, &zh))??;
    if slots.iter().any(|slot| slot.joint == ", ") {
        return None;
    }
    slots.push(texts(zh.end..span.end, Role::Ordinal, [mark], MODIFIERS));
    Some(Composed::one(slots, 0.75))
}

/// 12号看台, 第三诊室, 内科第一诊区: the number stands behind the noun.
fn counted(c: Composer, span: &Span) -> Option<Composed> {
    const MARK: char = '号';
    const ORDINAL: char = '第';
    let text = c.text(span);
    let at = match (text.rfind(MARK), text.rfind(ORDINAL)) {
        (Some(mark), _) => mark,
        (None, Some(ordinal)) => {
            let from = ordinal + ORDINAL.len_utf8();
            from + number(&text[from..])?.1
        }
        (None, None) => {
            // 神经外科二病区, 1站台
            let digit = |at: &usize| is_number(&text[*at..at + text[*at..].chars().next().map_or(0, char::len_utf8)]);
            let last = text.char_indices().map(|(at, _)| at).rfind(digit)?;
            last + text[last..].chars().next()?.len_utf8()
        }
    };
    let start =
        text[..at].char_indices().rev().map(|(at, _)| at).take_while(|start| is_number(&text[*start..at])).last()?;
    let (value, _) = number(&text[start..])?;
    let marked = text[at..].starts_with(MARK);
    let zh = span.start + at + if marked { MARK.len_utf8() } else { 0 }..span.end;
    let ordinal = text[..start].ends_with(ORDINAL);
    // 第一医院, 三里屯: only what stands in a house is counted so.
    let facility = facility(c, &zh).filter(|_| marked || is_room(c, &zh))?;
    let facility = singular(facility);
    let start = if ordinal { start - ORDINAL.len_utf8() } else { start };
    let count = span.start + start..zh.start;
    let after = texts(count.clone(), Role::Ordinal, [value.to_string(), format!("No. {value}")], MODIFIERS);
    let owner = span.start..count.start;
    if !owner.is_empty() {
        let place = understood(c, &owner)?;
        let own = vec![facility, after];
        let before = [place.clone(), own.clone()].concat();
        return Some(Composed { renderings: vec![before, [own, after_comma(place)].concat()], confidence: 0.7 });
    }
    let before = texts(count, Role::Ordinal, [format!("No. {value}")], MODIFIERS);
    Some(Composed { renderings: vec![vec![facility.clone(), after], vec![before, facility]], confidence: 0.85 })
}

/// Rooms, windows and the like: terms that are no generic of another sort.
fn is_room(c: Composer, zh: &Span) -> bool {
    const ROOMS: [&str; 6] = ["building", "hall", "crossing", "stop", "other", "clinic"];
    lexicon::word(c.text(zh), Part::Generic).is_none_or(|word| ROOMS.contains(&word.class))
}

/// Check-in Counter 12: with a number there is one.
fn singular(mut slot: Slot) -> Slot {
    let plural = slot.preferred();
    if let Some(one) = plural.strip_suffix('s').filter(|one| !one.ends_with('s')).map(str::to_owned) {
        slot.forms[0].standing = Standing::Allowed;
        slot.forms.insert(0, Form::new(one, Standing::Preferred));
    }
    slot
}

/// 南出站口, 西看台: one of the facilities, told by its side.
fn on_side(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let starts = text.char_indices().map(|(at, _)| at).skip(1).take(2);
    let (at, side) = starts
        .filter_map(|at| Some((at, lexicon::word(&text[..at], Part::Direction)?)))
        .find(|(_, side)| !side.abbreviations.is_empty())?;
    let zh = span.start + at..span.end;
    let entry = term(c, &zh).filter(|_| c.count(&zh) > 1 && lexicon::get(c.text(&zh)).next().is_none())?;
    let facility = slots::entry(zh.clone(), Role::Generic, &entry);
    Some(Composed::one(vec![slots::word(span.start..zh.start, Role::Direction, side, true), facility], 0.75))
}

/// A区停车场, 3号楼大堂: a part that a letter or a number tells apart, and a facility in it.
fn in_part(c: Composer, span: &Span) -> Option<Composed> {
    const MOST: usize = 6;
    let text = c.text(span);
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric()) || number(text).is_some();
    if !digits(text) {
        return None;
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).take(MOST).collect();
    ends.into_iter().rev().find_map(|end| {
        let part = span.start..span.start + end;
        let rest = part.end..span.end;
        let facility = facility(c, &rest)?;
        let part = lettered::compose(c, &part).or_else(|| super::compound::numbered(c, &part))?;
        let part = part.renderings.into_iter().next().filter(|slots| slots.iter().all(|s| !s.romanised))?;
        Some(placed(part, facility, 0.7))
    })
}

/// Classes of directions that stand behind a place: gates and exits, its parts (南区), its sides (东南角).
const BEHIND: [&str; 3] = ["after", PART, SIDE];
const PART: &str = "part";
const SIDE: &str = "side";

/// 体育馆检票口: a facility of a place that is understood, where no generic says as much.
fn at_place(c: Composer, span: &Span, facility: Slot, rest: &Span) -> Option<Composed> {
    // 玉渊潭公园东门: the direction is a part of its own, and what ends with a generic of two characters or more is read by
    // that one (北京同仁医院).
    let sided = lexicon::word(c.text(&facility.zh), Part::Direction).is_some();
    if sided || c.generics(span).next().is_some_and(|(word, _)| word.zh.chars().count() > 1) {
        return None;
    }
    Some(placed(understood(c, rest)?, facility, 0.65))
}

/// The longest facility that ends a text with two characters or more before it.
fn at_end(c: Composer, span: &Span) -> Option<(Slot, Span)> {
    let text = c.text(span);
    let starts = text.char_indices().map(|(at, _)| at).skip(2);
    starts.into_iter().find_map(|at| {
        let zh = span.start + at..span.end;
        let number = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let entry = term(c, &zh).filter(|_| c.count(&zh) > 1 && !number)?;
        Some((slots::entry(zh.clone(), Role::Generic, &entry), span.start..zh.start))
    })
}

/// The place before the facility as on the sign, or behind it after a comma.
fn placed(place: Vec<Slot>, facility: Slot, confidence: f32) -> Composed {
    let behind = [vec![facility.clone()], after_comma(place.clone())].concat();
    let chain = has_comma(&place);
    let before = [place, vec![facility]].concat();
    let renderings = if chain { vec![behind, before] } else { vec![before, behind] };
    Composed { renderings, confidence }
}

/// A place of which more is known than the sound of its characters.
fn understood(c: Composer, zh: &Span) -> Option<Vec<Slot>> {
    if let Some(known) = c.known(zh) {
        return Some(vec![known]);
    }
    let text = c.text(zh);
    if let Some(word) = lexicon::word(text, Part::Direction).filter(|word| BEHIND.contains(&word.class)) {
        return Some(vec![slots::word(zh.clone(), Role::Direction, word, false)]);
    }
    if let Some(facility) = facility(c, zh) {
        return Some(vec![facility]);
    }
    let slots = c.compose(zh)?.renderings.into_iter().next()?;
    let known = slots.iter().any(|slot| !slot.romanised && slot.role != Role::Connector) || lexicon::is_area(text);
    (known && !is_number(text)).then_some(slots)
}
