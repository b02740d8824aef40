//! `case/camel-case`: a capital stands inside a word: *ShangHai*, *WelCome*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::{Origin, Role};
use crate::finding::Level;
use crate::pinyin;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::fold;
use crate::wording::{BODY, FACILITY, OWNER};

pub static META: Meta = Meta {
    code: "case/camel-case",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a capital inside a word",
        why: "A romanised name has one capital for each written unit, not one for each syllable: Xidan, never XiDan. \
              English words have none inside. A firm spells its own name as it likes: that is only pointed out.",
    },
    zh: Words {
        summary: "单词中间出现大写字母",
        why: "地名拼写以词为单位首字母大写，不按音节大写：Xidan，不作 XiDan。英文单词中间不应有大写。企业自定的拼法仅作提示。",
    },
    citation: cite("pinyin-1984", "clause 10"),
    examples: &[
        bad("上海", "ShangHai", "Shanghai"),
        bad("欢迎", "WelCome", "Welcome"),
        bad("卫生间", "TOilet", "Toilet"),
        good("个人电脑", "PCs"),
        good("iPhone维修", "iPhone Repair"),
        good("微信支付", "WeChat Pay"),
        good("无线网络", "WiFi"),
        good("上海", "SHANGHAI"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for at in 0..sign.words.len() {
        let span = sign.words.span(at);
        let word = &sign.en[span.clone()];
        let bytes = word.as_bytes();
        let humps = bytes.windows(2).any(|w| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase());
        if !(humps || is_held_shift(bytes))
            || is_prefixed(word)
            || English::standard().is_camel(word)
            || sign.is_written_as_listed(word)
            || !word.bytes().all(|b| b.is_ascii_alphabetic())
        {
            continue;
        }
        let mut mended = word[..1].to_owned();
        mended.push_str(&word[1..].to_ascii_lowercase());
        let folded = sign.words.fold(at);
        let is_pinyin_of_sign = pinyin::splits(folded) && sign.pinyin_letters().contains(folded);
        if is_pinyin_of_sign || English::standard().is_word(folded) {
            let level = if may_be_a_brand(sign, word, folded) { Level::Info } else { META.level };
            report
                .en(&META, span)
                .level(level)
                .message(
                    format!("“{word}” has a capital inside: “{mended}”"),
                    format!("“{word}”中间有大写字母，应为“{mended}”"),
                )
                .replace(sign.en, mended);
        } else if stuck_pinyin_and_english(sign, word) {
            let mut say = report
                .en(&META, span)
                .message(format!("“{word}” is several words stuck together"), format!("“{word}”为多个词粘连"));
            if let Some(write) = sign.preferred() {
                say = say.suggest(write);
            }
            say.done();
        }
    }
}

/// A small letter before a word with a capital is a product's name: iPhone, eSports.
fn is_prefixed(word: &str) -> bool {
    let is_word = |rest: &str| rest.starts_with(|c: char| c.is_ascii_uppercase()) && English::standard().is_word(rest);
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.get(1..).is_some_and(is_word)
}

/// The shift key was held too long: *TOilet*. Plurals of initials (PCs, ATMs) end in one small letter.
fn is_held_shift(word: &[u8]) -> bool {
    let small = word.iter().skip(2).all(u8::is_ascii_lowercase);
    word.len() > 3 && word[..2].iter().all(u8::is_ascii_uppercase) && small
}

/// No place, facility or word that the Chinese is known to speak of: then the owner may spell it so (*DiDi*, *eSports*).
fn may_be_a_brand(sign: &Analysed, word: &str, folded: &str) -> bool {
    if word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return true;
    }
    if !sign.pinyin_letters().contains(folded) {
        return !sign.is_meant(folded);
    }
    let slots = || sign.expectation.iter().flat_map(|e| &e.renderings).flat_map(|r| &r.slots);
    let is_region = slots().any(|s| s.role == Role::Region && s.forms.iter().any(|f| fold(&f.text) == folded));
    let known = sign.expectation.as_ref().is_some_and(|e| e.origin != Origin::Romanised);
    let owner = sign.generic();
    !is_region
        && (!known
            || owner
                .is_some_and(|g| FACILITY.contains(&g.class) || BODY.contains(&g.class) || OWNER.contains(&g.class)))
}

/// Each hump is a syllable of the Chinese or an English word, and at least one is a syllable: *BeiJingSouth*.
fn stuck_pinyin_and_english(sign: &Analysed, word: &str) -> bool {
    let mut pieces: Vec<String> = Vec::new();
    for c in word.chars() {
        if c.is_ascii_uppercase() || pieces.is_empty() {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c.to_ascii_lowercase());
        }
    }
    let syllable = |p: &String| pinyin::is_syllable(p) && sign.pinyin_letters().contains(p.as_str());
    pieces.len() > 2
        && pieces.iter().filter(|p| syllable(p)).count() >= 2
        && pieces.iter().all(|p| syllable(p) || (p.len() > 3 && English::standard().is_word(p)))
}
