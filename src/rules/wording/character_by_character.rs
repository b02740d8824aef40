//! `wording/character-by-character`: a Chinese word was taken apart and its characters translated: *Electric Ladder* for
//! 电梯, *Long City* for 长城.

use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Standing;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::senses::Sense;
use crate::sign::Span;
use crate::text;
use crate::wording::{ASKING, BODY};

pub static META: Meta = Meta {
    code: "wording/character-by-character",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a word is translated character by character",
        why: "A Chinese word means more than its characters: 电梯 is an elevator, not an electric ladder. A word on the sign \
              means what one character means alone, and nothing that the word means.",
    },
    zh: Words {
        summary: "逐字硬译",
        why: "词义不是字义的相加：“电梯”是 Elevator，不是 Electric Ladder。标识上的英文只与单个汉字相合，与词义无关。",
    },
    citation: cite("gbt30240-1", "4.2.3"),
    examples: &[
        bad("电梯", "Electric Ladder", "Elevator"),
        bad("长城", "Long City", "Great Wall"),
        fires("派出所", "Send Out Place"),
        fires("收银台", "Silver Collecting Table"),
        fires("外卖柜", "Outside Sell Cabinet"),
        good("单程票", "Single Journey Ticket"),
        good("电梯", "Lift"),
        good("收银台", "Cashier Desk"),
        good("延误", "Delayed"),
        good("牛街", "Ox Street"),
        good("候车室", "Waiting Lounge"),
        good("副主任", "Vice Chairman"),
    ],
};

/// Words beyond which a text is a sentence, in which chance likenesses grow.
const LONGEST: usize = 4;
/// Entries of posts, whose titles each body chooses.
const POST_TITLE: &str = "post-title";
/// Fewest letters of a word that is judged.
const FEWEST: usize = 3;

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    if count == 0 || count > LONGEST || sign.is_as_expected() || sign.is_accepted_wording() {
        return;
    }
    // What a body or its head is called, and how a notice asks, is not a question of single words.
    let is_body = sign.generic().is_some_and(|generic| BODY.contains(&generic.class));
    let is_post = sign.entries().iter().any(|entry| entry.kind() == POST_TITLE);
    if is_body && sign.is_name() || is_post || sign.words.folds().any(|word| ASKING.contains(&word)) {
        return;
    }
    let listed = !sign.entries().is_empty();
    if !listed && sign.is_name() {
        return;
    }
    let words = words_of(sign);
    let english = English::standard();
    // The sort of place or facility ends the name: desk, room, gate.
    let sort = |at: usize| at + 1 == count && !lexicon::generics_in_english(sign.words.fold(at)).is_empty();
    let mut literal = (0..count).filter(|at| {
        let word = sign.words.fold(*at);
        let judged = word.len() >= FEWEST
            && !english.is_function_word(word)
            && sign.is_word(*at)
            && !english.is_pinyin_name(word);
        judged && !sort(*at) && !is_supported(sign, &words, word) && means_a_part(sign, &words, word)
    });
    let Some(at) = literal.next() else { return };
    // What an unlisted text means is known less well: there two words must be taken so, one of them none that signs use.
    let strange = |at: usize| !english.is_common_on_signs(sign.words.fold(at));
    let others: Vec<usize> = literal.collect();
    // Dishes and plants are told by what they look like.
    let living = || {
        english.thing(sign.words.fold(count - 1)).is_some_and(|(sort, _)| matches!(sort, "food" | "plant" | "animal"))
    };
    if !listed && (living() || others.is_empty() || !strange(at) && !others.into_iter().any(strange)) {
        return;
    }
    let span = sign.words.span(at);
    let written = &sign.en[span.clone()];
    let mut say = report.en(&META, span).message(
        format!("“{written}” is what a character means, not what the word means"),
        format!("“{written}”是单个汉字的意思，不是词的意思"),
    );
    if let Some(write) = if listed { sign.preferred() } else { sign.sure_text() } {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}

/// The words of several characters that no longer word of the dictionary holds.
fn words_of(sign: &Analysed) -> Vec<Span> {
    let several = |span: &Span| sign.key()[span.clone()].chars().count() > 1;
    let all: Vec<Span> = sign.senses().iter().map(|sense| sense.zh.clone()).filter(several).collect();
    let inside =
        |inner: &Span, outer: &Span| outer.start <= inner.start && inner.end <= outer.end && outer.len() > inner.len();
    all.iter().filter(|span| !all.iter().any(|other| inside(span, other))).cloned().collect()
}

/// Some whole word of the Chinese, or a rendering of the text, has this English word.
fn is_supported(sign: &Analysed, words: &[Span], word: &str) -> bool {
    let english = English::standard();
    // What its characters are elsewhere is no evidence.
    let mut listed = sign.listed_before(Standing::Banned);
    if listed.any(|form| text::Words::of(form).folds().any(|w| english.is_kin(w, word))) {
        return true;
    }
    // A piece that no word holds is a word by itself.
    let whole = |sense: &Sense| {
        words.contains(&sense.zh) || !words.iter().any(|w| w.start <= sense.zh.start && sense.zh.end <= w.end)
    };
    sign.senses()
        .iter()
        .filter(|sense| whole(sense))
        .flat_map(Sense::words)
        .any(|meaning| english.is_kin(meaning, word))
}

/// A piece of some word means this, and no other piece beside it: 延误 is delay by both its characters.
fn means_a_part(sign: &Analysed, words: &[Span], word: &str) -> bool {
    let english = English::standard();
    let part = |sense: &Sense| {
        words.iter().any(|w| w.start <= sense.zh.start && sense.zh.end <= w.end && w.len() > sense.zh.len())
    };
    let means = |sense: &&Sense| sense.words().any(|meaning| english.is_inflected(meaning, word));
    let mut parts = sign.senses().iter().filter(|sense| part(sense)).filter(means).map(|sense| &sense.zh);
    parts.next().is_some_and(|first| parts.all(|other| other.start < first.end && first.start < other.end))
}
