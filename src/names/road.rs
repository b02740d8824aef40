//! Roads, ring roads, lanes, bridges and crossings: specific name in pinyin, direction and generic in English.
//!
//! Three official ways to write a road stand side by side, and the kind of sign chooses. A street nameplate is a
//! place-name sign and carries pinyin (Huixin Dongjie), and so do the names of stops. A traffic guide sign carries the
//! generic in English and short: every road in the standards of traffic signs is written so (DB11/T 334.1-2006, 5.2:
//! BAIYUN Rd, HUIXIN East St; GB 5768.2: Zhongshan Rd, Hanzhong Ave). In running text and in the names of other places
//! the generic is spelt out. Where nothing is known of the sign, it is read as the only sign of the road itself that
//! carries English, the guide sign; all three are renderings. A road named after a sight keeps its pinyin.

mod parts;
mod ring;

use super::lexicon::{self, Part, Word};
use super::slots::{self, MODIFIERS, ONE_SYLLABLE, ROADS, ROMANISATION, SPECIFIC_AND_GENERIC, texts};
use super::{Composed, Composer};
use crate::expect::{Form, Role, Slot, Standing};
use crate::pinyin::Romaniser;
use crate::sign::{Kind, Span};
use crate::text::numbers::{number, ordinal_digits, ordinal_word};
use parts::{crossing_of_roads, exit_of_road, mouth_of_road, part_of_road};
use ring::ring;

/// Class of describing words for what stands somewhere.
const FACILITY: &str = "facility";
const LANE: &str = "条";
/// Kinds of entry whose entrances and exits are those of roads.
const OF_ROADS: [&str; 5] = ["road", "bridge", "hutong", "area", "line"];
const CLASSES: [&str; 4] = ["road", "hutong", "bridge", "crossing"];

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    if let Some(ring) = ring(c, span) {
        return Some(ring);
    }
    if let Some(mouth) = mouth_of_road(c, span) {
        return Some(mouth);
    }
    let (generic, rest) = c.generic(span)?;
    if !CLASSES.contains(&generic.class) || rest.is_empty() {
        return None;
    }
    let of_road = crossing_of_roads(c, generic, &rest, span)
        .or_else(|| part_of_road(c, generic, &rest, span))
        .or_else(|| exit_of_road(c, generic, &rest, span));
    if of_road.is_some() {
        return of_road;
    }
    // 超市入口, 颐和园入口: the entrance of something that signs have a word for, or of a place that has an English name.
    if generic.class == "crossing"
        && let Some(of) = c.term(&rest).or_else(|| place_entered(c, generic, &rest)).or_else(|| meant(c, &rest))
    {
        let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
        return Some(Composed::one([of.renderings.into_iter().next()?, vec![head]].concat(), 0.7));
    }
    // 运动员入口: words that mean something are not romanised before the entrance of what they mean.
    let entrance = generic.class == "crossing" && generic.zh.chars().count() > 1;
    if c.count(&rest) > LONGEST || (entrance && ends_with_word(c, &rest)) {
        return None;
    }
    if let Some(led_to) = led_to(c, generic, &rest, span) {
        return Some(led_to);
    }
    let mut renderings = english(c, generic, &rest, span)?;
    if on_guide_sign(c, span) {
        renderings.insert(0, shortened(&renderings[0]));
    }
    if let Some(plate) = plate(c, generic, &rest, span) {
        let first = matches!(c.kind, Some(Kind::PlaceNamePlate | Kind::StationSign));
        renderings.insert(if first { 0 } else { renderings.len() }, plate);
    }
    Some(Composed { renderings, confidence: 0.85 })
}

/// A place that has an English name, or a sort of place, before its entrance. Roads and areas are read as such.
fn place_entered(c: Composer, generic: &Word, rest: &Span) -> Option<Composed> {
    if generic.zh.chars().count() < 2 {
        return None;
    }
    let known = c.known_entry(rest).filter(|entry| !OF_ROADS.contains(&entry.kind()));
    let known = known.map(|entry| slots::entry(rest.clone(), Role::Specific, &entry));
    let sort = || lexicon::word(c.text(rest), Part::Generic).filter(|w| w.zh.chars().count() > 1 && !w.settlement);
    let slot = known.or_else(|| Some(slots::word(rest.clone(), Role::Specific, sort()?, false)))?;
    Some(Composed::one(vec![slot], 0.7))
}

