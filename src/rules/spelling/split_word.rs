//! `spelling/split-word`: a space stands inside a word, or two words are stuck together.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::english::English;
use crate::english::distance::within;
use crate::finding::Level;
use crate::pinyin::{self, Romaniser};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::Span;
use crate::text::{Words as TextWords, folds_to};
use std::ops::Range;

pub static META: Meta = Meta {
    code: "spelling/split-word",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "words are cut in the wrong place",
        why: "The letters are those of the standard's rendering, but the spaces are not where the words end.",
    },
    zh: Words {
        summary: "单词断开或粘连", why: "字母与标准译法相同，但空格位置不对，单词被断开或粘连。"
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("紧急出口", "Emer gency Exit", "Emergency Exit"),
        bad("机场巴士", "Ai port Bus", "Airport Bus"),
        bad("灭火器", "FireExtinguisher", "Fire Extinguisher"),
        bad("旅游商店", "TOUR ISTSH OP", "TOURIST SHOP"),
        bad("来广公园", "LaiguangPark", "Laiguang Park"),
        bad("明光西路", "MingguangWest Rd", "Mingguang West Rd"),
        bad("观音寺街道", "Gu anyinsi Su bdistrict", "Guanyinsi Subdistrict"),
        bad("街道办事处", "Subdis trict Office", "Subdistrict Office"),
        good("武侯祠", "Wuhou Shrine"),
        good("消火栓", "Fire Hydrant"),
        good("行李", "Check-in Baggage"),
        good("苏翊鸣", "Su Yiming"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_accepted_wording() || names_a_person(sign) {
        return;
    }
    if let Some((span, write)) = moved_spaces(sign) {
        return say(sign, span, write, report);
    }
    // Letters that are all there: only the spaces have moved.
    for recut in sign.recut().iter().filter(|recut| !holds_figure(sign, &recut.words)) {
        let span = sign.span(&recut.words);
        let write = headline(sign, &span, &recut.write);
        say(sign, span, write, report);
    }
    for (slot, fit) in sign.slots() {
        let Fit::Matched { form, words } = fit else { continue };
        let form = &slot.forms[*form].text;
        if slot.romanised || words.is_empty() || holds_figure(sign, words) {
            continue;
        }
        // Only where a piece is no word: "Lay-by" and "Layby", "Hand Rail" and "Handrail" are both seen.
        if words.clone().all(|w| sign.is_word(w)) {
            continue;
        }
        let form_words = TextWords::of(form);
        let same = form_words.len() == words.len()
            && words.clone().zip(form_words.folds()).all(|(w, f)| sign.words.fold(w) == f);
        let strange = words.clone().any(|w| {
            let piece = sign.words.fold(w);
            !form_words.folds().any(|f| f == piece) && !sign.is_word(w)
        });
        if same
            || !strange
            || is_romanised(sign, words, form_words.len())
            || report.touches_with(&META, &sign.span(words))
        {
            continue;
        }
        let span = sign.span(words);
        let write = crate::text::in_style_of(form, sign.en);
        say(sign, span, write, report);
    }
    near_halves(sign, report);
}

/// The text may well be the name of a person, of which nothing else is known, and is written as such: *Su Yiming*.
fn names_a_person(sign: &Analysed) -> bool {
    let (romaniser, zh) = (Romaniser::standard(), sign.key());
    let may_be = sign.words.len() == 2 && romaniser.is_person(zh) && sign.entries().is_empty();
    may_be
        && sign.generic().is_none()
        && romaniser.person(zh).is_some_and(|name| name.eq_ignore_ascii_case(sign.en.trim()))
}

/// The words between the first and the last that differ from a rendering of the whole text, where all its letters are
/// there, and what the rendering has in their place.
fn moved_spaces(sign: &Analysed) -> Option<(Span, String)> {
    if (0..sign.words.len()).all(|at| sign.is_word(at)) {
        return None;
    }
    if !sign.may_have_text_of_its_letters() {
        return None;
    }
    let text = sign.whole_texts().iter().find(|text| folds_to(text, sign.words.all_letters()))?;
    let words = TextWords::of(text);
    let ours: Vec<&str> = sign.words.folds().collect();
    let theirs: Vec<&str> = words.folds().collect();
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut ours.iter().zip(&theirs));
    let tail = same(&mut ours[head..].iter().rev().zip(theirs[head..].iter().rev()));
    let (ours, theirs) = (head..ours.len() - tail, head..theirs.len() - tail);
    // Where the words of a name divide is the romanisation's affair, and official practice differs: Wuhou, Wu Hou.
    if ours.is_empty() || theirs.is_empty() || holds_figure(sign, &ours) || is_romanised(sign, &ours, theirs.len()) {
        return None;
    }
    Some((sign.span(&ours), text[words.span_of(&theirs)].to_owned()))
}

