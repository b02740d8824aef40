//! `completeness/truncated`: the English breaks off: *Please Keep off the*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::fold;
use crate::wording::DANGLING;

pub static META: Meta = Meta {
    code: "completeness/truncated",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English breaks off",
        why: "A text that ends in an article, a preposition, an *and*, a comma or a hyphen was cut when it was copied or \
              did not fit its field.",
    },
    zh: Words { summary: "英文不完整", why: "以冠词、介词、and、逗号或连字符结尾的英文，多在复制或录入时被截断。" },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("请勿踩踏草坪", "Please Keep off the"),
        fires("失物招领", "Lost and"),
        fires("请排队，谢谢", "Please Line Up,"),
        good("请勿踩踏草坪", "Please Keep off the Grass"),
        good("中国平安", "PING AN"),
        good("维生素A", "Vitamin A"),
        good("4号线A", "Line 4 A"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let text = sign.en.trim_end();
    if sign.words.len() < 2 || sign.is_accepted_text() {
        return;
    }
    let last = sign.words.span(sign.words.len() - 1);
    let word = &text[last.clone()];
    let open_mark = text.ends_with([',', ';', '、', '，']) || text.ends_with('-') && !text.ends_with("--");
    // A letter that names a line, an exit or a vitamin is no article.
    let open_word = last.end == text.len() && DANGLING.contains(&fold(word).as_str()) && !(word.len() == 1 && word != "a");
    // A name may end in such a word: PING AN.
    if !open_mark && (!open_word || sign.is_accepted_wording()) {
        return;
    }
    let span = if open_word { last } else { text.len() - text.chars().next_back().map_or(0, char::len_utf8)..text.len() };
    let mut say = report.en(&META, span);
    if let Some(write) = sign.preferred() {
        say = say.suggest(write);
    }
    say.done();
}
