//! `spelling/confused-word`: a slip that makes another real word: *Fee Admission* for *Free Admission*.
//!
//! No spelling checker sees it; the Chinese gives it away. The word is flagged only where the one that the standard's
//! rendering holds, or else the plain sense of a Chinese word, is nearly the same and is missing from the sign.

use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::english::distance::within;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::senses::Sense;
use crate::wording::{PRONOUN, SEVERAL_OF, SHORT_VERB};

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
        bad("免费入场", "Fee Admission", "Free Admission"),
        bad("公园", "Pork", "Park"),
        bad("清蒸螃蟹", "Steamed Crap", "Steamed Crab"),
        bad("云海", "Sea of Clods", "Sea of Clouds"),
        bad("龙泽桥", "Longze Bride", "Longze Bridge"),
        bad("贵宾候车室", "VIP Weighting Room", "VIP Waiting Room"),
        good("紧急集合点", "Assembly Point"),
        good("停车场", "Parking"),
        good("足疗店", "Foot Massage"),
        good("请照看好老人和儿童", "Please Hold Children and Seniors by the Hand"),
        good("免费入场", "Free Admission"),
        good("本馆常年开放", "Open All Year"),
        good("1.2米以下半价", "Half Price Under 1.2 m"),
        good("地下电缆", "Underground Power Cable"),
        good("雨水排水井", "Storm Drain"),
    ],
};

/// Words beyond which a text is a sentence, in which chance likenesses grow.
const LONGEST: usize = 8;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.words.len() > LONGEST {
        return;
    }
    let english = English::standard();
    for at in 0..sign.words.len() {
        let word = sign.words.fold(at);
        if word.len() < SHORTEST
            || !sign.is_word(at)
            || english.is_pinyin_name(word)
            || english.is_function_word(word)
            || SHORT_VERB.contains(&word)
            || PRONOUN.contains(&word)
            || SEVERAL_OF.contains(&word)
        {
            continue;
        }
        // What is asked for or forbidden is the verb of the notice: Please Hold.
        if at > 0 && matches!(sign.words.fold(at - 1), "please" | "not") && english.is_sign_word(word) {
            continue;
        }
        // What some rendering holds is no slip, whatever else is near it.
        if sign.is_known_form_word(word) {
            continue;
        }
        let Some(meant) = expected(sign, word).or_else(|| in_its_place(sign, at)).or_else(|| sense(sign, word)) else {
            continue;
        };
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        let with = sign.in_case_of(written, &meant);
        report
            .en(&META, span)
            .message(
                format!("“{written}” is another word: the Chinese asks for “{with}”"),
                format!("“{written}”是另一个词，按中文应为“{with}”"),
            )
            .replace(sign.en, with);
    }
}

/// Senses of a Chinese word up to which each is plainly what it means, for words that signs use and for others.
const FEW: usize = 3;
const SOME: usize = 6;

/// Letters of the shortest word that can be judged; one of the two must be longer.
const SHORTEST: usize = 3;

/// The word of an acceptable rendering that this one is a slip for.
fn expected(sign: &Analysed, word: &str) -> Option<String> {
    let english = English::standard();
    // Few words are one letter apart: only then is it worth asking whether another is of one stem.
    if !sign.expects(|expected| is_slip(expected, word)) {
        return None;
    }
    let expected = sign.expected_words();
    let meant = expected.iter().filter(|e| is_slip(e, word)).find(|e| !is_present(sign, e))?;
    // A piece may well go unsaid, or be said in other words, where the word is one that signs use: 地下 in Power Cable.
    let sure = sign.expects_of_whole(meant) || !english.is_sign_word(word);
    if !sure || is_meant_by_several(sign, word) {
        return None;
    }
    let related = |other: &String| {
        english.is_inflected(word, other) || english.same_spelling(word, other) || is_family(word, other)
    };
    (!expected.iter().any(related)).then(|| meant.clone())
}

/// A word of several characters means this, or what it is made of: *drain* for 排水, drainage. What one character means
/// alone is no evidence (费 is fee, 免费 is free).
fn is_meant_by_several(sign: &Analysed, word: &str) -> bool {
    let kin =
        |meaning: &str| English::standard().is_kin(meaning, word) || word.len() > SHORTEST && meaning.starts_with(word);
    let several = |s: &&Sense| s.zh.len() > '字'.len_utf8();
    sign.senses().iter().filter(several).any(|s| s.words().any(kin))
}

