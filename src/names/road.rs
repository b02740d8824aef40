//! Roads, ring roads, lanes, bridges and crossings: specific name in pinyin, direction and generic in English.
//!
//! Three official ways to write a road stand side by side, and the kind of sign chooses. A street nameplate is a
//! place-name sign and carries pinyin (Huixin Dongjie), and so do the names of stops. A traffic guide sign carries the
//! generic in English and short: every road in the standards of traffic signs is written so (DB11/T 334.1-2006, 5.2:
//! BAIYUN Rd, HUIXIN East St; GB 5768.2: Zhongshan Rd, Hanzhong Ave). In running text and in the names of other places
//! the generic is spelt out. Where nothing is known of the sign, it is read as the only sign of the road itself that
//! carries English, the guide sign; all three are renderings. A road named after a sight keeps its pinyin.

use super::lexicon::{self, Part, Word};
use super::slots::{self, MODIFIERS, ONE_SYLLABLE, ROADS, ROMANISATION, SPECIFIC_AND_GENERIC, texts};
use super::{Composed, Composer};
use crate::expect::{Form, Role, Slot, Standing};
use crate::pinyin::Romaniser;
use crate::sign::{Kind, Span};
use crate::text::numbers::{number, ordinal_digits, ordinal_word};

const LANE: &str = "条";
/// Kinds of entry whose entrances and exits are those of roads.
const OF_ROADS: [&str; 5] = ["road", "bridge", "hutong", "area", "line"];
const CLASSES: [&str; 4] = ["road", "hutong", "bridge", "crossing"];

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    if let Some(ring) = ring(c, span) {
        return Some(ring);
    }
    let (generic, rest) = c.generic(span)?;
    if !CLASSES.contains(&generic.class) || rest.is_empty() {
        return None;
    }
    if let Some(of_road) = part_of_road(c, generic, &rest, span) {
        return Some(of_road);
    }
    if let Some(exit) = exit_of_road(c, generic, &rest, span) {
        return Some(exit);
    }
    // 超市入口, 颐和园入口: the entrance of something that signs have a word for, or of a place that has an English name.
    if generic.class == "crossing"
        && let Some(of) = c.term(&rest).or_else(|| place_entered(c, generic, &rest))
    {
        let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
        return Some(Composed::one([of.renderings.into_iter().next()?, vec![head]].concat(), 0.7));
    }
    // 运动员入口: words that mean something are not romanised before the entrance of what they mean.
    let entrance = generic.class == "crossing" && generic.zh.chars().count() > 1;
    if c.count(&rest) > LONGEST || (entrance && ends_with_word(c, &rest)) {
        return None;
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

/// 京藏高速北沙滩出口: the exit, and the road that it leaves.
fn exit_of_road(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Composed> {
    if generic.class != "crossing" {
        return None;
    }
    let text = c.text(rest);
    let ends = text.char_indices().map(|(at, _)| at).skip(3);
    let (road, name) = ends
        .map(|at| (rest.start..rest.start + at, rest.start + at..rest.end))
        .filter(|(road, name)| {
            let head = c.generics(road).next();
            c.count(name) > 1 && head.is_some_and(|(word, before)| word.class == "road" && c.count(&before) > 1)
        })
        .last()?;
    let specific = slots::pinyin(c.text(&name), name.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    let road = compose(c, &road)?.renderings.swap_remove(0);
    let behind = [vec![specific.clone(), head.clone()], super::after_comma(road.clone())].concat();
    let before = [road, vec![specific, head]].concat();
    Some(Composed { renderings: vec![behind, before], confidence: 0.7 })
}

/// Specific, direction and generic in the standards' orders.
fn english(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Vec<Vec<Slot>>> {
    let generic_span = rest.end..span.end;
    let generic_slot = slots::word(generic_span.clone(), Role::Generic, generic, false);
    if c.count(rest) == 1 {
        let specific = slots::pinyin(c.text(span), span.clone(), Role::Specific, ONE_SYLLABLE)?;
        return Some(vec![vec![specific, Slot { zh: generic_span, ..generic_slot }]]);
    }
    // 横一条: the numeral and 条 go into the word where one syllable stands before them (DB11/T 334.1-2006, 5.2.2.3).
    if generic.zh == LANE
        && c.count(rest) == 2
        && c.text(rest).char_indices().nth(1).is_some_and(|(at, _)| number(&c.text(rest)[at..]).is_some())
    {
        let whole = slots::pinyin(c.text(span), span.clone(), Role::Specific, ROADS)?;
        return Some(vec![vec![whole, Slot { zh: generic_span, ..generic_slot }]]);
    }
    if let Some((number, specific)) = numbered(c, rest) {
        let specific = slots::pinyin(c.text(&specific), specific, Role::Specific, SPECIFIC_AND_GENERIC)?;
        let zh = specific.zh.end..rest.end;
        let after = texts(zh.clone(), Role::Ordinal, [number.to_string()], MODIFIERS);
        let before = texts(zh, Role::Ordinal, [ordinal_digits(number), format!("No. {number}")], MODIFIERS);
        let bridge = vec![specific.clone(), generic_slot.clone(), after];
        let street = vec![specific.clone(), before, generic_slot.clone()];
        let numeral = specific.zh.end..span.end;
        let numeral = slots::pinyin(c.text(&numeral), numeral, Role::Ordinal, ROMANISATION)?;
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
        let specific = slots::pinyin(c.text(&specific), specific, Role::Specific, SPECIFIC_AND_GENERIC)?;
        let direction = slots::word(zh, Role::Direction, direction, true);
        return Some(vec![
            vec![specific.clone(), direction.clone(), generic_slot.clone()],
            vec![direction, specific, generic_slot],
        ]);
    }
    let mut specific = slots::pinyin(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
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
        let area = slots::pinyin(c.text(span), span.clone(), Role::Specific, ROADS)?;
        let doubled = vec![area, Slot { zh: generic_span, ..generic_slot.clone() }];
        return Some(vec![vec![specific, generic_slot], doubled]);
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
        return Some(vec![slots::pinyin(c.text(span), span.clone(), Role::Specific, ROMANISATION)?]);
    }
    let specific = slots::pinyin(c.text(&(span.start..split)), span.start..split, Role::Specific, ROMANISATION)?;
    let generic = slots::pinyin(c.text(&(split..span.end)), split..span.end, Role::Generic, ROMANISATION)?;
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

/// 京石高速辅路, 东三环主路, 光华路东段: a road and a part of it.
fn part_of_road(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Composed> {
    let mut road_end = rest.end;
    let mut direction_slot = None;
    let text = c.text(rest);
    let last = text.char_indices().next_back()?.0;
    // 光华路东段, 朝阳路南辅路: a direction between the road and its part.
    match lexicon::word(&text[last..], Part::Direction).filter(|_| last > 0) {
        Some(word) => {
            road_end = rest.start + last;
            direction_slot = Some(slots::word(road_end..rest.end, Role::Direction, word, true));
        }
        None if generic.en == "Section" => return None,
        None => {}
    }
    let road = rest.start..road_end;
    let (inner, _) = c.generic(&road)?;
    if inner.class != "road" {
        return None;
    }
    let mut composed = compose(c, &road)?;
    composed.renderings.truncate(1);
    let slots = &mut composed.renderings[0];
    slots.extend(direction_slot);
    slots.push(slots::word(rest.end..span.end, Role::Generic, generic, false));
    if on_guide_sign(c, span) {
        composed.renderings.insert(0, shortened(&composed.renderings[0]));
    }
    composed.confidence *= 0.95;
    Some(composed)
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

/// 二环路, 东三环中路, 南四环辅路.
fn ring(c: Composer, span: &Span) -> Option<Composed> {
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
