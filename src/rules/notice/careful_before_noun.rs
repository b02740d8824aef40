//! `notice/careful-before-noun`: *Careful Rock*, *Be Careful Monkey*: careful takes *of*, or the danger is named by itself.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::{BEHIND_CAREFUL, DANGER_ZH};

pub static META: Meta = Meta {
    code: "notice/careful-before-noun",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "careful stands right before the danger",
        why: "Careful describes the one who takes care: a careful rock is a rock that takes care. Name the danger (CAUTION \
              Falling Rocks), or write Be Careful of, Watch Out for, Beware of.",
    },
    zh: Words {
        summary: "careful 后直接跟了危险内容",
        why: "careful 形容人谨慎，Careful Rock 意为“谨慎的石头”。应直接写出危险内容（CAUTION Falling Rocks），或用 Be Careful of、Watch Out for、Beware of。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("小心落石", "Careful Rocks Falling", "CAUTION Falling Rocks"),
        fires("小心猴子抓人", "Be Careful Monkeys"),
        fires("易碎物品，小心轻放", "Fragile Goods, Careful Put"),
        good("小心猴子抓人", "Be Careful of Monkeys"),
        good("小心！猴子抓人", "Be Careful! Monkeys"),
        good("当心", "Be Careful"),
        fires("小心落石", "Careful Falling Stones"),
        good("小心驾驶", "Careful Driving"),
        good("请小心，前方有台阶", "Please be careful, steps ahead"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_holds_any(DANGER_ZH) || sign.is_as_expected() {
        return;
    }
    let english = English::standard();
    for at in 1..sign.words.len() {
        let noun = sign.words.fold(at);
        if sign.words.fold(at - 1) != "careful" || english.is_function_word(noun) || noun.len() < SHORTEST {
            continue;
        }
        // A mark between them makes two sentences of it; careful driving is done by a careful driver.
        let between = &sign.en[sign.words.span(at - 1).end..sign.words.span(at).start];
        // Falling rocks are a danger, driving is what one does with care.
        let falling = || {
            let next = (at + 1 < sign.words.len()).then(|| sign.words.fold(at + 1));
            noun.ends_with("ing")
                && next.and_then(|next| next.strip_suffix('s')).is_some_and(|one| english.parts(one).contains('n'))
        };
        let does = (noun.ends_with("ing") && !falling()) || noun.ends_with("er") || noun.ends_with("ers");
        let small = BEHIND_CAREFUL.contains(&noun);
        if !between.chars().all(char::is_whitespace) || does || small {
            continue;
        }
        let span = sign.words.span(at - 1);
        if report.touches(&span) {
            return;
        }
        report.en(&META, span).rewrite_surely(sign).done();
        return;
    }
}

/// Letters of the shortest word that may be a danger.
const SHORTEST: usize = 3;
