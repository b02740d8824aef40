//! Institutions: commissions, bureaus, courts, institutes, laboratories, associations.
//!
//! Read as owner (region, nation or superior body) + field + head. The rules for institutions let the field follow
//! `of` or stand before the head, and put the owner before or behind; all official orders are renderings.

mod field;
mod orders;

use super::lexicon::{self, Part, Word};
use super::slots::{self, INSTITUTIONS, PERSONS, connector, texts};
use super::{Composed, Composer, is_of, place};
use crate::expect::{Role, Slot};
use crate::glossary::Group;
use crate::pinyin::Romaniser;
use crate::sign::Span;
use field::{Field, field, named};

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
}

/// Who a body belongs to.
enum Owner {
    Nobody,
    /// Regions, the widest first, and nations.
    Regions(Vec<Span>),
    Body(Superior),
}

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    if let Some(party) = party_committee(c, span).or_else(|| party_commission(c, span)) {
        return Some(party);
    }
    // The longest head first; where its field is not understood, a shorter one (管理局, 局).
    // 住院部, 俱乐部: the last character alone heads nothing where a longer word that is no body ends with it.
    let word = c.generics(span).next().filter(|(w, _)| w.zh.chars().count() > 2 && !is_body(w));
    let inside = |head: &Word| word.is_some() && head.zh.chars().count() == 1;
    c.generics(span)
        .filter(|(head, rest)| is_body(head) && !inside(head) && !takes_from_before(c, span, head, rest))
        .find_map(|(head, rest)| with_head(c, span, head, &rest))
}

/// A word reaches from the field into this head, so that a shorter head is meant: 东城区|人民政府, 应急管理|局,
/// 空间技术|研究院.
fn takes_from_before(c: Composer, span: &Span, head: &Word, rest: &Span) -> bool {
    let text = c.text(span);
    let start = rest.end - span.start;
    lexicon::find_all(text).any(|found| {
        let across = found.start < start && (start + 1..text.len()).contains(&found.end);
        let word = matches!(found.word.part, Part::Region | Part::Attribute);
        // A region only where nothing else stands before it (东城 + 区), an attribute with a head of its own behind it.
        across
            && word
            && lexicon::word(&text[found.end..], Part::Generic).is_some_and(is_body)
            && match found.word.part {
                // 批发市场|管理委员会: what stands before is a place, which the head administers.
                Part::Attribute => c.generics(rest).next().is_none_or(|(place, _)| place.zh.chars().count() <= 2),
                _ => found.end - start == '区'.len_utf8(),
            }
            && head.zh.len() > text.len() - found.end
    })
}

/// 中共北京市委, 中国共产党北京市东城区委员会: CPC Beijing Municipal Committee.
fn party_committee(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let party = PARTY.iter().find(|p| text.starts_with(**p))?;
    let committee = COMMITTEE.iter().find(|suffix| text.ends_with(**suffix))?;
    let place = span.start + party.len()..span.end - committee.len();
    let (regions, rest) = place::regions(c, &place);
    if regions.is_empty() || !rest.is_empty() {
        return None;
    }
    let cpc = texts(span.start..place.start, Role::Institution, [CPC], INSTITUTIONS);
    let full =
        texts(span.start..place.start, Role::Institution, ["the Communist Party of China", "the CPC"], INSTITUTIONS);
    let head = texts(place.end..span.end, Role::Institution, ["Committee"], INSTITUTIONS);
    let alone = regions.len() == 1;
    let names: Vec<Slot> = regions.iter().map(|r| orders::attributive(c, r, alone)).collect::<Option<_>>()?;
    let of = [names.clone(), vec![head.clone(), connector("of"), full]].concat();
    let short = [vec![cpc], names, vec![head]].concat();
    let renderings = if *party == PARTY[0] { vec![short, of] } else { vec![of, short] };
    Some(Composed { renderings, confidence: 0.85 })
}

/// 中共海淀区纪委: CPC before the commission of the region.
fn party_commission(c: Composer, span: &Span) -> Option<Composed> {
    let party = PARTY.iter().find(|p| c.text(span).starts_with(**p))?;
    let own = span.start + party.len()..span.end;
    let (head, rest) = c.generics(&own).next().filter(|(word, _)| word.class == "party")?;
    let (regions, field) = place::regions(c, &rest);
    if regions.is_empty() || !field.is_empty() {
        return None;
    }
    let composed = with_head(c, &own, head, &rest)?;
    let cpc = texts(span.start..own.start, Role::Institution, [CPC], INSTITUTIONS);
    let renderings = composed.renderings.into_iter().map(|slots| [vec![cpc.clone()], slots].concat()).collect();
    Some(Composed { renderings, confidence: composed.confidence })
}

/// The Party, short and in full, and how its committees end.
const PARTY: [&str; 2] = ["中共", "中国共产党"];
const CPC: &str = "CPC";
const COMMITTEE: [&str; 2] = ["委员会", "委"];

