//! `spelling/misspelled-word`: a word is spelt wrong.
//!
//! A word that is no word is judged by what the Chinese lets one expect first (*Hudrant* on a sign for 消火栓 is
//! *Hydrant* for sure), then by what its words mean, then by the list of known misspellings, then by the nearest
//! English word.

use crate::analyse::Analysed;
use crate::english::English;
use crate::english::distance::within;
use crate::finding::Level;
use crate::pinyin;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::sign::Span;
use crate::text::edit_distance;
use crate::wording::STICKY;

pub static META: Meta = Meta {
    code: "spelling/misspelled-word",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a misspelt word",
        why: "A misspelling is the first thing that every reader sees and the last that a sign should show. The word \
              proposed is the one that the standard's rendering of this Chinese holds, where it is known.",
    },
    zh: Words {
        summary: "单词拼写错误", why: "拼写错误最为显眼，也最损形象。建议的单词优先取自该中文的标准译法。"
    },
    citation: cite("gbt30240-1", "4.3"),
    examples: &[
        bad("消火栓", "Fire Hidrant", "Fire Hydrant"),
        bad("紧急出口", "Emergancy Exit", "Emergency Exit"),
        fires("公园服务", "Park Servise"),
        bad("媒体中心", "Meida Center", "Media Center"),
        bad("换乘方向", "Transfer Dirrectin", "Transfer Direction"),
        bad("请保持厕所清洁", "Keep thetoilet clean", "Keep the toilet clean"),
        bad("免费讲解时间", "Free guidedtours", "Free guided tours"),
        bad("请勿喂野鸟", "Do Not Feed Wild Birdds", "Do Not Feed Wild Birds"),
        bad("院长办公室", "Prresident's Office", "President's Office"),
        bad("工艺美术馆", "Hall fo Arts and Crafts", "Hall of Arts and Crafts"),
        good("员工备餐间", "Staff Servery"),
        good("肿瘤科", "Oncologist"),
        good("合川马门溪龙", "Mamenchisaurus hochuanensis"),
        good("限高杆", "Height Restrictor"),
        good("梵高", "Vincent van Gogh"),
        good("消火栓", "Fire Hydrant"),
        good("中关村软件园", "ZPark"),
        good("胡同", "Hutongs"),
        good("广安门", "Guang'anmen"),
        good("北京航空航天大学", "Beihang University"),
    ],
};

/// Letters from which a slip may look like pinyin by chance (*Meida* for Media).
const SHORTEST_LIKE_PINYIN: usize = 4;
/// Letters that words of one family begin with.
const FAMILY: usize = 6;
/// Letters from which a word with a capital is no name that only looks like a word.
const SURE_NAME: usize = 7;
/// The fewest letters of a word to which a small one sticks.
const SHORTEST_STUCK: usize = 3;
/// Letters from which an unknown word in small letters is no longer doubtful.
const SURELY_WRONG: usize = 6;

/// A slip at its place, what was meant, and how sure that is.
struct Slip {
    span: Span,
    meant: String,
    level: Level,
}

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    let mut slips: Vec<Slip> = Vec::new();
    for at in 0..sign.words.len() {
        let span = sign.words.span(at);
        let word = &sign.en[span.clone()];
        if sign.is_word(at) {
            continue;
        }
        // *Woman's* is a word, and so is *Restrictor*, though no list of words has them.
        if is_possessive(sign, at) || is_derived(sign.words.fold(at)) {
            continue;
        }
        let is_pinyin = sign.syllables().words.iter().any(|r| r.exact && r.word == at);
        if let Some(meant) = swapped(sign, at).filter(|_| !is_pinyin) {
            slips.push(Slip { span, meant: sign.in_case_of(word, &meant), level: Level::Warning });
            continue;
        }
        if is_pinyin || !is_candidate(sign, word, sign.words.fold(at)) {
            continue;
        }
        if sign.recut().iter().any(|r| r.words.contains(&at)) {
            continue;
        }
        let folded = sign.words.fold(at);
        // The owner's *'s* stands behind what was meant: Prresident's.
        let owned = ["'s", "’s"].into_iter().find(|end| word.ends_with(end)).unwrap_or_default();
        let base = if owned.is_empty() { folded } else { folded.strip_suffix('s').unwrap_or(folded) };
        if let Some((meant, level)) = meant(sign, english, word, base) {
            let meant = in_number_of(sign, &meant, base);
            slips.push(Slip { span, meant: format!("{}{owned}", sign.in_case_of(word, &meant)), level });
        } else if folded.len() >= 4
            && !is_species(sign, at)
            && !english.is_rare_word(folded)
            && !word.starts_with(char::is_uppercase)
            && !pinyin::splits(folded)
        {
            // A name would have a capital: a long word in small letters that no list holds is a slip of some kind.
            let level = if folded.len() >= SURELY_WRONG { Level::Warning } else { Level::Info };
            report
                .en(&META, span)
                .level(level)
                .message(format!("“{word}” is not a word that we know"), format!("“{word}”不是已知单词"));
        }
    }
    // What to write has all slips mended; each finding's own edit mends its word.
    let mut whole = sign.en.to_owned();
    slips.iter().rev().for_each(|slip| whole.replace_range(slip.span.clone(), &slip.meant));
    for Slip { span, meant, level } in slips {
        let word = &sign.en[span.clone()];
        report
            .en(&META, span)
            .level(level)
            .message(format!("“{word}” is misspelt: “{meant}”"), format!("“{word}”拼写错误，应为“{meant}”"))
            .replace(sign.en, meant)
            .suggest(whole.clone());
    }
}

