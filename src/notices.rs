//! The English of a notice by its form: 禁止___ is `No …ing`, 请勿___ is `Do Not …`, 仅供___ is `… Only`.
//!
//! Only notices whose object is known as a whole are composed; the patterns are data
//! (`dictionaries/grammar/notice-patterns.csv`), their order in the file does not matter, the longest frame wins.

use crate::expect::{Expectation, Form, Origin, Rendering, Role, Slot, Standing};
use crate::glossary::{Glossary, Group};
use crate::names::lexicon::{self, NOTICE_PATTERNS, NoticePattern};
use crate::sign::Span;
use crate::text::fold;
use crate::wording::SIGNAL;

/// The standard that lists notices; how two of them stand together is our own composition.
const COMPOSED: &str = "gbt30240-1";

/// How the standards' lists mark a new line.
const LINE: &str = "//";

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

/// What the standards allow for a notice, or for two joined by a comma; `None` where a form or an object is not known.
#[must_use]
pub fn expect(glossary: &Glossary, zh: &str) -> Option<Expectation> {
    let one = framed(glossary, zh).map(|(pattern, forms)| Expectation {
        origin: Origin::Notice,
        renderings: vec![rendering(
            vec![slot(0..zh.len(), forms, pattern.source, pattern.clause)],
            Standing::Preferred,
        )],
        confidence: 0.8,
    });
    one.or_else(|| joined(glossary, zh))
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

/// Two notices in one text, each known by itself: 请勿吸烟，谢谢合作 is *No Smoking* and
/// *Thank You for Your Cooperation* on two lines.
fn joined(glossary: &Glossary, zh: &str) -> Option<Expectation> {
    let (at, mark) = zh.char_indices().find(|(_, c)| matches!(c, '，' | ',' | '；' | '！'))?;
    let rest = at + mark.len_utf8();
    let first = slot(0..at, clause(glossary, &zh[..at])?, COMPOSED, "");
    let second = slot(rest..zh.len(), clause(glossary, &zh[rest..])?, COMPOSED, "");
    let line = |slot: &Slot| Slot { joint: LINE, ..slot.clone() };
    let in_order = vec![first.clone(), line(&second)];
    let turned = vec![second.clone(), line(&first)];
    let signals = |slot: &Slot| slot.preferred().split("//").next().is_some_and(|w| SIGNAL.contains(&fold(w).as_str()));
    let bare = |slot: &Slot| signals(slot) && !slot.preferred().contains("//");
    let renderings = match (bare(&first), bare(&second)) {
        // A danger that has its own signal word needs no other: 注意安全，小心落水.
        (true, false) if signals(&second) => {
            vec![rendering(vec![second], Standing::Preferred), rendering(in_order, Standing::Allowed)]
        }
        (false, true) if signals(&first) => {
            vec![rendering(vec![first], Standing::Preferred), rendering(in_order, Standing::Allowed)]
        }
        // The signal word leads: 请勿翻越，注意安全.
        (false, true) => {
            vec![rendering(turned, Standing::Preferred), rendering(in_order, Standing::Allowed)]
        }
        _ => vec![rendering(in_order, Standing::Preferred)],
    };
    Some(Expectation { origin: Origin::Notice, renderings, confidence: 0.8 })
}

/// What stands for one clause by itself: its entry, else the form of a notice.
fn clause(glossary: &Glossary, zh: &str) -> Option<Vec<Form>> {
    let mut forms: Vec<Form> = Vec::new();
    for entry in glossary.get(zh).iter().filter(|e| matches!(e.group(), Group::Terms | Group::Notices)) {
        for (standing, text) in entry.forms() {
            if !forms.iter().any(|f| f.text == text) {
                let standing = if forms.is_empty() { standing } else { standing.max(Standing::Allowed) };
                forms.push(Form::new(text, standing));
            }
        }
    }
    if forms.is_empty() { framed(glossary, zh).map(|(_, forms)| forms) } else { Some(forms) }
}

fn slot(zh: Span, forms: Vec<Form>, source: &'static str, clause: &'static str) -> Slot {
    Slot { zh, role: Role::NoticeVerb, forms, optional: false, romanised: false, joint: " ", source, clause }
}

fn rendering(slots: Vec<Slot>, standing: Standing) -> Rendering {
    Rendering { slots, standing }
}

fn blank<'t>(pattern: &NoticePattern, zh: &'t str) -> Option<&'t str> {
    // Most texts differ from most frames in the first character.
    let first = |text: &str| text.as_bytes().first_chunk::<3>().copied();
    if first(pattern.before).is_some_and(|begins| first(zh) != Some(begins)) {
        return None;
    }
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
    NOTICE_PATTERNS.iter().any(|p| blank(p, zh).is_some() && p.before.chars().count() > 1) || zh.starts_with('请')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred(zh: &str) -> Option<String> {
        expect(&Glossary::standard(), zh).map(|e| e.preferred().replace("//", " "))
    }

    #[test]
    fn two_known_notices_are_joined() {
        assert_eq!(preferred("禁止翻越，违者罚款").as_deref(), Some("No Climbing Over Violators Will Be Fined"));
        assert_eq!(preferred("禁止翻越，天天向上"), None);
    }

    #[test]
    fn one_signal_word_is_enough_and_leads() {
        assert_eq!(preferred("注意安全，小心落水").as_deref(), Some("WARNING Deep Water"));
        let turned = preferred("请勿翻越，注意安全").expect("known");
        assert!(turned.starts_with("CAUTION "), "{turned}");
        assert_eq!(preferred("小心地滑，注意安全").as_deref(), Some("CAUTION Wet Floor"));
    }
}
