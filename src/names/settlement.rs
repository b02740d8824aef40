//! Names whose generic has grown into them: 车公庄, 海淀黄庄, 香山.

use super::lexicon::Word;
use super::place::{FAMILY, KEEP_ENGLISH, SETTLEMENTS, region, regions};
use super::slots::{self, ONE_SYLLABLE, SPECIFIC_AND_GENERIC};
use super::{Composed, Composer};
use crate::expect::{Role, Slot};
use crate::sign::Span;

/// 车公庄, 潘家园, 五道口: the generic of one character has grown into the name of a settlement and stays pinyin; the
/// English generic is allowed.
pub(super) fn settlement(c: Composer, generic: &Word, span: &Span, rest: &Span, head: &Slot) -> Option<Composed> {
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
    let solid = slots::pinyin(c.text(span), span.clone(), Role::Specific, SETTLEMENTS)?;
    let mut renderings = vec![vec![solid.clone()], vec![solid, head.clone()]];
    if let Some(specific) = slots::pinyin(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC) {
        renderings.push(vec![specific, head.clone()]);
    }
    Some(Composed { renderings, confidence: 0.6 })
}

/// 通州北关, 海淀黄庄: a region and a settlement of two or three characters, each one word.
fn settlement_of_region(c: Composer, regions: &[Span], inner: &Span, span: &Span) -> Option<Composed> {
    let mut slots: Vec<Slot> = regions.iter().map(|r| region(c, r)).collect::<Option<_>>()?;
    let own = inner.start..span.end;
    slots.push(slots::pinyin(c.text(&own), own, Role::Specific, SETTLEMENTS)?);
    Some(Composed::one(slots, 0.6))
}

/// 香山: the pinyin takes the generic, then English repeats it.
pub(super) fn one_syllable(c: Composer, generic: &Word, rest: &Span, span: &Span, head: Slot) -> Option<Composed> {
    if c.text(rest).is_ascii() {
        return None;
    }
    let swallowed = if generic.zh.chars().count() == 1 { span } else { rest };
    let specific = slots::pinyin(c.text(swallowed), swallowed.clone(), Role::Specific, ONE_SYLLABLE)?;
    Some(Composed::one(vec![specific, head], 0.7))
}
