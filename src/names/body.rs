//! Institutions: commissions, bureaus, courts, institutes, laboratories, associations.
//!
//! Read as owner (region, nation or superior body) + field + head. The rules for institutions let the field follow
//! `of` or stand before the head, and put the owner before or behind; all official orders are renderings.

mod before;
mod community;
mod field;
mod head;
mod orders;
mod own;
mod party;

use super::lexicon::{self, Part, Word};
use super::slots;
use super::{Composed, Composer, is_of, place};
use crate::expect::{Form, Role, Slot, Standing};
use crate::glossary::Group;
use crate::sign::Span;
use before::{level, person_or_field, place_with_generic, rank};
use community::community_committee;
use field::{Field, field, named};
use party::{CPC, PARTY, directly_under, other_committee, party_commission, party_committee};

/// Bodies of state and Party: they take Municipal and District.
const STATE: [&str; 13] = [
    "government",
    "party",
    "congress",
    "court",
    "procuratorate",
    "police",
    "committee",
    "commission",
    "bureau",
    "department",
    "office",
    "administration",
    "division",
];
/// Other bodies with a field.
const OTHER: [&str; 6] = ["institute", "laboratory", "association", "federation", "center", "academy"];
/// Bodies that have bodies of their own.
const SUPERIOR: [&str; 8] =
    ["government", "congress", "court", "procuratorate", "committee", "commission", "bureau", "police"];

const CONGRESS: &str = "congress";
const GOVERNMENT: &str = "government";
const COURT: &str = "court";
const BUREAU: &str = "bureau";
const LABORATORY: &str = "laboratory";
const COLLEGE: &str = "college";
const ASSOCIATION: &str = "association";

fn is_state(head: &Word) -> bool {
    STATE.contains(&head.class)
}

/// Whether a generic heads an institution.
pub(super) fn is_body(word: &Word) -> bool {
    is_state(word) || OTHER.contains(&word.class) || is_of(word)
}

/// A body that another one belongs to.
struct Superior {
    slots: Vec<Slot>,
    /// It takes the article behind `of`: a body of the whole country, or one whose name begins with a common noun.
    article: bool,
    /// Its colleges are schools of a field, and they and its departments stand before it with a comma.
    university: bool,
    /// A brand of a word or two, which stands before what belongs to it (Sinopec Research Institute of …).
    brand: bool,
}

/// Who a body belongs to.
enum Owner {
    Nobody,
    /// Regions, the widest first, and nations.
    Regions(Vec<Span>),
    Body(Superior),
}

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    let party = party_committee(c, span)
        .or_else(|| party_commission(c, span))
        .or_else(|| other_committee(c, span))
        .or_else(|| directly_under(c, span));
    if party.is_some() {
        return party;
    }
    if let Some(committee) = community_committee(c, span) {
        return Some(committee);
    }
    // The longest head first; where its field is not understood, a shorter one (管理局, 局).
    // 住院部, 俱乐部: the last character alone heads nothing where a longer word that is no body ends with it.
    let word = c.generics(span).next().filter(|(w, _)| w.zh.chars().count() > 2 && !is_body(w));
    let inside = |head: &Word| word.is_some() && head.zh.chars().count() == 1;
    // 重点实验室 is no room for experiments of whatever stands before it.
    let laboratory = c.generics(span).next().is_some_and(|(head, _)| head.class == LABORATORY);
    let other = |head: &Word| laboratory && head.class != LABORATORY;
    c.generics(span)
        .filter(|(head, rest)| {
            (is_body(head) || is_school(c, head, rest))
                && !inside(head)
                && !other(head)
                && !takes_from_before(c, span, head, rest)
        })
        .find_map(|(head, rest)| with_head(c, span, head, &rest))
}

/// 理学院 in 北京林业大学理学院: a college with a university before it is one of its schools. 北京理工学院 is a university
/// itself, 烟台学院 a college at a place.
fn is_school(c: Composer, head: &Word, rest: &Span) -> bool {
    let field = |end: usize| c.text(&(end..rest.end));
    head.class == COLLEGE
        && known_body(c, rest).is_some_and(|(superior, end)| {
            superior.university
                && (end < rest.end || head.zh != head::COLLEGE_OF_UNIVERSITY)
                && lexicon::leading_region(field(end)).is_none()
        })
}

