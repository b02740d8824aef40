//! `consistency/name-spelling`: a name that no dictionary holds is spelt in two ways: Starbucks here, Starbuks there.
//!
//! A word is known by the company of its Chinese: every sign with the commoner spelling has some characters in common
//! that its English does not otherwise account for, and the sign with the rarer one has them too.

use crate::analyse::Context;
use crate::english::English;
use crate::finding::{Level, Text};
use crate::pinyin;
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, bad, cite, good};
use crate::senses;
use crate::text::{Words as TextWords, edit_distance, for_each_fold, is_han};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::hash::BuildHasher;

pub static META: Meta = Meta {
    code: "consistency/name-spelling",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a name is spelt otherwise on other signs",
        why: "The name of a firm or a brand stands in no dictionary, so that only the other signs tell how its owner spells \
              it. One letter apart, with the same Chinese: one of the two is a slip. The spelling that most signs have is \
              proposed.",
    },
    zh: Words {
        summary: "同一名称在其他标识上拼法不同",
        why: "企业、品牌名称词典不载，只能以其他标识为据。中文相同而英文只差一个字母，必有一处是笔误。建议采用多数标识的拼法。",
    },
    citation: cite("signlint", ""),
    examples: &[
        good("维兰特中心", "Velant Center"),
        good("维兰特中心东门", "Velant Center East Gate"),
        bad("维兰特中心西门", "Velent Center West Gate", "Velant Center West Gate"),
        good("卡隆中心", "Valant Center"),
    ],
};

/// Letters of the shortest word looked at: of short ones many differ by a letter.
const SHORTEST: usize = 5;
/// How many times as many signs must have the commoner spelling.
const LEAD: usize = 2;
/// Texts of a spelling that tell what Chinese it stands for.
const ENOUGH: usize = 100;
/// Spellings kept of those that one letter may join.
const MOST_ALIKE: usize = 16;

/// A word that no dictionary holds, with the texts in which it stands.
struct Spelling {
    texts: Vec<usize>,
    signs: usize,
}

pub fn judge(_: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let spellings = spellings(texts);
    let mut alike: FxHashMap<u64, Vec<&str>> = FxHashMap::default();
    for word in spellings.keys() {
        each_trace(word, |trace| {
            let list = alike.entry(trace).or_default();
            if list.len() < MOST_ALIKE && list.last() != Some(&word.as_str()) {
                list.push(word);
            }
        });
    }
    // Of several commoner spellings the commonest; the order of a hash table must not show.
    let mut better: FxHashMap<&str, (usize, &str)> = FxHashMap::default();
    for list in alike.values().filter(|list| list.len() > 1) {
        for (rare, common) in list.iter().flat_map(|a| list.iter().map(move |b| (*a, *b))) {
            if is_slip(rare, common, &spellings, texts) {
                let entry = better.entry(rare).or_default();
                *entry = (*entry).max((spellings[common].signs, common));
            }
        }
    }
    let mut out = Vec::new();
    for (rare, (signs, common)) in better {
        for &index in &spellings[rare].texts {
            let (own, other) = (TextWords::of(texts[index].en), &spellings[common].texts);
            let Some(at) = own.folds().position(|word| word == rare) else { continue };
            let span = own.span(at);
            let like = TextWords::of(texts[other[0]].en);
            let Some(write) = like.folds().position(|w| w == common).map(|at| &texts[other[0]].en[like.span(at)])
            else {
                continue;
            };
            let written = &texts[index].en[span.clone()];
            let message = Text {
                en: format!("“{written}” is “{write}” on other signs with this Chinese ({signs})"),
                zh: format!("“{written}”在中文相同的其他标识上写作“{write}”（{signs}）"),
            };
            let mut found =
                InventoryFinding::new(&META, texts, index, message, other.iter().copied().take(MOST_RELATED).collect());
            let en = texts[index].en;
            found.finding.suggestion = Some(format!("{}{write}{}", &en[..span.start], &en[span.end..]));
            found.finding.span = span;
            out.push(found);
        }
    }
    out.sort_by_key(|f| (f.text, f.finding.span.start));
    out
}

