//! `completeness/word-left-out`: a preposition stands before a conjunction or at the end: *Commission of and Development*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::JOINING;

pub static META: Meta = Meta {
    code: "completeness/word-left-out",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a word is left out between two small ones",
        why: "Of and for want a noun behind them, and a name does not end in them. Where another small word follows, or \
              nothing, the word that says what is missing.",
    },
    zh: Words {
        summary: "介词之后漏了词",
        why: "of、for 之后应有名词，名称也不能以它们结尾。其后紧接 and 或没有词，就是漏译了关键的词。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("住房和城乡建设委员会", "Commission of and Urban-Rural Development"),
        bad("平谷区财政局", "Pinggu District Bureau of", "Pinggu District Bureau of Finance"),
        fires("文化和旅游局", "Bureau of Culture and of"),
        good("平谷区财政局", "Pinggu District Bureau of Finance"),
        good("出入平安", "In and Out of Trouble"),
        good("残疾人专用", "For and by People with Disabilities"),
        good("前往", "What Are You Looking for?"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    if count < 2 || !sign.words.folds().any(|word| word == "of") || sign.is_accepted_wording() {
        return;
    }
    let joins = |at: usize| JOINING.contains(&sign.words.fold(at));
    let of = |at: usize| sign.words.fold(at) == "of";
    let apart = |at: usize| sign.en[sign.words.span(at).end..sign.words.span(at + 1).start] != *" ";
    let inside = (1..count - 1).find(|at| of(*at) && joins(*at + 1) && !apart(*at)).map(|at| at..at + 2);
    // A sentence may end in a preposition, and a line of a list may go on.
    let name = || sign.is_name() && !sign.en.trim_end().ends_with(|c: char| !c.is_alphanumeric());
    let at_end = || (of(count - 1) && name()).then_some(count - 1..count);
    let Some(words) = inside.or_else(at_end) else { return };
    let mut say = report.en(&META, sign.span(&words));
    if let Some(write) = sign.preferred().filter(|_| sign.is_name()) {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
