//! Institutions: commissions, bureaus, courts, institutes, laboratories, associations.
//!
//! Read as owner (region, nation or superior body) + field + head. The rules for institutions let the field follow
//! `of` or stand before the head, and put the owner before or behind; all official orders are renderings.

use super::lexicon::{self, Part, Word};
use super::segment::{self, Token, What};
use super::slots::{self, INSTITUTIONS, MODIFIERS, PERSONS, connector, texts};
use super::{Composed, Composer, after_comma, is_of, place};
use crate::expect::{Role, Slot, Standing};
use crate::glossary::Group;
use crate::pinyin::Romaniser;
use crate::sign::Span;
use crate::text::numbers::ordinal_word;

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

/// Whether a generic heads an institution.
pub(super) fn is_body(word: &Word) -> bool {
    STATE.contains(&word.class) || OTHER.contains(&word.class) || is_of(word)
}

/// Who a body belongs to.
enum Owner {
    Nobody,
    /// Regions, the widest first, and nations.
    Regions(Vec<Span>),
    Body(Slot),
}

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    if let Some(committee) = party_committee(c, span) {
        return Some(committee);
    }
    // The longest head first; where its field is not understood, a shorter one (管理局, 局).
    c.generics(span).filter(|(head, _)| is_body(head)).find_map(|(head, rest)| with_head(c, span, head, &rest))
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
    let cpc = texts(span.start..place.start, Role::Institution, ["CPC"], INSTITUTIONS);
    let full =
        texts(span.start..place.start, Role::Institution, ["the Communist Party of China", "the CPC"], INSTITUTIONS);
    let head = texts(place.end..span.end, Role::Institution, ["Committee"], INSTITUTIONS);
    let alone = regions.len() == 1;
    let names: Vec<Slot> = regions.iter().map(|r| attributive(c, r, alone)).collect::<Option<_>>()?;
    let of = [names.clone(), vec![head.clone(), connector("of"), full]].concat();
    let short = [vec![cpc], names, vec![head]].concat();
    let renderings = if *party == PARTY[0] { vec![short, of] } else { vec![of, short] };
    Some(Composed { renderings, confidence: 0.85 })
}

/// The Party, short and in full, and how its committees end.
const PARTY: [&str; 2] = ["中共", "中国共产党"];
const COMMITTEE: [&str; 2] = ["委员会", "委"];

fn with_head(c: Composer, span: &Span, head: &'static Word, rest: &Span) -> Option<Composed> {
    let (owner, field_span) = owner(c, rest);
    let (mut level, field_span) = level(c, &field_span);
    let (rank, field_span) = rank(c, &field_span);
    let field = match (field_span.is_empty(), head.class) {
        (true, _) => Vec::new(),
        (false, "scenic") => person_or_field(c, &field_span)?,
        // 天安门地区管理委员会: a place and what administers it.
        (false, _) if is_of(head) => field(c, &field_span).or_else(|| place_with_generic(c, &field_span))?,
        // 望京西路派出所: what stands before the head may be a place.
        (false, _) => field(c, &field_span).or_else(|| c.whole(&field_span)?.renderings.into_iter().next())?,
    };
    let mut head_slot = slots::word(rest.end..span.end, Role::Institution, head, false);
    // The Winter Games wrote their venues in British spelling.
    if lexicon::find_all(c.text(&field_span)).any(|f| f.word.class == GAMES_SPORT) {
        slots::prefer(&mut head_slot, "Centre");
    }
    let national_bureau = head.class == "bureau" && level.is_some();
    if national_bureau {
        slots::prefer(&mut head_slot, NATIONAL_BUREAU);
    }
    if head.class == "committee" && matches!(&owner, Owner::Regions(r) if r.len() == 1) {
        slots::prefer(&mut head_slot, CITY_BODY);
    }
    let purpose = lexicon::word(c.text(&field_span), Part::Attribute).is_some_and(|w| w.class == PURPOSE);
    let mut arranged = arrange(head, &head_slot, rank.as_ref(), &field, if purpose { "for" } else { "of" });
    // 国家能源局 is the National Energy Administration, 国家税务总局 the State Administration of Taxation.
    if national_bureau && head.en == NATIONAL_BUREAU_OF_RANK {
        level.iter_mut().for_each(|slot| slots::prefer(slot, STATE_LEVEL));
    } else if national_bureau && field.len() <= SHORT_FIELD {
        arranged.reverse();
    }
    for body in &mut arranged {
        body.splice(0..0, level.clone());
    }
    let renderings = match owner {
        Owner::Nobody if field.is_empty() => return None,
        Owner::Nobody => arranged,
        Owner::Regions(regions) => with_regions(c, head, &regions, &arranged)?,
        Owner::Body(body) => with_superior(head, &body, &arranged),
    };
    Some(Composed { renderings, confidence: 0.75 })
}

