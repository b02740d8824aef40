//! Names made of others: with a bracket, with a number, a region and a known name, a name and a facility.

use super::lexicon::{self, Part, Word};
use super::slots::{self, joined};
use super::{Composed, Composer, Heads, after_comma, company, is_number, place};
use crate::expect::{Role, Slot};
use crate::glossary::Group;
use crate::pinyin::old_spelling;
use crate::sign::Span;
use crate::text::numbers::number;

/// 中国地质大学（北京）, 中国（北京）自由贸易试验区: a name and a bracket behind or inside it.
pub(super) fn with_brackets(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let open = text.find(['（', '('])?;
    let inside_start = open + text[open..].chars().next()?.len_utf8();
    let close = inside_start + text[inside_start..].find(['）', ')'])?;
    let after = close + text[close..].chars().next()?.len_utf8();
    if open == 0 || inside_start >= close {
        return None;
    }
    let inside = c.whole(&(span.start + inside_start..span.start + close))?;
    let bracket = bracketed(inside.renderings[0].clone())?;
    let (outer, at) = if after == text.len() {
        let mut outer = c.whole(&(span.start..span.start + open))?;
        let slots = outer.renderings.swap_remove(0);
        let at = slots.len();
        (Composed::one(slots, outer.confidence), at)
    } else {
        around(c, span, open, after)?
    };
    let mut slots = outer.renderings.into_iter().next()?;
    slots.splice(at..at, bracket);
    Some(Composed::one(slots, outer.confidence.min(inside.confidence) * 0.9))
}

/// The slots of a bracket with its marks.
fn bracketed(mut slots: Vec<Slot>) -> Option<Vec<Slot>> {
    slots[0].joint = " (";
    for form in &mut slots.last_mut()?.forms {
        form.text = smol_str::format_smolstr!("{})", form.text);
    }
    Some(slots)
}

/// The name around a bracket, composed as if the bracket were not there, and the place of the bracket in it.
fn around(c: Composer, span: &Span, open: usize, after: usize) -> Option<(Composed, usize)> {
    let text = c.text(span);
    let without = format!("{}{}", &text[..open], &text[after..]);
    if without.contains(['（', '(']) {
        return None;
    }
    let composer = Composer { glossary: c.glossary, zh: &without, kind: c.kind, heads: &Heads::default() };
    let whole = composer.whole(&(0..without.len()))?;
    let mut slots = whole.renderings.into_iter().next()?;
    let at = slots.iter().take_while(|slot| !slot.zh.is_empty() && slot.zh.end <= open).count();
    let back = |place: usize| span.start + if place > open { place + after - open } else { place };
    for slot in slots.iter_mut().filter(|slot| !slot.zh.is_empty()) {
        let start = if slot.zh.start >= open { slot.zh.start + after - open + span.start } else { back(slot.zh.start) };
        slot.zh = start..back(slot.zh.end);
    }
    // Words around the bracket that are one in English leave it no place of its own.
    (at > 0).then(|| (Composed::one(slots, whole.confidence), at))
}

/// 2号航站楼, 首都机场3号航站楼, T3航站楼: the generic and its number.
pub(super) fn numbered(c: Composer, span: &Span) -> Option<Composed> {
    const MARK: char = '号';
    const COUNTED: [&str; 2] = ["单元", "室"];
    let (generic, rest) = c.generic(span)?;
    let before = c.text(&rest);
    let digits = if generic.zh.starts_with(MARK) { before } else { before.strip_suffix(MARK).unwrap_or(before) };
    let start = digits.char_indices().rev().map(|(at, _)| at).take_while(|at| is_number(&digits[*at..])).last()?;
    let (value, _) = number(&digits[start..])?;
    // 甲22号: the number has a letter of its own, for which no source gives us the English.
    if digits[..start].ends_with(['甲', '乙', '丙', '丁']) {
        return None;
    }
    // T3航站楼 is Terminal 3, P3停车场 keeps its letter.
    let lettered = digits[..start].chars().next_back().filter(|letter| *letter == 'T' && generic.en.starts_with('T'));
    // 2单元301室: the number itself says that it is one of several.
    let counted =
        COUNTED.contains(&generic.zh) && (digits.ends_with(|c: char| c.is_ascii_digit()) || generic.zh == COUNTED[0]);
    let marked = digits.len() < before.len() || generic.zh.starts_with(MARK) || counted;
    if !marked && lettered.is_none() {
        return None;
    }
    let ordinal = digits[..start].ends_with('第').then_some('第');
    let start = start - lettered.or(ordinal).map_or(0, char::len_utf8);
    let number = span.start + start..rest.end;
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    let count = slots::texts(number, Role::Ordinal, [value.to_string()], slots::MODIFIERS);
    let owner = span.start..span.start + start;
    if owner.is_empty() {
        return Some(Composed::one(vec![head, count], 0.9));
    }
    let owner = c.whole(&owner)?;
    let slots = owner.renderings.into_iter().next()?;
    let behind = [vec![head.clone(), count.clone()], after_comma(slots.clone())].concat();
    let before = [slots, vec![head, count]].concat();
    let renderings = if generic.class == "building" || counted { vec![behind, before] } else { vec![before, behind] };
    Some(Composed { renderings, confidence: owner.confidence * 0.9 })
}

