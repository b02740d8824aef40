//! Names whose parts keep the Chinese order: region, specific name, attributes, ordinal, direction, generic.
//!
//! Parks, temples, museums, schools, hospitals, hotels, villages, gates. The specific name is pinyin; in names of
//! facilities the describing words are translated (Children's Hospital, Experimental Primary School).

use super::lexicon::{self, Part, Word};
use super::parts::{merged, numeral, part};
use super::railway::{STATION, in_railway_pinyin, named_station, railway};
use super::segment;
use super::settlement::{one_syllable, settlement};
use super::sight::{city_gate, gate, gate_tower, imperial, of_person, of_prince, pair};
use super::slots::{self, MODIFIERS, PERSONS, Rule, SPECIFIC_AND_GENERIC, optional, texts};
use super::{Composed, Composer, body};
use crate::expect::{Role, Slot};
use crate::pinyin::Romaniser;
use crate::sign::Span;

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
pub(super) const KEEP_ENGLISH: [&str; 13] = [
    "building", "mountain", "water", "temple", "pagoda", "pavilion", "hall", "tower", "tomb", "station", "stop",
    "line", "town",
];
/// Names of villages and settlements are written as one word.
pub(super) const SETTLEMENTS: Rule = Rule { source: "pinyin-1984", clause: "3, 4" };
/// Longest unknown run that is read as a specific name, in characters.
pub(super) const LONGEST_UNKNOWN: usize = 4;
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

/// 纪家庙, 张家湾: a place called after a family is a settlement, whatever its generic was.
pub(super) const FAMILY: char = '家';
const PHASE: &str = "期";
const AREA: &str = "区";
const COURTYARD: &str = "院";
/// Kinds whose region stands behind, after a comma.
const ADMINISTRATIVE: [&str; 3] = ["village", "town", "community"];

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, rest) = c.generic(span)?;
    // 学期, 有效期: a stretch of time is no place; phases have their own file.
    if rest.is_empty() || body::is_body(generic) || generic.zh == PHASE {
        return None;
    }
    if ends_with_word(c, generic, &rest) {
        return None;
    }
    // 国家重点文物保护单位, 老年活动站: words that mean something are no name of a place, whatever stands there.
    let words = reads_wholly_as_words(c, &rest);
    // 丽泽金融商务区, 空港工业区: a zone of three characters or more says what it is for.
    let longer = |than: usize| generic.zh.chars().count() > than;
    let zone = generic.zh == AREA || (generic.class == "area" && longer(2)) || (generic.class == "town" && longer(1));
    let attributes = words || zone || !PINYIN_ONLY.contains(&generic.class);
    let generic_span = rest.end..span.end;
    let (regions, inner) = if begins_with_name(c, &rest) { (Vec::new(), rest.clone()) } else { regions(c, &rest) };
    // 西南湖 is the lake in the southwest, not one of Southwest China.
    let (regions, inner) = match regions.as_slice() {
        [side] if inner.is_empty() && sided_region(c, side, generic) => (Vec::new(), rest.clone()),
        _ => (regions, inner),
    };
    let mut head = slots::word(generic_span, Role::Generic, railway(c, generic, &regions, &inner), false);
    let head_of_station = head.clone();
    let sight = imperial(c, generic, &rest, &head)
        .or_else(|| of_person(c, generic, &rest, &head))
        .or_else(|| of_prince(c, generic, &rest, &head));
    if sight.is_some() {
        return sight;
    }
    if let Some(pair) = pair(c, &rest, &head) {
        return Some(pair);
    }
    if generic.class == "gate" {
        if generic.settlement {
            return settlement(c, generic, span, &rest, &head);
        }
        let tower = gate(c, span, &rest, &head).or_else(|| city_gate(c, generic, span, &rest, head.clone()));
        return tower.or_else(|| gate_tower(c, generic, &rest, head));
    }
    if let Some(settlement) = settlement(c, generic, span, &rest, &head) {
        return Some(settlement);
    }
    if let Some(facility) = facility_of(c, generic, &rest, &head) {
        return Some(facility);
    }
    if generic.zh == STATION
        && !words
        && let Some(composed) = named_station(c, &rest, &head)
    {
        return Some(composed);
    }
    // 混合采访区: districts are regions and known; what else is a 区 has a word before it that says of what.
    if generic.zh == AREA && body_is_unknown(c, &inner) {
        return None;
    }
    // 北海, 西山: a direction before a water or a mountain is fixed in the name; 东殿 is the east hall of something.
    let fixed = matches!(generic.class, "water" | "mountain");
    let direction = lexicon::word(c.text(&rest), Part::Direction).is_some() && !fixed;
    if c.count(&inner) == 1 && c.count(&rest) == 1 && !direction {
        return one_syllable(c, generic, &rest, span, head);
    }
    let mut body_slots = Vec::new();
    let (mut translated, mut plants) = (false, false);
    let person = generic.zh.starts_with(MEMORIAL) && lexicon::get(c.text(&inner)).next().is_none();
    let romaniser = Romaniser::standard();
    let name = || romaniser.person(c.text(&inner)).filter(|_| romaniser.is_person(c.text(&inner)));
    if let Some(name) = person.then(name).flatten() {
        body_slots.push(texts(inner.clone(), Role::Specific, [name], PERSONS));
    } else if let Some(number) = numeral(c, &inner, generic, false) {
        body_slots.push(number);
    } else if let Some(lane) = lane(c, &inner, generic) {
        body_slots.extend(lane);
    } else if !inner.is_empty() {
        for token in merged(c, segment::segment(c.glossary, c.zh, &inner, attributes)) {
            // A long run of which nothing is known, and one behind words that mean something, is rather words that we
            // lack than a name.
            let name =
                body_slots.iter().all(|s: &Slot| s.role != Role::Attribute) && c.count(&token.zh) <= LONGEST_UNKNOWN;
            if token.is_unknown() && (!name || holds_generic(c.text(&token.zh))) {
                return None;
            }
            translated |= token.is(Part::Attribute);
            plants = matches!(token.what, segment::What::Word(word) if !TRADES.contains(&word.class));
            body_slots.push(part(c, &token, generic)?);
        }
    }
    // 争议仲裁院: behind words with a meaning 院 is no courtyard.
    if generic.zh == COURTYARD && translated {
        return None;
    }
    // 亦庄生物医药园: grounds of a trade are a park, those of plants a garden.
    if generic.class == "garden" && body_slots.last().is_some_and(|slot| slot.role == Role::Attribute) && !plants {
        slots::prefer(&mut head, "Park");
    }
    let parts: Vec<&Span> = regions.iter().chain(body_slots.iter().map(|slot| &slot.zh)).collect();
    if let [one] = parts.as_slice()
        && of_the_country(c, one)
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
        renderings.push(slots::chain(&[&before, &body_slots, std::slice::from_ref(&head)]));
        if translated
            && c.count(&inner) <= super::LONGEST_SPECIFIC
            && let Some(plain) = slots::pinyin(c.text(&inner), inner.clone(), Role::Specific, SPECIFIC_AND_GENERIC)
        {
            let plain = [before, vec![plain, head]].concat();
            renderings.insert(if called_after(c, generic, &inner) { 0 } else { 1 }, plain);
        }
    }
    if generic.zh == STATION && !regions.is_empty() {
        renderings.extend(in_railway_pinyin(c, &rest, &head_of_station));
    }
    Some(Composed { renderings, confidence: if translated { 0.7 } else { 0.8 } })
}

