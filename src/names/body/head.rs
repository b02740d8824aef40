//! The word for a body: commission or committee, administration or bureau, institute or academy.

use super::super::Composer;
use super::super::lexicon::{self, Part, Word};
use super::super::slots::{self, INSTITUTIONS, texts};
use super::{ASSOCIATION, BUREAU, COURT, Field, Owner};
use crate::expect::{Role, Slot};
use crate::sign::Span;

/// How high a body stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// Its owner is the whole country (中国气象局).
    pub of_country: bool,
    /// It is of the whole country or the state (国家统计局).
    pub national: bool,
    /// A word of rank stands before it.
    pub ranked: bool,
}

pub(super) fn standing(c: Composer, owner: &Owner, level: Option<&Slot>) -> Standing {
    let of_country = matches!(owner, Owner::Regions(r) if matches!(r.as_slice(), [one] if is_country(c, one)));
    let national = of_country || level.is_some_and(|slot| c.text(&slot.zh) == NATION);
    Standing { of_country, national, ranked: level.is_some() }
}

/// The head with the form first that such a body has; what a head says of the field is moved there.
pub(super) fn worded(
    c: Composer,
    head: &'static Word,
    zh: Span,
    standing: Standing,
    owner: &Owner,
    field: &mut Field,
    field_span: &Span,
) -> Slot {
    // Courts are numbered: Beijing No. 3 Intermediate People's Court.
    if head.class == COURT {
        let ordinals = field.before.iter_mut().filter(|slot| slot.role == Role::Ordinal);
        ordinals.for_each(|slot| {
            if let Some(form) = slot.forms.iter().map(|f| f.text.clone()).find(|text| text.starts_with("No.")) {
                slots::prefer(slot, &form);
            }
        });
    }
    let mut head_slot = slots::word(zh.clone(), Role::Institution, head, false);
    if !field.is_empty() && head.zh.contains(SCIENCES) && head.class == "institute" {
        head_slot = of_sciences(zh, head, field);
    }
    // China Dairy Industry Association: associations are of a trade, which is no adjective.
    if head.class == ASSOCIATION
        && let Some(last) = field.before.last_mut()
        && let Some(trade) = last.forms.iter().map(|f| f.text.clone()).find(|text| text.ends_with(TRADE))
    {
        slots::prefer(last, &trade);
    }
    // The Winter Games wrote their venues in British spelling.
    if lexicon::find_all(c.text(field_span)).any(|f| f.word.class == GAMES_SPORT) {
        slots::prefer(&mut head_slot, "Centre");
    }
    // 市场监督管理局: what is for something is an administration at any level (institutions/municipal.csv).
    if head.class == BUREAU && (standing.national || is_purpose(c, field_span)) {
        slots::prefer(&mut head_slot, NATIONAL_BUREAU);
    }
    if head.class == "committee" && (standing.national || matches!(owner, Owner::Regions(_))) {
        slots::prefer(&mut head_slot, CITY_BODY);
    }
    // The departments of the State Council are ministries, those of all other bodies departments.
    let ministry = matches!(owner, Owner::Nobody)
        && lexicon::word(c.text(field_span), Part::Attribute).is_some_and(|word| word.class == MINISTRY);
    if head.zh == DEPARTMENT && (standing.national || ministry) {
        slots::prefer(&mut head_slot, "Ministry");
    }
    // Branch of a Bureau, not Branch Bureau of a Bureau.
    if head.zh == BRANCH && matches!(owner, Owner::Body(_)) {
        slots::prefer(&mut head_slot, "Branch");
    }
    // A 大队 of a detachment is smaller than it, which a corps is not.
    if let Owner::Body(superior) = owner
        && superior.slots.iter().any(|slot| slot.preferred().ends_with(DETACHMENT))
    {
        slots::prefer(&mut head_slot, "Brigade");
    }
    // A college of a university is a school of it.
    if head.zh == COLLEGE_OF_UNIVERSITY && matches!(owner, Owner::Body(_)) {
        slots::prefer(&mut head_slot, "School");
    }
    // A bank's or a company's 研究院 is an institute, and so is a university's (institutions/research.csv: 81 of 101);
    // academies are learned bodies.
    if let Owner::Body(superior) = owner
        && head.zh == INSTITUTE
    {
        if superior.university {
            slots::prefer(&mut head_slot, "Institute");
        } else if superior.brand || field.is_empty() {
            slots::prefer(&mut head_slot, "Research Institute");
        }
    }
    // Of those that cities keep and of the National ones most are institutes, but for the sciences as a whole; those of
    // the country are academies (institutions/research.csv: 20 of 28, and 39 of 70).
    let of_place = matches!(owner, Owner::Regions(_)) && !standing.of_country;
    let sciences = [SCIENCES, "技术"].iter().any(|word| c.text(field_span).ends_with(word));
    if head.zh == INSTITUTE && (of_place || standing.ranked) && !sciences {
        slots::prefer(&mut head_slot, "Institute");
    }
    head_slot
}

/// A body is for this field (Administration for Market Regulation), not of it.
pub(super) fn is_purpose(c: Composer, field: &Span) -> bool {
    lexicon::word(c.text(field), Part::Attribute).is_some_and(|word| word.class == PURPOSE)
}

/// The head of an academy of sciences; its sciences are put behind the field.
fn of_sciences(span: Span, head: &Word, field: &mut Field) -> Slot {
    let split = span.start + head.zh.find(SCIENCES).map_or(0, |at| at + SCIENCES.len());
    let sciences = texts(span.start..split, Role::Attribute, ["Sciences", "Science"], INSTITUTIONS);
    let of = [field.before.clone(), vec![sciences]].concat();
    field.of.insert(0, of);
    let forms = ["Academy"].into_iter().chain(head.allowed.iter().copied().filter(|form| !form.contains(" of ")));
    texts(split..span.end, Role::Institution, forms, INSTITUTIONS)
}

const TRADE: &str = "Industry";

const DEPARTMENT: &str = "部";

/// Class of the fields that a ministry of the State Council has, or had.
const MINISTRY: &str = "ministry";

const DETACHMENT: &str = "Detachment";

const BRANCH: &str = "分局";

pub(super) const COLLEGE_OF_UNIVERSITY: &str = "学院";
const INSTITUTE: &str = "研究院";

/// Bodies of the state at national level are administrations, those of the city commissions.
const NATION: &str = "国家";

const NATIONAL_BUREAU: &str = "Administration";

const CITY_BODY: &str = "Commission";

/// Class of the sports of the Winter Games.
const GAMES_SPORT: &str = "winter-sport";

/// Class of the fields that a body is for (Administration for Market Regulation), not of.
const PURPOSE: &str = "purpose";

/// Heads that most owners write with `for` (institutions/: 18 of 23).
pub(super) const FOR_THEIR_FIELD: [&str; 6] =
    ["国家实验室", "国家研究中心", CENTER_OF_STUDY, "国家工程研究中心", "临床医学研究中心", "高精尖创新中心"];

pub(super) const CENTER_OF_STUDY: &str = "研究中心";

/// 医学科学院, 铁道科学研究院: the sciences go with the field, Academy of Medical Sciences.
pub(super) const SCIENCES: &str = "科学";

fn is_country(c: Composer, region: &Span) -> bool {
    lexicon::word(c.text(region), Part::Region).is_some_and(|word| word.class == "country")
}
