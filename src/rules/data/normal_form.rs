//! `data/normal-form`: a letter is composed of two characters, so that equal texts differ.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use unicode_normalization::{UnicodeNormalization, is_nfc};

pub static META: Meta = Meta {
    code: "data/normal-form",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "letters are stored in parts",
        why: "A letter with a mark can be stored as one character or as letter and mark. Files mix both when they come \
              from different systems; then equal names are not found equal. NFC, one character, is what signs' data use.",
    },
    zh: Words {
        summary: "字符未按 NFC 规范存储",
        why: "带符号的字母可存为一个字符，也可存为字母加符号。混用时同名不相等，应统一用单字符形式（NFC）。",
    },
    citation: cite("signlint", ""),
    examples: &[bad("吕家", "Lu\u{308}jia", "L\u{fc}jia"), good("吕家", "L\u{fc}jia")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en.is_ascii() && !is_nfc(sign.en) {
        report.en(&META, 0..sign.en.len()).rewrite(sign.en, sign.en.nfc().collect::<String>());
    }
}
