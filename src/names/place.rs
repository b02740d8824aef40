//! Names whose parts keep the Chinese order: region, specific name, attributes, ordinal, direction, generic.
//!
//! Parks, temples, museums, schools, hospitals, hotels, villages, gates. The specific name is pinyin; in names of
//! facilities the describing words are translated (Children's Hospital, Experimental Primary School).

use super::lexicon::{self, Part, Word};
use super::segment::{self, Token, What};
use super::slots::{self, MODIFIERS, ONE_SYLLABLE, PERSONS, Rule, SPECIFIC_AND_GENERIC, optional, texts};
use super::{Composed, Composer, body};
use crate::expect::{Form, Role, Slot, Standing};
use crate::pinyin::Romaniser;
use crate::sign::Span;
use crate::text::numbers::ordinal_word;

/// Kinds of place whose specific name is a place name: nothing in it is translated.
const PINYIN_ONLY: [&str; 13] = [
    "mountain",
    "water",
    "island",
    "village",
    "community",
    "residential",
    "temple",
    "pagoda",
    "station",
    "stop",
    "town",
    "area",
    "tower",
];
/// Generics of one character that stay English behind a pinyin name: sights, waters and hills.
const KEEP_ENGLISH: [&str; 12] =
    ["mountain", "water", "temple", "pagoda", "pavilion", "hall", "tower", "tomb", "station", "stop", "line", "town"];
/// Names of villages and settlements are written as one word.
const SETTLEMENTS: Rule = Rule { source: "pinyin-1984", clause: "3, 4" };
/// Longest unknown run that is read as a specific name, in characters.
const LONGEST_UNKNOWN: usize = 4;
/// Kinds of body that have facilities of their own.
const OWNERS: [&str; 13] = [
    "university",
    "college",
    "school",
    "hospital",
    "hotel",
    "company",
    "museum",
    "park",
    "center",
    "venue",
    "stadium",
    "theatre",
    "library",
];
/// Sights whose pinyin, not their English, goes into the name of another place (地坛医院 is Ditan Hospital).
const SIGHTS: [&str; 5] = ["heritage", "scenic", "temple", "park", "gate"];
/// Places that belong to a sight and take its English.
const PARTS_OF_SIGHTS: [&str; 6] = ["gate", "scenic", "area", "garden", "hall", "museum"];
/// What serves the neighbourhood of a sight and has the sight's name as that of the neighbourhood.
const NEIGHBOURS: [&str; 9] =
    ["hospital", "clinic", "school", "kindergarten", "community", "residential", "town", "bank", "police"];
