//! `wording/unmeant-thing`: the English names a thing of which the Chinese says nothing: *Horse Bucket*, *One Noodle*.
//!
//! A character has many senses, and a machine takes the wrong one. An idiomatic rendering may bring in words of its own
//! (beyond this point, your voice), but hardly an animal, a dish or a part of the body.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::names::lexicon;
use crate::notices;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "wording/unmeant-thing",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a thing of which the Chinese says nothing",
        why: "An animal, a dish or a tool stands in the English, and no word of the Chinese names it: a character was taken in \
              another of its senses, or a machine guessed. The reader looks for a thing that is not there.",
    },
    zh: Words {
        summary: "英文中出现了中文没有的事物",
        why: "英文说到某种动物、食物或器物，而中文没有一个词与之有关，多半是取错了某个字的意思，或机器误译。中外文含义应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("请在黄线外等候", "Please Wait outside a Noodle"),
        fires("请勿触摸展品", "Do Not Touch the Pork"),
        good("请在黄线外等候", "Please Wait behind the Yellow Line"),
        good("请勿携带动物入内", "No Dogs or Cats"),
        good("红烧鱼", "Braised Fish in Brown Sauce"),
        good("菜市场", "Farmers' Market"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || sign.is_as_expected() || report.has(Level::Warning) {
        return;
    }
    if sign.is_name() || sign.is_accepted_wording() {
        return;
    }
    let Some(at) = (0..sign.words.len()).find(|at| is_unmeant(sign, *at)) else { return };
    let span = sign.words.span(at);
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(format!("“{written}” is nothing that the Chinese names"), format!("中文没有提到“{written}”"))
        .rewrite_surely(sign)
        .done();
}

fn is_unmeant(sign: &Analysed, at: usize) -> bool {
    let english = English::standard();
    let word = sign.words.fold(at);
    if word.len() < 3 || english.is_pinyin_name(word) || english.is_function_word(word) {
        return false;
    }
    let one = |word: &str| english.thing(word);
    let Some((sort, mut related)) =
        one(word).or_else(|| one(word.strip_suffix('s')?)).or_else(|| one(word.strip_suffix("es")?))
    else {
        return false;
    };
    // What lives and what is eaten stands in dishes for its own sake; a pet may be a dog, and the lawn is grass.
    let named = || sign.is_meant_by_words(sort) || sign.is_meant_by_words("pet");
    let judged = match sort {
        "animal" | "food" => asks(sign) && !named(),
        "plant" => asks(sign) && !english.is_common_on_signs(word),
        _ => false,
    };
    if !judged {
        return false;
    }
    let sort_of_place = !lexicon::generics_in_english(word).is_empty();
    !sort_of_place && !sign.is_meant_by_words(word) && !related.any(|other| sign.is_meant_by_words(other))
}

/// The text forbids, warns or asks, so that it is no name and no dish.
fn asks(sign: &Analysed) -> bool {
    notices::looks_like_one(sign.key()) || sign.key().contains('请')
}
