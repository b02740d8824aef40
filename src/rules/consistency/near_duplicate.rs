//! `consistency/near-duplicate`: the Chinese is that of other signs but for a slip of the keyboard: 停车厂 for 停车场.
//!
//! What is told is sure: the English is the same, the Chinese differs by one character of the same sound, by two
//! neighbours that changed places or by one typed twice, and the other signs have a dictionary's word there that this
//! one has not. East and west, 1 and 2, men and women neither sound alike nor share their English.

use crate::analyse::Context;
use crate::finding::{Level, Text};
use crate::glossary::Match;
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, cite, fires, good};
use crate::sign::{Field, Span};
use crate::text::is_han;
use crate::{names, senses};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::{BuildHasher, Hash};

pub static META: Meta = Meta {
    code: "consistency/near-duplicate",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "the Chinese differs from other signs by a slip of the keyboard",
        why: "A character of the same sound (停车厂 for 停车场), two that changed places or one typed twice: the English is \
              the same as on other signs, and there the Chinese is a word. Whoever searches the inventory for the one \
              misses the other, and the plate is made with the slip.",
    },
    zh: Words {
        summary: "中文与其他标识仅一处输入错误之差",
        why: "同音字（“停车场”误作“停车厂”）、相邻两字颠倒或一字重复：英文与其他标识相同，而其他标识的中文才是词语。\
              按其一检索会漏掉另一条，照此制牌也会把错字做上去。",
    },
    citation: cite("signlint", ""),
    examples: &[
        good("停车场", "Parking"),
        fires("停车厂", "Parking"),
        good("东门", "Gate"),
        good("西门", "Gate"),
        good("卫生间", "Toilet"),
        good("洗手间", "Toilet"),
    ],
};

/// Characters of the longest text compared: longer ones are paragraphs, in which other rules look.
const LONGEST: usize = 40;
/// Texts kept of those that one slip may join; more have nothing to add.
const MOST_ALIKE: usize = 8;

pub fn judge(context: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut out = Vec::new();
    for members in alike(texts) {
        for &index in &members {
            let others = members.iter().filter(|other| texts[**other].key != texts[index].key);
            let slips = others.filter_map(|&other| Some((other, slip(context, &texts[index], &texts[other])?)));
            let Some((other, slip)) = slips.max_by_key(|(other, _)| texts[*other].signs.len()) else { continue };
            out.push(found(texts, index, other, &slip, &members));
        }
    }
    out.sort_by_key(|f| f.text);
    out.dedup_by_key(|f| f.text);
    out
}

fn found(texts: &[Occurrence], index: usize, other: usize, slip: &Slip, members: &[usize]) -> InventoryFinding {
    let (here, right) = (&texts[index], &texts[other]);
    let same = || members.iter().copied().filter(|i| texts[*i].key == right.key);
    let signs = same().map(|i| texts[i].signs.len()).sum::<usize>();
    let zh = right.zh.trim();
    let message = Text {
        en: format!(
            "{} looks like a slip for {}: other signs with the same English read {zh} ({signs})",
            slip.wrong, slip.right
        ),
        zh: format!("“{}”疑为“{}”之误：英文相同的其他标识写作“{zh}”（{signs}）", slip.wrong, slip.right),
    };
    let mut found = InventoryFinding::new(&META, texts, index, message, same().take(MOST_RELATED).collect());
    found.finding.field = Field::Zh;
    found.finding.span = if here.zh == here.key { slip.span.clone() } else { 0..here.zh.len() };
    // Another word may be meant after all.
    if slip.is_word {
        found.finding.level = Level::Info;
    }
    found
}

/// Groups of texts of one English that a slip may join: each text is laid under what is left of it when one character
/// is taken for its sound, two neighbours for a pair, or a doubled one for a single.
fn alike(texts: &[Occurrence]) -> Vec<Vec<usize>> {
    let mut by_english: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate().filter(|(_, t)| !t.letters.is_empty() && !t.key.is_empty()) {
        by_english.entry(&text.letters).or_default().push(index);
    }
    let mut groups = Vec::new();
    for (english, members) in by_english {
        if members.iter().all(|index| texts[*index].key == texts[members[0]].key) {
            continue;
        }
        let mut traces: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for &index in &members {
            each_trace(&texts[index].key, english, |trace| {
                let list = traces.entry(trace).or_default();
                if list.len() < MOST_ALIKE && list.last() != Some(&index) {
                    list.push(index);
                }
            });
        }
        groups.extend(traces.into_values().filter(|list| list.len() > 1));
    }
    // The order of a hash table must not show.
    groups.sort();
    groups.dedup();
    groups
}

/// What is left of a text for each slip that may have been made in it, as hashes.
fn each_trace(key: &str, english: &str, mut tell: impl FnMut(u64)) {
    let chars: Vec<char> = key.chars().collect();
    if chars.len() > LONGEST || !chars.iter().copied().any(is_han) {
        return;
    }
    let hash = |sort: u8, rest: (&[char], &[char]), place: (&str, [char; 2])| {
        let mut hasher = FxBuildHasher.build_hasher();
        (sort, rest.0, rest.1, place).hash(&mut hasher);
        std::hash::Hasher::finish(&hasher)
    };
    for at in (0..chars.len()).filter(|at| is_han(chars[*at])) {
        if let Some(sound) = sound(&chars[at..=at]).filter(|_| !is_read(&chars, at, english)) {
            tell(hash(0, (&chars[..at], &chars[at + 1..]), (&sound, ['\0'; 2])));
        }
        if let Some(&next) = chars.get(at + 1).filter(|next| is_han(**next)) {
            let pair = if chars[at] < next { [chars[at], next] } else { [next, chars[at]] };
            tell(hash(1, (&chars[..at], &chars[at + 2..]), ("", pair)));
        }
    }
    let mut single = chars.clone();
    single.dedup();
    tell(hash(2, (&single, &[]), ("", ['\0'; 2])));
}