/// 冬奥会场馆 in 冬奥会场馆出口: what is entered or left is composed of words with a meaning alone.
fn meant(c: Composer, rest: &Span) -> Option<Composed> {
    const SHORTEST: usize = 4;
    let composed = Some(rest).filter(|rest| c.count(rest) >= SHORTEST).and_then(|rest| c.compose(rest))?;
    let generic =
        c.generic(rest).is_some_and(|(word, _)| !CLASSES.contains(&word.class) && word.zh.chars().count() > 1);
    (generic && composed.renderings[0].iter().all(|slot| !slot.romanised)).then_some(composed)
}

/// 大兴国际机场高速: an expressway is called after the airport or the place it leads to, which has its English.
/// 阜石路五环桥: a bridge after the roads that meet there.
fn led_to(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Composed> {
    const AIRPORT: &str = "airport";
    let head = || slots::word(rest.end..span.end, Role::Generic, generic, false);
    let expressway = generic.class == "road" && !generic.plate;
    let before = if expressway && c.generic(rest).is_some_and(|(word, _)| word.class == AIRPORT) {
        c.whole(rest)?.renderings.swap_remove(0)
    } else if generic.class == "bridge" {
        both_roads(c, rest)?
    } else {
        return None;
    };
    let mut renderings = vec![[before, vec![head()]].concat()];
    if on_guide_sign(c, span) {
        renderings.insert(0, shortened(&renderings[0]));
    }
    Some(Composed { renderings, confidence: 0.75 })
}

/// 阜石路五环: a road, and a ring road that it meets.
fn both_roads(c: Composer, rest: &Span) -> Option<Vec<Slot>> {
    let text = c.text(rest);
    let splits = text.char_indices().map(|(at, _)| at).skip(2);
    splits.into_iter().find_map(|at| {
        let (first, second) = (rest.start..rest.start + at, rest.start + at..rest.end);
        c.generic(&first).filter(|(word, before)| word.class == "road" && c.count(before) > 1)?;
        let ring = ring(c, &second)?.renderings.into_iter().find(|slots| slots.iter().all(|s| !s.romanised))?;
        Some([compose(c, &first)?.renderings.swap_remove(0), ring].concat())
    })
}

/// The text is the name of the road and nothing tells against a traffic guide sign.
fn on_guide_sign(c: Composer, span: &Span) -> bool {
    matches!(c.kind, None | Some(Kind::TrafficGuide)) && *span == (0..c.zh.len())
}

/// The same with the generics in their short forms: Huixin East St. Directions stay spelt out.
fn shortened(slots: &[Slot]) -> Vec<Slot> {
    let mut slots = slots.to_vec();
    for slot in slots.iter_mut().filter(|slot| slot.role == Role::Generic) {
        slots::shorten(slot);
    }
    slots
}

/// Longest specific name of a road, in characters: a longer run is words that we lack.
const LONGEST: usize = 7;

/// 赛区运动员: the text ends with a word for persons or facilities, or consists of words.
fn ends_with_word(c: Composer, rest: &Span) -> bool {
    let text = c.text(rest);
    let word = lexicon::find_all(text).any(|f| {
        let meant = f.word.part == Part::Attribute && matches!(f.word.class, "people" | "facility" | "sport");
        f.end == text.len() && f.word.zh.chars().count() > 1 && meant
    });
    word || super::station::reads_as_words(c, text)
}

/// Specific, direction and generic in the standards' orders.
fn english(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Vec<Vec<Slot>>> {
    let generic_span = rest.end..span.end;
    let generic_slot = slots::word(generic_span.clone(), Role::Generic, generic, false);
    if c.count(rest) == 1 {
        let specific = slots::native(c.text(span), span.clone(), Role::Specific, ONE_SYLLABLE)?;
        return Some(vec![vec![specific, Slot { zh: generic_span, ..generic_slot }]]);
    }
    // 横一条: the numeral and 条 go into the word where one syllable stands before them (DB11/T 334.1-2006, 5.2.2.3).
    if generic.zh == LANE
        && c.count(rest) == 2
        && c.text(rest).char_indices().nth(1).is_some_and(|(at, _)| number(&c.text(rest)[at..]).is_some())
    {
        let whole = slots::native(c.text(span), span.clone(), Role::Specific, ROADS)?;
        return Some(vec![vec![whole, Slot { zh: generic_span, ..generic_slot }]]);
    }
    // 西红门南四街: the side of the place stands before the number.
    if let Some((number, sided)) = numbered(c, rest)
        && generic.class == "road"
        && let Some((side, place)) = direction(c, &sided)
    {
        let zh = place.end..sided.end;
        let slots = vec![
            slots::native(c.text(&place), place, Role::Specific, SPECIFIC_AND_GENERIC)?,
            slots::word(zh, Role::Direction, side, true),
            texts(sided.end..rest.end, Role::Ordinal, [ordinal_digits(number), format!("No. {number}")], MODIFIERS),
            generic_slot,
        ];
        return Some(vec![slots]);
    }
    // 机场二高速: 2nd Airport Expressway.
    if let Some((number, leads)) = numbered(c, rest)
        && !generic.plate
        && let Some(facility) = lexicon::word(c.text(&leads), Part::Attribute).filter(|w| w.class == FACILITY)
    {
        let count =
            texts(leads.end..rest.end, Role::Ordinal, [ordinal_digits(number), ordinal_word(number)], MODIFIERS);
        let facility = slots::word(leads, Role::Attribute, facility, true);
        return Some(vec![
            vec![count.clone(), facility.clone(), generic_slot.clone()],
            vec![facility, count, generic_slot],
        ]);
    }
    if let Some((number, specific)) = numbered(c, rest) {
        let specific = slots::native(c.text(&specific), specific, Role::Specific, SPECIFIC_AND_GENERIC)?;
        let zh = specific.zh.end..rest.end;
        let after = texts(zh.clone(), Role::Ordinal, [number.to_string()], MODIFIERS);
        let before = texts(zh, Role::Ordinal, [ordinal_digits(number), format!("No. {number}")], MODIFIERS);
        let bridge = vec![specific.clone(), generic_slot.clone(), after];
        let street = vec![specific.clone(), before, generic_slot.clone()];
        let numeral = specific.zh.end..span.end;
        let numeral = slots::native(c.text(&numeral), numeral, Role::Ordinal, ROMANISATION)?;
        let lane = vec![specific, numeral, generic_slot];
        return Some(match generic.class {
            "bridge" => vec![bridge, street],
            "hutong" => vec![lane, street],
            // 东四十条: the numerals of lanes are part of their name.
            _ if generic.zh == LANE => vec![lane, street],
            _ => vec![street, lane],
        });
    }
    if let Some((direction, specific)) = direction(c, rest) {
        let zh = specific.end..rest.end;
        let specific = slots::native(c.text(&specific), specific, Role::Specific, SPECIFIC_AND_GENERIC)?;
        let direction = slots::word(zh, Role::Direction, direction, true);
        return Some(vec![
            vec![specific.clone(), direction.clone(), generic_slot.clone()],
            vec![direction, specific, generic_slot],
        ]);
    }
    // 右安门东滨河路: what is more than one name is written apart (rules of 1984, 2: Guang'anmen Beibinhe Lu).
    if generic.class == "road"
        && let Some((area, name)) = area_and_more(c, rest)
    {
        let area = slots::native(c.text(&area), area.clone(), Role::Specific, ROMANISATION)?;
        let name = slots::native(c.text(&name), name.clone(), Role::Specific, ROMANISATION)?;
        let solid = slots::native(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
        return Some(vec![vec![area, name, generic_slot.clone()], vec![solid, generic_slot]]);
    }
    let mut specific = slots::native(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
    if let Some(r) = with_r(c.text(rest)).filter(|_| generic.class == "hutong") {
        specific.forms[0].standing = Standing::Allowed;
        specific.forms.insert(0, Form::new(r, Standing::Preferred));
    }
    // 乌鲁木齐路: names from other languages of China keep the spelling of those.
    if let Some(region) = lexicon::word(c.text(rest), Part::Region).filter(|w| !w.en.contains(' '))
        && region.en != specific.preferred()
    {
        specific.forms.insert(0, Form::new(region.en, Standing::Preferred));
        specific.forms[1].standing = Standing::Allowed;
        specific.romanised = false;
    }
    // 六里桥: the name of an area that ends in 桥 keeps it, and the generic follows (DB11/T 334.1-2006, 5.3.3).
    if generic.class == "bridge" && c.glossary.get(c.text(span)).iter().any(|e| matches!(e.kind(), "station" | "area"))
    {
        let area = slots::native(c.text(span), span.clone(), Role::Specific, ROADS)?;
        let doubled = vec![area, Slot { zh: generic_span, ..generic_slot.clone() }];
        return Some(vec![vec![specific, generic_slot], doubled]);
    }
    // 机场高速: what an expressway leads to has its English.
    if generic.class == "road"
        && !generic.plate
        && let Some(facility) = lexicon::word(c.text(rest), Part::Attribute).filter(|w| w.class == FACILITY)
    {
        let facility = slots::word(rest.clone(), Role::Attribute, facility, true);
        return Some(vec![vec![facility, generic_slot.clone()], vec![specific, generic_slot]]);
    }
    // 京沪高速: expressways are called by their end cities in full; their pinyin is the older form.
    if generic.class == "road"
        && let Some(cities) =
            lexicon::word(c.text(rest), Part::Established).filter(|w| w.en.contains('-') && !generic.plate)
    {
        let cities = slots::word(rest.clone(), Role::Specific, cities, false);
        return Some(vec![vec![cities, generic_slot.clone()], vec![specific, generic_slot]]);
    }
    Some(vec![vec![specific, generic_slot]])
}

/// 右安门, 东滨河 in 右安门东滨河路: a gate of the city that begins a long name, and what follows it.
fn area_and_more(c: Composer, rest: &Span) -> Option<(Span, Span)> {
    const GATE: char = '门';
    const LONG: usize = 6;
    let text = c.text(rest);
    let end = text.find(GATE)? + GATE.len_utf8();
    let (area, name) = (rest.start..rest.start + end, rest.start + end..rest.end);
    (c.count(rest) >= LONG && (2..=3).contains(&c.count(&area))).then_some((area, name))
}

/// 盆儿 is Penr: 儿 that only colours the syllable before it is an r (rules of 1984, 12).
fn with_r(specific: &str) -> Option<String> {
    const COLOUR: char = '儿';
    let base = specific.strip_suffix(COLOUR).filter(|base| base.chars().count() == 1)?;
    Some(format!("{}r", Romaniser::standard().word(base)?))
}

/// The whole in pinyin: specific name, then direction and generic in one word.
fn plate(c: Composer, generic: &Word, rest: &Span, span: &Span) -> Option<Vec<Slot>> {
    let split = match direction(c, rest) {
        Some((_, specific)) if c.count(rest) > 1 => specific.end,
        _ => rest.end,
    };
    if c.count(rest) == 1 || split == span.start || generic.class == "bridge" {
        return Some(vec![slots::native(c.text(span), span.clone(), Role::Specific, ROMANISATION)?]);
    }
    let specific = slots::native(c.text(&(span.start..split)), span.start..split, Role::Specific, ROMANISATION)?;
    let generic = slots::native(c.text(&(split..span.end)), split..span.end, Role::Generic, ROMANISATION)?;
    Some(vec![specific, generic])
}

/// A direction that ends a specific name of two characters or more (惠新东, 建国门内).
fn direction(c: Composer, rest: &Span) -> Option<(&'static Word, Span)> {
    let text = c.text(rest);
    let (at, word) =
        text.char_indices().skip(2).find_map(|(at, _)| Some((at, lexicon::word(&text[at..], Part::Direction)?)))?;
    (word.class != "vertical").then_some((word, rest.start..rest.start + at))
}

/// A number that ends a specific name of two characters or more (上地三, 中关村一).
fn numbered(c: Composer, rest: &Span) -> Option<(u32, Span)> {
    let text = c.text(rest);
    let (at, value) = text.char_indices().skip(2).find_map(|(at, _)| {
        let tail = text[at..].strip_prefix('第').unwrap_or(&text[at..]);
        let (value, bytes) = number(tail)?;
        (bytes == tail.len()).then_some((at, value))
    })?;
    Some((value, rest.start..rest.start + at))
}