/// The words of the inventory that neither a dictionary of English nor pinyin accounts for.
fn spellings(texts: &[Occurrence]) -> FxHashMap<String, Spelling> {
    // Words repeat far more than texts: each is looked up once, and those that are accounted for have no spelling.
    let mut found: FxHashMap<String, Option<Spelling>> = FxHashMap::default();
    let mut letters = String::new();
    for (index, text) in texts.iter().enumerate() {
        for_each_fold(text.en, &mut letters, |word| match found.get_mut(word) {
            Some(Some(spelling)) if spelling.texts.last() == Some(&index) => {}
            Some(Some(spelling)) => {
                spelling.texts.push(index);
                spelling.signs += text.signs.len();
            }
            Some(None) => {}
            None => {
                let spelling = is_unknown(word).then(|| Spelling { texts: vec![index], signs: text.signs.len() });
                found.insert(word.to_owned(), spelling);
            }
        });
    }
    found.into_iter().filter_map(|(word, spelling)| Some((word, spelling?))).collect()
}

fn is_unknown(word: &str) -> bool {
    let english = English::standard();
    word.len() >= SHORTEST
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && !english.is_word(word)
        && !english.is_pinyin_name(word)
        && !pinyin::splits(word)
}

/// Pairs of neighbouring characters that the texts of a spelling have in common.
fn pairs_of_all(spelling: &Spelling, texts: &[Occurrence]) -> FxHashSet<[char; 2]> {
    let mut common = pairs(&texts[spelling.texts[0]].key);
    for &index in spelling.texts[1..].iter().take(ENOUGH) {
        if common.is_empty() {
            break;
        }
        let own = pairs(&texts[index].key);
        common.retain(|pair| own.contains(pair));
    }
    common
}

/// Pairs of neighbouring Chinese characters.
fn pairs(zh: &str) -> FxHashSet<[char; 2]> {
    let chars: Vec<char> = zh.chars().collect();
    chars.windows(2).map(|pair| [pair[0], pair[1]]).filter(|pair| pair.iter().copied().all(is_han)).collect()
}

/// The word with each of its letters left out, as hashes: words one edit apart have one in common.
fn each_trace(word: &str, mut tell: impl FnMut(u64)) {
    let hash = |head: &str, tail: &str| FxBuildHasher.hash_one([head, tail].concat());
    tell(hash(word, ""));
    (0..word.len()).for_each(|at| tell(hash(&word[..at], &word[at + 1..])));
}

/// One spelling is a slip for another: one letter apart, rarer, and of the same Chinese.
fn is_slip(rare: &str, common: &str, spellings: &FxHashMap<String, Spelling>, texts: &[Occurrence]) -> bool {
    let (few, many) = (&spellings[rare], &spellings[common]);
    few.signs * LEAD <= many.signs
        && !English::standard().is_inflected(rare, common)
        && edit_distance(rare, common) == 1
        && {
            let own = pairs_of_all(few, texts);
            pairs_of_all(many, texts).iter().any(|pair| own.contains(pair) && !is_said(*pair, &texts[few.texts[0]]))
        }
}

/// Two characters stand in a word whose meaning the English tells in another word: 中心 by Center.
fn is_said(pair: [char; 2], text: &Occurrence) -> bool {
    let pair = String::from_iter(pair);
    let words = TextWords::of(text.en);
    let english = English::standard();
    let says = |sense: &senses::Sense| sense.words().any(|s| words.folds().any(|w| english.is_kin(w, s)));
    senses::inside(&text.key).iter().any(|sense| text.key[sense.zh.clone()].contains(&pair) && says(sense))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::flagged;

    fn found(signs: &[(&str, &str)]) -> Vec<(usize, Option<String>)> {
        flagged(judge, signs)
    }

    #[test]
    fn the_rarer_spelling_of_a_name_is_pointed_out() {
        let signs = [
            ("维兰特中心东门", "Velant Center East Gate"),
            ("维兰特中心西门", "Velant Center West Gate"),
            ("维兰特中心", "Velent Center"),
        ];
        assert_eq!(found(&signs), [(2, Some("Velant Center".to_owned()))]);
    }

    #[test]
    fn other_names_pass() {
        let other = [
            ("维兰特中心", "Velant Center"),
            ("维兰特中心东门", "Velant Center East Gate"),
            ("卡隆中心", "Valant Center"),
        ];
        assert!(found(&other).is_empty());
        let plural =
            [("赛博克店", "Cyborgk Shop"), ("赛博克店东门", "Cyborgk Shop East Gate"), ("赛博克店们", "Cyborgks Shop")];
        assert!(found(&plural).is_empty());
    }
}