/// 纪家庙, 张家湾: a place called after a family is a settlement, whatever its generic was.
const FAMILY: char = '家';
/// Kinds whose region stands behind, after a comma.
const ADMINISTRATIVE: [&str; 3] = ["village", "town", "community"];

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, rest) = c.generic(span)?;
    if rest.is_empty() || body::is_body(generic) {
        return None;
    }
    let attributes = !PINYIN_ONLY.contains(&generic.class);
    let generic_span = rest.end..span.end;
    let (regions, inner) = if begins_with_name(c, &rest) { (Vec::new(), rest.clone()) } else { regions(c, &rest) };
    let mut head = slots::word(generic_span, Role::Generic, railway(c, generic, &regions, &inner), false);
    let head_of_station = head.clone();
    if let Some(hall) = imperial(c, generic, &rest, &head) {
        return Some(hall);
    }
    if let Some(pair) = pair(c, &rest, &head) {
        return Some(pair);
    }
    if generic.class == "gate" {
        if generic.settlement {
            return settlement(c, generic, span, &rest, &head);
        }
        return gate(c, span, &rest, &head).or_else(|| city_gate(c, generic, span, &rest, head));
    }
    if let Some(settlement) = settlement(c, generic, span, &rest, &head) {
        return Some(settlement);
    }
    if let Some(facility) = facility_of(c, &rest, &head) {
        return Some(facility);
    }
    if generic.zh == STATION
        && let Some(composed) = named_station(c, &rest, &head)
    {
        return Some(composed);
    }
    // 北海, 西山: a direction before a water or a mountain is fixed in the name; 东殿 is the east hall of something.
    let fixed = matches!(generic.class, "water" | "mountain");
    let direction = lexicon::word(c.text(&rest), Part::Direction).is_some() && !fixed;
    if c.count(&inner) == 1 && c.count(&rest) == 1 && !direction {
        return one_syllable(c, generic, &rest, span, head);
    }
    let mut body_slots = Vec::new();
    let mut translated = false;
    let person = generic.zh.starts_with(MEMORIAL) && lexicon::get(c.text(&inner)).next().is_none();
    if let Some(name) = Romaniser::standard()
        .person(c.text(&inner))
        .filter(|_| person && Romaniser::standard().is_person(c.text(&inner)))
    {
        body_slots.push(texts(inner.clone(), Role::Specific, [name], PERSONS));
    } else if !inner.is_empty() {
        for token in merged(segment::segment(c.glossary, c.zh, &inner, attributes)) {
            // A long run of which nothing is known, and one behind words that mean something, is rather words that we
            // lack than a name.
            let name =
                body_slots.iter().all(|s: &Slot| s.role != Role::Attribute) && c.count(&token.zh) <= LONGEST_UNKNOWN;
            if token.is_unknown() && !name {
                return None;
            }
            translated |= token.is(Part::Attribute);
            body_slots.push(part(c, &token, generic)?);
        }
    }
    if let [size] = body_slots.as_slice()
        && of_the_country(c, size)
    {
        slots::prefer(&mut head, LARGE_HALL);
    }
    let mut renderings = Vec::new();
    let region_slots: Vec<Slot> = regions.iter().map(|r| region(c, r)).collect::<Option<_>>()?;
    if ADMINISTRATIVE.contains(&generic.class) {
        let mut slots = body_slots.clone();
        slots.push(head.clone());
        slots.extend(region_slots.into_iter().rev().map(|mut s| {
            s.joint = ", ";
            let last = s.forms.len().min(2) - 1;
            s.forms.swap(0, last);
            s
        }));
        renderings.push(slots);
    } else {
        let before: Vec<Slot> = region_slots.into_iter().map(optional).collect();
        renderings.push([before.clone(), body_slots.clone(), vec![head.clone()]].concat());
        if translated && c.count(&inner) <= super::LONGEST_SPECIFIC {
            let plain = slots::pinyin(c.text(&inner), inner.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
            renderings.push([before, vec![plain, head]].concat());
        }
    }
    if generic.zh == STATION && !regions.is_empty() {
        renderings.extend(in_railway_pinyin(c, &rest, &head_of_station));
    }
    Some(Composed { renderings, confidence: if translated { 0.7 } else { 0.8 } })
}

/// Classes of the buildings of palaces and altars.
const IMPERIAL: [&str; 5] = ["hall", "palace", "gate", "temple", "pavilion"];

