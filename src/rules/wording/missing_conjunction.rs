//! `wording/missing-conjunction`: *Lost Found* for 失物招领: two words that *and* joins stand side by side.

use crate::analyse::Analysed;
use crate::diff::{Diff, Op};
use crate::expect::{Rendering, Standing};
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "wording/missing-conjunction",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the “and” is missing",
        why: "Without its and, the first of two words reads as a description of the second: Lost Found, Food Beverage. A sign \
              that is short of room writes & or a slash.",
    },
    zh: Words { summary: "缺少并列连词", why: "并列的两个词之间缺少 and，前一个词就成了后一个词的定语。版面不够时可写 & 或斜线。" },
    citation: cite("signlint", ""),
    examples: &[
        bad("失物招领", "Lost Found", "Lost and Found"),
        bad("首末班车", "First Last Train", "First and Last Train"),
        good("失物招领", "Lost and Found"),
        good("失物招领", "Lost & Found"),
        good("首末班车", "First/Last Train"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(expectation) = &sign.expectation else { return };
    if sign.words.len() < 2 {
        return;
    }
    let entries = expectation.renderings.iter().filter(|r| r.slots.len() == 1).flat_map(|r| &r.slots[0].forms);
    let listed = entries.filter(|form| form.standing <= Standing::Allowed).map(|form| form.text.clone());
    let composed = expectation.renderings.iter().filter(|r| r.slots.len() > 1).map(Rendering::text);
    // First/Last has the same words; its slash is its conjunction.
    let forms: Vec<String> = listed.chain(composed).filter(|text| !text.contains('/')).collect();
    let longer = |text: &&String| crate::text::Words::count(text) == sign.words.len() + 1;
    if forms.iter().any(|text| text.eq_ignore_ascii_case(sign.en)) || !forms.iter().any(|text| longer(&text)) {
        return;
    }
    let Some((_, diff)) = Diff::nearest(forms.iter().map(String::as_str), &sign.words) else { return };
    // Nothing but the conjunction may be lacking.
    let kept = |op: &Op| matches!(op, Op::Same { .. } | Op::Variant { .. });
    let place = diff.ops.iter().position(|op| matches!(*op, Op::Lacking { form } if matches!(diff.form.fold(form), "and" | "or")));
    let Some(place) = place.filter(|at| diff.ops.iter().enumerate().all(|(i, op)| i == *at || kept(op))) else { return };
    let (Some(Op::Same { word: before, .. } | Op::Variant { word: before, .. }), Op::Lacking { form }) = (place.checked_sub(1).map(|at| diff.ops[at]), diff.ops[place]) else { return };
    if before + 1 >= sign.words.len() {
        return;
    }
    let gap = sign.words.span(before).end..sign.words.span(before + 1).start;
    if sign.en[gap.clone()] != *" " {
        return;
    }
    let word = sign.in_case_of(&sign.en[sign.words.span(before)], diff.form.fold(form));
    let word = if sign.is_all_capitals() { word } else { word.to_lowercase() };
    report.en(&META, gap).replace(sign.en, format!(" {word} "));
}
