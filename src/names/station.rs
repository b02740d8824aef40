//! Pinyin on the signs that take it: station names by the operator's rule, and bare specific names.

use super::lexicon::{self, Part};
use super::slots::{self, ROMANISATION, Rule, texts};
use super::{Composed, Composer, LONGEST_SPECIFIC};
use crate::expect::{Form, Role, Slot, Standing};
use crate::glossary::Group;
use crate::sign::{Kind, Span};
use crate::text::is_han;
use crate::text::numbers::number;

/// Station names: pinyin (rule of December 2020).
pub(super) const STATIONS: Rule = Rule { source: "rail-names-2020", clause: "" };

/// Kinds of names that stations write in pinyin though other signs translate them: the operator's lists have no temple
/// in English (Cishou Si, Wanshou Si), while sights keep theirs (Summer Palace).
const PINYIN_KINDS: [&str; 10] =
    ["area", "subdistrict", "town", "township", "village", "bridge", "road", "hutong", "gate", "temple"];

/// The name of a stop: on a station sign, or where the lists of the operators hold it and nothing tells of the sign;
/// `None` for all other names.
pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let told = c.kind == Some(Kind::StationSign);
    let known = c.kind.is_none() && is_stop(c, text);
    if !told && !known {
        return None;
    }
    let name = text.strip_suffix(STATION).filter(|n| n.chars().count() > 1).unwrap_or(text);
    // 北京南站 is more than a stop: the railway's own names follow other rules.
    if (!told && name.len() < text.len()) || !name.chars().all(is_han) || name.chars().count() > LONGEST {
        return None;
    }
    let span = span.start..span.start + name.len();
    let mut english = c.compose(&span).map_or_else(Vec::new, |composed| composed.renderings);
    let described = described(c, &span);
    if described && let Some(sided) = side_of_described(c, &span) {
        english.insert(0, sided);
    }
    // 十三陵景区: stops are called after the sight alone (Ming Tombs).
    if let Some(sight) = name.strip_suffix(SCENIC_AREA)
        && let Some(sight) = c.established(&(span.start..span.start + sight.len()))
    {
        english.splice(0..0, sight.renderings);
    }
    // 知春路 is Zhichun Lu: the generic of a road stands apart in pinyin, too.
    let (plates, english): (Vec<_>, Vec<_>) =
        english.into_iter().partition(|slots| slots.len() > 1 && slots.iter().all(|slot| slot.romanised));
    let mut pinyin = plates;
    pinyin.extend(in_pinyin(c, &span)?);
    let road = c.generic(&span).is_some_and(|(word, _)| word.class == "road");
    let sight = !road && c.known_entry(&span).is_some_and(|entry| !PINYIN_KINDS.contains(&entry.kind()));
    let mut renderings = if !english.is_empty() && (sight || described) {
        english.into_iter().chain(pinyin).collect()
    } else {
        pinyin.into_iter().chain(english).collect::<Vec<_>>()
    };
    if c.zh.len() > span.end {
        for rendering in &mut renderings {
            let mut station = texts(span.end..c.zh.len(), Role::Generic, ["Station"], STATIONS);
            station.forms.push(Form::new("Zhan", Standing::Deprecated));
            station.optional = true;
            rendering.push(station);
        }
    }
    Some(Composed { renderings, confidence: 0.75 })
}

const STATION: char = '站';
const AREA: char = '区';
const SCENIC_AREA: &str = "景区";
/// Longest name of a stop, in characters.
const LONGEST: usize = LONGEST_SPECIFIC + 2;

/// The operators' lists hold the name.
fn is_stop(c: Composer, text: &str) -> bool {
    c.glossary.holding(text).any(|entry| entry.kind() == "station")
}

/// 丰台科技园, 北京大学东门: the name says what the place is, and the operator's lists translate it.
fn described(c: Composer, span: &Span) -> bool {
    let text = c.text(span);
    let name = text.char_indices().next_back().map_or(text, |(last, _)| match compass(&text[last..]) {
        Some(_) => &text[..last],
        None => text,
    });
    let name = span.start..span.start + name.len();
    let long = |word: &lexicon::Word| word.zh.chars().count() > 1 && !NO_DESCRIPTION.contains(&word.class);
    let gate = |word: &lexicon::Word, rest: &Span| {
        let before = c.text(rest);
        let side = before.char_indices().next_back().map_or(0, |(at, _)| at);
        let owner = rest.start..rest.start + side;
        word.class == "gate" && compass(&before[side..]).is_some() && c.known(&owner).is_some()
    };
    c.generic(&name).is_some_and(|(word, rest)| long(word) || gate(word, &rest))
}

