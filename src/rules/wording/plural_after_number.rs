//! `wording/plural-after-number`: *2 Elevator*, *Three Exit*: the number asks for the plural.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::numbers::number;
use crate::wording::{COUNTING, NUMERAL};

pub static META: Meta = Meta {
    code: "wording/plural-after-number",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the number asks for the plural",
        why: "Two elevators, three exits: where the Chinese counts several things, the English noun stands in the plural. A \
              number that names one thing (Gate 2) counts nothing.",
    },
    zh: Words {
        summary: "数词后应用复数",
        why: "中文说的是几个事物时，英文名词用复数：Two Elevators、Three Exits；表示编号（Gate 2）时不变。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("2部电梯", "2 Elevator", "2 Elevators"),
        bad("共有三个出口", "Three Exit", "Three Exits"),
        bad("本楼设两个无障碍卫生间", "2 Accessible Toilet in This Building", "2 Accessible Toilets in This Building"),
        good("2部电梯", "2 Elevators"),
        good("2号电梯", "2 Elevator"),
        good("三个出口", "Exit 3"),
        good("2个停车位", "2 Parking Spaces"),
        good("5个工作日", "5-Day Service"),
        good("两个男厕所", "2 Men's Toilets"),
        good("五个中国", "5 China"),
    ],
};

/// Words between the number and its noun.
const MOST: usize = 3;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || !sign.zh_holds_any(COUNTING) {
        return;
    }
    let Some(count) = counted(sign.zh) else { return };
    let english = English::standard();
    let value = |at: usize| {
        let word = sign.words.fold(at);
        word.parse::<usize>().ok().or_else(|| NUMERAL.iter().position(|n| *n == word))
    };
    let Some(at) = (0..sign.words.len()).find(|at| value(*at) == Some(count)) else { return };
    // The noun ends the words that stand together behind the number.
    let ends = |word: usize| {
        let close = sign.words.span(word).end;
        let next = (word + 1 < sign.words.len()).then(|| sign.words.span(word + 1).start);
        next.is_none_or(|next| sign.en[close..next].trim() != "" || english.is_function_word(sign.words.fold(word + 1)))
    };
    let joined = |word: usize| sign.en[sign.words.span(word).end..].starts_with('-');
    let Some(noun) = (at + 1..sign.words.len().min(at + 1 + MOST)).find(|word| ends(*word)) else { return };
    let word = sign.words.fold(noun);
    let plural = plural(word);
    // Both numbers must be words that signs use, or the noun may have no plural.
    let countable =
        english.is_sign_word(&plural) && english.is_sign_word(word) && !word.ends_with('s') && !word.ends_with("ing");
    if joined(at)
        || !countable
        || sign.is_accepted_wording()
        || at > 0 && sign.en[..sign.words.span(at).start].ends_with(['-', '/'])
    {
        return;
    }
    let span = sign.words.span(noun);
    let with = sign.in_case_of(&sign.en[span.clone()], &plural);
    report.en(&META, span).replace(sign.en, with);
}

/// How many things the Chinese counts: a number above one before a word that counts (个, 部, 台).
fn counted(zh: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(c) = zh[at..].chars().next() {
        let two = c == '两';
        if let Some((value, bytes)) = if two { Some((2, c.len_utf8())) } else { number(&zh[at..]) } {
            let ordinal = zh[..at].ends_with('第');
            if !ordinal && value > 1 && COUNTING.iter().any(|word| zh[at + bytes..].starts_with(word)) {
                return usize::try_from(value).ok();
            }
            at += bytes;
        } else {
            at += c.len_utf8();
        }
    }
    None
}

fn plural(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if word.ends_with("ch") || word.ends_with("sh") || word.ends_with('x') => format!("{word}es"),
        _ => format!("{word}s"),
    }
}
