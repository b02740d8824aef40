//! `typography/stray-mark`: a text begins or ends with a mark that joins what is not there: *Toilet;*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::has_han;

pub static META: Meta = Meta {
    code: "typography/stray-mark",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a mark at the edge joins nothing",
        why: "Commas, semicolons, slashes and hyphens stand between two things. At the beginning or the end of a text they \
              were left over when it was cut out of a list.",
    },
    zh: Words {
        summary: "首尾多余的标点",
        why: "逗号、分号、斜线、连字符用在两项之间；出现在开头或末尾，多为从列表中复制时遗留。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("卫生间", "Toilet;", "Toilet"),
        bad("卫生间", ",Toilet", "Toilet"),
        bad("请排队", "Please Line Up,", "Please Line Up"),
        bad("卫生间", "Toilet /", "Toilet"),
        good("卫生间：", "Toilet:"),
        good("电话", "Tel:"),
        good("请稍候……", "Please Wait..."),
        good("零下一层", "-1F"),
        good("负一层", "–1F"),
        good("有限公司", "Co., Ltd."),
        good("请爱护：", "Please take care of:"),
        good("C++编程室", "C++"),
        good("A+", "A+"),
    ],
};

/// Marks that stand between two things.
const JOINING: [char; 9] = [',', ';', '/', '、', '，', '；', '&', '-', '|'];
/// Marks of the Chinese behind which something follows.
const OPEN: [char; 12] = ['，', '、', '；', '：', ':', ',', ';', '—', '-', '…', '/', '.'];

pub fn check(sign: &Analysed, report: &mut Report) {
    // Of several lines one may be a heading; a text that is no translation has marks of its own.
    if sign.words.is_empty() || !has_han(sign.zh) || sign.en_has(['\n']) || sign.is_accepted_text() {
        return;
    }
    let (text, zh) = (sign.en.trim(), sign.zh.trim());
    let start = sign.en.len() - sign.en.trim_start().len();
    let body = text.trim_start_matches(|c| JOINING.contains(&c) || c == ' ');
    // A hyphen before a figure is a minus; before a word of a list it is a dash.
    let leads = body.len() < text.len() && body.starts_with(char::is_alphabetic) && !zh.starts_with(JOINING);
    if leads {
        let span = start..start + text.len() - body.len();
        report.en(&META, span).replace(sign.en, "");
        return;
    }
    let end = start + text.len();
    let body = text.trim_end_matches(|c| JOINING.contains(&c) || c == ' ');
    // What breaks off is another rule's: here the words are all there, or there is but one.
    let whole = sign.is_as_expected() || sign.words.len() == 1;
    if body.len() == text.len() || zh.ends_with(OPEN) || !whole || text.ends_with("--") {
        return;
    }
    report.en(&META, start + body.len()..end).replace(sign.en, "");
}
