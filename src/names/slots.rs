//! Builders of slots: every part of a composed name is made here, so that forms and citations are alike everywhere.

use super::lexicon::Word;
use crate::expect::{Form, Role, Slot, Standing};
use crate::pinyin::{self, Romaniser};
use crate::sign::Span;
use crate::text::one_line;
use smol_str::SmolStr;

/// A rule of composition: the source that states it and the clause as read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub source: &'static str,
    pub clause: &'static str,
}

/// Specific name in pinyin, generic name in English.
pub(super) const SPECIFIC_AND_GENERIC: Rule = Rule { source: "gbt30240-1", clause: "5.1.1" };
/// A specific name of one syllable takes the generic into its pinyin.
pub(super) const ONE_SYLLABLE: Rule = Rule { source: "gbt30240-1", clause: "5.1.2" };
/// Regions, directions, ordinals and attributes.
pub(super) const MODIFIERS: Rule = Rule { source: "gbt30240-1", clause: "5.1.3" };
/// Established English names stay.
pub(super) const ESTABLISHED: Rule = Rule { source: "gbt30240-1", clause: "5.1.4" };
/// Romanisation of place names.
pub(super) const ROMANISATION: Rule = Rule { source: "pinyin-1984", clause: "" };
/// Names of persons.
pub(super) const PERSONS: Rule = Rule { source: "gbt28039-2011", clause: "5.1" };
/// Names of institutions.
pub(super) const INSTITUTIONS: Rule = Rule { source: "db11t585-2008", clause: "" };
/// Names of roads and ring roads.
pub(super) const ROADS: Rule = Rule { source: "db11t334-1-2006", clause: "" };

/// A slot with these forms, the first preferred.
pub(super) fn slot(zh: Span, role: Role, forms: Vec<Form>, rule: Rule) -> Slot {
    Slot { zh, role, forms, optional: false, romanised: false, joint: " ", source: rule.source, clause: rule.clause }
}

/// A slot with one or more plain texts, the first preferred, the others allowed.
pub(super) fn texts<S: Into<SmolStr>>(zh: Span, role: Role, texts: impl IntoIterator<Item = S>, rule: Rule) -> Slot {
    let mut forms: Vec<Form> = Vec::new();
    for text in texts {
        let standing = if forms.is_empty() { Standing::Preferred } else { Standing::Allowed };
        push(&mut forms, text.into(), standing);
    }
    slot(zh, role, forms, rule)
}

/// Slots one behind the other, each copied once.
pub(super) fn chain(parts: &[&[Slot]]) -> Vec<Slot> {
    let mut slots = Vec::with_capacity(parts.iter().map(|part| part.len()).sum());
    parts.iter().for_each(|part| slots.extend_from_slice(part));
    slots
}

/// A word that English adds.
pub(super) fn connector(text: &str) -> Slot {
    texts(0..0, Role::Connector, [text], MODIFIERS)
}

/// A slot that may be left out.
pub(super) fn optional(mut slot: Slot) -> Slot {
    slot.optional = true;
    slot
}

/// The same slot after another joint than a space.
pub(super) fn joined(mut slot: Slot, joint: &'static str) -> Slot {
    slot.joint = joint;
    slot
}

/// A word of the lexicon; before a noun its attributive form comes first.
pub(super) fn word(zh: Span, role: Role, word: &'static Word, before_noun: bool) -> Slot {
    let mut forms = Vec::new();
    if before_noun && !word.before.is_empty() {
        push(&mut forms, SmolStr::new_static(word.before), Standing::Preferred);
    }
    let standing = if forms.is_empty() { Standing::Preferred } else { Standing::Allowed };
    push(&mut forms, SmolStr::new_static(word.en), standing);
    if !word.before.is_empty() {
        push(&mut forms, SmolStr::new_static(word.before), Standing::Allowed);
    }
    for text in word.allowed {
        push(&mut forms, SmolStr::new_static(text), Standing::Allowed);
    }
    for text in word.abbreviations {
        push(&mut forms, SmolStr::new_static(text), Standing::Abbreviated);
    }
    Slot {
        source: if word.source.is_empty() { MODIFIERS.source } else { word.source },
        clause: "",
        ..slot(zh, role, forms, MODIFIERS)
    }
}

