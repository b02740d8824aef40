//! `spelling/confused-word`: a slip that makes another real word: *Fee Parking* for *Free Parking*.
//!
//! No spelling checker sees it; the Chinese gives it away. The word is flagged only where the expected one is
//! nearly the same, and is missing from the sign.

use crate::analyse::Analysed;
use crate::english::English;
use crate::english::distance::within;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "spelling/confused-word",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a slip that makes another word",
        why: "The word is English, but one letter away from the word that this Chinese asks for: it says something \
              else, often something absurd.",
    },
    zh: Words {
        summary: "拼写差一字母，成了另一个词",
        why: "该词虽是英文单词，但与中文所需的词只差一个字母，意思已变，往往可笑。",
    },
    citation: cite("gbt30240-1", "4.2.3"),
    examples: &[
        bad("免费停车", "Fee Parking", "Free Parking"),
        bad("公园", "Pork", "Park"),
        good("停车场", "Parking"),
        good("免费停车", "Free Parking"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.words.len() > 8 {
        return;
    }
    let english = English::standard();
    for at in 0..sign.words.len() {
        let word = sign.words.fold(at);
        if word.len() < 3 || !english.is_word(word) || english.is_function_word(word) || sign.is_known_form_word(word) {
            continue;
        }
        let expected = sign.expected_words();
        let related = |other: &str| english.same_noun(word, other) || english.same_spelling(word, other);
        if expected.iter().any(|e| related(e)) {
            continue;
        }
        let present = |other: &str| sign.words.folds().any(|w| w == other || english.same_noun(w, other));
        let Some(meant) = expected
            .iter()
            .filter(|e| e.len() >= 3 && e.len().max(word.len()) >= 4 && within(e, word, 1) && !english.is_function_word(e))
            .find(|e| !present(e))
        else {
            continue;
        };
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        let with = sign.in_case_of(written, meant);
        report
            .en(&META, span)
            .message(
                format!("“{written}” is another word: the Chinese asks for “{with}”"),
                format!("“{written}”是另一个词，按中文应为“{with}”"),
            )
            .replace(sign.en, with);
    }
}
