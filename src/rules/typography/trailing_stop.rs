//! `typography/trailing-stop`: a full stop closes a short text in headline case.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::STOPPED;

pub static META: Meta = Meta {
    code: "typography/trailing-stop",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "a full stop after a short sign text",
        why: "Text in headline case or in capitals takes no full stop, even where it is a sentence; a whole sentence \
              in sentence case does.",
    },
    zh: Words {
        summary: "短语末尾多了句点",
        why: "按标题式或全大写书写的标识文字末尾不加句点；完整句子按句子式书写时可加。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("请勿触摸", "Do Not Touch.", "Do Not Touch"),
        good("请勿触摸", "Do Not Touch"),
        good("爱护环境，人人有责", "Protect the environment.\nIt's everyone's duty."),
        good("请站在黄线后", "Please stand behind the yellow line."),
        good("有限公司", "Sign Co., Ltd."),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(text) = sign.en.strip_suffix('.') else { return };
    if text.ends_with('.')
        || [". ", ".\n", ".\r", ".//"].iter().any(|end| text.contains(end))
        || sign.words.len() > 8
        || sign.words.is_empty()
    {
        return;
    }
    let last = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let headline = sign.words.len() == 1
        || (1..sign.words.len()).any(|at| {
            let word = &sign.en[sign.words.span(at)];
            word.len() > 3 && word.chars().next().is_some_and(char::is_uppercase)
        });
    // A stop may belong to an abbreviation: Ltd., W.C., No.
    if last.len() <= 4 && last.len() != text.len() && !crate::english::English::standard().is_word(last)
        || last.len() < 3
    {
        return;
    }
    if headline && !STOPPED.contains(&last.to_ascii_lowercase().as_str()) {
        let at = sign.en.len() - 1;
        report.en(&META, at..at + 1).edit(sign.en, vec![(at..at + 1, String::new())]);
    }
}
