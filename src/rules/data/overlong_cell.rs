//! `data/overlong-cell`: a cell is far longer than any sign.
//!
//! Most often a quote is missing in the file, or a whole document was pasted. No other rule looks at such a cell.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "data/overlong-cell",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "the cell is longer than any sign",
        why: "A cell of thousands of characters is no sign: a quote is missing in the file, or a document was pasted. \
              It is not checked further.",
    },
    zh: Words {
        summary: "单元格过长，不像标识文本",
        why: "数千字的单元格不是标识：可能文件缺少引号，或误粘贴了整篇文档。该单元格不再检查。",
    },
    citation: cite("signlint", ""),
    examples: &[fires("景区介绍", LONG), good("景区介绍", "Introduction")],
};

/// A text longer than the limit.
const LONG: &str = {
    const LETTERS: [u8; crate::analyse::LONGEST_CELL + 1] = [b'a'; crate::analyse::LONGEST_CELL + 1];
    match std::str::from_utf8(&LETTERS) {
        Ok(text) => text,
        Err(_) => "",
    }
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_overlong() {
        let count = sign.en.chars().count().max(sign.zh.chars().count());
        report.en(&META, 0..0).message(
            format!("the cell holds {count} characters and is not checked"),
            format!("单元格有 {count} 个字符，未检查"),
        );
    }
}