/// A word reaches from the field into this head, so that a shorter head is meant: 东城区|人民政府, 应急管理|局,
/// 空间技术|研究院.
fn takes_from_before(c: Composer, span: &Span, head: &Word, rest: &Span) -> bool {
    let text = c.text(span);
    let start = rest.end - span.start;
    // 宋庄镇人民政府: the unit belongs to the place (People's Government of Songzhuang Town).
    let unit = head.zh.chars().next().map_or(0, char::len_utf8);
    let government = |zh: &str| lexicon::word(zh, Part::Generic).is_some_and(|word| word.class == GOVERNMENT);
    if head.class == GOVERNMENT && !rest.is_empty() && !head.zh.starts_with('人') && government(&head.zh[unit..]) {
        return true;
    }
    // 考古|研究所: what is studied, and where; 研究 goes with the head.
    let studied = |found: &lexicon::Found| {
        found.start < start
            && found.end == start + STUDY.len()
            && found.word.zh.ends_with(STUDY)
            && found.word.en.ends_with("Research")
            && head.zh.starts_with(STUDY)
            && lexicon::word(&text[found.start..start], Part::Attribute).is_some()
    };
    lexicon::find_all(text).filter(|found| !studied(found)).any(|found| {
        let across = found.start < start && (start + 1..text.len()).contains(&found.end);
        let word = matches!(found.word.part, Part::Region | Part::Attribute);
        // A region only where nothing else stands before it (东城 + 区), an attribute with a head of its own behind it.
        across
            && word
            && lexicon::word(&text[found.end..], Part::Generic).is_some_and(is_body)
            && match found.word.part {
                // 批发市场|管理委员会: what stands before is a place, which the head administers.
                Part::Attribute => {
                    let place = c.generics(rest).next();
                    place.is_none_or(|(place, _)| place.zh.chars().count() <= 2) && !of_one_place(c, rest, found.word)
                }
                _ => found.end - start == '区'.len_utf8(),
            }
            && head.zh.len() > text.len() - found.end
    })
}

/// 红领巾公园|管理处: the word begins with the generic of a place that has a name of its own, so the head manages that one.
/// 北京市公园管理中心 manages parks.
fn of_one_place(c: Composer, rest: &Span, word: &Word) -> bool {
    let (_, inner) = place::regions(c, rest);
    c.generics(&inner).any(|(place, name)| word.zh.starts_with(place.zh) && c.count(&name) > 1)
}

