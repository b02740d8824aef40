//! `layout/broken-word`: a line ends inside a word.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::fold;

pub static META: Meta = Meta {
    code: "layout/broken-word",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a line ends inside a word",
        why: "Lines break between groups of sense, never inside a word or a name. Where a word was cut to fit the plate, a \
              smaller size or another break is better.",
    },
    zh: Words {
        summary: "单词被换行拆断",
        why: "换行应在意群之间，不得拆断单词或专名。放不下时应缩小字号或另择断行处。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("餐厅", "Restau-\nrant", "Restaurant"),
        bad("停车场入口", "Parking Entr\nance", "Parking Entrance"),
        bad("朝阳公园", "Chao\nyang Park", "Chaoyang Park"),
        bad("北京首都国际机场", "Beijing Capital Inter\nnational Airport", "Beijing Capital International Airport"),
        bad("信息中心", "Information Cen//ter", "Information Center"),
        good("小心地滑", "CAUTION\nWet Floor"),
        good("自助服务", "Self-\nService"),
        good("宣武门", "XUANWU\nMEN"),
        good("出口", "Exit 𠮷\nA"),
        good("入口/出口", "Entrance//Exit"),
    ],
};

/// What ends a line in a cell.
const BREAKS: [&str; 2] = ["\n", "//"];

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['\n', '/']) {
        return;
    }
    for line_break in BREAKS {
        for (at, _) in sign.en.match_indices(line_break) {
            let after = at + line_break.len();
            let before = sign.en[..at].trim_end_matches('\r');
            let open = before.strip_suffix('-').unwrap_or(before);
            let start = open.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
            let rest = &sign.en[after..];
            let end = after + rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            if is_one_word(sign, &fold(&open[start..]), &fold(&sign.en[after..end])) {
                report.en(&META, start..end).edit(sign.en, vec![(open.len()..after, String::new())]);
            }
        }
    }
}

/// Two pieces make a word of English that is not two, or one that the Chinese asks for where it asks for neither piece.
fn is_one_word(sign: &Analysed, head: &str, tail: &str) -> bool {
    if head.is_empty() || tail.len() < 2 {
        return false;
    }
    let english = English::standard();
    let whole = format!("{head}{tail}");
    let halves_are_words = english.is_word(head) && english.is_word(tail);
    let asked = |word: &str| sign.is_known_form_word(word);
    !halves_are_words && english.is_word(&whole) && !asked(head) || asked(&whole) && !asked(head) && !asked(tail)
}