/// A word with the *'s* of the possessive.
fn is_possessive(sign: &Analysed, at: usize) -> bool {
    let word = sign.en[sign.words.span(at)].to_lowercase();
    ["'s", "’s"].iter().any(|end| word.strip_suffix(end).is_some_and(|owner| English::standard().is_word(owner)))
}

/// A word of persons or devices, made from another word: *oncologist* from oncology, *restrictor* from restrict.
fn is_derived(folded: &str) -> bool {
    const ENDINGS: [(&str, &str); 3] = [("logist", "logy"), ("er", ""), ("or", "")];
    let one = folded.strip_suffix('s').unwrap_or(folded);
    let english = English::standard();
    let from = |(ending, stem): &(&str, &str)| {
        let root = one.strip_suffix(ending)?;
        let word = format!("{root}{stem}");
        (word.len() >= FAMILY && (english.is_word(&word) || english.is_rare_word(&word))).then_some(())
    };
    ENDINGS.iter().find_map(from).is_some()
}

/// The second word of a Latin name, behind the genus with its capital: *Mamenchisaurus hochuanensis*.
fn is_species(sign: &Analysed, at: usize) -> bool {
    const ENDINGS: [&str; 8] = ["ensis", "us", "um", "is", "ii", "ae", "ana", "ica"];
    let genus =
        |before: usize| !sign.is_word(before) && sign.en[sign.words.span(before)].starts_with(char::is_uppercase);
    at.checked_sub(1).is_some_and(genus) && ENDINGS.iter().any(|ending| sign.words.fold(at).ends_with(ending))
}

/// The word that was meant: one that the Chinese asks for, a slip on record, the nearest word. A rare word stands unless
/// one of the first two tells otherwise.
fn meant(sign: &Analysed, english: &English, word: &str, folded: &str) -> Option<(String, Level)> {
    let rare = english.is_rare_word(folded);
    if let Some(apart) = two_words(sign, word, folded).filter(|_| !rare) {
        return Some((apart, Level::Warning));
    }
    if let Some(expected) = nearest_expected(sign, folded) {
        return Some((expected, if rare { Level::Warning } else { Level::Error }));
    }
    if pinyin::splits(folded) {
        return None;
    }
    if rare {
        return english.known_misspelling(folded).map(|known| (known.to_owned(), Level::Warning));
    }
    if let Some(apart) = stuck(sign, english, folded) {
        return Some((apart, Level::Warning));
    }
    let is_name = word.starts_with(char::is_uppercase) && !sign.is_all_capitals() && sign.words.len() > 1;
    let sense = nearest_sense(sign, folded, is_name);
    if let Some(one) = sense.as_ref().filter(|sense| within(sense, folded, 1)) {
        return Some((one.clone(), Level::Warning));
    }
    if let Some(known) = english.known_misspelling(folded) {
        return Some((known.to_owned(), Level::Error));
    }
    if let Some(two) = sense {
        return Some((two, Level::Warning));
    }
    let near = english.nearest(folded).into_iter().next().filter(|_| folded.len() >= 5)?;
    // A word that signs use is meant even where a capital would let it pass for a name.
    let meant =
        english.is_sign_word(&near) && !sign.zh.is_empty() && (folded.len() >= SURE_NAME || sign.is_meant(&near));
    Some((near, if is_name && !meant { Level::Info } else { Level::Warning }))
}

/// Whether a word may be judged as English at all: not a word, not pinyin, not an abbreviation or code.
fn is_candidate(sign: &Analysed, word: &str, folded: &str) -> bool {
    // Letters with marks are of another language: Caffè Latte.
    folded.len() >= 3
        && word.is_ascii()
        && folded.bytes().all(|b| b.is_ascii_lowercase())
        && (!pinyin::splits(folded) || folded.len() >= SHORTEST_LIKE_PINYIN && !sign.pinyin_letters().contains(folded))
        && !sign.is_known_form_word(folded)
        && (sign.is_all_capitals() || !has_inner_capital(word))
}