/// The usual syllables without their tones: what is typed.
fn sound(chars: &[char]) -> Option<String> {
    Romaniser::standard().letters(&String::from_iter(chars))
}

/// A character is read in the English, with a neighbour or alone: of names, nobody can tell whether two are one.
fn is_read(chars: &[char], at: usize, english: &str) -> bool {
    let pairs = [at.checked_sub(1).map(|before| &chars[before..=at]), chars.get(at..at + 2)];
    let runs = if chars.len() == 1 { [Some(chars), None] } else { pairs };
    runs.into_iter().flatten().any(|run| sound(run).is_some_and(|sound| english.contains(&sound)))
}

/// Where a text differs from another, and what stands there.
struct Slip<'t> {
    span: Span,
    wrong: &'t str,
    right: &'t str,
    /// What stands here is a word too.
    is_word: bool,
}

/// The slip that makes one text of another: a longer word of the dictionaries stands at the place in the other.
fn slip<'t>(context: &Context, here: &'t Occurrence, other: &'t Occurrence) -> Option<Slip<'t>> {
    let (a, b) = (here.key.as_str(), other.key.as_str());
    let head: usize = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(c, _)| c.len_utf8()).sum();
    let left = a.len().min(b.len()) - head;
    let mut tail = 0;
    for (x, y) in a.chars().rev().zip(b.chars().rev()) {
        if x != y || tail + x.len_utf8() > left {
            break;
        }
        tail += x.len_utf8();
    }
    let (wrong, right) = (head..a.len() - tail, head..b.len() - tail);
    // Both stand in the glossary: both are words of the trade.
    if !context.glossary.get(a).is_empty() {
        return None;
    }
    let (known, own) = (longest_word(context, b, &right)?, longest_word(context, a, &wrong));
    let length = |zh: &str, word: &Span| zh[word.clone()].chars().count();
    if own.as_ref().is_some_and(|own| length(a, own) >= length(b, &known)) {
        return None;
    }
    let here = known.start..a.len() - (b.len() - known.end);
    Some(Slip { is_word: own.is_some(), wrong: &a[here], right: &b[known], span: wrong })
}

/// The longest word of two characters or more that stands across a place.
fn longest_word(context: &Context, zh: &str, place: &Span) -> Option<Span> {
    // Of a character too many there is nothing here: the word that is whole without it reaches across the place.
    let beyond = usize::from(place.is_empty());
    let across = |span: &Span| span.start + beyond <= place.start && place.end + beyond <= span.end;
    let mut matches: Vec<Match> = Vec::new();
    context.glossary.matches(zh, &mut matches);
    let entries = matches.iter().map(|m| m.start..m.end);
    let grammar = names::lexicon::find_all(zh).map(|found| found.start..found.end);
    let words = entries.chain(grammar).chain(senses::inside(zh).into_iter().map(|s| s.zh));
    words.filter(|word| across(word) && zh[word.clone()].chars().count() > 1).max_by_key(|word| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::flagged;

    fn found(signs: &[(&str, &str)]) -> Vec<usize> {
        flagged(judge, signs).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn a_slip_of_the_keyboard_is_pointed_out() {
        assert_eq!(found(&[("停车场", "Parking"), ("停车厂", "Parking")]), [1]);
        assert_eq!(found(&[("地下停车场入口", "Entrance"), ("地下停车厂入口", "Entrance")]), [1]);
        assert_eq!(found(&[("设备按装", "Installation"), ("设备安装", "Installation")]), [0]);
        assert_eq!(found(&[("二层卫间生", "2F Toilet"), ("二层卫生间", "2F Toilet")]), [0]);
        assert_eq!(found(&[("卫生生间", "Toilet"), ("卫生间", "Toilet")]), [0]);
    }

    #[test]
    fn what_only_looks_alike_passes() {
        assert!(found(&[("东门", "Gate"), ("西门", "Gate"), ("南门", "Gate")]).is_empty());
        assert!(found(&[("1号门", "Gate"), ("2号门", "Gate")]).is_empty());
        assert!(found(&[("一层", "Floor"), ("二层", "Floor")]).is_empty());
        assert!(found(&[("男卫生间", "Toilet"), ("女卫生间", "Toilet")]).is_empty());
        assert!(found(&[("入口", "Gate"), ("出口", "Gate")]).is_empty());
        assert!(found(&[("洗手间", "Toilet"), ("卫生间", "Toilet"), ("厕所", "Toilet")]).is_empty());
        assert!(found(&[("建国路", "Jianguo Road"), ("健国路", "Jianguo Road")]).is_empty());
        assert!(found(&[("停车场", "Parking"), ("停车厂", "Depot")]).is_empty());
    }
}