/// How a number is joined to its unit or its storey is another matter: 18/F.
fn holds_figure(sign: &Analysed, words: &Range<usize>) -> bool {
    words.clone().any(|at| sign.words.fold(at).bytes().any(|b| b.is_ascii_digit()))
}

/// The words are pinyin of the Chinese, and joined, or with the last syllable apart, as a name may be.
fn is_romanised(sign: &Analysed, words: &Range<usize>, due: usize) -> bool {
    let several = |at: usize| !pinyin::is_syllable(sign.words.fold(at));
    let apart = words.len() == 2 && several(words.start) && !several(words.start + 1);
    let letters = sign.words.letters(words.clone());
    // With the generic in it the name is no longer the name alone: Beijingnanzhan.
    let joined = words.len() < due && !sign.pinyin_letters().ends_with(letters);
    (joined || apart)
        && words.clone().all(|at| pinyin::splits(sign.words.fold(at)))
        && sign.pinyin_letters().contains(letters)
}

/// Words in the case of those they replace.
fn headline(sign: &Analysed, span: &Span, words: &str) -> String {
    let written = &sign.en[span.clone()];
    words.split(' ').map(|word| sign.in_case_of(written, word)).collect::<Vec<_>>().join(" ")
}

fn say(sign: &Analysed, span: Span, write: String, report: &mut Report) {
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(
            format!("“{written}” is cut in the wrong place: “{write}”"),
            format!("“{written}”断词错误，应为“{write}”"),
        )
        .replace(sign.en, write);
}

/// Two pieces that together miss a word of the rendering by a letter: *Ai port* for Airport.
fn near_halves(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 0..sign.words.len().saturating_sub(1) {
        let halves = [at, at + 1].map(|i| sign.words.fold(i));
        // A piece of the name in pinyin, or a number, is no piece of a word.
        let other = |half: &str| {
            half.bytes().any(|b| b.is_ascii_digit()) || half.len() > 3 && sign.pinyin_letters().contains(half)
        };
        if halves.iter().any(|half| other(half)) {
            continue;
        }
        let both_stand = halves
            .iter()
            .all(|h| english.is_function_word(h) || english.is_word(h) && !english.is_pinyin_name(h) && h.len() > 2);
        if both_stand
            || halves[0].len() + halves[1].len() < SHORTEST_JOINED
            || halves.iter().any(|h| sign.is_known_form_word(h))
        {
            continue;
        }
        let joined = halves.concat();
        let is_meant =
            |w: &str| w.len() >= SHORTEST_JOINED && within(w, &joined, 1) && !sign.words.folds().any(|word| word == w);
        if sign.pinyin_letters().contains(&joined) || !sign.expects(is_meant) {
            continue;
        }
        let Some(meant) = sign.expected_words().iter().find(|w| is_meant(w)) else { continue };
        let span = sign.span(&(at..at + 2));
        if report.touches_with(&META, &span) {
            continue;
        }
        let with = sign.in_case_of(&sign.en[span.clone()], meant);
        say(sign, span, with, report);
    }
}

/// Letters of the shortest word that is looked for in two pieces.
const SHORTEST_JOINED: usize = 6;
