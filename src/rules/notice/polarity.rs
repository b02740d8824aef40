//! `notice/polarity`: the Chinese forbids and the English does not, or the other way round.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::Characters;
use crate::wording::{BEFORE_SMOKING, DENY, FORBID, KEEP_OUT_END, NEGATIVE, NOT, SMOKELESS, SMOKING_PLACE};

pub static META: Meta = Meta {
    code: "notice/polarity",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "one language forbids, the other does not",
        why: "A prohibition without its No or Do Not tells the reader to do what is forbidden: Smoking for 禁止吸烟.",
    },
    zh: Words {
        summary: "一方禁止，另一方未禁止",
        why: "禁止类告示的英文漏掉 No 或 Do Not，就成了允许甚至鼓励：禁止吸烟译成 Smoking。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("禁止吸烟", "Smoking"),
        fires("请勿触摸", "Please Touch"),
        fires("吸烟区", "No Smoking Area"),
        fires("进入无烟区，严禁烟火", "Entering Smoking Area, No Fire"),
        fires("内部道路，外来车辆禁止入内", "Internal Road, Vehicles Welcome"),
        fires("监控区域，请勿停车", "Please Park in the Monitoring Area"),
        good("禁止吸烟", "No Smoking"),
        good("前方施工，禁止通行", "Road Closed"),
        good("禁止入内", "Keep Out"),
        good("非吸烟区", "No Smoking Area"),
        good("内部道路，外来车辆禁止入内", "Authorized Vehicles Only"),
        good("男士止步", "Ladies Only"),
        good("演出开始后请勿走动", "Please remain seated during the performance"),
        good("吸烟罚款200元", "No Smoking. Fine: 200 Yuan"),
        good("闲人免进", "No Admittance"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || sign.words.len() > 14 || sign.is_as_expected() {
        return;
    }
    let says_no = sign.words.folds().any(|w| NEGATIVE.contains(&w));
    let forbids = || forbids(sign.zh) || sign.clauses().iter().any(|clause| forbids(&clause.zh));
    let begins_with_no = sign.words.fold(0) == "no" && !sign.en.starts_with("No.") && !sign.en.starts_with("NO.");
    let number_after = sign.words.len() > 1 && sign.words.fold(1).bytes().any(|b| b.is_ascii_digit());
    // No before fire does not make a smoking area smoke-free.
    let smokes = |at: usize| {
        let before = at.checked_sub(1).map(|b| sign.words.fold(b));
        let behind = (at + 1 < sign.words.len()).then(|| sign.words.fold(at + 1));
        let named = behind.is_some_and(|word| SMOKING_PLACE.contains(&word));
        sign.words.fold(at) == "smoking" && named && before.is_none_or(|word| !BEFORE_SMOKING.contains(&word))
    };
    let smokeless = sign.zh_holds_any(SMOKELESS);
    let message = if !says_no && forbids() || smokeless && (0..sign.words.len()).any(smokes) {
        ("the Chinese forbids, the English does not", "中文为禁止，英文没有禁止的意思")
    } else if begins_with_no && !number_after && !sign.zh_holds_any(DENY) {
        ("the English forbids, the Chinese does not", "英文为禁止，中文没有禁止的意思")
    } else {
        return;
    };
    report.en(&META, 0..sign.en.len()).message(message.0, message.1).rewrite_surely(sign).done();
}

/// A clause that begins with what forbids, or tells who must not: 闲人免进, 外来车辆禁止入内.
fn forbids(zh: &str) -> bool {
    let characters = Characters::of(zh);
    let stands = |mark: &&&str| characters.may_hold_all(mark);
    let plain = zh.strip_prefix('请').unwrap_or(zh);
    let inside = |mark: &&&str| mark.chars().count() > 1;
    FORBID.iter().filter(stands).any(|mark| zh.starts_with(mark) || plain.starts_with(mark))
        || KEEP_OUT_END.iter().filter(stands).any(|mark| zh.ends_with(mark))
        || NOT.iter().filter(stands).filter(inside).any(|mark| zh.contains(mark))
}
