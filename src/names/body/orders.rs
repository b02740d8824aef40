//! The orders in which English puts the parts of an institution's name: all that the rules for institutions allow.

use super::super::lexicon::{self, Part, Word};
use super::super::slots::{self, INSTITUTIONS, connector, texts};
use super::super::{Composer, after_comma, is_of, place};
use super::field::Field;
use super::head::SCIENCES;
use super::own::INSTITUTE;
use super::{COLLEGE, COURT, STUDY, Superior, is_state};
use crate::expect::{Form, Role, Slot, Standing};
use crate::sign::Span;

/// Learned bodies that call themselves Chinese rather than China.
const CHINESE: [&str; 2] = ["学会", "科学院"];

const DEPARTMENT: &str = "department";

/// Departments of a ministry stand before it with a comma (institutions/national.csv: 295 of 297).
const OF_MINISTRY: &str = "司";

/// Stations and branches of the police stand before the bureau above them, each after a comma.
const POLICE: &str = "police";

/// Bureau of Commerce, Commerce Bureau.
pub(super) fn arrange(
    head: &Word,
    head_slot: &Slot,
    rank: Option<&Slot>,
    field: &Field,
    link: &'static str,
) -> Vec<Vec<Slot>> {
    let head_slots: Vec<Slot> = rank.into_iter().chain([head_slot]).cloned().collect();
    if field.is_empty() {
        return vec![head_slots];
    }
    let mut joint = connector(link);
    // Societies, institutes and laboratories are for a field as often as of it; offices of the state are of it.
    if !is_state(head) {
        let other = if link == "of" { "for" } else { "of" };
        joint.forms.push(Form::new(other, Standing::Allowed));
    }
    let mut orders: Vec<Vec<Slot>> =
        field.of.iter().map(|of| slots::chain(&[&head_slots, std::slice::from_ref(&joint), of])).collect();
    // 中国原子能科学研究院: where the sciences are not said, an academy of them is an institute.
    if head.zh.contains(SCIENCES) && orders.len() > 1 {
        let mut institute = orders[1].clone();
        institute.iter_mut().for_each(|slot| slots::prefer(slot, "Institute"));
        orders.push(institute);
    }
    // Lincui Community Residents' Committee, Aoyuncun Subdistrict: what is around a place stays behind it.
    let around = field.before.iter().position(|slot| slot.joint == ", ").unwrap_or(field.before.len());
    let (place, around) = field.before.split_at(around);
    let before = slots::chain(&[place, &head_slots, around]);
    let of_first = is_of(head) || head.class == COLLEGE;
    orders.insert(usize::from(of_first).min(orders.len()), before);
    // 棉花研究所 is the Institute of Cotton Research: the word in the head may go with the field.
    if head.class == INSTITUTE && head.zh.contains(STUDY) && around.is_empty() {
        let research = texts(0..0, Role::Connector, ["Research"], INSTITUTIONS);
        orders.push(slots::chain(&[&head_slots, std::slice::from_ref(&joint), place, &[research]]));
    }
    orders
}

