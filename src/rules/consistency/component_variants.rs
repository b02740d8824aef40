//! `consistency/component-variants`: one component of several names has several Englishes: *Olympic Park* here,
//! *Olympic Green* there.

use crate::analyse::Context;
use crate::english::English;
use crate::expect::Standing;
use crate::finding::{Level, Text};
use crate::glossary::Match;
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, bad, cite, good};
use crate::text::{Words as TextWords, fold, in_style_of};
use rustc_hash::FxHashMap;

pub static META: Meta = Meta {
    code: "consistency/component-variants",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a part of the name is written otherwise on other signs",
        why: "Each form may be right by itself; a reader who follows the one loses the way where the other begins. The form \
              that most signs have is proposed.",
    },
    zh: Words {
        summary: "名称的组成部分在其他标识上译法不同",
        why: "各译法单独看可能都对，但读者顺着一种找，遇到另一种就迷路。建议采用多数标识的译法。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        good("一层卫生间", "1F Toilet"),
        good("二层卫生间", "2F Toilet"),
        bad("三层卫生间", "3F Restroom", "3F Toilet"),
        good("更衣室", "Locker Room"),
        good("儿童乐园售票处", "Children's Playground Tickets"),
        good("凭门票入内，未购门票者请至售票处", "Please show your ticket at the gate or buy one at the ticket office"),
    ],
};

/// Fewest characters of a component.
const FEWEST: usize = 2;
/// Words beyond which a text is a sentence.
const LONGEST: usize = 8;

pub fn judge(context: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let glossary = &context.glossary;
    // By component: its forms with the texts that have each.
    let mut components: FxHashMap<String, Vec<(String, Vec<usize>)>> = FxHashMap::default();
    let mut matches: Vec<Match> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let zh = text.zh.trim();
        matches.clear();
        glossary.matches(zh, &mut matches);
        matches.retain(|m| m.end - m.start < zh.len() && m.entry.zh().chars().count() >= FEWEST);
        if matches.is_empty() {
            continue;
        }
        let words = TextWords::of(text.en);
        // A sentence says a thing as its grammar asks.
        if words.len() > LONGEST {
            continue;
        }
        for found in &matches {
            // The longest form that stands in the English.
            let forms = found.entry.forms_before(Standing::Deprecated).filter(|text| !text.contains("___"));
            let said = forms.filter(|text| words.hold(text)).max_by_key(|text| text.len());
            let Some(said) = said else { continue };
            let component = found.entry.zh();
            if !components.contains_key(component) {
                components.insert(component.to_owned(), Vec::new());
            }
            let Some(forms) = components.get_mut(component) else { continue };
            match forms.iter_mut().find(|(form, _)| form == said || is_same(form, said)) {
                Some((_, list)) if list.last() != Some(&index) => list.push(index),
                Some(_) => {}
                None => forms.push((said.to_owned(), vec![index])),
            }
        }
    }
    let mut out = Vec::new();
    for (zh, mut forms) in components.into_iter().filter(|(_, forms)| forms.len() > 1) {
        let signs = |list: &[usize]| list.iter().map(|i| texts[*i].signs.len()).sum::<usize>();
        forms.sort_by(|a, b| (signs(&b.1), &a.0).cmp(&(signs(&a.1), &b.0)));
        let (leader, rest) = (forms[0].clone(), &forms[1..]);
        // Where no form leads there is nothing to propose.
        if signs(&leader.1) == signs(&rest[0].1) {
            continue;
        }
        for (form, list) in rest {
            for &index in list.iter().filter(|i| !glossary.accepts(texts[**i].zh.trim(), texts[**i].en)) {
                let message = Text {
                    en: format!(
                        "{zh} is “{form}” here ({}) and “{}” on other signs ({})",
                        signs(list),
                        leader.0,
                        signs(&leader.1)
                    ),
                    zh: format!(
                        "“{zh}”此处译作“{form}”（{}），其他标识译作“{}”（{}）",
                        signs(list),
                        leader.0,
                        signs(&leader.1)
                    ),
                };
                let related = leader.1.iter().copied().take(MOST_RELATED).collect();
                let mut found = InventoryFinding::new(&META, texts, index, message, related);
                found.finding.suggestion = with_form(texts[index].en, form, &leader.0);
                out.push(found);
            }
        }
    }
    out.sort_by(|a, b| (a.text, &a.finding.message.en).cmp(&(b.text, &b.finding.message.en)));
    out
}

/// The same words, whether of one or of several: *Ticket* and *Tickets*.
fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (TextWords::of(a), TextWords::of(b));
    a.len() == b.len() && a.folds().zip(b.folds()).all(|(a, b)| a == b || English::standard().same_noun(a, b))
}

/// The English with the other form of the component.
fn with_form(en: &str, form: &str, other: &str) -> Option<String> {
    let words = TextWords::of(en);
    let span = words.span_of(&words.find_letters(&fold(form))?);
    Some(format!("{}{}{}", &en[..span.start], in_style_of(other, &en[span.clone()]), &en[span.end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_form_of_a_component_is_pointed_out() {
        let sign = |zh, en| Occurrence::new(zh, en, None, &[0]);
        let found = judge(
            &Context::standard(),
            &[sign("一层卫生间", "1F Toilet"), sign("二层卫生间", "2F Toilet"), sign("三层卫生间", "3F Restroom")],
        );
        assert_eq!(found.iter().map(|f| f.text).collect::<Vec<_>>(), [2]);
    }
}