/// Initials and brands: PBCSF, ZPark.
fn has_inner_capital(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// The word of an acceptable rendering that this one is a slip for.
fn nearest_expected(sign: &Analysed, folded: &str) -> Option<String> {
    let like_pinyin = pinyin::splits(folded);
    let rare = English::standard().is_rare_word(folded);
    let most = match folded.len() {
        // A rare word stands but for a slip of one letter: Slipway is no Slideway.
        _ if rare => 1,
        // What reads as pinyin may be a name: only a swap or a single letter is a slip.
        _ if like_pinyin => 1,
        0..=3 => 1,
        4..=6 => 2,
        _ => 3,
    };
    sign.expected_words()
        .iter()
        // Slips in pinyin are the romanisation's affair.
        .filter(|w| !like_pinyin || !sign.pinyin_letters().contains(w.as_str()))
        .filter(|w| w.len() >= 3 && within(w, folded, most) && w.len().abs_diff(folded.len()) <= 2)
        .filter(|w| !English::standard().same_noun(w, folded))
        // Of four letters two are too many: Gogh is no High.
        .filter(|w| folded.len() > FAMILY - 2 || w.as_bytes()[0] == folded.as_bytes()[0])
        .min_by_key(|w| edit_distance(w, folded))
        .map(|w| derived(w, folded))
}

/// One or several as the sign has it, unless the standard's whole text tells: *Birdds* is Birds.
fn in_number_of(sign: &Analysed, meant: &str, folded: &str) -> String {
    let several = format!("{meant}s");
    // The Japanese are as many as one.
    let nearer = folded.ends_with('s')
        && !meant.ends_with('s')
        && !meant.ends_with("ese")
        && edit_distance(&several, folded) < edit_distance(meant, folded);
    let kept = nearer && English::standard().is_word(&several) && !sign.expects_of_whole(meant);
    if kept { several } else { meant.to_owned() }
}

/// Two words without the space between them: *guidedtours*, *Liquidsin*.
fn two_words(sign: &Analysed, word: &str, folded: &str) -> Option<String> {
    const SHORTEST: usize = 4;
    let english = English::standard();
    let named = word.starts_with(char::is_uppercase);
    // An apostrophe parts the syllables of a name: Chang'an.
    if !word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let stands = |half: &str| half.len() >= SHORTEST && english.is_word(half) && !english.is_pinyin_name(half);
    // What stands by itself on signs, or is what the Chinese says; a name may be made of two words on purpose.
    let known = |half: &str| stands(half) && (sign.is_meant(half) || !named && english.is_common_on_signs(half));
    let small = |half: &str| english.is_function_word(half) && half.len() > 1;
    let mut cuts = (2..folded.len().saturating_sub(1))
        .map(|at| folded.split_at(at))
        .filter(|(head, tail)| known(head) && (known(tail) || small(tail)) || small(head) && known(tail) && !named);
    let (head, tail) = cuts.next()?;
    cuts.next().is_none().then(|| format!("{head} {tail}"))
}

/// The word of the same family that is nearer to what is written: *architectural* where architecture is expected.
fn derived(expected: &str, folded: &str) -> String {
    let Some(family) = expected.get(..FAMILY).filter(|_| expected.len() > FAMILY) else { return expected.to_owned() };
    let distance = |word: &str| edit_distance(word, folded);
    let english = English::standard();
    // One or several is the standard's choice.
    let others = english.beginning(family).filter(|word| !english.same_noun(word, expected));
    let nearest = others.min_by_key(|word| distance(word));
    nearest.filter(|word| distance(word) < distance(expected)).unwrap_or(expected).to_owned()
}

/// The plain sense of a Chinese word that this one is a slip for.
fn nearest_sense(sign: &Analysed, folded: &str, is_name: bool) -> Option<String> {
    let most = match folded.len() {
        0..=3 => return None,
        // A capital may begin a name that only looks like the word.
        len if is_name && len < SURE_NAME => 1,
        4..=5 => 1,
        _ => 2,
    };
    let present = |sense: &str| sign.words.folds().any(|w| w == sense);
    let near = sign.senses().iter().flat_map(|s| s.words()).filter(|s| s.len() > 3 && within(s, folded, most));
    near.filter(|s| !present(s)).min_by_key(|s| edit_distance(s, folded)).map(str::to_owned)
}

/// The small word of which two letters are swapped inside an English sentence: *fo* for of.
fn swapped(sign: &Analysed, at: usize) -> Option<String> {
    let folded = sign.words.fold(at);
    let (&[first, second], english) = (folded.as_bytes(), English::standard()) else { return None };
    let meant = String::from_utf8(vec![second, first]).ok()?;
    let inside = at > 0 && at + 1 < sign.words.len();
    let stand = inside && [at - 1, at + 1].iter().all(|i| sign.is_word(*i));
    (stand && english.is_function_word(&meant) && sign.en[sign.words.span(at)].starts_with(char::is_lowercase))
        .then_some(meant)
}

/// The word behind a small one that is stuck to it: *thetoilet*, *ofthe*, even with a slip of its own (*thetoillet*).
fn stuck(sign: &Analysed, english: &English, folded: &str) -> Option<String> {
    let small = |len: usize| folded.is_char_boundary(len) && STICKY.contains(&&folded[..len]);
    let cut = [3, 2].into_iter().find(|len| folded.len() > len + SHORTEST_STUCK && small(*len))?;
    let (head, rest) = folded.split_at(cut);
    let word = if english.is_word(rest) {
        Some(rest.to_owned())
    } else {
        nearest_expected(sign, rest).or_else(|| nearest_sense(sign, rest, false))
    };
    word.filter(|word| sign.is_meant(word)).map(|word| format!("{head} {word}"))
}