fn with_head(c: Composer, span: &Span, head: &'static Word, rest: &Span) -> Option<Composed> {
    let (mut owner, field_span) = match administered(c, head, rest).map(|place| (Owner::Nobody, place)) {
        Some(administered) => administered,
        None => own::keeper(c, head, rest).unwrap_or_else(|| owner(c, head, rest)),
    };
    // 国家税务总局北京市税务局, 中国科学院上海有机化学研究所: the body has a region of its own under its superior.
    let (mut own_regions, field_span) = match &owner {
        Owner::Body(_) if is_state(head) || own::has_place(head) => place::regions(c, &field_span),
        _ => (Vec::new(), field_span),
    };
    let studied = own::studied(c, head, &mut owner, &mut own_regions, &field_span);
    let (count, field_span) = own::count(c, head, &field_span);
    let (mut level, field_span) = level(c, &field_span);
    let (rank, field_span) = rank(c, &field_span);
    let numbered = count.is_some();
    let rank = count.or(rank);
    let mut field = match (field_span.is_empty(), head.class) {
        (true, _) => studied.unwrap_or_default(),
        (false, "department" | "bureau") if field::is_quality(c, &field_span) => return None,
        (false, "scenic") => person_or_field(c, &field_span)?,
        // Nobody calls a laboratory after a place: what is not understood there is a word that we lack.
        (false, LABORATORY | COLLEGE) => field(c, &field_span)?,
        // 天安门地区管理委员会: a place and what administers it.
        (false, _) if is_of(head) => {
            field(c, &field_span).or_else(|| place_with_generic(c, &field_span).map(Field::same))?
        }
        // 国家癌症中心: what a body of the country or of another body is about is no name.
        (false, _) if OTHER.contains(&head.class) && (level.is_some() || matches!(owner, Owner::Body(_))) => {
            field(c, &field_span)?
        }
        (false, _) if OTHER.contains(&head.class) && own::is_of_country(c, head, &owner) => {
            let whole = || c.whole(&field_span)?.renderings.into_iter().next();
            let understood = |slots: &Vec<Slot>| slots.iter().all(|slot| !slot.romanised);
            field(c, &field_span).or_else(|| whole().filter(understood).map(Field::same))?
        }
        // 望京西路派出所: what stands before the head may be a place.
        (false, _) => field(c, &field_span)
            .or_else(|| named(c, &field_span))
            .or_else(|| c.whole(&field_span)?.renderings.into_iter().next().map(Field::same))?,
    };
    if own::is_of_science(head) {
        field.as_sciences(c);
    }
    own::of_region(c, head, &mut field);
    let sport = head.class == ASSOCIATION && own::is_of_sport(c, &field);
    if sport {
        own::without_sports(c, &mut field);
    }
    let standing = head::standing(c, &owner, level.as_ref());
    level.iter_mut().for_each(|slot| own::chinese(c, head, slot));
    let mut head_slot = head::worded(c, head, rest.end..span.end, standing, &owner, &mut field, &field_span);
    if numbered && field.is_empty() {
        own::counted(head, &mut head_slot);
    }
    let national_bureau = head.class == BUREAU && standing.national;
    let purpose = head::is_purpose(c, &field_span);
    // National laboratories and centers of research are for their field, institutes and key laboratories of it.
    let national_center = head.class == own::CENTER && level.is_some();
    let link = if purpose || national_center || head::FOR_THEIR_FIELD.contains(&head.zh) { "for" } else { "of" };
    let mut arranged = orders::arrange(head, &head_slot, rank.as_ref(), &field, link);
    // 国家能源局 is the National Energy Administration, 国家市场监督管理总局 the State Administration for Market
    // Regulation; some say whose nation it is (China National Space Administration).
    if let Some(slot) = level.as_mut().filter(|_| national_bureau) {
        slot.forms.push(Form::new(NATIONAL_OF_CHINA, Standing::Allowed));
        if purpose {
            slots::prefer(slot, STATE_LEVEL);
        }
    }
    // Committees of a rank and research centers of the country have their field before them, too (International Olympic
    // Committee, China Film Art Research Center).
    let before = (national_bureau && !purpose)
        || (head.class == "committee" && level.is_some())
        || (standing.of_country && head.zh == head::CENTER_OF_STUDY);
    // National Center for Mathematics and Interdisciplinary Sciences: two fields stand behind (institutions/: 20 of 24).
    let of_two =
        field.of.first().is_some_and(|of| of.iter().any(|slot| slot.role == Role::Connector && !slot.zh.is_empty()));
    let behind = national_center && !is_of(head) && of_two;
    if arranged.len() > 1 && (behind || (before && field.before.len() <= SHORT_FIELD)) {
        arranged.swap(0, 1);
    }
    for body in &mut arranged {
        body.splice(0..0, level.clone());
    }
    let renderings = match owner {
        Owner::Nobody if field.is_empty() && level.is_none() => return None,
        Owner::Nobody => arranged,
        Owner::Regions(regions) => orders::with_regions(c, head, &regions, &arranged, sport)?,
        Owner::Body(superior) if own_regions.is_empty() => orders::with_superior(head, &superior, &arranged),
        Owner::Body(superior) => {
            let mut own = orders::with_regions(c, head, &own_regions, &arranged, sport)?;
            own.truncate(2);
            orders::with_superior(head, &superior, &own)
        }
    };
    Some(Composed { renderings, confidence: 0.75 })
}

