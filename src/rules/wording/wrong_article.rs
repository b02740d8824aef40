//! `wording/wrong-article`: *a* before a vowel sound or *an* before a consonant: *a exit*, *an university*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "wording/wrong-article",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "a for an, or an for a",
        why: "The article follows the sound of the next word: an exit, an hour; a gate, a university.",
    },
    zh: Words {
        summary: "冠词 a/an 误用", why: "冠词随后一词的读音而定：an exit、an hour；a gate、a university。"
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("请取一个信封", "Please Take a Envelope", "Please Take an Envelope"),
        bad("大学", "An University", "A University"),
        good("天安门", "Tian an men Square"),
        good("请等一小时", "Please Wait an Hour"),
        good("A出口", "A Exit"),
        good("A区入口", "Area A Entrance"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 0..sign.words.len().saturating_sub(1) {
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        if !matches!(written, "a" | "an" | "A" | "An") {
            continue;
        }
        let next = sign.words.fold(at + 1);
        let next_span = sign.words.span(at + 1);
        // A capital A names a gate or a zone; initials are read letter by letter.
        let article = matches!(written, "a" | "an")
            || written == "An" && at == 0
            || written == "A" && at == 0 && sign.en.starts_with("A ") && next.len() > 3;
        let spelt =
            sign.en[next_span.clone()].chars().all(char::is_uppercase) || !next.bytes().all(|b| b.is_ascii_lowercase());
        let apart = sign.en[span.end..next_span.start].trim().is_empty();
        // 安 is no article: Tian an men.
        let is_pinyin = || sign.syllables().words.iter().any(|r| r.word == at);
        if !article
            || is_pinyin()
            || spelt
            || !apart
            || !english.is_word(next)
            || (written == "A" && sign.zh_has(['A', 'Ａ', '甲']))
        {
            continue;
        }
        let right = english.article(next);
        if right.eq_ignore_ascii_case(written) || written == "A" && right == "a" {
            continue;
        }
        let with = if written.starts_with('A') { sign.in_case_of("Aa", right) } else { right.to_owned() };
        if with != written && !(written == "A" && sign.entries().is_empty() && next == "exit") {
            report.en(&META, span).replace(sign.en, with);
        }
    }
}
