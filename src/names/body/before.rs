//! What stands before a head beside its owner and its field: words of rank, persons, places.

use super::super::lexicon::{self, Part};
use super::super::slots::{self, PERSONS, texts};
use super::super::{Composer, place};
use super::field::{Field, field};
use crate::expect::{Role, Slot};
use crate::pinyin::Romaniser;
use crate::sign::Span;

/// 国家, 全国, 中华全国: a word of rank stands before the whole, not in the field.
pub(super) fn level(c: Composer, span: &Span) -> (Option<Slot>, Span) {
    const LONGEST: usize = 4;
    let text = c.text(span);
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).skip(1).collect();
    let ranked = ends.into_iter().rev().find_map(|end| {
        let word = lexicon::word(&text[..end], Part::Attribute).filter(|w| w.class == "rank")?;
        Some((slots::word(span.start..span.start + end, Role::Attribute, word, true), end))
    });
    let Some((slot, end)) = ranked else { return (None, span.clone()) };
    // 国家安全 is State Security: a longer word keeps its own English.
    let longer = lexicon::find_all(text).any(|f| f.start == 0 && f.end > end && f.word.part == Part::Attribute);
    if longer { (None, span.clone()) } else { (Some(slot), span.start + end..span.end) }
}

/// 国际 in 大数据国际研究中心: a word of rank right before the head goes with it.
pub(super) fn rank(c: Composer, span: &Span) -> (Option<Slot>, Span) {
    let text = c.text(span);
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).collect();
    let found = starts.into_iter().rev().nth(1).and_then(|at| {
        let word = lexicon::word(&text[at..], Part::Attribute).filter(|w| w.class == "rank")?;
        Some((slots::word(span.start + at..span.end, Role::Attribute, word, true), span.start + at))
    });
    match found {
        Some((slot, at)) => (Some(slot), span.start..at),
        None => (None, span.clone()),
    }
}

/// 老舍 in 老舍故居: an established name or a person's, surname apart.
pub(super) fn person_or_field(c: Composer, span: &Span) -> Option<Field> {
    field(c, span).or_else(|| {
        let name = Romaniser::standard().person(c.text(span))?;
        Some(Field::same(vec![texts(span.clone(), Role::Specific, [name], PERSONS)]))
    })
}

/// A known place, or one composed with a generic; nothing that is only romanised.
pub(super) fn place_with_generic(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let composed = c.known(span).map(|known| vec![known]);
    composed.or_else(|| place::compose(c, span)?.renderings.into_iter().next())
}
