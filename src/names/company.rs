//! Companies whose name is that of another body: banks, and institutes that have become companies.

use super::lexicon::{Part, Word};
use super::slots::{self, connector};
use super::{Composed, Composer, body, parts, place, segment};
use crate::expect::{Role, Slot};
use crate::sign::Span;

const COMPANY: &str = "company";
const BANK: &str = "bank";
/// Heads after which the legal form says nothing new: English names of such bodies do without it.
const BODIES: [&str; 3] = ["institute", "academy", BANK];

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    legal_form(c, span).or_else(|| bank(c, span))
}

/// 中国工商银行股份有限公司: the bank, with its legal form or without. The tables of GB/T 30240 mark Company as a word
/// that may be left out.
fn legal_form(c: Composer, span: &Span) -> Option<Composed> {
    let (form, rest) = c.generics(span).next().filter(|(word, _)| is_legal_form(word))?;
    c.generics(&rest).next().filter(|(word, _)| BODIES.contains(&word.class))?;
    let inner = c.known(&rest).map(|slot| Composed::one(vec![slot], 0.85));
    let inner = inner.or_else(|| bank(c, &rest)).or_else(|| body::compose(c, &rest))?;
    let head = slots::word(rest.end..span.end, Role::Generic, form, false);
    let full = inner.renderings.iter().map(|slots| [slots.clone(), vec![head.clone()]].concat());
    let mut renderings = inner.renderings.clone();
    let full: Vec<Vec<Slot>> = full.take(2).collect();
    let at = renderings.len().min(1);
    renderings.splice(at..at, full);
    Some(Composed { renderings, confidence: inner.confidence * 0.95 })
}

/// 有限公司 and the like, by itself or behind the word for a group.
pub(super) fn is_legal_form(word: &Word) -> bool {
    word.class == COMPANY && word.en.contains("Co.")
}

/// 中国农业发展银行: Agricultural Development Bank of China, where the words before 银行 have a meaning.
fn bank(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, rest) = c.generics(span).next().filter(|(word, _)| word.class == BANK && word.en.contains("Bank"))?;
    let (regions, field) = place::regions(c, &rest);
    let [country] = regions.as_slice() else { return None };
    let whole = place::region(c, country)?;
    let nation = super::lexicon::word(c.text(country), Part::Region).is_some_and(|w| w.class == "country");
    if !nation {
        return None;
    }
    let head = slots::word(rest.end..span.end, Role::Generic, generic, false);
    if field.is_empty() {
        return Some(Composed::one(vec![head, connector("of"), whole], 0.9));
    }
    let words = segment::segment(c.glossary, c.zh, &field, true);
    let known = words.iter().map(|token| parts::known_part(c, token, generic)).collect::<Option<Vec<Slot>>>()?;
    let of = [known.clone(), vec![head.clone(), connector("of"), whole.clone()]].concat();
    let before = [vec![whole], known, vec![head]].concat();
    Some(Composed { renderings: vec![of, before], confidence: 0.75 })
}