/// Bodies of the state at national level are administrations, those of the city commissions.
const NATIONAL_BUREAU: &str = "Administration";
const NATIONAL_BUREAU_OF_RANK: &str = "General Administration";
const STATE_LEVEL: &str = "State";
/// Most words of a field that stands before its head.
const SHORT_FIELD: usize = 3;
const CITY_BODY: &str = "Commission";

/// Learned bodies that call themselves Chinese rather than China.
const CHINESE: [&str; 2] = ["学会", "科学院"];

/// Class of the sports of the Winter Games.
const GAMES_SPORT: &str = "winter-sport";
/// Class of the fields that a body is for (Administration for Market Regulation), not of.
const PURPOSE: &str = "purpose";

/// Bureau of Commerce, Commerce Bureau.
fn arrange(head: &Word, head_slot: &Slot, rank: Option<&Slot>, field: &[Slot], link: &str) -> Vec<Vec<Slot>> {
    let head_slots: Vec<Slot> = rank.into_iter().chain([head_slot]).cloned().collect();
    if field.is_empty() {
        return vec![head_slots];
    }
    let of = [head_slots.clone(), vec![connector(link)], field.to_vec()].concat();
    let before = [field.to_vec(), head_slots].concat();
    if is_of(head) { vec![of, before] } else { vec![before, of] }
}

fn owner(c: Composer, rest: &Span) -> (Owner, Span) {
    if let Some((slot, end)) = known_body(c, rest) {
        return (Owner::Body(slot), end..rest.end);
    }
    let (regions, field) = place::regions(c, rest);
    if regions.is_empty() { (Owner::Nobody, field) } else { (Owner::Regions(regions), field) }
}

/// The longest institution or university that begins a name.
fn known_body(c: Composer, rest: &Span) -> Option<(Slot, usize)> {
    let text = c.text(rest);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(3).chain([text.len()]).collect();
    ends.into_iter().rev().find_map(|end| {
        let entries = c.glossary.get(&text[..end]);
        let entry = entries.iter().find(|e| {
            e.group() == Group::Institutions || matches!(e.kind(), "university" | "research" | "company" | "hospital")
        })?;
        Some((slots::entry(rest.start..rest.start + end, Role::Region, entry), rest.start + end))
    })
}

/// Bytes of the longest word of rank.
const LEVEL: usize = "国家级".len();

/// 国家, 全国: a word of rank stands before the whole, not in the field.
fn level(c: Composer, span: &Span) -> (Option<Slot>, Span) {
    let text = c.text(span);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).take(2).collect();
    // 国家安全 is State Security: a longer word keeps its own English.
    let longer = lexicon::find_all(text).any(|f| f.start == 0 && f.end > LEVEL && f.word.part == Part::Attribute);
    let found = ends.into_iter().rev().filter(|_| !longer).find_map(|end| {
        let word = lexicon::word(&text[..end], Part::Attribute).filter(|w| w.class == "rank")?;
        Some((slots::word(span.start..span.start + end, Role::Attribute, word, true), span.start + end))
    });
    match found {
        Some((slot, end)) => (Some(slot), end..span.end),
        None => (None, span.clone()),
    }
}

