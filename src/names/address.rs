//! House numbers, and what signs say of the way to a place.

use super::lexicon::{self, Part};
use super::slots::{self, INSTITUTIONS, MODIFIERS, texts};
use super::{Composed, Composer, after_comma, place};
use crate::expect::{Form, Role, Standing};
use crate::sign::Span;
use crate::text::numbers::number;

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    house(c, span).or_else(|| at_house(c, span)).or_else(|| towards(c, span)).or_else(|| of_this_city(c, span))
}

/// 建国路93号万达广场: the house, then where it stands.
fn at_house(c: Composer, span: &Span) -> Option<Composed> {
    const MARK: char = '号';
    let text = c.text(span);
    let end = text.find(MARK)? + MARK.len_utf8();
    let own = span.start + end..span.end;
    if c.count(&own) < 3 || c.text(&own).starts_with(['院', '楼', '线']) {
        return None;
    }
    let address = house(c, &(span.start..own.start))?.renderings.into_iter().next()?;
    let name = c.known(&own).map(|known| vec![known]).or_else(|| c.compose(&own)?.renderings.into_iter().next())?;
    Some(Composed::one([name, after_comma(address)].concat(), 0.7))
}

/// 前粮胡同3号: the number before the road, as DB11/T 585-2008 writes addresses (4.3: 3 Qianliang Hutong).
fn house(c: Composer, span: &Span) -> Option<Composed> {
    const MARK: char = '号';
    let text = c.text(span).strip_suffix(MARK)?;
    let start = text.char_indices().rev().map(|(at, _)| at).take_while(|at| super::is_number(&text[*at..])).last()?;
    let (value, _) = number(&text[start..])?;
    let road = span.start..span.start + start;
    c.generic(&road).filter(|(word, _)| matches!(word.class, "road" | "hutong"))?;
    // 海淀区中关村大街27号: the district stands behind the road, after a comma.
    let (regions, own) = place::regions(c, &road);
    let marked = regions.last().is_some_and(|last| c.text(last).ends_with(['区', '市', '县']));
    if marked && !own.is_empty() && c.generic(&own).is_some_and(|(word, _)| matches!(word.class, "road" | "hutong")) {
        let mut around = Vec::new();
        for region in regions.iter().rev() {
            around.extend(after_comma(vec![place::region(c, region)?]));
        }
        let inner = house(c, &(own.start..span.end))?;
        let renderings = inner.renderings.into_iter().map(|slots| [slots, around.clone()].concat()).collect();
        return Some(Composed { renderings, confidence: inner.confidence });
    }
    let whole = c.whole(&road)?;
    let zh = road.end..span.end;
    let plain = texts(zh.clone(), Role::Ordinal, [value.to_string(), format!("No. {value}")], INSTITUTIONS);
    let marked = texts(zh, Role::Ordinal, [format!("No. {value}")], MODIFIERS);
    let mut renderings = Vec::new();
    for road in whole.renderings {
        renderings.push([vec![plain.clone()], road.clone()].concat());
        renderings.push([vec![marked.clone()], after_comma(road.clone())].concat());
        renderings.push([road, vec![marked.clone()]].concat());
    }
    Some(Composed { renderings, confidence: whole.confidence })
}

/// 往机场方向, 天安门方向: To ….
fn towards(c: Composer, span: &Span) -> Option<Composed> {
    const WAY: &str = "方向";
    const BOUND: [&str; 4] = ["开往", "前往", "往", "至"];
    let place = c.text(span).strip_suffix(WAY)?;
    let bound = BOUND.iter().find(|word| place.starts_with(**word)).map_or(0, |word| word.len());
    let zh = span.start + bound..span.start + place.len();
    // 研究方向, 专业方向: a direction of work and none of the way; only places are gone to.
    let station = c.glossary.get(c.text(&zh)).into_iter().find(|e| e.is_proper_name());
    let region = lexicon::word(c.text(&zh), Part::Region);
    // Signs leave articles out; in a sentence the common noun takes one (To the Airport).
    let common = station.is_none() && region.is_none() && c.term(&zh).is_some();
    let mut place = match (station, region) {
        (Some(entry), _) => vec![slots::entry(zh.clone(), Role::Specific, &entry)],
        (None, Some(word)) => vec![slots::word(zh.clone(), Role::Region, word, false)],
        (None, None) if bound > 0 || c.generic(&zh).is_some() => c.whole(&zh)?.renderings.swap_remove(0),
        (None, None) => return None,
    };
    let way = span.end - WAY.len()..span.end;
    let mut to = texts(way, Role::Connector, ["To", "Towards", "Toward", "Direction of"], MODIFIERS);
    if common {
        to.forms.extend(["To the", "Towards the"].map(|text| Form::new(text, Standing::Allowed)));
    }
    place.insert(0, to);
    Some(Composed::one(place, 0.75))
}

/// 市第一幼儿园: of the city that the sign stands in, which has no need to name itself.
fn of_this_city(c: Composer, span: &Span) -> Option<Composed> {
    const LEVELS: [(&str, &str); 3] = [("市", "Municipal"), ("区", "District"), ("县", "County")];
    const ORDINAL: char = '第';
    /// Houses that a city, a district or a county keeps.
    const HOUSES: [&str; 7] = ["court", "museum", "library", "hospital", "theatre", "stadium", "kindergarten"];
    let text = c.text(span);
    let (level, en) = LEVELS.iter().find(|(level, _)| text.starts_with(*level))?;
    let own = span.start + level.len()..span.end;
    let counted = c.text(&own).strip_prefix(ORDINAL).and_then(number).is_some();
    let bare = lexicon::word(c.text(&own), Part::Generic).filter(|w| c.count(&own) > 1 && HOUSES.contains(&w.class));
    if let Some(word) = bare {
        let level = texts(span.start..own.start, Role::Region, [*en], MODIFIERS);
        return Some(Composed::one(vec![level, slots::word(own, Role::Generic, word, false)], 0.7));
    }
    if !counted {
        return None;
    }
    let composed = c.compose(&own)?;
    let level = slots::optional(texts(span.start..own.start, Role::Region, [*en], MODIFIERS));
    let renderings = composed.renderings.into_iter().map(|slots| [vec![level.clone()], slots].concat()).collect();
    Some(Composed { renderings, confidence: composed.confidence * 0.9 })
}