/// 太和殿: Hall of Supreme Harmony, for the halls whose meaning their owners tell; the pinyin name is allowed.
fn imperial(c: Composer, generic: &Word, rest: &Span, head: &Slot) -> Option<Composed> {
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
fn pair(c: Composer, rest: &Span, head: &Slot) -> Option<Composed> {
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

/// The halls of the country and the capital are Indoor Stadiums, all others Gymnasiums (DB11/T 334.4-2006, 5.3.3).
const LARGE_HALL: &str = "Indoor Stadium";
const CAPITAL: &str = "首都";

/// 国家, 首都: the part says that the place is one of the whole country.
fn of_the_country(c: Composer, slot: &Slot) -> bool {
    let text = c.text(&slot.zh);
    text == CAPITAL || lexicon::word(text, Part::Attribute).is_some_and(|word| word.class == "rank")
}

/// What memorials of persons begin with (纪念馆, 纪念堂, 纪念碑).
const MEMORIAL: &str = "纪念";

/// A name of the glossary begins the text and reaches further than its regions.
fn begins_with_name(c: Composer, rest: &Span) -> bool {
    let (_, inner) = regions(c, rest);
    let text = c.text(rest);
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    ends.filter(|end| *end > inner.start - rest.start).any(|end| c.known(&(rest.start..rest.start + end)).is_some())
}

/// 北京科技大学体育馆: what comes before the generic is itself the name of a body that has such things.
fn facility_of(c: Composer, rest: &Span, head: &Slot) -> Option<Composed> {
    let (owner, _) =
        c.generic(rest).filter(|(owner, _)| OWNERS.contains(&owner.class) && owner.zh.chars().count() > 1)?;
    let composed = c.whole(rest).filter(|_| owner.zh.len() < c.text(rest).len())?;
    let renderings = composed.renderings.into_iter().map(|slots| [slots, vec![head.clone()]].concat()).collect();
    Some(Composed { renderings, confidence: composed.confidence * 0.9 })
}

const STATION: &str = "站";

/// 古北口站, 乔庄东站: a station whose name is a place, with a direction or without. The stops of the metro are named
/// without 站 and are all in the glossary, so another place's station is one of the railway.
fn named_station(c: Composer, rest: &Span, head: &Slot) -> Option<Composed> {
    let text = c.text(rest);
    let last = text.char_indices().next_back()?.0;
    let metro = c.glossary.get(text).iter().any(|e| e.kind() == "station");
    let direction = lexicon::word(&text[last..], Part::Direction).filter(|_| c.count(rest) > 2 && !metro);
    let name = rest.start..if direction.is_some() { rest.start + last } else { rest.end };
    if !(2..=LONGEST_UNKNOWN).contains(&c.count(&name)) || !text.chars().all(crate::text::is_han) {
        return None;
    }
    let plain = slots::pinyin(c.text(&name), name.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?;
    let known = if metro {
        c.glossary
            .get(text)
            .iter()
            .find(|e| e.kind() == "station")
            .map(|e| slots::entry(name.clone(), Role::Specific, e))
    } else {
        c.known(&name)
    };
    let railway = slots::word(head.zh.clone(), Role::Generic, lexicon::word(RAILWAY_STATION, Part::Generic)?, false);
    let heads = if metro { [head.clone(), railway] } else { [railway, head.clone()] };
    // 上海虹桥站: the city and the place are two words.
    let (cities, place) = regions(c, &name);
    let apart = cities.first().filter(|_| c.count(&place) > 1).and_then(|city| {
        let mut slot = plain.clone();
        let words = [
            slots::pinyin(c.text(city), city.clone(), Role::Region, MODIFIERS)?,
            slots::pinyin(c.text(&place), place.clone(), Role::Specific, SPECIFIC_AND_GENERIC)?,
        ];
        slot.forms[0].text = words.map(|word| word.forms[0].text.clone()).join(" ");
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
fn in_railway_pinyin(c: Composer, rest: &Span, head: &Slot) -> Vec<Vec<Slot>> {
    let Some(solid) = slots::pinyin(c.text(rest), rest.clone(), Role::Specific, SPECIFIC_AND_GENERIC) else {
        return Vec::new();
    };
    let railway =
        lexicon::word(RAILWAY_STATION, Part::Generic).map(|w| slots::word(head.zh.clone(), Role::Generic, w, false));
    let zhan = texts(head.zh.clone(), Role::Generic, ["Zhan"], MODIFIERS);
    railway.into_iter().chain([zhan]).map(|generic| vec![solid.clone(), generic]).collect()
}

const RAILWAY_STATION: &str = "火车站";

/// 北京南站: the station of a city, with a direction or without, is a railway station.
fn railway(c: Composer, generic: &'static Word, regions: &[Span], inner: &Span) -> &'static Word {
    let direction = inner.is_empty() || lexicon::word(c.text(inner), Part::Direction).is_some();
    let railway = generic.zh == STATION && !regions.is_empty() && direction;
    lexicon::word(RAILWAY_STATION, Part::Generic).filter(|_| railway).unwrap_or(generic)
}

/// 车公庄, 潘家园, 五道口: the generic of one character has grown into the name of a settlement and stays pinyin; the
/// English generic is allowed.
fn settlement(c: Composer, generic: &Word, span: &Span, rest: &Span, head: &Slot) -> Option<Composed> {
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
fn one_syllable(c: Composer, generic: &Word, rest: &Span, span: &Span, head: Slot) -> Option<Composed> {
    let swallowed = if generic.zh.chars().count() == 1 { span } else { rest };
    let specific = slots::pinyin(c.text(swallowed), swallowed.clone(), Role::Specific, ONE_SYLLABLE)?;
    Some(Composed::one(vec![specific, head], 0.7))
}

/// 玉渊潭东门: a place, a direction and Gate. 东直门 is a place name and no gate of anything.
fn gate(c: Composer, span: &Span, rest: &Span, head: &Slot) -> Option<Composed> {
    let text = c.text(rest);
    let (at, direction) =
        text.char_indices().skip(2).find_map(|(at, _)| Some((at, lexicon::word(&text[at..], Part::Direction)?)))?;
    let owner = c.whole(&(span.start..span.start + at))?;
    let mut slots = owner.renderings.into_iter().next()?;
    slots.push(slots::word(span.start + at..rest.end, Role::Direction, direction, true));
    slots.push(head.clone());
    Some(Composed::one(slots, owner.confidence * 0.9))
}

/// 和平门, 宣武门: the gate has grown into the name of an area, one word; its English generic is allowed.
fn city_gate(c: Composer, generic: &Word, span: &Span, rest: &Span, head: Slot) -> Option<Composed> {
    if generic.zh.chars().count() != 1 || c.count(rest) != 2 {
        return None;
    }
    let solid = slots::pinyin(c.text(span), span.clone(), Role::Specific, SETTLEMENTS)?;
    Some(Composed { renderings: vec![vec![solid.clone()], vec![solid, head]], confidence: 0.6 })
}

/// Regions that a name begins with, and what follows them.
pub(super) fn regions(c: Composer, span: &Span) -> (Vec<Span>, Span) {
    let mut found = Vec::new();
    let mut rest = span.clone();
    while let Some(region) = leading_region(c, &rest) {
        rest.start = region.end;
        found.push(region);
    }
    (found, rest)
}

fn leading_region(c: Composer, span: &Span) -> Option<Span> {
    let text = c.text(span);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).chain([text.len()]).collect();
    let end = ends.into_iter().rev().find(|end| lexicon::word(&text[..*end], Part::Region).is_some())?;
    // 中国与全球化智库: China is what it is about.
    if text[end..].starts_with(segment::CONJUNCTIONS) {
        return None;
    }
    Some(span.start..span.start + end)
}

/// A region in a name. Municipality is left out first. District stays where the Chinese says 区: owners keep it
/// (Dongcheng District Library), and without it 朝阳区 would be taken for the city of Chaoyang; left out it is allowed.
pub(super) fn region(c: Composer, span: &Span) -> Option<Slot> {
    let word = lexicon::word(c.text(span), Part::Region)?;
    let municipality = word.en.strip_suffix(" Municipality");
    let district = word.en.strip_suffix(" District");
    let forms = municipality.into_iter().chain([word.en]).chain(district).chain(word.allowed.iter().copied());
    Some(texts(span.clone(), Role::Region, forms, MODIFIERS))
}

/// One token of a name as a slot.
fn part(c: Composer, token: &Token, generic: &Word) -> Option<Slot> {
    let zh = token.zh.clone();
    Some(match token.what {
        // 天坛医院, 鼓楼中医医院: what is called after a sight has its pinyin, not its English.
        What::Word(word)
            if word.part == Part::Established && is_sight(c, &zh) && NEIGHBOURS.contains(&generic.class) =>
        {
            pinyin_of_sight(zh.clone(), c.text(&zh), slots::word(zh, Role::Specific, word, false))?
        }
        What::Word(word) => {
            let role = match word.part {
                Part::Region => return region(c, &zh),
                Part::Direction => Role::Direction,
                Part::Established => Role::Specific,
                _ => Role::Attribute,
            };
            slots::word(zh, role, word, true)
        }
        What::Known(entry) if SIGHTS.contains(&entry.kind()) && !of_sight(generic) => {
            pinyin_of_sight(zh.clone(), c.text(&zh), slots::entry(zh, Role::Specific, &entry))?
        }
        What::Known(entry) => slots::entry(zh, Role::Specific, &entry),
        What::Ordinal(number) => ordinal(zh, number, generic),
        What::And => texts(zh, Role::Connector, ["and"], MODIFIERS),
        What::Area | What::Unknown => slots::pinyin(c.text(&zh), zh, Role::Specific, SPECIFIC_AND_GENERIC)?,
    })
}

/// A token that means something; `None` for one that is only romanised.
pub(super) fn known_part(c: Composer, token: &Token, generic: &Word) -> Option<Slot> {
    part(c, token, generic).filter(|_| !token.is_unknown())
}

/// The generic is of a place that belongs to a sight.
fn of_sight(generic: &Word) -> bool {
    PARTS_OF_SIGHTS.contains(&generic.class)
}

/// The glossary knows the text as a sight.
fn is_sight(c: Composer, zh: &Span) -> bool {
    c.glossary.get(c.text(zh)).iter().any(|e| SIGHTS.contains(&e.kind()))
}

/// The pinyin of a sight, with its English allowed.
fn pinyin_of_sight(zh: Span, text: &str, english: Slot) -> Option<Slot> {
    let mut slot = slots::pinyin(text, zh, Role::Specific, SPECIFIC_AND_GENERIC)?;
    slot.romanised = false;
    let current = english.forms.into_iter().filter(|f| f.standing < Standing::Deprecated);
    slot.forms.extend(current.map(|f| Form { standing: Standing::Allowed, ..f }));
    Some(slot)
}

/// 第三: No. 3 for schools, Third for hospitals; both pass.
fn ordinal(zh: Span, number: u32, generic: &Word) -> Slot {
    let word = ordinal_word(number);
    let digits = format!("No. {number}");
    let forms = if generic.class == "school" || number > 10 { [digits, word] } else { [word, digits] };
    texts(zh, Role::Ordinal, forms, MODIFIERS)
}

/// Classes of describing words that names are made with: 莲花 and a lone syllable is the name 莲花池.
const NAMING: [&str; 3] = ["nature", "adjective", "art"];

/// A direction or a lone syllable beside an unknown run belongs to the specific name (积水潭, 东直门, 莲花池).
pub(super) fn merged(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let names = |token: &Token| matches!(token.what, What::Word(word) if NAMING.contains(&word.class));
    let mut out: Vec<Token> = Vec::new();
    let last = tokens.len().saturating_sub(1);
    for (index, token) in tokens.into_iter().enumerate() {
        let one = token.zh.len() <= '字'.len_utf8();
        let part_of_name =
            token.is_unknown() || (one && token.is(Part::Attribute)) || (token.is(Part::Direction) && index < last);
        match out.last_mut() {
            Some(before) if before.is_unknown() && part_of_name => before.zh.end = token.zh.end,
            Some(before)
                if token.is_unknown()
                    && (before.zh.len() <= '字'.len_utf8() || (one && index == 1 && names(before)))
                    && !matches!(before.what, What::Ordinal(_)) =>
            {
                before.zh.end = token.zh.end;
                before.what = What::Unknown;
            }
            _ => out.push(token),
        }
    }
    out
}