/// 老舍 in 老舍故居: an established name or a person's, surname apart.
fn person_or_field(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    field(c, span).or_else(|| {
        let name = Romaniser::standard().person(c.text(span))?;
        Some(vec![texts(span.clone(), Role::Specific, [name], PERSONS)])
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

/// What a body is about; `None` where a part of it is not known.
fn field(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let tokens = segment::segment(c.glossary, c.zh, span, true);
    let last = tokens.len() - 1;
    let slots: Option<Vec<Slot>> = tokens
        .iter()
        .enumerate()
        .map(|(index, token)| {
            // 城市与区域生态 is Urban and Regional Ecology: what follows the and describes with it.
            let before_and = index < last && matches!(tokens[index + 1].what, What::And) && last - index <= 2;
            let ends = index == last || before_and;
            field_part(c, token, ends)
        })
        .collect();
    slots.map(without_echo)
}

/// 核物理与核技术: Nuclear Physics and Technology; the word that both sides begin with is said once.
fn without_echo(mut slots: Vec<Slot>) -> Vec<Slot> {
    for at in 2..slots.len() {
        let (before, after) = slots.split_at_mut(at);
        let [.., first, and] = before else { continue };
        let second = &mut after[0];
        let (Some((echo, _)), Some((again, rest))) =
            (first.preferred().split_once(' '), second.preferred().split_once(' '))
        else {
            continue;
        };
        if and.preferred() == "and" && echo == again && and.role == Role::Connector {
            let shorter = rest.to_owned();
            second.forms[0].standing = Standing::Allowed;
            second.forms.insert(0, crate::expect::Form::new(shorter, Standing::Preferred));
        }
    }
    slots
}

fn field_part(c: Composer, token: &Token, ends: bool) -> Option<Slot> {
    let zh = token.zh.clone();
    match token.what {
        What::Word(word) if word.part == Part::Region => place::region(c, &zh),
        What::Word(word) => Some(slots::word(zh, Role::Attribute, word, !ends)),
        What::Known(entry) => Some(slots::entry(zh, Role::Attribute, &entry)),
        What::Ordinal(number) => {
            Some(texts(zh, Role::Ordinal, [ordinal_word(number), format!("No. {number}")], MODIFIERS))
        }
        What::And if c.text(&zh) == "、" => {
            Some(Slot { joint: "", ..texts(zh, Role::Connector, [",", "and"], MODIFIERS) })
        }
        What::And => Some(texts(zh, Role::Connector, ["and", "&"], MODIFIERS)),
        What::Unknown => None,
    }
}

/// Beijing Municipal Bureau of Commerce; Dongcheng District Bureau of Commerce of Beijing Municipality.
fn with_regions(c: Composer, head: &Word, regions: &[Span], arranged: &[Vec<Slot>]) -> Option<Vec<Vec<Slot>>> {
    let state = STATE.contains(&head.class);
    let full: Vec<Slot> = regions.iter().map(|r| whole_region(c, r)).collect::<Option<_>>()?;
    let mut before: Vec<Slot> = regions.iter().map(|r| place::region(c, r)).collect::<Option<_>>()?;
    if CHINESE.iter().any(|body| head.zh.ends_with(body)) {
        for slot in &mut before {
            slots::prefer(slot, "Chinese");
        }
    }
    if state {
        let widest_only = regions.len() == 1;
        for (slot, region) in before.iter_mut().zip(regions) {
            *slot = attributive(c, region, widest_only)?;
        }
    }
    let mut renderings: Vec<Vec<Slot>> = Vec::new();
    for body in arranged {
        renderings.push([before.clone(), body.clone()].concat());
    }
    // the People's Republic of China stands behind and nowhere else.
    if full[0].preferred().starts_with("the ") {
        return Some(vec![[arranged[0].clone(), vec![connector("of"), full[0].clone()]].concat(), arranged[0].clone()]);
    }
    let behind = [arranged[0].clone(), vec![connector("of")], full[full.len() - 1..].to_vec()].concat();
    let government = head.class == "government";
    if let [city, district] = full.as_slice() {
        let of_city = [vec![district.clone()], arranged[0].clone(), vec![connector("of"), city.clone()]].concat();
        renderings.push(of_city);
        let nested = [behind.clone(), after_comma(vec![city.clone()])].concat();
        renderings.push(nested);
    }
    renderings.insert(if government && regions.len() == 1 { 0 } else { renderings.len() }, behind);
    Some(renderings)
}

/// Beijing Municipal, Dongcheng District.
fn attributive(c: Composer, span: &Span, alone: bool) -> Option<Slot> {
    let word = lexicon::word(c.text(span), Part::Region)?;
    let Some(city) = word.en.strip_suffix(" Municipality") else {
        return Some(texts(
            span.clone(),
            Role::Region,
            [word.en].into_iter().chain(word.allowed.iter().copied()),
            INSTITUTIONS,
        ));
    };
    let municipal = format!("{city} Municipal");
    let forms = if alone { vec![municipal, city.to_owned()] } else { vec![city.to_owned(), municipal] };
    Some(texts(span.clone(), Role::Region, forms, INSTITUTIONS))
}

/// The superior as it stands behind `of`: with the article where one of its forms has it (the State Council).
fn with_article(superior: &Slot) -> Slot {
    const ARTICLE: &str = "The ";
    let mut slot = superior.clone();
    for form in &mut slot.forms {
        if let Some(rest) = form.text.strip_prefix(ARTICLE) {
            form.text = format!("{}{rest}", ARTICLE.to_lowercase());
        }
    }
    let article = slot.forms.iter().find(|f| f.text.starts_with("the ") && f.text[4..] == *slot.preferred());
    if let Some(text) = article.map(|f| f.text.clone()) {
        slots::prefer(&mut slot, &text);
    }
    slot
}

fn whole_region(c: Composer, span: &Span) -> Option<Slot> {
    let word = lexicon::word(c.text(span), Part::Region)?;
    Some(slots::word(span.clone(), Role::Region, word, false))
}

/// Institute of Botany, Chinese Academy of Sciences; Reception Hall of the Bureau.
fn with_superior(head: &Word, superior: &Slot, arranged: &[Vec<Slot>]) -> Vec<Vec<Slot>> {
    let comma = |body: &Vec<Slot>| [body.clone(), after_comma(vec![superior.clone()])].concat();
    let of = |body: &Vec<Slot>| [body.clone(), vec![connector("of"), with_article(superior)]].concat();
    let before = |body: &Vec<Slot>| [vec![superior.clone()], body.clone()].concat();
    let mut renderings = Vec::new();
    for body in arranged {
        if STATE.contains(&head.class) {
            renderings.extend([of(body), comma(body), before(body)]);
        } else {
            renderings.extend([comma(body), of(body), before(body)]);
        }
    }
    renderings.push(arranged[0].clone());
    renderings
}
