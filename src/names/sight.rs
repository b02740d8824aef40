//! Halls, palaces, gates and altars, and what belongs to them.

use super::lexicon::{self, Part, Word};
use super::place::SETTLEMENTS;
use super::segment;
use super::slots::{self, MODIFIERS, PERSONS, SPECIFIC_AND_GENERIC, texts};
use super::{Composed, Composer, after_comma};
use crate::expect::{Role, Slot};
use crate::pinyin::Romaniser;
use crate::sign::Span;

/// Classes of the buildings of palaces and altars.
const IMPERIAL: [&str; 5] = ["hall", "palace", "gate", "temple", "pavilion"];

/// 太和殿: Hall of Supreme Harmony, for the halls whose meaning their owners tell; the pinyin name is allowed.
pub(super) fn imperial(c: Composer, generic: &Word, rest: &Span, head: &Slot) -> Option<Composed> {
    if !IMPERIAL.contains(&generic.class) || generic.zh.chars().count() != 1 {
        return None;
    }
    let (meaning, source) = lexicon::hall_name(c.text(rest))?;
    let mut of = texts(rest.clone(), Role::Specific, [meaning], MODIFIERS);
    of.source = source;
    let specific = slots::pinyin(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
    let meant = vec![head.clone(), slots::connector("of"), of];
    Some(Composed { renderings: vec![meant, vec![specific, head.clone()]], confidence: 0.7 })
}

/// Least characters of a name that something more is joined to.
const SHORTEST_OF_PAIR: usize = 4;

/// 天安门广场及建筑群: a name, and something more of it.
pub(super) fn pair(c: Composer, rest: &Span, head: &Slot) -> Option<Composed> {
    let text = c.text(rest);
    let and = text.chars().next_back().filter(|last| segment::CONJUNCTIONS.contains(last))?;
    let first = rest.start..rest.end - and.len_utf8();
    // 德和园: names end in 和, too.
    if c.count(&first) < SHORTEST_OF_PAIR {
        return None;
    }
    let composed = c.whole(&first)?;
    let joint = texts(first.end..rest.end, Role::Connector, ["and"], MODIFIERS);
    let renderings = composed.renderings.into_iter().map(|slots| [slots, vec![joint.clone(), head.clone()]].concat());
    Some(Composed { renderings: renderings.collect(), confidence: composed.confidence * 0.8 })
}

/// Kinds of sights that have sights of their own.
const GROUNDS: [&str; 4] = ["park", "heritage", "scenic", "museum"];

/// Kinds of names that may be within them.
const WITHIN: [&str; 5] = ["heritage", "gate", "scenic", "temple", "museum"];

/// 颐和园北宫门, 北海公园静心斋: a sight within a sight; the smaller comes first, after the rule for nested places.
pub(super) fn within(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).collect();
    let (owner, entry) = ends.into_iter().rev().find_map(|end| {
        let owner = span.start..span.start + end;
        let entry = c.known_entry(&owner).filter(|entry| GROUNDS.contains(&entry.kind()))?;
        Some((owner, entry))
    })?;
    let own = owner.end..span.end;
    let sight = c.known_entry(&own).filter(|entry| WITHIN.contains(&entry.kind()));
    let (inner, known) = match sight {
        Some(entry) => (vec![slots::entry(own, Role::Specific, &entry)], true),
        None => {
            let (generic, before) = c.generic(&own)?;
            let side = lexicon::word(c.text(&before), Part::Direction).is_some();
            let bare = lexicon::word(c.text(&own), Part::Generic).is_some();
            if c.count(&own) < 3
                || bare
                || side
                || !(IMPERIAL.contains(&generic.class) || PARTS.contains(&generic.class))
            {
                return None;
            }
            (c.compose(&own)?.renderings.into_iter().next()?, false)
        }
    };
    let owner = vec![slots::entry(owner, Role::Specific, &entry)];
    let comma = [inner.clone(), after_comma(owner.clone())].concat();
    let of = [inner.clone(), vec![slots::connector("of")], owner.clone()].concat();
    let before = [owner, inner.clone()].concat();
    let confidence = if known { 0.8 } else { 0.6 };
    Some(Composed { renderings: vec![comma, before, of, inner], confidence })
}