/// Beijing Municipal Bureau of Commerce; Dongcheng District Bureau of Commerce of Beijing Municipality. Learned bodies of
/// the country and those of a `sport` are Chinese.
pub(super) fn with_regions(
    c: Composer,
    head: &Word,
    regions: &[Span],
    arranged: &[Vec<Slot>],
    sport: bool,
) -> Option<Vec<Vec<Slot>>> {
    let full: Vec<Slot> = regions.iter().map(|r| place::whole_region(c, r)).collect::<Option<_>>()?;
    let mut before: Vec<Slot> = regions.iter().map(|r| place::region(c, r)).collect::<Option<_>>()?;
    if CHINESE.iter().any(|body| head.zh.ends_with(body)) || sport {
        for slot in &mut before {
            slots::prefer(slot, "Chinese");
        }
    }
    if is_state(head) {
        // Courts say of which city they are and no more.
        // Municipal is for the departments of the government (rules for institutions, 4.1.8.1), not for what manages a park.
        let manages = head.class == DEPARTMENT && !is_of(head);
        let widest_only = regions.len() == 1 && head.class != COURT && !manages;
        for (slot, region) in before.iter_mut().zip(regions) {
            *slot = attributive(c, region, widest_only)?;
        }
    }
    // the People's Republic of China stands behind and nowhere else.
    if full[0].preferred().starts_with("the ") {
        return Some(vec![[arranged[0].clone(), vec![connector("of"), full[0].clone()]].concat(), arranged[0].clone()]);
    }
    let mut renderings: Vec<Vec<Slot>> = Vec::new();
    for body in arranged {
        renderings.push(slots::chain(&[&before, body]));
    }
    let last = full[full.len() - 1..].to_vec();
    // People's Government of Songzhuang Town, Tongzhou District; Administrative Committee of Wangfujing Area, Dongcheng
    // District: a place in a region has it behind, after a comma.
    let place = |slot: &Slot| {
        let entries = c.glossary.get(c.text(&slot.zh));
        slot.role == Role::Generic || entries.iter().any(|e| matches!(e.kind(), "town" | "township" | "area"))
    };
    let nested = arranged[0].iter().any(|slot| slot.joint == ", ") || arranged[0].last().is_some_and(place);
    let behind = match nested {
        true => [arranged[0].clone(), after_comma(last)].concat(),
        false => [arranged[0].clone(), vec![connector("of")], last].concat(),
    };
    // The People's Government of a place; where the short form stands for it, the place comes first.
    let peoples = head.class == "government" && head.en.contains('\'');
    if let [city, district] = full.as_slice() {
        let of_city = [vec![district.clone()], arranged[0].clone(), vec![connector("of"), city.clone()]].concat();
        renderings.insert(1, of_city);
        let nested = [behind.clone(), after_comma(vec![city.clone()])].concat();
        renderings.insert(if peoples { 0 } else { renderings.len() }, nested);
    }
    let first = regions.len() == 1 && (peoples || nested);
    renderings.insert(if first { 0 } else { renderings.len() }, behind);
    Some(renderings)
}

/// Beijing Municipal, Dongcheng District.
pub(super) fn attributive(c: Composer, span: &Span, alone: bool) -> Option<Slot> {
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

/// Institute of Botany, Chinese Academy of Sciences; Reception Hall of the Bureau. The body's own name alone is a
/// rendering, too: many institutes sign so.
pub(super) fn with_superior(head: &Word, superior: &Superior, arranged: &[Vec<Slot>]) -> Vec<Vec<Slot>> {
    let plain = &superior.slots;
    let comma = |body: &Vec<Slot>| slots::chain(&[body, &after_comma(plain.clone())]);
    let of = |body: &Vec<Slot>| slots::chain(&[body, &[connector("of")], &with_article(superior)]);
    let before = |body: &Vec<Slot>| slots::chain(&[plain, body]);
    let mut renderings = Vec::new();
    for (rank, body) in arranged.iter().enumerate() {
        let orders = if superior.brand {
            [before(body), comma(body), of(body)]
        } else if is_state(head) && head.class != POLICE && head.zh != OF_MINISTRY && !superior.university {
            [of(body), comma(body), before(body)]
        } else {
            [comma(body), of(body), before(body)]
        };
        renderings.extend(orders);
        if rank == 0 {
            renderings.insert(2, body.clone());
        }
    }
    renderings
}

/// The superior as it stands behind `of`: bodies of the whole country take the article (the State Council), and so does
/// one whose name begins with a common noun and has the article among its own forms.
fn with_article(superior: &Superior) -> Vec<Slot> {
    const ARTICLE: &str = "The ";
    let mut slots = superior.slots.clone();
    let Some(first) = slots.first_mut() else { return slots };
    for form in &mut first.forms {
        if let Some(rest) = form.text.strip_prefix(ARTICLE) {
            form.text = smol_str::format_smolstr!("{}{rest}", ARTICLE.to_lowercase());
        }
    }
    let article = format!("the {}", first.preferred());
    if first.forms.iter().any(|f| f.text == article) {
        slots::prefer(first, &article);
    } else if superior.article && !first.preferred().starts_with("the ") {
        first.forms[0].standing = Standing::Allowed;
        first.forms.insert(0, Form::new(article, Standing::Preferred));
    }
    slots
}
