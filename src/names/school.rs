//! Schools in short: 北京五中 is Beijing No. 5 Middle School.

use super::lexicon::{self, Part};
use super::parts::numeral;
use super::slots::{self, optional};
use super::{Composed, Composer, place};
use crate::expect::Role;
use crate::sign::Span;

/// How short names end, and the generic that they stand for.
const SHORT: [(&str, &str); 3] = [("中", "中学"), ("小", "小学"), ("幼", "幼儿园")];

/// 五中, 北京市三十五中: a region or none, a number, one character for the sort of school.
pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let (end, generic) = SHORT.iter().find(|(end, _)| text.ends_with(end))?;
    let head = span.end - end.len()..span.end;
    let (regions, number) = place::regions(c, &(span.start..head.start));
    let generic = lexicon::word(generic, Part::Generic)?;
    let mut slots = regions.iter().map(|region| place::region(c, region).map(optional)).collect::<Option<Vec<_>>>()?;
    slots.push(numeral(c, &number, generic, true)?);
    slots.push(slots::word(head, Role::Generic, generic, false));
    Some(Composed::one(slots, 0.7))
}
