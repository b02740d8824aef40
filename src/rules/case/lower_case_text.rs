//! `case/lower-case-text`: the whole English of a sign stands in small letters: *auspicious clouds*.

use crate::analyse::Analysed;
use crate::diff::is_light;
use crate::english::English;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::{LetterCase, has_han, in_style_of, letter_case};

pub static META: Meta = Meta {
    code: "case/lower-case-text",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English stands in small letters",
        why: "Words and short phrases on signs take headline case: the first word and all full words begin with a \
              capital. A sentence begins with a capital. Where the words are the standard's or several forms are listed, the \
              small letters may be the list's and not the sign's: that is only pointed out.",
    },
    zh: Words {
        summary: "英文全部小写",
        why: "标识上的词和短语用标题式大小写：首词及实词首字母大写；句子首字母大写。用词符合标准或并列多种译法的，小写可能只是清单的写法，仅作提示。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("祥云", "auspicious clouds", "Auspicious Clouds"),
        bad("饮用水", "drinking water", "Drinking Water"),
        bad("请勿吸烟", "no smoking", "No Smoking"),
        good("祥云", "Auspicious Clouds"),
        good("限速5公里", "5 km/h"),
        good("网址", "www.beijing.gov.cn"),
        good("上午", "am"),
    ],
};

/// Longer texts are sentences, of which only the first word takes a capital.
const LONGEST_PHRASE: usize = 8;

pub fn check(sign: &Analysed, report: &mut Report) {
    let address = sign.en_has(['@', '/', '_']) || sign.en.contains("www.") || sign.en_has_digit();
    if letter_case(sign.en) != LetterCase::Lower || address || !has_han(sign.zh) || sign.is_name() {
        return;
    }
    let english = English::standard();
    let is_known =
        |word: &str| word.len() > 2 && word.contains(['a', 'e', 'i', 'o', 'u', 'y']) && english.is_word(word);
    let known = sign.words.folds().any(is_known);
    if !known || sign.is_accepted_text() {
        return;
    }
    let write = as_listed(sign).unwrap_or_else(|| capitalised(sign, english));
    let has_word_of_entry = || sign.words.folds().any(|w| !is_light(english, w) && sign.expected_words().contains(w));
    let of_a_list =
        sign.is_as_expected() || sign.en_has(['|', ';']) || !sign.entries().is_empty() && has_word_of_entry();
    let level = if of_a_list { Level::Info } else { META.level };
    report.en(&META, 0..sign.en.len()).level(level).rewrite(sign.en, write);
}

/// The form of the standard that differs in case alone, or the one that it prefers.
fn as_listed(sign: &Analysed) -> Option<String> {
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let same = |text: &str| bare(&in_style_of(text, sign.en)) == bare(sign.en);
    let listed = sign.listed_before(Standing::Deprecated).find(|text| same(text));
    listed.map(|text| in_style_of(text, sign.en)).or_else(|| sign.preferred().filter(|_| sign.is_as_expected()))
}

fn capitalised(sign: &Analysed, english: &English) -> String {
    let phrase = sign.words.len() <= LONGEST_PHRASE;
    let mut text = sign.en.to_owned();
    for at in (0..sign.words.len()).rev() {
        let fold = sign.words.fold(at);
        let small = fold.len() <= 3 && english.is_function_word(fold);
        if at == 0 || phrase && !small {
            let span = sign.words.span(at);
            let word = sign.in_case_of("Aa", &sign.en[span.clone()]);
            text.replace_range(span, &word);
        }
    }
    text
}
