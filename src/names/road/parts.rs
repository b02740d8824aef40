//! Parts of roads, and where roads are left and crossed: 京石高速辅路, 京藏高速北沙滩出口, 京密路与顺黄路交叉口.

use super::super::lexicon::{self, Part, Word};
use super::super::segment::CONJUNCTIONS;
use super::super::slots::{self, MODIFIERS, SPECIFIC_AND_GENERIC, texts};
use super::super::{Composed, Composer, after_comma, is_street};
use super::ring::ring;
use super::{compose, on_guide_sign, shortened};
use crate::expect::Role;
use crate::sign::Span;

/// 京石高速辅路, 东三环主路, 光华路东段: a road and a part of it.
pub(super) fn part_of_road(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Composed> {
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

/// 万寿路南口, 史家胡同东口: where a road or a lane begins. On the signs of stops it is pinyin (Wanshou Lu Nankou).
pub(super) fn mouth_of_road(c: Composer, span: &Span) -> Option<Composed> {
    const MOUTH: char = '口';
    let text = c.text(span).strip_suffix(MOUTH)?;
    let (last, _) = text.char_indices().next_back()?;
    let side = lexicon::word(&text[last..], Part::Direction).filter(|word| !word.abbreviations.is_empty())?;
    let road = span.start..span.start + last;
    c.generic(&road).filter(|(word, before)| is_street(word) && c.count(before) > 1)?;
    let own = road.end..span.end;
    let roads = compose(c, &road)?.renderings;
    let direction = slots::word(road.end..road.end + side.zh.len(), Role::Direction, side, true);
    let mouth = road.end + side.zh.len()..span.end;
    let mouth = texts(mouth, Role::Generic, ["Entrance", "End", "Exit"], MODIFIERS);
    let mut renderings = vec![[roads[0].clone(), vec![direction, mouth]].concat()];
    if let Some(plate) = roads.iter().find(|slots| slots.iter().all(|slot| slot.romanised)) {
        let own = slots::native(c.text(&own), own.clone(), Role::Generic, SPECIFIC_AND_GENERIC)?;
        renderings.push([plate.clone(), vec![own]].concat());
    }
    if on_guide_sign(c, span) {
        renderings.insert(0, shortened(&renderings[0]));
    }
    Some(Composed { renderings, confidence: 0.65 })
}

/// 京藏高速北沙滩出口: the exit, and the road that it leaves.
pub(super) fn exit_of_road(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Composed> {
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
    // 京石高速六环出口: the exit to a ring road, else to a place in pinyin.
    let to = ring(c, &name).and_then(|ring| ring.renderings.into_iter().find(|slots| slots.len() > 1));
    let to = match to {
        Some(ring) => ring,
        None => vec![slots::native(c.text(&name), name.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?],
    };
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    let road = compose(c, &road)?.renderings.swap_remove(0);
    let own = [to, vec![head]].concat();
    let behind = [own.clone(), after_comma(road.clone())].concat();
    let before = [road, own].concat();
    Some(Composed { renderings: vec![behind, before], confidence: 0.7 })
}

/// 京密路与顺黄路交叉口: Intersection of Jingmi Road and Shunhuang Road.
pub(super) fn crossing_of_roads(c: Composer, generic: &'static Word, rest: &Span, span: &Span) -> Option<Composed> {
    if generic.class != "crossing" {
        return None;
    }
    let text = c.text(rest);
    let is_road = |zh: &Span| {
        let head = c.generics(zh).next();
        head.is_some_and(|(word, before)| is_street(word) && c.count(&before) > 1)
    };
    let (and, first, second) = text.char_indices().skip(2).find_map(|(at, and)| {
        let (first, second) = (rest.start..rest.start + at, rest.start + at + and.len_utf8()..rest.end);
        (CONJUNCTIONS.contains(&and) && is_road(&first) && is_road(&second)).then_some((
            first.end..second.start,
            first,
            second,
        ))
    })?;
    let roads = [compose(c, &first)?.renderings.swap_remove(0), compose(c, &second)?.renderings.swap_remove(0)];
    let joint = texts(and, Role::Connector, ["and", "&"], MODIFIERS);
    let both = [roads[0].clone(), vec![joint], roads[1].clone()].concat();
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    let of = [vec![head.clone(), slots::connector("of")], both.clone()].concat();
    Some(Composed { renderings: vec![of, [both, vec![head]].concat()], confidence: 0.75 })
}
