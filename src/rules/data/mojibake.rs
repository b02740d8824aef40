//! `data/mojibake`: the text was decoded in a wrong encoding.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "data/mojibake",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the text was saved or read in a wrong encoding",
        why: "Replacement characters (�) and sequences such as â€™, Ã©, 锟斤拷 come from reading bytes in the wrong \
              encoding. What was there is lost: take the text from its source again.",
    },
    zh: Words {
        summary: "文本编码错误（乱码）",
        why: "�、â€™、Ã©、锟斤拷 等为编码错误产生的乱码，原文已失，应从来源重新取得。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("儿童医院", "Childrenâ€™s Hospital"),
        fires("咖啡厅", "Caf\u{fffd}"),
        fires("出口", "å‡ºå\u{8f}£"),
        fires("出口", "ï»¿Exit"),
        good("咖啡厅的", "“Café’s” Bar"),
        good("咖啡厅", "Café"),
        good("儿童医院", "Children’s Hospital"),
    ],
};

static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\u{FFFD}+|ï»¿|[ä-é][\u{80}-\u{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}|â€[\u{80}-\u{9F}™œ˜”“–—¦]|Ã[\u{80}-\u{BF}]|Â[\u{A0}-\u{BF}]|锟斤拷|烫烫烫|ï¿½").expect("a constant pattern")
});

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en.is_ascii()
        && let Some(found) = SIGNS.find(sign.en)
    {
        report.en(&META, found.range());
    }
    if let Some(found) = SIGNS.find(sign.zh) {
        report.zh(&META, found.range());
    }
}