/// The word that is due where this one stands, all other words being right: two or three letters are then a slip as well.
fn in_its_place(sign: &Analysed, at: usize) -> Option<String> {
    let english = English::standard();
    let word = sign.words.fold(at);
    if word.len() < FAR || sign.words.len() < 2 || english.is_common_on_signs(word) {
        return None;
    }
    let due = sign
        .one_word_off()
        .iter()
        .find(|one| one.off == Off::Other(at) && is_like(&one.due, word))
        .map(|one| &one.due)?;
    let related = english.is_inflected(word, due) || english.same_spelling(word, due);
    (!related && !english.is_function_word(due) && !sign.is_meant(word)).then(|| due.clone())
}

/// Letters of the shortest word that may be two letters off, and of one that may be three.
const FAR: usize = 4;
const FARTHER: usize = 7;

/// So much of one word is the other that it stands for it: Weighting and Waiting, Rome and Room.
fn is_like(due: &str, word: &str) -> bool {
    let shorter = due.len().min(word.len());
    let same_head = due.as_bytes().first() == word.as_bytes().first();
    shorter >= FAR && same_head && (within(due, word, 2) || shorter >= FARTHER && within(due, word, 3))
}

/// Long words that differ in their ending alone: safely and safety, inquiry and inquire.
fn is_family(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let longest = a.len().max(b.len());
    longest >= FAMILY && common + 1 >= longest || longest > FAMILY && common + 2 >= longest
}

/// Letters from which two words that differ in their ending are of one family.
const FAMILY: usize = 6;

/// The sense of a Chinese word that this word is a slip for, where it speaks of nothing that the Chinese names.
fn sense(sign: &Analysed, word: &str) -> Option<String> {
    let english = English::standard();
    let singular = word.strip_suffix('s').filter(|_| english.is_word(word));
    let most = if english.is_sign_word(word) { FEW } else { SOME };
    // The unit behind a figure is no word: 米 in 1.2米 is no rice.
    let counts = |s: &&Sense| !sign.key()[..s.zh.start].ends_with(|c: char| c.is_ascii_digit());
    // A word whose other sense stands on the sign is rendered, and with it its characters: 地下 is underground, 下 is
    // nothing lower.
    let holds = |outer: &Sense, inner: &Sense| outer.zh.start <= inner.zh.start && inner.zh.end <= outer.zh.end;
    let said =
        |s: &&Sense| sign.senses().iter().filter(|o| holds(o, s)).any(|o| o.words().any(|w| is_present(sign, w)));
    // A word of the common stock is there for a reason that no dictionary tells, unless the rest of what the Chinese word
    // means is there: 骑马 in Riding House.
    let kin = |w: &str| sign.words.folds().any(|other| other != word && english.is_kin(w, other));
    let begun = |s: &&Sense| s.zh.len() > '字'.len_utf8() && s.words().any(kin);
    let common = english.is_common_on_signs(word);
    let narrow = sign.senses().iter().filter(|s| s.is_narrow(most)).filter(counts);
    let narrow = narrow.filter(|s| !said(s) && (!common || begun(s))).flat_map(|s| s.words());
    let meant = narrow.clone().find(|s| is_slip(s, word)).map(str::to_owned);
    let meant = meant.or_else(|| {
        let one = singular?;
        narrow.clone().find(|s| is_slip(s, one)).map(|s| format!("{s}s"))
    })?;
    let sound = is_family(word, &meant)
        || is_meant_by_several(sign, word)
        || sign.is_meant(word)
        || is_present(sign, &meant)
        || sign.is_accepted_wording();
    (!sound).then_some(meant)
}

/// One letter less, more or other, or two swapped; never a function word.
fn is_slip(meant: &str, word: &str) -> bool {
    meant != word
        && meant.len() >= SHORTEST
        && meant.len().max(word.len()) > SHORTEST
        && within(meant, word, 1)
        && !English::standard().is_function_word(meant)
}

/// Some word of the sign is this one already.
fn is_present(sign: &Analysed, meant: &str) -> bool {
    sign.words.folds().any(|w| w == meant || English::standard().same_noun(w, meant))
}
