//! `notice/contraction`: *Don't*, *Can't*: signs write the words in full.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::NOT;

pub static META: Meta = Meta {
    code: "notice/contraction",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "a contraction",
        why: "Contractions belong to talk. Signs write Do Not, Cannot, It Is; readers with little English know these forms \
              better, and the official tables have no other. A ban that begins with Don't is a warning.",
    },
    zh: Words {
        summary: "使用了缩约形式",
        why: "Don't、Can't 等是口语。标识写 Do Not、Cannot、It Is，更正式也更易懂，官方词表从不使用缩约形式；禁止、劝阻用语写作 Don't 的，按警告处理。",
    },
    citation: cite("db11t334-2006", "4.8.3"),
    examples: &[
        bad("请勿触摸", "Don't Touch", "Do Not Touch"),
        bad("不能带走", "You can’t take it away.", "You cannot take it away."),
        good("请勿触摸", "Do Not Touch"),
        good("老舍茶馆", "Lao She's Teahouse"),
    ],
};

/// How a contraction ends, and the word that the apostrophe swallowed.
const ENDINGS: [(&str, &str); 1] = [("n't", " not")];

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['\'', '’']) {
        return;
    }
    for at in 0..sign.words.len() {
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        let plain = written.replace('’', "'").to_lowercase();
        let Some((verb, not)) = ENDINGS.iter().find_map(|(end, word)| Some((plain.strip_suffix(end)?, word))) else {
            continue;
        };
        let full = match verb {
            "ca" => "cannot".to_owned(),
            "wo" => format!("will{not}"),
            "sha" => format!("shall{not}"),
            _ => format!("{verb}{not}"),
        };
        let upper = |i: usize| sign.en[sign.words.span(i)].starts_with(char::is_uppercase);
        let small =
            |i: usize| sign.words.fold(i).len() <= 3 && English::standard().is_function_word(sign.words.fold(i));
        let headline = sign.words.len() > 1 && (0..sign.words.len()).all(|i| upper(i) || small(i));
        let with: String = if sign.is_all_capitals() {
            full.to_uppercase()
        } else if headline {
            full.split(' ').map(|word| sign.in_case_of("Aa", word)).collect::<Vec<_>>().join(" ")
        } else {
            sign.in_case_of(written, &full)
        };
        // A ban by Don't is against the form of notices; elsewhere a contraction is a matter of style.
        let bans = verb == "do" && !sign.is_accepted_wording() && sign.zh_holds_any(NOT);
        report.en(&META, span).level(if bans { Level::Warning } else { Level::Info }).replace(sign.en, with);
    }
}
