//! Ring roads: 二环路, 东三环中路, 南四环辅路.

use super::super::lexicon::{self, Part};
use super::super::slots::{self, ROADS, ROMANISATION, texts};
use super::super::{Composed, Composer};
use super::{CLASSES, on_guide_sign, shortened};
use crate::expect::{Form, Role, Slot, Standing};
use crate::pinyin::Romaniser;
use crate::sign::{Kind, Span};
use crate::text::numbers::{number, ordinal_digits, ordinal_word};

/// 二环路, 东三环中路, 南四环辅路.
pub(super) fn ring(c: Composer, span: &Span) -> Option<Composed> {
    const RING: char = '环';
    let text = c.text(span);
    let at = text.find(RING)?;
    let digits = text[..at].char_indices().next_back()?.0;
    let (value, bytes) = number(&text[digits..at])?;
    let compass = &text[..digits];
    let side = if compass.is_empty() { None } else { Some(lexicon::word(compass, Part::Direction)?) };
    if bytes != at - digits || value > 10 {
        return None;
    }
    let after = at + RING.len_utf8();
    let tail = text[after..].strip_prefix('路').unwrap_or(&text[after..]);
    let tail_at = text.len() - tail.len();
    let (section, generic) = match tail {
        "" => (None, None),
        _ => match tail.strip_suffix('路').and_then(|d| lexicon::word(d, Part::Direction)) {
            Some(direction) => (Some(direction), None),
            None => (None, Some(lexicon::word(tail, Part::Generic).filter(|w| CLASSES.contains(&w.class))?)),
        },
    };
    let base = span.start;
    let ring = texts(base + digits..base + after, Role::Ordinal, [ordinal_digits(value), ordinal_word(value)], ROADS);
    let mut name = texts(base + after..base + tail_at, Role::Generic, ["Ring Road"], ROADS);
    name.forms.push(Form::new("Ring Rd", Standing::Abbreviated));
    let mut slots: Vec<Slot> = Vec::new();
    let side = side.map(|w| {
        let mut slot = slots::word(base..base + digits, Role::Direction, w, true);
        slot.forms.push(Form::new(stopped(compass), Standing::Allowed));
        slot
    });
    slots.extend(side.clone());
    slots.extend([ring, name]);
    slots.extend(section.map(|w| slots::word(base + tail_at..span.end, Role::Direction, w, true)));
    slots.extend(generic.map(|w| slots::word(base + tail_at..span.end, Role::Generic, w, false)));
    let split = if tail_at > after || tail.is_empty() { after } else { tail_at };
    let mut plate = vec![Romaniser::standard().word(&text[..after])?];
    if after < text.len() {
        plate.push(Romaniser::standard().word(&text[split..])?);
    }
    let mut pinyin = texts(span.clone(), Role::Specific, [plate.join(" ")], ROMANISATION);
    pinyin.romanised = true;
    let renderings = match c.kind {
        Some(Kind::PlaceNamePlate | Kind::StationSign) => vec![vec![pinyin], slots],
        _ if on_guide_sign(c, span) => {
            let mut short = shortened(&slots);
            // Ring roads are the only names in which the standard shortens the direction, with a full stop.
            if side.is_some() {
                slots::prefer(&mut short[0], &stopped(compass));
            }
            vec![short, slots, vec![pinyin]]
        }
        _ => vec![slots, vec![pinyin]],
    };
    Some(Composed { renderings, confidence: 0.9 })
}

/// The direction of a ring road as the table of DB11/T 334.1-2006 prints it: E. for 东, South E. for 东南.
fn stopped(compass: &str) -> String {
    let word = |text: &str| lexicon::word(text, Part::Direction);
    let mut sides = compass.chars().map(|c| c.to_string());
    let (Some(first), second) = (sides.next(), sides.next()) else { return String::new() };
    let letter = word(&first).and_then(|w| w.abbreviations.first()).copied().unwrap_or_default();
    match second.and_then(|s| word(&s)) {
        Some(second) => format!("{} {letter}.", second.en),
        None => format!("{letter}."),
    }
}