/// Classes of what else stands in the grounds of a sight.
const PARTS: [&str; 4] = ["pagoda", "tower", "water", "island"];

/// 玉渊潭东门: a place, a direction and Gate. 东直门 is a place name and no gate of anything.
pub(super) fn gate(c: Composer, span: &Span, rest: &Span, head: &Slot) -> Option<Composed> {
    let text = c.text(rest);
    let (at, direction) =
        text.char_indices().skip(2).find_map(|(at, _)| Some((at, lexicon::word(&text[at..], Part::Direction)?)))?;
    let owner = c.whole(&(span.start..span.start + at))?;
    let side = slots::word(span.start + at..rest.end, Role::Direction, direction, true);
    let renderings = super::owner_and_own(owner.renderings.first()?, &[side, head.clone()]);
    Some(Composed { renderings, confidence: owner.confidence * 0.9 })
}

/// 和平门, 宣武门: the gate has grown into the name of an area, one word; its English generic is allowed.
pub(super) fn city_gate(c: Composer, generic: &Word, span: &Span, rest: &Span, head: Slot) -> Option<Composed> {
    if generic.zh.chars().count() != 1 || c.count(rest) != 2 {
        return None;
    }
    let solid = slots::pinyin(c.text(span), span.clone(), Role::Specific, SETTLEMENTS)?;
    Some(Composed { renderings: vec![vec![solid.clone()], vec![solid, head]], confidence: 0.6 })
}

/// 德胜门箭楼: a tower of a city gate, which is an area in one word.
pub(super) fn gate_tower(c: Composer, generic: &Word, rest: &Span, head: Slot) -> Option<Composed> {
    const GATE: char = '门';
    if generic.zh.chars().count() < 2 || !c.text(rest).ends_with(GATE) || !(2..=4).contains(&c.count(rest)) {
        return None;
    }
    let gate = slots::pinyin(c.text(rest), rest.clone(), Role::Specific, SETTLEMENTS)?;
    Some(Composed::one(vec![gate, head], 0.75))
}

/// 袁崇焕墓, 文天祥祠: a tomb or a shrine is one of a person, surname apart.
pub(super) fn of_person(c: Composer, generic: &Word, rest: &Span, head: &Slot) -> Option<Composed> {
    const OF_PERSONS: [&str; 2] = ["墓", "祠"];
    let (text, romaniser) = (c.text(rest), Romaniser::standard());
    let known = lexicon::get(text).next().is_some() || lexicon::is_area(text);
    if !OF_PERSONS.contains(&generic.zh) || known || !romaniser.is_person(text) {
        return None;
    }
    let name = texts(rest.clone(), Role::Specific, [romaniser.person(text)?], PERSONS);
    let of = vec![head.clone(), slots::connector("of"), name.clone()];
    Some(Composed { renderings: vec![of, vec![name, head.clone()]], confidence: 0.7 })
}

/// 庄亲王府, 顺承郡王府: the mansion of a prince, who is called by his title alone.
pub(super) fn of_prince(c: Composer, generic: &Word, rest: &Span, head: &Slot) -> Option<Composed> {
    const MANSION: &str = "王府";
    const RANKS: [char; 2] = ['亲', '郡'];
    const LONGEST_TITLE: usize = 2;
    if generic.zh != MANSION {
        return None;
    }
    let title = c.text(rest).trim_end_matches(RANKS);
    let zh = rest.start..rest.start + title.len();
    if !(1..=LONGEST_TITLE).contains(&c.count(&zh)) {
        return None;
    }
    let name = slots::pinyin(title, zh, Role::Specific, SPECIFIC_AND_GENERIC)?;
    let prince = texts(rest.clone(), Role::Specific, [format!("Prince {}'s", name.preferred())], MODIFIERS);
    let house = texts(head.zh.clone(), Role::Generic, ["Mansion", "Palace", "Residence"], MODIFIERS);
    let solid =
        slots::pinyin(c.text(&(rest.start..head.zh.end)), rest.start..head.zh.end, Role::Specific, SETTLEMENTS)?;
    Some(Composed { renderings: vec![vec![prince, house], vec![solid]], confidence: 0.75 })
}
