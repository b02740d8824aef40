//! Sides and parts of places, and what is there: 三元桥东南角, 国贸商城南区, 鸟巢东侧安检口, 北沙滩桥东.

use super::super::lexicon::{self, Part};
use super::super::slots::{self, connector};
use super::super::{Composed, Composer, after_comma};
use super::{BEHIND, PART, SIDE, placed, understood};
use crate::expect::{Form, Role, Slot, Standing};
use crate::sign::Span;

/// 三元桥东南角, 国贸商城南区: a side or a part of a place, and nothing in it.
pub(super) fn side(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    if let Some(bridge) = beside_bridge(c, span) {
        return Some(bridge);
    }
    let (at, side) = text.char_indices().find_map(|(at, _)| {
        Some((at, lexicon::word(&text[at..], Part::Direction).filter(|word| [PART, SIDE].contains(&word.class))?))
    })?;
    let own = in_other_words(slots::word(span.start + at..span.end, Role::Direction, side, false), &text[at..]);
    let owner = span.start..span.start + at;
    if owner.is_empty() {
        return Some(Composed::one(vec![own], 0.85));
    }
    let pinyin = || c.whole(&owner).filter(|_| c.count(&owner) > 1)?.renderings.into_iter().next();
    let place = understood(c, &owner).or_else(pinyin)?;
    let before = [place.clone(), vec![own.clone()]].concat();
    let comma = [vec![own.clone()], after_comma(place.clone())].concat();
    let of = [vec![own, connector("of")], place].concat();
    let renderings = if side.class == SIDE { vec![of, comma, before] } else { vec![before, comma, of] };
    Some(Composed { renderings, confidence: 0.7 })
}

/// How crossings end, entrances and exits do not.
const CROSSING: &str = "路口";

/// 北沙滩桥东, 西单路口南: the side of a bridge or a crossing.
fn beside_bridge(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let last = text.char_indices().next_back()?.0;
    let side = lexicon::word(&text[last..], Part::Direction).filter(|word| !word.abbreviations.is_empty())?;
    let bridge = span.start..span.start + last;
    c.generic(&bridge).filter(|(word, rest)| {
        (word.class == "bridge" || (word.class == "crossing" && word.zh.ends_with(CROSSING))) && c.count(rest) > 1
    })?;
    let mut slots = super::super::road::compose(c, &bridge)?.renderings.into_iter().next()?;
    slots.push(slots::word(bridge.end..span.end, Role::Direction, side, false));
    Some(Composed::one(slots, 0.65))
}

/// 鸟巢东侧安检口: a facility on a side or in a direction of a place; 北门岗亭 is one at a gate.
pub(super) fn side_of(c: Composer, facility: &Slot, rest: &Span) -> Option<Composed> {
    let text = c.text(rest);
    let (at, side) = text.char_indices().find_map(|(at, _)| {
        Some((at, lexicon::word(&text[at..], Part::Direction).filter(|word| BEHIND.contains(&word.class))?))
    })?;
    let owner = rest.start..rest.start + at;
    let mut place = if owner.is_empty() { Vec::new() } else { understood(c, &owner)? };
    place.push(slots::word(owner.end..rest.end, Role::Direction, side, false));
    Some(placed(place, facility.clone(), 0.7))
}

/// 东区: East Area, and by the other words for 区 East Zone; as the name of a part East alone.
fn in_other_words(mut slot: Slot, text: &str) -> Slot {
    let Some((last, _)) = text.char_indices().next_back().filter(|(at, _)| *at > 0) else { return slot };
    let Some(side) = lexicon::word(&text[..last], Part::Direction) else { return slot };
    let generic = lexicon::word(&text[last..], Part::Generic);
    let heads = generic.into_iter().flat_map(|word| [word.en].into_iter().chain(word.allowed.iter().copied()));
    let forms = heads.map(|head| format!("{} {head}", side.en)).chain([side.en.to_owned()]);
    for text in forms.collect::<Vec<_>>() {
        if !slot.forms.iter().any(|form| form.text == text) {
            slot.forms.push(Form::new(text, Standing::Allowed));
        }
    }
    slot
}