/// A specific name in pinyin; `None` where a character has no reading, or the name is a foreign one.
pub(super) fn pinyin(text: &str, zh: Span, role: Role, rule: Rule) -> Option<Slot> {
    if pinyin::is_foreign(text) { None } else { native(text, zh, role, rule) }
}

/// The name of a road, a stop, a settlement or a unit of the city in pinyin, whose characters may be those of foreign names
/// (西什库大街).
pub(super) fn native(text: &str, zh: Span, role: Role, rule: Rule) -> Option<Slot> {
    let written = Romaniser::standard().word(text)?;
    let mut made = slot(zh, role, vec![Form::new(written, Standing::Preferred)], rule);
    made.romanised = true;
    Some(made)
}

fn push(forms: &mut Vec<Form>, text: SmolStr, standing: Standing) {
    if !forms.iter().any(|f| f.text == text) {
        forms.push(Form::new(text, standing));
    }
}

/// A whole entry of the glossary as one part of a name.
pub(super) fn entry(zh: Span, role: Role, entry: &crate::glossary::Entry<'_>) -> Slot {
    let mut forms = Vec::new();
    for (standing, text) in entry.forms() {
        push(&mut forms, SmolStr::new(one_line(text)), standing);
    }
    // The operator of the subway shortens the word on its signs (Peking Univ. East Gate).
    if entry.kind() == UNIVERSITY.0
        && let Some(short) = forms.first().map(|form| form.text.replace(UNIVERSITY.1, UNIVERSITY.2))
    {
        push(&mut forms, short.into(), Standing::Abbreviated);
    }
    let source = entry.source_ids().next().and_then(crate::glossary::sources::source).map_or("", |s| s.id);
    Slot { source, clause: "", ..slot(zh, role, forms, ESTABLISHED) }
}

/// A kind of entries, the word that they have in English and its short form.
const UNIVERSITY: (&str, &str, &str) = ("university", "University", "Univ.");

/// Puts a form first, where the slot has it.
pub(super) fn prefer(slot: &mut Slot, text: &str) {
    if let Some(at) = slot.forms.iter().position(|f| f.text == text) {
        slot.forms[0].standing = Standing::Allowed;
        slot.forms[at].standing = Standing::Preferred;
        slot.forms.swap(0, at);
    }
}

/// Puts a text first, whether the slot has it or not.
pub(super) fn lead_with(slot: &mut Slot, text: impl Into<SmolStr>) {
    let lead = Form::new(text, Standing::Preferred);
    slot.forms[0].standing = Standing::Allowed;
    slot.forms.retain(|form| form.text != lead.text);
    slot.forms.insert(0, lead);
}

/// Puts the short form first, where the slot has one.
pub(super) fn shorten(slot: &mut Slot) {
    if let Some(short) = slot.forms.iter().find(|f| f.standing == Standing::Abbreviated).map(|f| f.text.clone()) {
        prefer(slot, &short);
    }
}

/// 移民管理局, 信息技术技术中心: where one part ends with the word that the next begins with, it is said once.
pub(super) fn said_once(slots: &mut Vec<Slot>) {
    let mut at = 1;
    while at < slots.len() {
        let (before, after) = slots.split_at_mut(at);
        let (last, next) = (&mut before[at - 1], &mut after[0]);
        let first_word = SmolStr::new(next.preferred().split(' ').next().unwrap_or_default());
        at += 1;
        if next.joint != " " || last.romanised || next.romanised || first_word.is_empty() {
            continue;
        }
        let Some(shorter) = last.preferred().strip_suffix(first_word.as_str()) else { continue };
        match shorter.strip_suffix(' ').map(str::to_owned) {
            Some(_) => {
                let ending = format!(" {first_word}");
                let mut once: Vec<Form> = Vec::with_capacity(last.forms.len());
                for form in &last.forms {
                    let text = form.text.strip_suffix(ending.as_str()).unwrap_or(&form.text);
                    push(&mut once, SmolStr::new(text), form.standing);
                }
                last.forms = once;
            }
            // 市区城市森林公园: the next part says all that this one says.
            None if shorter.is_empty() && last.zh.end == next.zh.start => {
                next.zh.start = last.zh.start;
                next.joint = last.joint;
                slots.remove(at - 2);
                at -= 1;
            }
            None => {}
        }
    }
}
