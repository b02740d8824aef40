//! Lines of the subway with what stands around their names: 地铁八通线, 4号线大兴线, S2线.

use super::lexicon::{self, Part, Word};
use super::slots::{self, MODIFIERS, texts};
use super::{Composed, Composer, place};
use crate::expect::{Role, Slot};
use crate::sign::Span;
use crate::text::numbers::number;

const LINE: &str = "线";
const NUMBERED: &str = "号线";

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    lettered(c, span).or_else(|| pair(c, span)).or_else(|| of_subway(c, span))
}

/// The line by its number, its letter or its name.
fn one(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let text = c.text(span);
    if let Some(line) = numbered(c, span) {
        return Some(line);
    }
    if let Some(known) = c.known_entry(span).filter(|entry| entry.kind() == "line") {
        return Some(vec![slots::entry(span.clone(), Role::Specific, &known)]);
    }
    lexicon::generics_at_end(text).next().filter(|word| word.class == "line")?;
    place::compose(c, span)?.renderings.into_iter().next()
}

/// 4号线: Line 4.
fn numbered(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    let digits = c.text(span).strip_suffix(NUMBERED)?;
    let (value, _) = number(digits).filter(|(_, bytes)| *bytes == digits.len())?;
    let mark = span.start + digits.len();
    let head = slots::word(mark..span.end, Role::Generic, line()?, false);
    Some(vec![head, texts(span.start..mark, Role::Ordinal, [value.to_string()], MODIFIERS)])
}

/// S2线: the letter and number stand behind, as with Line 4.
fn lettered(c: Composer, span: &Span) -> Option<Composed> {
    let mark = c.text(span).strip_suffix(LINE)?;
    let digits = mark.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    if digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let zh = span.start..span.start + mark.len();
    let head = slots::word(zh.end..span.end, Role::Generic, line()?, false);
    let mark = texts(zh, Role::Ordinal, [mark], MODIFIERS);
    Some(Composed { renderings: vec![vec![head.clone(), mark.clone()], vec![mark, head]], confidence: 0.85 })
}

/// 4号线大兴线: two lines that are run as one, with a hyphen as the operator writes them.
fn pair(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let split = text.find(NUMBERED).map(|at| at + NUMBERED.len()).filter(|at| *at < text.len())?;
    let first = numbered(c, &(span.start..span.start + split))?;
    let rest = span.start + split..span.end;
    // 10号线内环 is no pair.
    let second = one(c, &rest).filter(|_| c.text(&rest).ends_with(LINE))?;
    let mut hyphen = second.clone();
    hyphen[0].joint = "-";
    let hyphenated = [first.clone(), hyphen].concat();
    let and = [first, vec![slots::connector("and")], second].concat();
    Some(Composed { renderings: vec![hyphenated, and], confidence: 0.75 })
}

/// 地铁八通线: the name of a line says enough by itself.
fn of_subway(c: Composer, span: &Span) -> Option<Composed> {
    const SUBWAY: &str = "地铁";
    let name = c.text(span).strip_prefix(SUBWAY)?;
    let name = span.end - name.len()..span.end;
    let line = one(c, &name).filter(|_| c.text(&name).ends_with(LINE))?;
    let subway = texts(span.start..name.start, Role::Attribute, ["Subway", "Metro"], MODIFIERS);
    let full = [vec![subway], line.clone()].concat();
    Some(Composed { renderings: vec![line, full], confidence: 0.75 })
}

fn line() -> Option<&'static Word> {
    lexicon::word(LINE, Part::Generic)
}