/// 北京国家体育场: a region and a known name.
pub(super) fn region_and_name(c: Composer, span: &Span) -> Option<Composed> {
    let (regions, rest) = place::regions(c, span);
    let [region] = regions.as_slice() else { return None };
    // 北京市公安局: the police of a city is a body with a region, not a name that stands in one.
    let body = lexicon::get(c.text(&rest)).any(|w| w.part == Part::Generic);
    let known = c.known(&rest).filter(|_| c.count(&rest) > 2 && !body)?;
    // 通州区永乐店镇: an area of the district stands before it, after a comma.
    let inside = |kind| matches!(kind, "village" | "town" | "township" | "subdistrict" | "area");
    // 北京天竺综合保税区: a zone has the region before it.
    let zone = known.preferred().contains(' ');
    let entries = c.glossary.get(c.text(&rest));
    if entries.iter().any(|e| inside(e.kind()) && !(zone && e.kind() == "area")) {
        let word = lexicon::word(c.text(region), Part::Region)?;
        let whole = joined(slots::word(region.clone(), Role::Region, word, false), ", ");
        return Some(Composed::one(vec![known, whole], 0.9));
    }
    let whole = place::region(c, region)?;
    // The People's Republic of China stands behind, or is left out.
    if whole.preferred().starts_with("the ") {
        let renderings = vec![vec![known.clone(), slots::connector("of"), whole], vec![known]];
        return Some(Composed { renderings, confidence: 0.85 });
    }
    // 北京协和医院: the known name says where it is.
    let says =
        |word: &str| whole.forms.iter().any(|form| form.text == word) || old_spelling(c.text(region), word).is_some();
    if known.preferred().split(' ').any(says) {
        return Some(Composed::one(vec![Slot { zh: span.clone(), ..known }], 0.85));
    }
    Some(Composed::one(vec![slots::optional(whole), known], 0.85))
}

