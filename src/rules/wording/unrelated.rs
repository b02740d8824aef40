//! `wording/unrelated`: the English speaks of nothing that the Chinese names: *Server Error* on a kindergarten.
//!
//! Rows slip, machine translators answer with an error, a name is translated by its sound. No list of bad phrases can
//! hold that; but where no English word has anything to do with any sense of any Chinese word inside, the two texts
//! cannot be the same sign. Idiomatic renderings of short words share nothing either (Lift, Cashier), so only names
//! and longer texts are judged.

use crate::analyse::Analysed;
use crate::english::English;
use crate::english::distance::within;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::senses;
use crate::text::is_han;
use crate::wording::{FACILITY, NAMED_PLACE};

pub static META: Meta = Meta {
    code: "wording/unrelated",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English has nothing to do with the Chinese",
        why: "No word of the English speaks of anything that the Chinese names, and none is its pinyin. Most often a row \
              has slipped, or a name was translated by its sound. What the two languages say must be the same.",
    },
    zh: Words {
        summary: "英文与中文毫不相干",
        why: "英文没有一个词与中文的词义或读音有关，多半是错行，或按谐音译了名称。中外文含义应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("第二实验幼儿园", "Translate Server Error"),
        fires("南门", "Nancy"),
        fires("请保管好随身物品", "Garden Trees Planted Yesterday"),
        good("第二实验幼儿园", "No. 2 Experimental Kindergarten"),
        good("南门", "South Gate"),
        good("国贸大酒店", "China World Summit Wing"),
        good("电梯", "Lift"),
        good("非请莫入", "Staff Only"),
        good("请保管好随身物品", "Please Take Care of Your Belongings"),
    ],
};

/// Letters up to which a word in capitals may be initials.
const LONGEST_INITIALS: usize = 4;
/// Fewest characters of a text that is no name, and fewest English words of meaning, to be judged.
const LONG: usize = 5;
const SEVERAL: usize = 3;

/// The rendering writes in pinyin what the dictionary has as common words, so that it is hardly what was meant: 游艇码头 is no
/// Youting Pier. On roads names stand, whatever they mean.
fn spells_out_words(sign: &Analysed) -> bool {
    let road = sign.generic().is_some_and(|generic| generic.plate);
    let words =
        |zh: &str| senses::of(zh).is_some() || senses::inside(zh).iter().any(|sense| sense.zh.len() > '字'.len_utf8());
    !road && sign.slots().any(|(slot, _)| slot.romanised && sign.key().get(slot.zh.clone()).is_some_and(words))
}

pub fn check(sign: &Analysed, report: &mut Report) {
    let key = sign.key();
    let han = key.chars().count();
    // Whatever stands in the Chinese beside Chinese may be what the English repeats.
    let told = report.has(Level::Error);
    if told || sign.words.is_empty() || sign.is_as_expected() || han < 2 || !key.chars().all(is_han) {
        return;
    }
    let english = English::standard();
    let words: Vec<&str> = sign.words.folds().filter(|w| w.len() > 2 && !english.is_function_word(w)).collect();
    let named = |class: &str| FACILITY.contains(&class) || NAMED_PLACE.contains(&class);
    let is_place = sign.generic().is_some_and(|g| g.zh.len() < key.len() && named(g.class));
    let worth = is_place && !words.is_empty() || han >= LONG && words.len() >= SEVERAL;
    let initials = words.len() == 1 && sign.is_all_capitals() && words[0].len() <= LONGEST_INITIALS;
    // Another sort of place alone is told as such.
    let sort = words.len() == 1 && !lexicon::generics_in_english(words[0]).is_empty();
    // Words that no dictionary holds may be names of any language.
    if !worth || initials || sort || !words.iter().all(|w| english.is_word(w) && !english.is_pinyin_name(w)) {
        return;
    }
    if !sign.syllables().words.is_empty() || sign.is_accepted_wording() {
        return;
    }
    let senses = || sign.senses().iter().flat_map(|s| s.words());
    let slip = |w: &str| {
        let near = |other: &str| other.len() > 3 && within(other, w, 1);
        sign.expected_words().iter().any(|e| near(e)) || senses().any(near)
    };
    if sign.words.folds().any(|w| w.len() > 2 && sign.is_meant(w)) || words.iter().any(|w| slip(w)) {
        return;
    }
    let mut say = report.en(&META, 0..sign.en.len());
    if let Some(write) = sign.preferred().filter(|_| !spells_out_words(sign)) {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
