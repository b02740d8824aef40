//! `wording/two-verbs`: *Enter the Construction Site Must Wear Helmets*: two verbs and nothing that joins them.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{JOINS_CLAUSE, OBLIGING, OFTEN_VERB, PERSONS, TELLS_THAT};

pub static META: Meta = Meta {
    code: "wording/two-verbs",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "two verbs in one sentence",
        why: "A sentence has one verb, or something that joins two: who, when, to, and. Chinese sets one verb behind the \
              other (进入工地必须戴安全帽); in English the first becomes a form in -ing, or the text says what must be done alone: \
              Hard Hats Must Be Worn.",
    },
    zh: Words {
        summary: "一句有两个谓语动词",
        why: "英文一句只有一个谓语动词，两个动词须用 who、when、to、and 等连接。中文可连用动词（进入工地必须戴安全帽），英文应将前者改为 -ing 形式，或只写要求本身：Hard Hats Must Be Worn。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("进入施工现场必须戴安全帽", "Enter the Construction Site Must Wear Helmets"),
        fires("儿童乘坐扶梯须有成人陪同", "Children Take the Escalator Must Be Accompanied by an Adult"),
        fires("游客进入馆内请勿拍照", "Visitors Enter the Hall Should Not Take Photos"),
        fires("吸烟请使用吸烟区", "Smoke Please Use the Smoking Area"),
        good("吸烟请到吸烟区", "Please Smoke in the Smoking Area Only"),
        good("请保持安静", "Quiet Please"),
        good("进入施工现场必须戴安全帽", "All Visitors Must Wear Helmets"),
        good("儿童乘坐扶梯须有成人陪同", "Children Taking the Escalator Must Be Accompanied by an Adult"),
        good("携带大件行李的乘客应乘电梯", "Passengers Who Carry Large Luggage Should Use the Elevator"),
        good("请确认行李须贴标签", "Ensure Bags Must Be Labeled"),
        good("请按规定排队，老人可优先", "Observe the Queue, Seniors May Go First"),
        good("请带好您所需的物品", "Bring Items You May Need"),
        good("未成年人须由成人陪同", "Children Must Be Accompanied by an Adult"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    verb_before_please(sign, report);
    let Some(modal) = (2..sign.words.len()).find(|at| OBLIGING.contains(&sign.words.fold(*at))) else { return };
    let english = English::standard();
    // Who is asked may stand before the verb.
    let who = |at: usize| PERSONS.iter().any(|person| english.same_noun(person, sign.words.fold(at)));
    let at = usize::from(matches!(sign.words.fold(0), "all" | "the"));
    let at = if who(at) && at + 1 < modal { at + 1 } else { 0 };
    let (verb, behind) = (sign.words.fold(at), sign.words.fold(at + 1));
    let does = english.is_pure_verb(verb) || at > 0 && OFTEN_VERB.contains(&verb);
    if !does || TELLS_THAT.contains(&verb) || behind == "of" || modal < at + 2 {
        return;
    }
    let joined = (at..modal).any(|i| JOINS_CLAUSE.contains(&sign.words.fold(i)));
    let between = &sign.en[sign.words.span(at).end..sign.words.span(modal).start];
    if joined || between.contains([',', '.', ';', ':', '!', '/', '\n', '(']) {
        return;
    }
    let span = sign.span(&(at..modal + 1));
    if report.touches(&span) {
        return;
    }
    report.en(&META, span).rewrite_surely(sign).done();
}

/// *Smoke Please Use the Smoking Area*: the first verb tells when, which takes *to* or a clause: To Smoke, Please Use ….
fn verb_before_please(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 3 || sign.words.fold(1) != "please" || !sign.is_only_space(&(0..3)) || sign.is_as_expected() {
        return;
    }
    let english = English::standard();
    let [first, second] = [0, 2].map(|at| english.parts(sign.words.fold(at)));
    // What is asked for may stand before please, and an adjective too: Quiet Please.
    let asks =
        english.is_no_verb(sign.words.fold(0)) || first.contains(['a', 'r']) || PERSONS.contains(&sign.words.fold(0));
    let span = sign.span(&(0..3));
    if asks || !first.contains('v') || !second.contains('v') || report.touches(&span) {
        return;
    }
    report.en(&META, span).done();
}
