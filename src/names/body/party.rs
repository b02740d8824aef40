//! Committees of the Party and its commissions: 中共北京市委, 朝阳区委, 中共海淀区纪委.

use super::super::lexicon::{self, Part};
use super::super::slots::{self, INSTITUTIONS, connector, texts};
use super::super::{Composed, Composer, place};
use super::{orders, with_head};
use crate::expect::{Role, Slot};
use crate::sign::Span;

/// 中共北京市委, 中国共产党北京市东城区委员会: CPC Beijing Municipal Committee.
pub(super) fn party_committee(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    // 朝阳区委 is one of the Party as well; 北京市体育委员会 and the like say whose they are.
    let party = PARTY.iter().find(|p| text.starts_with(**p)).copied().unwrap_or_default();
    let committee = COMMITTEE.iter().find(|suffix| text.ends_with(**suffix))?;
    let place = span.start + party.len()..span.end - committee.len();
    let (regions, rest) = place::regions(c, &place);
    let marked = *committee == COMMITTEE[1] && c.text(&place).ends_with(['市', '区', '县']);
    if regions.is_empty() || !rest.is_empty() || (party.is_empty() && !marked) {
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
    let renderings = if party == PARTY[1] { vec![of, short] } else { vec![short, of] };
    Some(Composed { renderings, confidence: 0.85 })
}

/// 共青团北京市委员会, 民建海淀区委: the committee of another party or of the League in a region.
pub(super) fn other_committee(c: Composer, span: &Span) -> Option<Composed> {
    const PARTIES: &str = "party";
    let text = c.text(span);
    let committee = COMMITTEE.iter().find(|suffix| text.ends_with(**suffix))?;
    let before = text.len() - committee.len();
    let ends = text.char_indices().map(|(at, _)| at).skip(2).take_while(|end| *end < before);
    let (owner, regions) = ends.into_iter().find_map(|end| {
        let place = span.start + end..span.end - committee.len();
        let regions = || Some(place::regions(c, &place)).filter(|(found, rest)| !found.is_empty() && rest.is_empty());
        let entry = c.glossary.holding(&text[..end]).find(|e| e.kind() == PARTIES);
        let short = || lexicon::word(&text[..end], Part::Attribute).filter(|word| word.class == PARTIES);
        let zh = span.start..span.start + end;
        let own = match entry {
            Some(entry) => slots::entry(zh, Role::Institution, &entry),
            None => slots::word(zh, Role::Institution, short()?, false),
        };
        // 中共 has its own order, and 全国 is no region.
        let other = !PARTY.contains(&&text[..end]);
        let (regions, _) = regions().filter(|_| other)?;
        Some((own, regions))
    })?;
    let head = texts(span.end - committee.len()..span.end, Role::Institution, ["Committee"], INSTITUTIONS);
    let alone = regions.len() == 1;
    let names: Vec<Slot> = regions.iter().map(|r| orders::attributive(c, r, alone)).collect::<Option<_>>()?;
    let mut body = owner.clone();
    if !body.preferred().starts_with("the ") {
        let article = format!("the {}", body.preferred());
        slots::lead_with(&mut body, article);
    }
    let of = [names.clone(), vec![head.clone(), connector("of"), body]].concat();
    let before = [vec![owner], names, vec![head]].concat();
    Some(Composed { renderings: vec![of, before], confidence: 0.8 })
}

/// 中国共产党北京市委员会市直属机关: what stands directly under a body, of the city or the district that is the body's own.
pub(super) fn directly_under(c: Composer, span: &Span) -> Option<Composed> {
    const DIRECT: &str = "直属机关";
    const LEVELS: [char; 3] = ['市', '区', '县'];
    let before = c.text(span).strip_suffix(DIRECT)?;
    let own =
        before.strip_suffix(LEVELS).filter(|own| COMMITTEE.iter().any(|end| own.ends_with(end))).unwrap_or(before);
    let body = span.start..span.start + own.len();
    let superior = party_committee(c, &body).or_else(|| super::compose(c, &body))?.renderings.swap_remove(0);
    let head = texts(body.end..span.end, Role::Institution, ["Organizations Directly under the"], INSTITUTIONS);
    Some(Composed { renderings: vec![[vec![head], superior].concat()], confidence: 0.7 })
}

/// 中共海淀区纪委: CPC before the commission of the region.
pub(super) fn party_commission(c: Composer, span: &Span) -> Option<Composed> {
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
pub(super) const PARTY: [&str; 2] = ["中共", "中国共产党"];

pub(super) const CPC: &str = "CPC";

const COMMITTEE: [&str; 2] = ["委员会", "委"];