const STUDY: &str = "研究";
/// Most words of a brand that stands before what belongs to it.
const BRAND: usize = 2;
const STATE_LEVEL: &str = "State";
const NATIONAL_OF_CHINA: &str = "China National";
/// Most words of a field that stands before its head.
const SHORT_FIELD: usize = 3;
/// 北京经济技术开发区 in 北京经济技术开发区管理委员会: the region goes with the place that is administered.
fn administered(c: Composer, head: &Word, rest: &Span) -> Option<Span> {
    const PLACES: [&str; 3] = ["area", "park", "scenic"];
    const MANAGES: char = '管';
    let known = c.known_entry(rest).is_some_and(|entry| PLACES.contains(&entry.kind()));
    if known && head.zh.starts_with(MANAGES) {
        return Some(rest.clone());
    }
    let (regions, _) = place::regions(c, rest);
    let region = lexicon::word(c.text(regions.first()?), Part::Region)?;
    // 北京市密云水库管理处: a city with its 市 is the owner.
    let marked = region.zh.ends_with(['市', '区', '县']);
    let place =
        c.generics(rest).next().is_some_and(|(word, _)| word.zh.chars().count() > 2 && PLACES.contains(&word.class));
    (is_of(head) && head.zh.starts_with(MANAGES) && !marked && place).then(|| rest.clone())
}

fn owner(c: Composer, head: &Word, rest: &Span) -> (Owner, Span) {
    // 公安局朝阳分局 in 公安局朝阳分局望京派出所: the nearest body above, which is the longer text.
    let (known, composed) = (known_body(c, rest), composed_body(c, rest));
    let nearest = composed.filter(|(_, end)| known.as_ref().is_none_or(|(_, known)| end > known)).or(known);
    // 中国石油学会: what begins like the name of a company is the country and what the society is about.
    let other = |superior: &Superior| superior.brand && head.class == ASSOCIATION;
    if let Some((superior, end)) = nearest.filter(|(superior, _)| !other(superior)) {
        return (Owner::Body(superior), end..rest.end);
    }
    let (regions, field) = place::regions(c, rest);
    if regions.is_empty() { (Owner::Nobody, field) } else { (Owner::Regions(regions), field) }
}

/// The longest institution or university that begins a name.
fn known_body(c: Composer, rest: &Span) -> Option<(Superior, usize)> {
    let text = c.text(rest);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(3).chain([text.len()]).collect();
    ends.into_iter().rev().find_map(|end| {
        let entry = c.glossary.holding(&text[..end]).find(|e| {
            e.group() == Group::Institutions || matches!(e.kind(), "university" | "research" | "company" | "hospital")
        })?;
        let mut slot = slots::entry(rest.start..rest.start + end, Role::Region, &entry);
        // 中共中央组织部: the short name of the Party keeps its short English.
        if text.starts_with(PARTY[0])
            && let Some(short) = slot.forms.iter().map(|f| f.text.clone()).find(|f| f.starts_with(CPC))
        {
            slots::prefer(&mut slot, &short);
        }
        // Bodies of the city and its districts have no article (rules for institutions, 4.2.2).
        let local = lexicon::leading_region(text).is_some_and(|region| region.class != "country");
        // A congress has one everywhere: Standing Committee of the Beijing Municipal People's Congress.
        let article = entry.group() == Group::Institutions && (!local || entry.kind() == CONGRESS);
        let university = entry.kind() == "university";
        let brand = entry.kind() == "company" && slot.preferred().split(' ').count() <= BRAND;
        Some((Superior { slots: vec![slot], article, university, brand }, rest.start + end))
    })
}

/// 东城区人民政府 in 东城区人民政府外事办公室: the longest body of the state that begins a name and can be composed.
fn composed_body(c: Composer, rest: &Span) -> Option<(Superior, usize)> {
    let text = c.text(rest);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(4).chain([text.len()]).collect();
    ends.into_iter().rev().find_map(|end| {
        let body = rest.start..rest.start + end;
        if let Some(party) = party_committee(c, &body) {
            let slots = party.renderings.into_iter().next()?;
            return Some((Superior { slots, article: true, university: false, brand: false }, body.end));
        }
        let (head, _) = c.generics(&body).next().filter(|(word, _)| SUPERIOR.contains(&word.class))?;
        let slots = compose(c, &body)?.renderings.swap_remove(0);
        let article = head.class == CONGRESS || slots.first().is_some_and(|slot| slot.role == Role::Institution);
        Some((Superior { slots, article, university: false, brand: false }, body.end))
    })
}
