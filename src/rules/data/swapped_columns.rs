//! `data/swapped-columns`: the Chinese stands in the English cell and the English in the Chinese one.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::{Words as TextWords, has_han, is_han};

pub static META: Meta = Meta {
    code: "data/swapped-columns",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the two languages have changed places",
        why: "The Chinese cell holds English and the English cell Chinese: a row was pasted the wrong way round, and \
              whatever is made of it will show each text in the other's place.",
    },
    zh: Words {
        summary: "中英文栏位颠倒",
        why: "中文栏是英文而英文栏是中文，说明该行粘贴时左右颠倒，制成标识会互换位置。",
    },
    citation: cite("signlint", ""),
    examples: &[fires("Exit", "出口"), good("出口", "Exit"), good("WiFi", "WiFi"), good("KTV", "KTV包房")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if has_han(sign.zh) || !sign.en.chars().filter(|c| c.is_alphabetic()).all(is_han) || !has_han(sign.en) {
        return;
    }
    let english = English::standard();
    if TextWords::of(sign.zh).folds().any(|w| w.len() > 2 && english.is_word(w)) {
        report.en(&META, 0..sign.en.len());
    }
}
