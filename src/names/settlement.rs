//! Names whose generic has grown into them: 车公庄, 海淀黄庄, 香山.

use super::lexicon::{self, Part, Word};
use super::place::{FAMILY, KEEP_ENGLISH, SETTLEMENTS, region, regions};
use super::slots::{self, ONE_SYLLABLE, SPECIFIC_AND_GENERIC};
use super::{Composed, Composer};
use crate::expect::{Role, Slot};
use crate::sign::Span;

/// 车公庄, 潘家园, 五道口: the generic of one character has grown into the name of a settlement and stays pinyin; the
/// English generic is allowed.
pub(super) fn settlement(c: Composer, generic: &Word, span: &Span, rest: &Span, head: &Slot) -> Option<Composed> {
    if let Some(residential) = residential(c, generic, span, rest, head) {
        return Some(residential);
    }
    let one = generic.zh.chars().count() == 1 && c.text(span).chars().all(crate::text::is_han);
    let village = generic.class == "village" && c.count(rest) > 2;
    let families = c.text(rest).ends_with(FAMILY) && c.count(rest) == 2;
    let kept = !generic.settlement && !families && (village || KEEP_ENGLISH.contains(&generic.class));
    if !one || kept {
        return None;
    }
    let (regions, inner) = regions(c, rest);
    if !regions.is_empty() && (1..=2).contains(&c.count(&inner)) && !c.text(rest).contains(['区', '市', '县']) {
        return settlement_of_region(c, &regions, &inner, span);
    }
    if !(1..=3).contains(&c.count(rest)) {
        return None;
    }
    let solid = slots::native(c.text(span), span.clone(), Role::Specific, SETTLEMENTS)?;
    let mut renderings = vec![vec![solid.clone()], vec![solid, head.clone()]];
    if let Some(specific) = slots::native(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC) {
        renderings.push(vec![specific, head.clone()]);
    }
    // 灵水村: villages that nobody but their own sign names are Villages (names/: 11 of 13); those that the city has grown
    // around are stops and areas, which are known (Zhongguancun).
    if generic.zh == VILLAGE && c.count(rest) == 2 && renderings.len() > 2 {
        renderings.swap(0, 2);
    }
    Some(Composed { renderings, confidence: 0.6 })
}

const VILLAGE: &str = "村";

/// 双榆树东里, 方庄芳古园: in the names of residential grounds 里, 区, 园 and what tells them apart are pinyin, behind the name
/// of the area they lie in (DB11/T 334.1-2006, 5.2.6: 芳园北里 Fangyuan Beili).
fn residential(c: Composer, generic: &Word, span: &Span, rest: &Span, head: &Slot) -> Option<Composed> {
    let text = c.text(rest);
    if generic.zh.chars().count() != 1 || !generic.settlement || !["residential", "garden"].contains(&generic.class) {
        return None;
    }
    // 石景山玉泉西里: the district before the area.
    let (around, inner) = regions(c, rest);
    if !around.is_empty() && c.count(&inner) > 2 {
        let own = residential(c, generic, &(inner.start..span.end), &inner, head)?;
        let around: Vec<Slot> = around.iter().map(|r| region(c, r)).collect::<Option<_>>()?;
        let renderings = own.renderings.iter().map(|own| slots::chain(&[&around, own])).collect();
        return Some(Composed { renderings, confidence: own.confidence });
    }
    let (last, _) = text.char_indices().next_back()?;
    let sided = lexicon::word(&text[last..], Part::Direction).is_some_and(|side| !side.abbreviations.is_empty());
    let split = match text.char_indices().nth(2) {
        Some((at, _)) if lexicon::is_area(&text[..at]) && (2..=3).contains(&text[at..].chars().count()) => at,
        _ if sided && (2..=LONGEST_AREA).contains(&text[..last].chars().count()) => last,
        _ => return None,
    };
    let (area, own) = (rest.start..rest.start + split, rest.start + split..span.end);
    let means = lexicon::find_all(&text[split..])
        .any(|found| found.word.part != Part::Direction && found.end - found.start > '字'.len_utf8());
    if means
        || c.known_entry(&area).is_some_and(|entry| entry.kind() == "park")
        || !text.chars().all(crate::text::is_han)
    {
        return None;
    }
    let area = slots::native(c.text(&area), area.clone(), Role::Specific, SETTLEMENTS)?;
    let own = slots::native(c.text(&own), own.clone(), Role::Generic, SETTLEMENTS)?;
    let solid = slots::native(c.text(span), span.clone(), Role::Specific, SETTLEMENTS)?;
    let specific = slots::native(text, rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
    Some(Composed { renderings: vec![vec![area, own], vec![solid], vec![specific, head.clone()]], confidence: 0.6 })
}

/// Longest name of the area around residential grounds, in characters.
const LONGEST_AREA: usize = 4;

/// 通州北关, 海淀黄庄: a region and a settlement of two or three characters, each one word.
fn settlement_of_region(c: Composer, regions: &[Span], inner: &Span, span: &Span) -> Option<Composed> {
    let mut slots: Vec<Slot> = regions.iter().map(|r| region(c, r)).collect::<Option<_>>()?;
    let own = inner.start..span.end;
    slots.push(slots::native(c.text(&own), own, Role::Specific, SETTLEMENTS)?);
    Some(Composed::one(slots, 0.6))
}

/// 香山: the pinyin takes the generic, then English repeats it.
pub(super) fn one_syllable(c: Composer, generic: &Word, rest: &Span, span: &Span, head: Slot) -> Option<Composed> {
    if c.text(rest).is_ascii() {
        return None;
    }
    let swallowed = if generic.zh.chars().count() == 1 { span } else { rest };
    let specific = slots::native(c.text(swallowed), swallowed.clone(), Role::Specific, ONE_SYLLABLE)?;
    Some(Composed::one(vec![specific, head], 0.7))
}