/// 价值观, 领海: behind three characters or more the last of them makes a common word with the generic, which then is none.
fn ends_with_word(c: Composer, generic: &Word, rest: &Span) -> bool {
    const CLASSES: [&str; 2] = ["water", "temple"];
    const LEAST: usize = 3;
    if generic.zh.chars().count() > 1 || !CLASSES.contains(&generic.class) || c.count(rest) < LEAST {
        return false;
    }
    let text = &c.zh[rest.start..rest.end + generic.zh.len()];
    let starts = c.text(rest).char_indices().rev().map(|(at, _)| at).take(2);
    starts.map(|at| &text[at..]).any(super::is_common_word)
}

/// A part of the country that is also a side, before something small enough to lie there.
fn sided_region(c: Composer, side: &Span, generic: &Word) -> bool {
    const SMALL: [&str; 10] =
        ["water", "mountain", "island", "gate", "garden", "square", "hall", "tower", "pavilion", "building"];
    SMALL.contains(&generic.class) && lexicon::word(c.text(side), Part::Direction).is_some()
}

/// 牡丹小学, 石榴广场: a plant or an animal alone says nothing of what a school, a square or a house is for, so it is a
/// name; a garden of peonies holds them.
fn called_after(c: Composer, generic: &Word, inner: &Span) -> bool {
    const NAMED: [&str; 12] = [
        "school",
        "kindergarten",
        "hospital",
        "clinic",
        "square",
        "building",
        "tower",
        "hotel",
        "residential",
        "mall",
        "company",
        "bridge",
    ];
    let living = lexicon::word(c.text(inner), Part::Attribute).is_some_and(|word| word.class == "nature");
    living && NAMED.contains(&generic.class)
}

/// 棉花胡同 in 棉花胡同幼儿园: a lane that something stands in is pinyin and Hutong, whatever its characters mean.
fn lane(c: Composer, inner: &Span, generic: &Word) -> Option<Vec<Slot>> {
    const HUTONG: &str = "hutong";
    c.generics(inner).next().filter(|(word, name)| word.class == HUTONG && !name.is_empty())?;
    let lane = || super::road::compose(c, inner)?.renderings.into_iter().find(|slots| slots.len() > 1);
    (generic.class != HUTONG).then(lane).flatten()
}

