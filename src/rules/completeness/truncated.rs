//! `completeness/truncated`: the English breaks off: *Please Keep off the*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
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
    zh: Words {
        summary: "英文不完整", why: "以冠词、介词、and、逗号或连字符结尾的英文，多在复制或录入时被截断。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("请勿踩踏草坪", "Please Keep off the"),
        fires("失物招领", "Lost and"),
        fires("请排队，谢谢", "Please Line Up,"),
        fires("会议中心", "Conference C"),
        good("请勿踩踏草坪", "Please Keep off the Grass"),
        good("会议中心C", "Conference Center C"),
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
    // A complete text has a mark too many, which is another rule's.
    let open_mark = !sign.is_as_expected() && text.ends_with([',', ';', '、', '，'])
        || text.ends_with('-') && !text.ends_with("--");
    // A letter that names a line, an exit or a vitamin is no article.
    let open_word = last.end == text.len()
        && DANGLING.contains(&sign.words.fold(sign.words.len() - 1))
        && !(word.len() == 1 && word != "a");
    if let Some(write) = cut_inside(sign) {
        return report.en(&META, last).suggest(write).done();
    }
    // A name may end in such a word: PING AN.
    if !open_mark && (!open_word || sign.is_accepted_wording()) {
        return;
    }
    let span =
        if open_word { last } else { text.len() - text.chars().next_back().map_or(0, char::len_utf8)..text.len() };
    let mut say = report.en(&META, span);
    if let Some(write) = sign.preferred() {
        say = say.suggest(write);
    }
    say.done();
}

/// The standard's text where the English is its beginning and breaks off inside a word.
fn cut_inside(sign: &Analysed) -> Option<String> {
    /// Letters that are missing at least: fewer make a singular or a clipped word.
    const MISSING: usize = 3;
    let word = sign.words.fold(sign.words.len() - 1);
    // Clipped words are words: Lab, Expo. A letter alone names an exit, unless the Chinese has none.
    // The unit behind a figure is whole: 1 m.
    let unit = sign.words.len() > 1 && sign.words.fold(sign.words.len() - 2).starts_with(|c: char| c.is_ascii_digit());
    if unit || word.len() > 1 && English::standard().is_word(word) || sign.zh.bytes().any(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let letters = sign.words.all_letters();
    let written = sign.preferred()?;
    let whole = crate::text::Words::of(&written);
    let missing = whole.all_letters().strip_prefix(letters)?;
    let mut ends = 0;
    let at_end_of_word = whole.folds().any(|w| {
        ends += w.len();
        ends == letters.len()
    });
    (missing.len() >= MISSING && !at_end_of_word).then_some(written)
}
