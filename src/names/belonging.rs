//! Departments of a hospital, and the grounds and branches of hospitals and schools: 积水潭医院住院部, 北京四中房山校区.

use super::lexicon::{self, Part};
use super::slots::{self, MODIFIERS, connector, texts};
use super::{Composed, Composer, after_comma, place};
use crate::expect::{Form, Role, Slot, Standing};
use crate::glossary::Group;
use crate::sign::Span;
use crate::text::numbers::{number, ordinal_word};

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    department(c, span).or_else(|| speciality(c, span)).or_else(|| grounds(c, span))
}

/// 牙科: a word for a branch of medicine is its department where it stands alone.
fn speciality(c: Composer, span: &Span) -> Option<Composed> {
    const DEPARTMENT: &str = "科";
    let text = c.text(span).strip_suffix(DEPARTMENT)?;
    let field = lexicon::word(c.text(span), Part::Attribute)?;
    let head = span.start + text.len()..span.end;
    let generic = lexicon::word(DEPARTMENT, Part::Generic)?;
    let name = slots::word(span.start..head.start, Role::Attribute, field, false);
    let field = slots::word(span.start..head.start, Role::Attribute, field, true);
    let head = slots::word(head, Role::Institution, generic, false);
    let of = vec![head.clone(), connector("of"), name];
    Some(Composed { renderings: vec![vec![field, head], of], confidence: 0.75 })
}

const HOSPITAL: &str = "hospital";
/// Classes of those that have grounds and branches apart from the main ones.
const HOUSES: [&str; 5] = [HOSPITAL, "school", "university", "college", "kindergarten"];

/// The beginnings of a text that may be whole names, the longest first.
fn beginnings(c: Composer, span: &Span) -> impl Iterator<Item = Span> {
    let text = c.text(span);
    let shortest = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
    let ends = text.char_indices().map(|(at, _)| at).rev().take_while(move |end| *end >= shortest);
    let start = span.start;
    ends.map(move |end| start..start + end)
}

/// A whole name that ends with a generic of these classes.
fn is_owner(c: Composer, span: &Span, classes: &[&str]) -> bool {
    let generic = lexicon::generics_at_end(c.text(span)).next();
    generic.is_some_and(|word| classes.contains(&word.class))
        || c.known_entry(span).is_some_and(|entry| classes.contains(&entry.kind()))
}

/// 朝阳医院急诊部: Beijing Chaoyang Hospital Emergency Department.
fn department(c: Composer, span: &Span) -> Option<Composed> {
    const CLINIC: &str = "clinic";
    const MEDICAL: &str = "medical";
    const DEPARTMENT: &str = "Department";
    beginnings(c, span).find_map(|owner| {
        let zh = owner.end..span.end;
        let term = c.glossary.holding(c.text(&zh)).find(|e| e.group() == Group::Terms && e.domain_name() == MEDICAL);
        let clinic = lexicon::word(c.text(&zh), Part::Generic).filter(|word| word.class == CLINIC);
        let mut part = match (clinic, term) {
            (_, Some(entry)) => slots::entry(zh, Role::Institution, &entry),
            (Some(word), None) => slots::word(zh, Role::Institution, word, false),
            (None, None) => return None,
        };
        if !is_owner(c, &owner, &[HOSPITAL]) {
            return None;
        }
        // 门诊部 is a clinic by itself and the outpatient department of a hospital.
        if let Some(own) = part.forms.iter().map(|f| f.text.clone()).find(|text| text.ends_with(DEPARTMENT)) {
            slots::prefer(&mut part, &own);
        }
        let hospital = c.whole(&owner)?;
        let slots = hospital.renderings.into_iter().next()?;
        let mut renderings = super::owner_and_own(&slots, std::slice::from_ref(&part));
        let comma = [vec![part.clone()], after_comma(slots.clone())].concat();
        let of = [vec![part.clone(), connector("of")], slots].concat();
        renderings.extend([comma, of, vec![part]]);
        Some(Composed { renderings, confidence: hospital.confidence * 0.9 })
    })
}

/// 北京大学第三医院崇礼院区: the house, the place of this part of it, Campus.
fn grounds(c: Composer, span: &Span) -> Option<Composed> {
    const GROUNDS: [&str; 2] = ["Campus", "Branch"];
    const BRANCH: &str = "分校";
    let (generic, rest) = c.generics(span).next().filter(|(w, _)| GROUNDS.iter().any(|g| w.en.starts_with(g)))?;
    if !HOUSES.contains(&generic.class) {
        return None;
    }
    let whole = (generic.zh == BRANCH && is_owner(c, &rest, &HOUSES)).then(|| rest.clone());
    let owners = beginnings(c, &rest).filter(|owner| is_owner(c, owner, &HOUSES));
    whole.into_iter().chain(owners).find_map(|owner| {
        let at = owner.end..rest.end;
        // 第二中学分校: a branch that has no name of its own.
        let bare = at.is_empty() && generic.zh == BRANCH;
        // 一分校, 第二分校
        let digits = c.text(&at).trim_start_matches('第');
        let counted = number(digits).filter(|_| super::is_number(digits)).map(|(value, _)| value);
        let told = counted.is_some() || lexicon::word(c.text(&at), Part::Direction).is_some();
        if !bare && c.count(&at) < 2 && !told {
            return None;
        }
        let place = if bare {
            Vec::new()
        } else if let Some(count) = counted {
            vec![texts(at, Role::Ordinal, [format!("No. {count}"), ordinal_word(count)], MODIFIERS)]
        } else if lexicon::word(c.text(&at), Part::Region).is_some() {
            vec![place::region(c, &at)?]
        } else if let Some(side) = lexicon::word(c.text(&at), Part::Direction) {
            vec![slots::word(at, Role::Direction, side, true)]
        } else if let Some(named) = lexicon::word(c.text(&at), Part::Attribute) {
            vec![named_part(c, at, named)?]
        } else {
            c.whole(&at)?.renderings.swap_remove(0)
        };
        let house = c.whole(&owner)?;
        let slots: Vec<Slot> = house.renderings.into_iter().next()?;
        let mut head = slots::word(rest.end..span.end, Role::Generic, generic, false);
        // The school has been said.
        slots::prefer(&mut head, "Branch");
        let own = [place, vec![head]].concat();
        let before = [slots.clone(), own.clone()].concat();
        let behind = [own, after_comma(slots.clone())].concat();
        // Behind a comma the part would seem to be one of the university.
        let comma = slots.iter().any(|slot| slot.joint == ", " || slot.preferred().contains(", "));
        let renderings = if comma { vec![behind, before] } else { vec![before, behind] };
        Some(Composed { renderings, confidence: house.confidence * 0.9 })
    })
}

/// 幸福分校, 温泉校区: what the grounds of a house are called is a name, in pinyin, but for what it says of those who use them
/// (国际校区 International Campus).
fn named_part(c: Composer, zh: Span, word: &'static lexicon::Word) -> Option<Slot> {
    const NAMES: [&str; 2] = ["nature", "adjective"];
    if !NAMES.contains(&word.class) && !lexicon::is_area(c.text(&zh)) {
        return Some(slots::word(zh, Role::Attribute, word, true));
    }
    let mut name = slots::pinyin(c.text(&zh), zh.clone(), Role::Specific, slots::SPECIFIC_AND_GENERIC)?;
    name.romanised = false;
    let meant = slots::word(zh, Role::Specific, word, true).forms;
    name.forms.extend(meant.into_iter().map(|form| Form { standing: Standing::Allowed, ..form }));
    Some(name)
}