/// 良乡大学城西: what the place is in English, and the side of it on which this stop lies.
fn side_of_described(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let text = c.text(span);
    let last = text.char_indices().next_back()?.0;
    let direction = compass(&text[last..])?;
    let mut slots = c.whole(&(span.start..span.start + last))?.renderings.swap_remove(0);
    slots.push(slots::word(span.start + last..span.end, Role::Direction, direction, false));
    Some(slots)
}

/// Classes of generics that are not translated on station signs.
const NO_DESCRIPTION: [&str; 8] = ["road", "hutong", "bridge", "crossing", "gate", "village", "water", "mountain"];

/// The ways to divide a stop's pinyin, as the operator does most often first, and the whole in one word.
fn in_pinyin(c: Composer, span: &Span) -> Option<Vec<Vec<Slot>>> {
    let text = c.text(span);
    let whole = slots::native(text, span.clone(), Role::Specific, STATIONS)?;
    let mut ways: Vec<Vec<Slot>> = beside(span, text).unwrap_or_default();
    ways.extend(mouth(c, span));
    ways.extend(c.area_and_name(span, STATIONS));
    let parts = apart(c, span).and_then(|(at, first)| {
        let name = slots::native(c.text(&(span.start..at)), span.start..at, Role::Specific, STATIONS)?;
        let generic = slots::native(c.text(&(at..span.end)), at..span.end, Role::Generic, STATIONS)?;
        Some((vec![name, generic], first))
    });
    match parts {
        Some((parts, true)) => ways.extend([parts, vec![whole]]),
        Some((parts, false)) => ways.extend([vec![whole], parts]),
        None => ways.push(vec![whole]),
    }
    Some(ways)
}

/// Where a stop's pinyin may be divided, and whether the operator mostly does so: before a generic that stands apart,
/// with the direction before it (Heping Xiqiao), before 内 and 外 behind a gate (Guangqumen Wai).
fn apart(c: Composer, span: &Span) -> Option<(usize, bool)> {
    const GATE: char = '门';
    let text = c.text(span);
    let (last, end) = text.char_indices().next_back()?;
    let count = text.chars().count();
    if matches!(end, '内' | '外') && text[..last].ends_with(GATE) {
        return Some((span.start + last, true));
    }
    let generic = &text[last..];
    let side = text[..last].char_indices().next_back()?.0;
    let sided = lexicon::word(generic, Part::Generic).is_some_and(|w| matches!(w.class, "bridge" | "gate"));
    if sided && count > 3 && compass(&text[side..last]).is_some() {
        return Some((span.start + side, true));
    }
    let shortest = lexicon::apart_on_stops(generic);
    let grown = shortest.is_some() || lexicon::word(generic, Part::Generic).is_some();
    let first = shortest.is_some_and(|least| count >= least);
    let head = text.chars().next().map_or(0, char::len_utf8);
    let solid = match lexicon::solid_on_stops(generic) {
        "direction" => count == 3 && compass(&text[..head]).is_some(),
        "word" => super::is_common_word(&text[..last]),
        _ => false,
    };
    let first = first && !solid;
    (grown && (count > 2 || shortest.is_some())).then_some((span.start + last, first))
}

/// 清华东路西口: a road and the mouth of it at which the stop lies.
fn mouth(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    const MOUTH: char = '口';
    let text = c.text(span).strip_suffix(MOUTH)?;
    let side = text.char_indices().next_back()?.0;
    compass(&text[side..])?;
    let road = span.start..span.start + side;
    c.generic(&road).filter(|(word, rest)| word.class == "road" && !rest.is_empty())?;
    let plates = super::road::compose(c, &road)?.renderings;
    let plate = plates.into_iter().find(|slots| slots.len() > 1 && slots.iter().all(|slot| slot.romanised));
    let mouth = road.end..span.end;
    let end = slots::native(c.text(&mouth), mouth, Role::Generic, STATIONS)?;
    Some(plate?.into_iter().chain([end]).collect())
}

/// Characters above which a name is seldom one word.
const LONG_NAME: usize = 4;

