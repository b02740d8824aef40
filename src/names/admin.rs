//! Administrative areas: the smaller before the larger, each after a comma; their names are pinyin and nothing in them
//! is translated, whatever the characters once meant (Xiangshan Subdistrict, not Fragrant Hills Subdistrict).

use super::lexicon::{self, Part};
use super::place;
use super::slots::{self, MODIFIERS, SPECIFIC_AND_GENERIC};
use super::{Composed, Composer};
use crate::expect::{Role, Slot, Standing};
use crate::sign::Span;
use crate::text::is_han;

/// What marks a region as one by itself: 朝阳区, not 朝阳.
const MARKS: [char; 6] = ['省', '市', '区', '县', '镇', '乡'];
/// Units below the regions. A 区 that is no region is an area of some other kind.
const UNITS: [&str; 6] = ["街道", "镇", "乡", "县", "社区", "村"];
const VILLAGE: &str = "村";
const COMMUNITY: &str = "社区";
const SUBDISTRICT: &str = "街道";
/// Longest name of a community, in characters (工人体育馆社区).
const LONGEST_NAME: usize = 6;

/// 北京市海淀区, 香山街道, 延庆区八达岭镇石峡村.
pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    chain(c, span).or_else(|| body(c, span))
}

/// Regions and nothing else.
fn chain(c: Composer, span: &Span) -> Option<Composed> {
    let (regions, rest) = place::regions(c, span);
    if regions.len() < 2 || !rest.is_empty() {
        return None;
    }
    let last = regions.last()?;
    let smallest = slots::word(last.clone(), Role::Region, lexicon::word(c.text(last), Part::Region)?, false);
    let wider: Vec<Slot> =
        regions[..regions.len() - 1].iter().rev().map(|r| place::region(c, r)).collect::<Option<_>>()?;
    let behind: Vec<Slot> = [smallest.clone()].into_iter().chain(wider.iter().cloned().map(comma)).collect();
    let before: Vec<Slot> = wider.into_iter().rev().chain([smallest]).collect();
    Some(Composed { renderings: vec![behind, before], confidence: 0.9 })
}

/// A town, township, subdistrict or community, and the region around it.
fn body(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, rest) = c.generics(span).next().filter(|(word, _)| UNITS.contains(&word.zh))?;
    let (regions, name) = marked_regions(c, &rest);
    let town = town_around(c, &name, generic.zh).filter(|_| [VILLAGE, COMMUNITY].contains(&generic.zh));
    let name = town.as_ref().map_or(name.start, |(_, end)| *end)..name.end;
    let village = generic.zh == VILLAGE;
    let count = c.count(&name);
    if !(1..=LONGEST_NAME).contains(&count) || !c.text(&name).chars().all(is_han) || (village && town.is_none()) {
        return None;
    }
    // 魏公村: one character is no name of a community by itself, and 村 with it is a settlement.
    let whole = if count == 1 { name.start..span.end } else { name.clone() };
    let mut slots = vec![
        slots::native(c.text(&whole), whole, Role::Specific, SPECIFIC_AND_GENERIC)?,
        slots::word(rest.end..span.end, Role::Generic, generic, false),
    ];
    slots.extend(town.into_iter().flat_map(|(town, _)| town));
    for region in regions.iter().rev() {
        let word = lexicon::word(c.text(region), Part::Region)?;
        slots.push(comma(slots::word(region.clone(), Role::Region, word, false)));
    }
    Some(Composed::one(slots, 0.85))
}

/// The regions that begin a name and say that they are regions; at least one character is left for the name.
fn marked_regions(c: Composer, rest: &Span) -> (Vec<Span>, Span) {
    let (mut regions, mut name) = place::regions(c, rest);
    while let Some(last) = regions.last() {
        if name.is_empty() || !c.text(last).ends_with(MARKS) {
            name.start = last.start;
            regions.pop();
        } else {
            break;
        }
    }
    (regions, name)
}

/// 八达岭镇 in 八达岭镇石峡村: the town's slots and where it ends.
fn town_around(c: Composer, name: &Span, unit: &str) -> Option<(Vec<Slot>, usize)> {
    let around = |word: &lexicon::Word| word.class == "town" || (unit == COMMUNITY && word.zh == SUBDISTRICT);
    let text = c.text(name);
    let ends = text.char_indices().map(|(at, _)| at).skip(2).take(LONGEST_NAME);
    ends.into_iter().find_map(|end| {
        let (generic, specific) = c.generics(&(name.start..name.start + end)).find(|(word, _)| around(word))?;
        let whole = name.start..name.start + end;
        if let Some(entry) = c.known_entry(&whole) {
            let mut slot = slots::entry(whole, Role::Region, &entry);
            // What a town was called before may stand in the names of its villages.
            slot.forms
                .iter_mut()
                .filter(|f| f.standing == Standing::Deprecated)
                .for_each(|f| f.standing = Standing::Allowed);
            return Some((vec![comma(slot)], name.start + end));
        }
        let bears = c.count(&specific) > 1;
        let pinyin = slots::native(c.text(&specific), specific.clone(), Role::Region, MODIFIERS).filter(|_| bears)?;
        let generic = slots::word(specific.end..name.start + end, Role::Region, generic, false);
        Some((vec![comma(pinyin), generic], name.start + end))
    })
}

fn comma(slot: Slot) -> Slot {
    slots::joined(slot, ", ")
}
