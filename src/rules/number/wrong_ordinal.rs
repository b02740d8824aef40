//! `number/wrong-ordinal`: 第三 is *Second*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::fold;
use crate::text::numbers::{number, ordinal_digits, ordinal_word};

pub static META: Meta = Meta {
    code: "number/wrong-ordinal",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the ordinal differs",
        why: "Schools and hospitals are told apart by their ordinal alone; another one is another place.",
    },
    zh: Words {
        summary: "序数不一致", why: "学校、医院往往只靠序数区分，序数译错就成了另一家。"
    },
    citation: cite("gbt30240-1", "5.1.3"),
    examples: &[
        bad("北京大学第三医院", "Peking University Second Hospital", "Peking University Third Hospital"),
        bad("第五医学中心", "4th Medical Center", "5th Medical Center"),
        good("北京大学第三医院", "Peking University Third Hospital"),
        good("解放军第三〇四医院", "304th Hospital of the PLA"),
        good("第二教学楼", "Teaching Building 2"),
    ],
};

/// Ordinals that signs write out.
const WRITTEN_OUT: u32 = 10;

pub fn check(sign: &Analysed, report: &mut Report) {
    let mut marks = sign.zh.match_indices('第').filter_map(|(at, mark)| number(&sign.zh[at + mark.len()..]));
    let (Some((meant, _)), None) = (marks.next(), marks.next()) else { return };
    let written: Vec<(usize, u32)> =
        (0..sign.words.len()).filter_map(|w| Some((w, ordinal_in(sign.words.fold(w))?))).collect();
    let [(word, said)] = written.as_slice() else { return };
    let digits = meant.to_string();
    if *said == meant || sign.words.folds().any(|w| w == digits) {
        return;
    }
    let span = sign.words.span(*word);
    let old = &sign.en[span.clone()];
    let new = if old.starts_with(|c: char| c.is_ascii_digit()) { ordinal_digits(meant) } else { ordinal_word(meant) };
    report
        .en(&META, span)
        .message(format!("“{old}” is not 第{meant}: “{new}”"), format!("“{old}”与“第{meant}”不符，应为“{new}”"))
        .replace(sign.en, new);
}

fn ordinal_in(word: &str) -> Option<u32> {
    (1..=WRITTEN_OUT).find(|n| fold(&ordinal_word(*n)) == word).or_else(|| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let value: u32 = digits.parse().ok()?;
        (ordinal_digits(value) == word).then_some(value)
    })
}
