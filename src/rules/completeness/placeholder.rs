//! `completeness/placeholder`: a note of the translator or a machine's error message stands for the English.
//!
//! *TRANSLATE SERVER ERROR* has hung over a restaurant: the text was printed without anyone reading it.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "completeness/placeholder",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a placeholder stands for the English",
        why: "TODO, xxx, “Translate server error” and the like are marks of unfinished work, not a text for readers.",
    },
    zh: Words {
        summary: "英文是占位文字",
        why: "TODO、xxx、“Translate server error” 之类是未完成的标记或机器报错，不是给读者看的译文。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("茶馆", "Translate server error"),
        fires("出口", "TODO"),
        fires("出口", "xxx"),
        good("餐厅", "Restaurant"),
        fires("出口", "Translate"),
        good("翻译服务", "Translation Service"),
        good("翻译", "Translation"),
    ],
};

static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)^[!-/:-@\[-`{-~\x20]*(?:todo|fixme|tbd|tbc|tba|n/a|null|none|undefined|nan|x{3,}|\?{2,}|placeholder|英文|待译)[!-/:-@\[-`{-~\x20]*$
          | translat(?:e|ion|or)\x20+(?:server\x20+)?(?:error|fail)
          | (?:http\x20*)?(?:error\x20+40[34]|404\x20+not\x20+found) | page\x20+not\x20+found
          | lorem\x20+ipsum | \#(?:REF|N/A|VALUE|NAME)[!?]?
          | ^[!-/:-@\[-`{-~\x20]*(?:please\x20+)?(?:insert|enter|add)\x20+(?:the\x20+)?(?:text|translation|english)",
    )
    .expect("a constant pattern")
});

/// A task, where the Chinese does not speak of translating.
static TASK: LazyLock<Regex> = LazyLock::new(|| {
    let task = r"(?i)^\W*(?:to\s+be\s+|please\s+|needs?\s+|missing\s+|no\s+)?translat(?:e|ed|ion)(?:\s+(?:me|this|here|needed|required|missing|pending))?\W*$";
    Regex::new(task).expect("a constant pattern")
});

pub fn check(sign: &Analysed, report: &mut Report) {
    let task = || TASK.find(sign.en).filter(|_| !sign.zh_has(['译']));
    let Some(found) = PLACEHOLDER.find(sign.en).or_else(task) else { return };
    let mut say = report.en(&META, found.range());
    if let Some(write) = sign.sure_text() {
        say = say.rewrite(sign.en, write);
    } else if let Some(write) = sign.preferred() {
        say = say.suggest(write);
    }
    say.done();
}