/// A text of which nothing is known but its characters, as one word of pinyin.
///
/// Only short texts of Chinese characters that hold no known term: 请绕行 is not a name.
pub(super) fn romanise(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let count = text.chars().count();
    if let Some(brand) = brand(span, text) {
        return Some(brand);
    }
    // 首都体育馆南: a known place and a side of it is a stop there.
    if let Some((last, _)) = text.char_indices().next_back()
        && described(c, span)
        && c.known(&(span.start..span.start + last)).is_some()
        && let Some(sided) = side_of_described(c, span)
    {
        return Some(Composed { renderings: vec![sided], confidence: 0.4 });
    }
    if !(2..=LONGEST_SPECIFIC).contains(&count) || !text.chars().all(is_han) {
        return None;
    }
    // 第三期: what is counted is no name.
    let described = lexicon::generics_at_end(text).next().is_some_and(|word| word.zh.chars().count() > 1);
    // 北京冬奥组委: what follows a city is a body or a thing, and its sound tells nothing.
    let in_city = lexicon::leading_region(text).is_some_and(|r| matches!(r.class, "municipality" | "country"));
    let described = described || text.ends_with(AREA) || (in_city && count > LONG_NAME);
    let counted = text.strip_prefix('第').and_then(number).is_some();
    // 财政部国库司, 出京方向: a part of a body, and a way that somebody goes, mean something.
    // 前门站地铁口, 八通线土桥站: stations are read by files of their own.
    let of_station = count > LONG_NAME && text.contains(STATION);
    let meant = of_station || begins_with_body(c, text) || text.ends_with(WAY);
    if meant || counted || described || reads_as_words(c, text) {
        return None;
    }
    let slot = slots::pinyin(text, span.clone(), Role::Specific, ROMANISATION)?;
    let mut renderings = vec![vec![slot]];
    renderings.extend(beside(span, text).unwrap_or_default());
    // 新街口豁口: an area, and a name of its own in it.
    if let Some(apart) = in_area(c, span) {
        renderings.insert(0, apart);
    }
    // The longer the text, the likelier it holds words that we lack.
    Some(Composed { renderings, confidence: if count > LONG_NAME { 0.3 } else { 0.5 } })
}

/// 新街口豁口, 马家堡东口: an area that begins a long name and what follows it, each one word.
fn in_area(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let text = c.text(span);
    let at = text.char_indices().map(|(at, _)| at).skip(3).find(|at| lexicon::is_area(&text[..*at]))?;
    let (area, name) = (span.start..span.start + at, span.start + at..span.end);
    (c.count(&name) > 1).then_some(())?;
    Some(vec![
        slots::native(c.text(&area), area.clone(), Role::Specific, ROMANISATION)?,
        slots::native(c.text(&name), name.clone(), Role::Specific, ROMANISATION)?,
    ])
}

/// What the signs of ways end with.
const WAY: &str = "方向";

/// An institution that the glossary knows begins the text.
fn begins_with_body(c: Composer, text: &str) -> bool {
    let mut names = Vec::new();
    c.glossary.matches(text, &mut names);
    names.iter().any(|m| m.start == 0 && m.end < text.len() && m.entry.group() == Group::Institutions)
}

/// 望京SOHO: a place and a brand in capitals, which stays.
fn brand(span: &Span, text: &str) -> Option<Composed> {
    const LONGEST_PLACE: usize = 4;
    let split = text.find(|c: char| c.is_ascii_uppercase())?;
    let (place, brand) = text.split_at(split);
    let capitals = brand.len() > 1 && brand.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if !capitals || !(2..=LONGEST_PLACE).contains(&place.chars().count()) || !place.chars().all(is_han) {
        return None;
    }
    let place = match lexicon::word(place, Part::Region) {
        Some(region) => slots::word(span.start..span.start + split, Role::Region, region, false),
        None => slots::native(place, span.start..span.start + split, Role::Specific, ROMANISATION)?,
    };
    let brand = texts(span.start + split..span.end, Role::Generic, [brand], slots::ESTABLISHED);
    let behind = vec![brand.clone(), place.clone()];
    Some(Composed { renderings: vec![vec![place, brand], behind], confidence: 0.5 })
}

/// 望京南: a name and the side of it on which this one lies, as stations write it. The rule of 2020 puts the letter of
/// the direction in brackets behind (Wangjing Nan (S)); the signs of 2025-26 and the stations named since write one
/// word, so that comes first.
fn beside(span: &Span, text: &str) -> Option<Vec<Vec<Slot>>> {
    let last = text.char_indices().next_back()?.0;
    let direction = compass(&text[last..]).filter(|_| text[..last].chars().nth(1).is_some())?;
    let name = slots::native(&text[..last], span.start..span.start + last, Role::Specific, STATIONS)?;
    let zh = span.start + last..span.end;
    let side = slots::native(&text[last..], zh.clone(), Role::Direction, STATIONS)?;
    let english = slots::word(zh, Role::Direction, direction, false);
    let solid = slots::native(text, span.clone(), Role::Specific, STATIONS)?;
    let bracket = letter(direction, span.end);
    Some(vec![
        vec![solid.clone()],
        vec![name.clone(), side, bracket.clone()],
        vec![name, english],
        vec![solid, bracket],
    ])
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
pub(super) fn reads_as_words(c: Composer, text: &str) -> bool {
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
