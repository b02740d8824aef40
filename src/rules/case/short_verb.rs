//! `case/short-verb`: a short verb or pronoun stands small in a headline: *This Area is Under Video Surveillance*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::{LetterCase, letter_case};
use crate::wording::SHORT_VERB;

pub static META: Meta = Meta {
    code: "case/short-verb",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "a short verb or pronoun lacks its capital",
        why: "Verbs and pronouns are full words, however short: Is, Are, Be, You, It take a capital in headline case. \
              Only articles, conjunctions and short prepositions are small.",
    },
    zh: Words {
        summary: "短动词或代词未大写",
        why: "动词和代词无论长短都是实词：标题式中 Is、Are、Be、You、It 首字母大写；只有冠词、连词和短介词小写。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("本区域有视频监控", "This Area is Under Video Surveillance", "This Area Is Under Video Surveillance"),
        good("本区域有视频监控", "This Area Is Under Video Surveillance"),
        good("请站在黄线后", "Please stand where it is safe."),
    ],
};

/// Full words that must have a capital before headline case is certain.
const HEADLINE: usize = 3;
/// Letters of a full word.
const FULL_WORD: usize = 4;

pub fn check(sign: &Analysed, report: &mut Report) {
    if letter_case(sign.en) != LetterCase::Mixed || sign.is_accepted_text() {
        return;
    }
    let word = |at: usize| &sign.en[sign.words.span(at)];
    let upper = |at: usize| word(at).starts_with(char::is_uppercase);
    let full = || (0..sign.words.len()).filter(|at| word(*at).len() >= FULL_WORD);
    if full().count() < HEADLINE || !full().all(upper) {
        return;
    }
    let edits: Vec<_> = (1..sign.words.len())
        .filter(|at| SHORT_VERB.contains(&word(*at)))
        .map(|at| (sign.words.span(at), sign.in_case_of("Aa", word(at))))
        .collect();
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}
