//! `regulation/foreign-text-alone`: a sign has English and no Chinese.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "regulation/foreign-text-alone",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "the sign has English and no Chinese",
        why: "A public sign is written in standard Chinese; a foreign text is added to it and does not stand alone. \
              Where the cell was merely left empty, fill it.",
    },
    zh: Words {
        summary: "只有外文，没有中文",
        why: "公共场所标识应以规范汉字为基本用字，外文与中文同时使用，不得单独使用外文。若只是漏填，请补上中文。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("", "Staff Only"),
        good("员工专用", "Staff Only"),
        good("", ""),
        good("", "A12"),
        good("VIP", "VIP"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    if sign.zh.trim().is_empty() && sign.words.folds().any(|w| w.len() > 2 && english.is_word(w)) {
        report.en(&META, 0..sign.en.len());
    }
}
