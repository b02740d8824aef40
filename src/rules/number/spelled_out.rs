//! `number/spelled-out`: a number that the Chinese gives in figures is written out: *Terminal Two*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::digits_in;
use crate::wording::NUMERAL;

pub static META: Meta = Meta {
    code: "number/spelled-out",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a number is written out",
        why: "Signs give numbers in figures, as tickets and boards do: Terminal 2, Gate 12, Row 5.",
    },
    zh: Words {
        summary: "数字写成了英文单词",
        why: "标识上的数字用阿拉伯数字，与车票、显示屏一致：Terminal 2、Gate 12、Row 5。",
    },
    citation: cite("gbt30240-2", ""),
    examples: &[
        bad("2号航站楼", "Terminal Two", "Terminal 2"),
        good("2号航站楼", "Terminal 2"),
        good("请排成一队", "Please Form One Line"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || sign.en_has_digit() || sign.is_accepted_text() {
        return;
    }
    let found = digits_in(sign.zh);
    let [(.., digits)] = found.as_slice() else { return };
    let Some(word) = digits.parse::<usize>().ok().and_then(|value| NUMERAL.get(value)) else { return };
    if let Some(at) = (0..sign.words.len()).find(|at| sign.words.fold(*at) == *word) {
        report.en(&META, sign.words.span(at)).replace(sign.en, digits.clone());
    }
}