fn with_head(c: Composer, span: &Span, head: &'static Word, rest: &Span) -> Option<Composed> {
    let (owner, field_span) = owner(c, rest);
    // 国家税务总局北京市税务局: the body has a region of its own under its superior.
    let (own_regions, field_span) = match &owner {
        Owner::Body(_) if is_state(head) => place::regions(c, &field_span),
        _ => (Vec::new(), field_span),
    };
    let (mut level, field_span) = level(c, &field_span);
    let (rank, field_span) = rank(c, &field_span);
    let mut field = match (field_span.is_empty(), head.class) {
        (true, _) => Field::default(),
        (false, "scenic") => person_or_field(c, &field_span)?,
        // 天安门地区管理委员会: a place and what administers it.
        (false, _) if is_of(head) => {
            field(c, &field_span).or_else(|| place_with_generic(c, &field_span).map(Field::same))?
        }
        // 望京西路派出所: what stands before the head may be a place.
        (false, _) => field(c, &field_span)
            .or_else(|| named(c, &field_span))
            .or_else(|| c.whole(&field_span)?.renderings.into_iter().next().map(Field::same))?,
    };
    let mut head_slot = slots::word(rest.end..span.end, Role::Institution, head, false);
    if !field.is_empty() && head.zh.contains(SCIENCES) && head.class == "institute" {
        head_slot = of_sciences(rest.end..span.end, head, &mut field);
    }
    // The Winter Games wrote their venues in British spelling.
    if lexicon::find_all(c.text(&field_span)).any(|f| f.word.class == GAMES_SPORT) {
        slots::prefer(&mut head_slot, "Centre");
    }
    // 国家统计局, 中国气象局: bodies of the whole country.
    let of_country = matches!(&owner, Owner::Regions(r) if matches!(r.as_slice(), [one] if is_country(c, one)));
    let national = of_country || level.as_ref().is_some_and(|slot| c.text(&slot.zh) == NATION);
    let national_bureau = head.class == "bureau" && national;
    if national_bureau {
        slots::prefer(&mut head_slot, NATIONAL_BUREAU);
    }
    if head.class == "committee" && (national || matches!(&owner, Owner::Regions(r) if r.len() == 1)) {
        slots::prefer(&mut head_slot, CITY_BODY);
    }
    // The departments of the State Council are ministries, those of all other bodies departments.
    let ministry = matches!(owner, Owner::Nobody)
        && lexicon::word(c.text(&field_span), Part::Attribute).is_some_and(|word| word.class == MINISTRY);
    if head.zh == DEPARTMENT && (national || ministry) {
        slots::prefer(&mut head_slot, "Ministry");
    }
    // Branch of a Bureau, not Branch Bureau of a Bureau.
    if head.zh == BRANCH && matches!(&owner, Owner::Body(_)) {
        slots::prefer(&mut head_slot, "Branch");
    }
    // A bank's or a company's 研究院 is an institute; academies are learned bodies.
    if head.zh == INSTITUTE && field.is_empty() && matches!(&owner, Owner::Body(_)) {
        slots::prefer(&mut head_slot, "Research Institute");
    }
    let purpose = lexicon::word(c.text(&field_span), Part::Attribute).is_some_and(|w| w.class == PURPOSE);
    let mut arranged = orders::arrange(head, &head_slot, rank.as_ref(), &field, if purpose { "for" } else { "of" });
    // 国家能源局 is the National Energy Administration, 国家市场监督管理总局 the State Administration for Market
    // Regulation, and committees of a rank have their field before them (International Olympic Committee).
    if national_bureau && purpose {
        level.iter_mut().for_each(|slot| slots::prefer(slot, STATE_LEVEL));
    } else if (national_bureau || (head.class == "committee" && level.is_some()))
        && field.before.len() <= SHORT_FIELD
        && arranged.len() > 1
    {
        arranged.swap(0, 1);
    }
    for body in &mut arranged {
        body.splice(0..0, level.clone());
    }
    let renderings = match owner {
        Owner::Nobody if field.is_empty() && level.is_none() => return None,
        Owner::Nobody => arranged,
        Owner::Regions(regions) => orders::with_regions(c, head, &regions, &arranged)?,
        Owner::Body(superior) if own_regions.is_empty() => orders::with_superior(head, &superior, &arranged),
        Owner::Body(superior) => {
            let mut own = orders::with_regions(c, head, &own_regions, &arranged)?;
            own.truncate(2);
            orders::with_superior(head, &superior, &own)
        }
    };
    Some(Composed { renderings, confidence: 0.75 })
}

const DEPARTMENT: &str = "部";
/// Class of the fields that a ministry of the State Council has, or had.
const MINISTRY: &str = "ministry";
const BRANCH: &str = "分局";
const INSTITUTE: &str = "研究院";

