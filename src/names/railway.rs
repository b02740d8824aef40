//! Railway stations: the city or the place, a direction, Railway Station; and the railway's own pinyin.

use super::lexicon::{self, Part, Word};
use super::place::{LONGEST_UNKNOWN, regions};
use super::slots::{self, MODIFIERS, SPECIFIC_AND_GENERIC, texts};
use super::{Composed, Composer};
use crate::expect::{Role, Slot};
use crate::sign::Span;

pub(super) const STATION: &str = "站";

/// 古北口站, 乔庄东站: a station whose name is a place, with a direction or without. The stops of the metro are named
/// without 站 and are all in the glossary, so another place's station is one of the railway.
pub(super) fn named_station(c: Composer, rest: &Span, head: &Slot) -> Option<Composed> {
    let text = c.text(rest);
    let last = text.char_indices().next_back()?.0;
    let metro = c.glossary.get(text).iter().any(|e| e.kind() == "station");
    let direction = lexicon::word(&text[last..], Part::Direction).filter(|_| c.count(rest) > 2 && !metro);
    let name = rest.start..if direction.is_some() { rest.start + last } else { rest.end };
    if !(2..=LONGEST_UNKNOWN).contains(&c.count(&name)) || !text.chars().all(crate::text::is_han) {
        return None;
    }
    let plain = slots::native(c.text(&name), name.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
    let known = if metro {
        c.glossary
            .get(text)
            .iter()
            .find(|e| e.kind() == "station")
            .map(|e| slots::entry(name.clone(), Role::Specific, e))
    } else {
        // 清河站 is called after a place that a river gave its name to, not after the river.
        let sight = |entry: &crate::glossary::Entry| matches!(entry.kind(), "scenic" | "park" | "heritage");
        c.known(&name).filter(|_| !c.known_entry(&name).is_some_and(|entry| sight(&entry)))
    };
    // 安慧桥北站, 学院路站: a bridge or a road has a stop.
    let stop = c.generics(&name).next().is_some_and(|(word, _)| matches!(word.class, "bridge" | "road"));
    // 公主坟南站: a side of a stop of the metro is a stop as well, but for the stations of a district (昌平北站).
    let beside = direction.is_some()
        && lexicon::word(c.text(&name), Part::Region).is_none()
        && c.glossary.get(c.text(&name)).iter().any(|e| e.kind() == "station");
    let stop = stop || beside;
    let railway = slots::word(head.zh.clone(), Role::Generic, lexicon::word(RAILWAY_STATION, Part::Generic)?, false);
    let heads = if metro || stop { [head.clone(), railway] } else { [railway, head.clone()] };
    // 上海虹桥站, 北京丰台站: the city and the place are two words.
    let (mut cities, mut place) = regions(c, &name);
    if cities.len() == 2 && place.is_empty() {
        place = cities.remove(1);
    }
    let apart = cities.first().filter(|_| c.count(&place) > 1).and_then(|city| {
        let mut slot = plain.clone();
        let words = [
            slots::native(c.text(city), city.clone(), Role::Region, MODIFIERS)?,
            slots::native(c.text(&place), place.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?,
        ];
        slot.forms[0].text = words.map(|word| word.forms[0].text.clone()).join(" ").into();
        Some(slot)
    });
    let names = known.into_iter().chain(apart).chain([plain]).collect::<Vec<_>>();
    let renderings = heads.iter().flat_map(|head| {
        names.iter().map(|name| {
            let direction = direction.map(|word| slots::word(name.zh.end..rest.end, Role::Direction, word, true));
            [name.clone()].into_iter().chain(direction).chain([head.clone()]).collect()
        })
    });
    let mut renderings: Vec<Vec<Slot>> = renderings.collect();
    renderings.extend(in_railway_pinyin(c, rest, head));
    Some(Composed { renderings, confidence: 0.7 })
}

/// 北京南站 as the railway and the metro write it: Beijingnan Railway Station, Beijingnan Zhan.
pub(super) fn in_railway_pinyin(c: Composer, rest: &Span, head: &Slot) -> Vec<Vec<Slot>> {
    let Some(solid) = slots::native(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC) else {
        return Vec::new();
    };
    let railway =
        lexicon::word(RAILWAY_STATION, Part::Generic).map(|w| slots::word(head.zh.clone(), Role::Generic, w, false));
    let zhan = texts(head.zh.clone(), Role::Generic, ["Zhan"], MODIFIERS);
    railway.into_iter().chain([zhan]).map(|generic| vec![solid.clone(), generic]).collect()
}

const RAILWAY_STATION: &str = "火车站";

/// 北京南站: the station of a city, with a direction or without, is a railway station.
pub(super) fn railway(c: Composer, generic: &'static Word, regions: &[Span], inner: &Span) -> &'static Word {
    let direction = inner.is_empty() || lexicon::word(c.text(inner), Part::Direction).is_some();
    let railway = generic.zh == STATION && !regions.is_empty() && direction;
    lexicon::word(RAILWAY_STATION, Part::Generic).filter(|_| railway).unwrap_or(generic)
}
