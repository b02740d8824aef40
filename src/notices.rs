//! The English of a notice by its form: 禁止___ is `No …ing`, 请勿___ is `Do Not …`, 仅供___ is `… Only`.
//!
//! Only notices whose object is known as a whole are composed; the patterns are data
//! (`dictionaries/grammar/notice-patterns.csv`), their order in the file does not matter, the longest frame wins.

mod clauses;

pub use clauses::{Clause, clauses};

use crate::expect::{Expectation, Form, Origin, Rendering, Role, Slot, Standing};
use crate::glossary::{Glossary, Group};
use crate::names::lexicon::{self, NOTICE_PATTERNS, NoticePattern};
use crate::sign::Span;

/// What stands in the blank of a notice, in the forms that patterns ask for.
#[derive(Debug, Default)]
struct Object {
    gerund: Vec<String>,
    imperative: Vec<String>,
    noun: Vec<String>,
}

impl Object {
    fn forms(&self, name: &str) -> &[String] {
        match name {
            "gerund" => &self.gerund,
            "imperative" => &self.imperative,
            _ => &self.noun,
        }
    }
}

/// What the standards allow for a notice, or for several in one text; `None` where a form or an object is not known.
/// `key` is the text as the glossary is keyed.
#[must_use]
pub fn expect(glossary: &Glossary, zh: &str, key: &str) -> Option<Expectation> {
    let one = framed(glossary, key).map(|(pattern, forms)| Expectation {
        origin: Origin::Notice,
        renderings: vec![rendering(
            vec![slot(0..key.len(), forms, pattern.source, pattern.clause)],
            Standing::Preferred,
        )],
        confidence: 0.8,
    });
    one.or_else(|| clauses::expect(glossary, zh, key))
}

/// The longest frame that fits and whose object is known, with what it allows.
fn framed(glossary: &Glossary, zh: &str) -> Option<(&'static NoticePattern, Vec<Form>)> {
    let mut frames: Vec<(&'static NoticePattern, &str)> =
        NOTICE_PATTERNS.iter().filter_map(|p| Some((p, blank(p, zh)?))).collect();
    frames.sort_by_key(|(_, inside)| inside.len());
    frames.into_iter().find_map(|(pattern, inside)| {
        let forms = forms(pattern, &object(glossary, inside)?);
        (!forms.is_empty()).then_some((pattern, forms))
    })
}

fn slot(zh: Span, forms: Vec<Form>, source: &'static str, clause: &'static str) -> Slot {
    Slot { zh, role: Role::NoticeVerb, forms, optional: false, romanised: false, joint: " ", source, clause }
}

fn rendering(slots: Vec<Slot>, standing: Standing) -> Rendering {
    Rendering { slots, standing }
}

fn blank<'t>(pattern: &NoticePattern, zh: &'t str) -> Option<&'t str> {
    let inside = zh.strip_prefix(pattern.before)?.strip_suffix(pattern.after)?;
    (!inside.is_empty()).then_some(inside)
}

/// One known word, or two joined by 或, 和, 、.
fn object(glossary: &Glossary, zh: &str) -> Option<Object> {
    if let Some(one) = word(glossary, zh) {
        return Some(one);
    }
    let (at, mark) = zh.char_indices().find(|(_, c)| matches!(c, '或' | '和' | '、' | '及'))?;
    let (first, second) = (word(glossary, &zh[..at])?, word(glossary, &zh[at + mark.len_utf8()..])?);
    let both = |a: &[String], b: &[String]| match (a.first(), b.first()) {
        (Some(a), Some(b)) => vec![format!("{a} or {b}"), format!("{a} and {b}")],
        _ => Vec::new(),
    };
    Some(Object {
        gerund: both(&first.gerund, &second.gerund),
        imperative: both(&first.imperative, &second.imperative),
        noun: both(&first.noun, &second.noun),
    })
}

fn word(glossary: &Glossary, zh: &str) -> Option<Object> {
    let owned = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let known = lexicon::notice_word(zh).map(|w| Object {
        gerund: owned(w.gerund),
        imperative: owned(w.imperative),
        noun: owned(w.noun),
    });
    let entries = glossary.get(zh);
    let term = entries.iter().find(|e| e.group() == Group::Terms && !e.preferred().contains("//"));
    let mut object = match (known, term) {
        (None, None) => return None,
        (known, _) => known.unwrap_or_default(),
    };
    if let Some(term) = term.filter(|_| object.noun.is_empty() && object.gerund.is_empty()) {
        object.noun.push(term.preferred().to_owned());
    }
    Some(object)
}

fn forms(pattern: &NoticePattern, object: &Object) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for template in pattern.preferred.iter().chain(pattern.allowed) {
        let Some((head, rest)) = template.split_once('{') else {
            continue;
        };
        let Some((name, tail)) = rest.split_once('}') else {
            continue;
        };
        for filling in object.forms(name) {
            let text = format!("{head}{filling}{tail}");
            let standing = if forms.is_empty() { Standing::Preferred } else { Standing::Allowed };
            if !forms.iter().any(|f| f.text == text) {
                forms.push(Form::new(text, standing));
            }
        }
    }
    forms
}

/// Whether a text has the frame of a notice, known object or not: such a text is no name.
#[must_use]
pub fn looks_like_one(zh: &str) -> bool {
    NOTICE_PATTERNS.iter().any(|p| p.before.chars().count() > 1 && blank(p, zh).is_some()) || zh.starts_with('请')
}
