//! `notice/missing-object`: the imperative breaks off before what it speaks of: *Please Keep*, *Do Not*, *Please Show*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::{BAN, BEFORE_OBJECT, BEFORE_VERB, TRANSITIVE};

pub static META: Meta = Meta {
    code: "notice/missing-object",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the notice does not say what",
        why: "Keep, Show, Bring, Hold and Protect need an object: Keep Quiet, Show Your Ticket. No and Do Not need what is \
              forbidden. Without it the reader does not know what to do.",
    },
    zh: Words {
        summary: "祈使语缺少宾语",
        why: "Keep、Show、Bring、Hold、Protect 等动词后要有宾语：Keep Quiet、Show Your Ticket；No 和 Do Not 后要有所禁止的内容，否则读者不知道要做什么。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("请出示证件", "Please Show", "Please Show Your ID"),
        bad("请保持安静", "Please Keep", "Quiet Please"),
        fires("禁止携带宠物", "Do Not Bring"),
        fires("请勿触摸展品", "Please Do Not"),
        fires("请爱护公物", "Please Protect Your"),
        good("请勿触摸", "Do Not Touch"),
        good("请勿停放", "No Parking"),
        good("否", "No"),
        good("请稍候", "Please Wait"),
        good("推", "Push"),
        good("表演", "Show"),
        good("灯光秀", "Light Show"),
    ],
};

/// Characters of the shortest Chinese that asks for something.
const SHORTEST: usize = 4;

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(mut last) = sign.words.len().checked_sub(1) else { return };
    if sign.key().chars().count() < SHORTEST || sign.is_as_expected() || sign.is_accepted_wording() {
        return;
    }
    // *Please Protect Your* breaks off as much as *Please Protect*.
    while last > 0 && BEFORE_OBJECT.contains(&sign.words.fold(last)) {
        last -= 1;
    }
    let word = sign.words.fold(last);
    let lead = last.checked_sub(1).map(|at| sign.words.fold(at));
    let asks = lead.is_none_or(|lead| BEFORE_VERB.contains(&lead));
    // What begins a notice alone says nothing: No, Please, Do Not, Please Do Not.
    let opening = sign.words.folds().all(|w| w == "please" || w == "do" || BAN[..2].contains(&w));
    // A lone verb may be a noun: Show, Watch.
    let verb = TRANSITIVE.contains(&word) && asks && (last > 0 || last + 1 < sign.words.len());
    if !opening && !verb {
        return;
    }
    let span = sign.words.span(last).start..sign.words.span(sign.words.len() - 1).end;
    if report.touches(&span) {
        return;
    }
    report.en(&META, span).rewrite_surely(sign).done();
}