/// 翠微大厦牡丹园店, 中国银行北京分行: a house with branches, and the place of this one.
pub(super) fn branch(c: Composer, span: &Span) -> Option<Composed> {
    const SHOP: char = '店';
    /// Kinds of house that have branches.
    const HOUSES: [&str; 9] =
        ["mall", "building", "restaurant", "shop", "hotel", "market", "company", "bank", "theatre"];
    // 分行, 支行, 分店 say what they are; a bare 店 is a branch where the house is named before it.
    let said = c.generics(span).next().filter(|(word, _)| word.en.ends_with(BRANCH) || word.zh == OUTLET);
    // 便宜坊烤鸭店: a shop that says what it sells is no branch.
    let sells = c.generics(span).next().is_some_and(|(word, _)| word.zh.chars().count() > 1);
    let bare = c.text(span).strip_suffix(SHOP).filter(|_| !sells).map(|text| span.start + text.len());
    let end = said.as_ref().map(|(_, rest)| rest.end).or(bare)?;
    let text = &c.zh[span.start..end];
    if let Some(chain) = said.as_ref().and_then(|(word, _)| branch_of_branch(c, span.start..end, span, word)) {
        return Some(chain);
    }
    let places = || text.char_indices().map(|(at, _)| at).skip(2).filter(|at| text[*at..].chars().count() >= 2);
    let head = |house: &Span| c.generics(house).next().map(|(word, _)| word);
    // 中国人寿保险股份有限公司北京市分公司: the legal form ends the name of the house, whatever known name begins it.
    let legal = places().find_map(|at| {
        let house = span.start..span.start + at;
        head(&house).filter(|word| company::is_legal_form(word)).map(|_| (house, span.start + at))
    });
    let (house, at) = legal.or_else(|| {
        places().find_map(|at| {
            let house = span.start..span.start + at;
            let generic = head(&house).filter(|w| HOUSES.contains(&w.class) && w.zh.chars().count() > 1);
            let known = c.known_entry(&house).is_some_and(|entry| HOUSES.contains(&entry.kind()));
            (generic.is_some() || known).then_some((house, span.start + at))
        })
    })?;
    // 海底捞火锅牡丹园店: what a brand sells goes with it.
    let sold = lexicon::find_all(&c.zh[at..end])
        .filter(|found| found.start == 0 && found.word.part == Part::Attribute && found.word.class == TRADE)
        .map(|found| at + found.end)
        .filter(|to| c.zh[*to..end].chars().count() > 1)
        .max();
    let trade = sold.and_then(|to| Some(slots::word(at..to, Role::Attribute, trade(&c.zh[at..to])?, true)));
    let at = sold.unwrap_or(at);
    let mut slots = c.whole(&house)?.renderings.swap_remove(0);
    slots.extend(trade);
    let place = c.whole(&(at..end))?.renderings.swap_remove(0);
    // 牡丹园 is the place, in pinyin, and no garden.
    let region = lexicon::word(c.text(&(at..end)), Part::Region).is_some();
    let short = slots::pinyin(c.text(&(at..end)), at..end, Role::Specific, slots::SPECIFIC_AND_GENERIC);
    let (regions, own) = place::regions(c, &(at..end));
    let place = if region {
        vec![place::region(c, &(at..end))?]
    } else if !regions.is_empty()
        && (own.is_empty() || c.count(&own) > 1)
        && c.known(&(at..end)).is_none()
        && c.generic(&own).is_none_or(|(word, _)| word.zh.chars().count() < 2 || word.settlement)
    {
        // 中国工商银行北京西单支行: the city, then where in it.
        let mut slots: Vec<Slot> = regions.iter().map(|r| place::region(c, r)).collect::<Option<_>>()?;
        if !own.is_empty() {
            slots.push(slots::pinyin(c.text(&own), own.clone(), Role::Specific, slots::SPECIFIC_AND_GENERIC)?);
        }
        slots
    } else {
        short.filter(|_| text[at - span.start..].chars().count() < 4).map_or(place, |s| vec![s])
    };
    let head = match said {
        Some((word, _)) => slots::word(end..span.end, Role::Generic, word, false),
        None => slots::texts(end..span.end, Role::Generic, ["Branch", "Store", "Shop"], slots::MODIFIERS),
    };
    let own = [place, vec![head]].concat();
    let comma = [slots.clone(), after_comma(own.clone())].concat();
    let of = [own.clone(), vec![slots::connector("of")], slots.clone()].concat();
    slots.extend(own);
    Some(Composed { renderings: vec![comma, slots, of], confidence: 0.6 })
}

/// 中国建设银行朝阳支行望京分理处: a branch that has branches; the smaller stands before the larger.
fn branch_of_branch(c: Composer, place: Span, span: &Span, word: &'static Word) -> Option<Composed> {
    let text = c.text(&place);
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(4).collect();
    let (at, superior) = ends.into_iter().rev().find_map(|end| {
        let above = place.start..place.start + end;
        c.generics(&above)
            .next()
            .filter(|(w, _)| w.class == word.class && w.zh != word.zh && w.en.ends_with(BRANCH))?;
        Some((above.end, branch(c, &above)?.renderings.swap_remove(1)))
    })?;
    let name = at..place.end;
    let name = match lexicon::word(c.text(&name), Part::Region) {
        Some(_) => place::region(c, &name)?,
        None => slots::pinyin(c.text(&name), name.clone(), Role::Specific, slots::SPECIFIC_AND_GENERIC)?,
    };
    let head = slots::word(place.end..span.end, Role::Generic, word, false);
    Some(Composed::one([vec![name, head], after_comma(superior)].concat(), 0.55))
}

/// Class of the words for what is sold or made.
const TRADE: &str = "trade";

fn trade(zh: &str) -> Option<&'static Word> {
    lexicon::word(zh, Part::Attribute)
}

/// The smallest branch of a bank, of which the English does not say that it is one.
const OUTLET: &str = "分理处";
/// How the English of branches ends.
const BRANCH: &str = "ranch";

/// 香山公园售票处: a known name and a known facility.
pub(super) fn name_and_term(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    text.char_indices().skip(2).find_map(|(at, _)| {
        let name = c.known(&(span.start..span.start + at))?;
        let rest = span.start + at..span.end;
        let entries = c.glossary.get(c.text(&rest));
        let term = entries.iter().find(|e| e.group() == Group::Terms && !e.preferred().contains("//"))?;
        Some(Composed::one(vec![name, slots::entry(rest, Role::Generic, term)], 0.75))
    })
}
