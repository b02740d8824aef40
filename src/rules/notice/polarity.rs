//! `notice/polarity`: the Chinese forbids and the English does not, or the other way round.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{DENY, FORBID, NEGATIVE};

pub static META: Meta = Meta {
    code: "notice/polarity",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "one language forbids, the other does not",
        why: "A prohibition without its No or Do Not tells the reader to do what is forbidden: Smoking for 禁止吸烟.",
    },
    zh: Words {
        summary: "一方禁止，另一方未禁止",
        why: "禁止类告示的英文漏掉 No 或 Do Not，就成了允许甚至鼓励：禁止吸烟译成 Smoking。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("禁止吸烟", "Smoking"),
        fires("请勿触摸", "Please Touch"),
        fires("吸烟区", "No Smoking Area"),
        good("禁止吸烟", "No Smoking"),
        good("禁止入内", "Keep Out"),
        good("非吸烟区", "No Smoking Area"),
        good("闲人免进", "No Admittance"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || sign.words.len() > 14 || sign.is_as_expected() {
        return;
    }
    let says_no = sign.words.folds().any(|w| NEGATIVE.contains(&w));
    let forbids = FORBID.iter().any(|mark| sign.zh.starts_with(mark) || sign.zh.starts_with('请') && sign.zh[3..].starts_with(mark));
    let begins_with_no = sign.words.fold(0) == "no" && !sign.en.starts_with("No.") && !sign.en.starts_with("NO.");
    let number_after = sign.words.len() > 1 && sign.words.fold(1).bytes().any(|b| b.is_ascii_digit());
    let message = if forbids && !says_no {
        ("the Chinese forbids, the English does not", "中文为禁止，英文没有禁止的意思")
    } else if begins_with_no && !number_after && !DENY.iter().any(|mark| sign.zh.contains(mark)) {
        ("the English forbids, the Chinese does not", "英文为禁止，中文没有禁止的意思")
    } else {
        return;
    };
    let mut say = report.en(&META, 0..sign.en.len()).message(message.0, message.1);
    if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