/// More than a direction, and nothing in it is known.
fn body_is_unknown(c: Composer, inner: &Span) -> bool {
    let tokens = merged(c, segment::segment(c.glossary, c.zh, inner, true));
    !tokens.is_empty() && tokens.iter().all(segment::Token::is_unknown)
}

/// Every character belongs to a describing word of two characters or more, and none of them names places.
fn reads_wholly_as_words(c: Composer, span: &Span) -> bool {
    let tokens = segment::segment(c.glossary, c.zh, span, true);
    let word = |token: &segment::Token| matches!(token.what, segment::What::Word(word) if word.part == Part::Attribute && NO_PLACE.contains(&word.class));
    !tokens.is_empty() && tokens.iter().all(|token| word(token) && c.count(&token.zh) > 1)
}

/// Classes of describing words that no place is called after.
const NO_PLACE: [&str; 7] = ["rank", "level", "continent", "people", "facility", "action", "process"];

/// Classes of describing words for what is studied or made.
const TRADES: [&str; 3] = ["science", "field", "trade"];

/// The halls of the country and the capital are Indoor Stadiums, all others Gymnasiums (DB11/T 334.4-2006, 5.3.3).
const LARGE_HALL: &str = "Indoor Stadium";
const CAPITAL: &str = "首都";

/// 国家, 首都: the part says that the place is one of the whole country.
fn of_the_country(c: Composer, part: &Span) -> bool {
    let text = c.text(part);
    text == CAPITAL || lexicon::word(text, Part::Attribute).is_some_and(|word| word.class == "rank")
}

/// 小学商务, 三医院, 三层: a run that holds the generic of a body, letters or a storey means something and is no name.
fn holds_generic(run: &str) -> bool {
    // SKP南: letters are no part of a word of pinyin.
    let mixed = run.contains(|c: char| c.is_ascii_alphanumeric()) && run.contains(crate::text::is_han);
    // 三层, 北楼三层: a storey is no name.
    let storey = run
        .strip_suffix('层')
        .is_some_and(|before| before.char_indices().any(|(at, _)| super::is_number(&before[at..])));
    mixed
        || storey
        || lexicon::find_all(run).any(|found| {
            let word = found.word;
            word.part == Part::Generic && word.zh.chars().count() > 1 && OWNERS.contains(&word.class)
        })
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
fn facility_of(c: Composer, generic: &Word, rest: &Span, head: &Slot) -> Option<Composed> {
    // 慕田峪长城索道: the way up to a sight and where one parks are called after it.
    let sight = |owner: &Word| owner.class == "scenic" && matches!(generic.class, "line" | "stop" | "park");
    // 航空博物馆: what may be a trade owns nothing.
    let trade = |owner: &Word| owner.class == "company" && lexicon::word(owner.zh, Part::Attribute).is_some();
    let owns = |owner: &Word| OWNERS.contains(&owner.class) && !trade(owner) || sight(owner);
    if let Some(company) = c.known_entry(rest).filter(|entry| entry.kind() == "company") {
        let slots = vec![slots::entry(rest.clone(), Role::Specific, &company), head.clone()];
        return Some(Composed::one(slots, 0.8));
    }
    let (owner, _) = c.generic(rest).filter(|(owner, _)| owns(owner) && owner.zh.chars().count() > 1)?;
    let composed = c.whole(rest).filter(|_| owner.zh.len() < c.text(rest).len())?;
    let own = std::slice::from_ref(head);
    let renderings = composed.renderings.iter().flat_map(|owner| super::owner_and_own(owner, own)).collect();
    Some(Composed { renderings, confidence: composed.confidence * 0.9 })
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

const CITY: char = '市';
/// The word for what belongs to a city, of which 市 is no mark of the region before it.
const MUNICIPAL: &str = "市政";

fn leading_region(c: Composer, span: &Span) -> Option<Span> {
    let text = c.text(span);
    let mut regions = lexicon::regions_at_start(text).map(|word| word.zh);
    // 北京|市政路桥集团: what the last character of the longer region begins is a word.
    let torn = |zh: &str| {
        zh.char_indices().next_back().is_some_and(|(at, mark)| {
            mark == CITY && lexicon::find_all(&text[at..]).any(|found| found.start == 0 && found.word.zh == MUNICIPAL)
        })
    };
    let end = regions.find(|zh| zh.len() == text.len() || (zh.chars().nth(1).is_some() && !torn(zh)))?.len();
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

/// A region with the word for what it is: Haidian District, Beijing Municipality.
pub(super) fn whole_region(c: Composer, span: &Span) -> Option<Slot> {
    let word = lexicon::word(c.text(span), Part::Region)?;
    Some(slots::word(span.clone(), Role::Region, word, false))
}
