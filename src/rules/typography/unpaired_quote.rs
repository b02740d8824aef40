//! `typography/unpaired-quote`: a quotation mark has no partner.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "typography/unpaired-quote",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "a quotation mark has no partner",
        why: "A mark that opens and never closes, or closes what was never opened, is a slip of typing or the end of a text \
              that was cut.",
    },
    zh: Words {
        summary: "引号不配对", why: "引号有开无合或有合无开，多为录入失误或文字被截断。"
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        fires("“文明旅游”活动", "\"Civilized Tourism Campaign"),
        fires("“冰丝带”", "“Ice Ribbon"),
        fires("“冰丝带”", "\"Ice Ribbon”"),
        good("“冰丝带”", "“Ice Ribbon”"),
        good("“冰丝带”", "\"Ice Ribbon\""),
        good("55英寸电视", "55\" TV"),
        good("5英尺10英寸", "5'10\""),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['"', '“', '”']) {
        return;
    }
    let curly = |mark: char| sign.en.matches(mark).count();
    let straight: Vec<usize> =
        sign.en.match_indices('"').filter(|(at, _)| !is_inch(sign.en, *at)).map(|(at, _)| at).collect();
    let lone = if curly('“') != curly('”') && straight.is_empty() {
        sign.en.find(['“', '”'])
    } else if straight.len() % 2 == 1 && curly('“') + curly('”') == 0 {
        straight.last().copied()
    } else if straight.len() == 1 && curly('“') + curly('”') == 1 {
        // Opened with one kind and closed with the other.
        straight.first().copied()
    } else {
        None
    };
    let Some(at) = lone else { return };
    let width = sign.en[at..].chars().next().map_or(0, char::len_utf8);
    report.en(&META, at..at + width).done();
}

/// A straight mark behind a digit stands for inches or seconds.
fn is_inch(en: &str, at: usize) -> bool {
    en[..at].ends_with(|c: char| c.is_ascii_digit())
}