/// Bodies of the state at national level are administrations, those of the city commissions.
const NATION: &str = "国家";
const NATIONAL_BUREAU: &str = "Administration";
const STATE_LEVEL: &str = "State";
/// Most words of a field that stands before its head.
const SHORT_FIELD: usize = 3;
const CITY_BODY: &str = "Commission";

/// Class of the sports of the Winter Games.
const GAMES_SPORT: &str = "winter-sport";
/// Class of the fields that a body is for (Administration for Market Regulation), not of.
const PURPOSE: &str = "purpose";
/// 医学科学院, 铁道科学研究院: the sciences go with the field, Academy of Medical Sciences.
const SCIENCES: &str = "科学";

/// The head of an academy of sciences; its sciences are put behind the field.
fn of_sciences(span: Span, head: &Word, field: &mut Field) -> Slot {
    let split = span.start + head.zh.find(SCIENCES).map_or(0, |at| at + SCIENCES.len());
    let sciences = texts(span.start..split, Role::Attribute, ["Sciences", "Science"], INSTITUTIONS);
    let of = [field.before.clone(), vec![sciences]].concat();
    field.of.insert(0, of);
    let forms = ["Academy"].into_iter().chain(head.allowed.iter().copied().filter(|form| !form.contains(" of ")));
    texts(split..span.end, Role::Institution, forms, INSTITUTIONS)
}

fn is_country(c: Composer, region: &Span) -> bool {
    lexicon::word(c.text(region), Part::Region).is_some_and(|word| word.class == "country")
}

fn owner(c: Composer, rest: &Span) -> (Owner, Span) {
    // 公安局朝阳分局 in 公安局朝阳分局望京派出所: the nearest body above, which is the longer text.
    let (known, composed) = (known_body(c, rest), composed_body(c, rest));
    let nearest = composed.filter(|(_, end)| known.as_ref().is_none_or(|(_, known)| end > known)).or(known);
    if let Some((superior, end)) = nearest {
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
        Some((Superior { slots: vec![slot], article }, rest.start + end))
    })
}

/// 东城区人民政府 in 东城区人民政府外事办公室: the longest body of the state that begins a name and can be composed.
fn composed_body(c: Composer, rest: &Span) -> Option<(Superior, usize)> {
    let text = c.text(rest);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(4).chain([text.len()]).collect();
    ends.into_iter().rev().find_map(|end| {
        let body = rest.start..rest.start + end;
        let (head, _) = c.generics(&body).next().filter(|(word, _)| SUPERIOR.contains(&word.class))?;
        let slots = compose(c, &body)?.renderings.swap_remove(0);
        let article = head.class == CONGRESS || slots.first().is_some_and(|slot| slot.role == Role::Institution);
        Some((Superior { slots, article }, body.end))
    })
}

/// 国家, 全国, 中华全国: a word of rank stands before the whole, not in the field.
fn level(c: Composer, span: &Span) -> (Option<Slot>, Span) {
    const LONGEST: usize = 4;
    let text = c.text(span);
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).skip(1).collect();
    let ranked = ends.into_iter().rev().find_map(|end| {
        let word = lexicon::word(&text[..end], Part::Attribute).filter(|w| w.class == "rank")?;
        Some((slots::word(span.start..span.start + end, Role::Attribute, word, true), end))
    });
    let Some((slot, end)) = ranked else { return (None, span.clone()) };
    // 国家安全 is State Security: a longer word keeps its own English.
    let longer = lexicon::find_all(text).any(|f| f.start == 0 && f.end > end && f.word.part == Part::Attribute);
    if longer { (None, span.clone()) } else { (Some(slot), span.start + end..span.end) }
}

/// 老舍 in 老舍故居: an established name or a person's, surname apart.
fn person_or_field(c: Composer, span: &Span) -> Option<Field> {
    field(c, span).or_else(|| {
        let name = Romaniser::standard().person(c.text(span))?;
        Some(Field::same(vec![texts(span.clone(), Role::Specific, [name], PERSONS)]))
    })
}

/// 国际 in 大数据国际研究中心: a word of rank right before the head goes with it.
fn rank(c: Composer, span: &Span) -> (Option<Slot>, Span) {
    let text = c.text(span);
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).collect();
    let found = starts.into_iter().rev().nth(1).and_then(|at| {
        let word = lexicon::word(&text[at..], Part::Attribute).filter(|w| w.class == "rank")?;
        Some((slots::word(span.start + at..span.end, Role::Attribute, word, true), span.start + at))
    });
    match found {
        Some((slot, at)) => (Some(slot), span.start..at),
        None => (None, span.clone()),
    }
}

/// A known place, or one composed with a generic; nothing that is only romanised.
fn place_with_generic(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let composed = c.known(span).map(|known| vec![known]);
    composed.or_else(|| place::compose(c, span)?.renderings.into_iter().next())
}
