//! `number/emergency-number`: the number to call in an emergency stands in the Chinese only.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::digits_in;
use crate::wording::EMERGENCY;

pub static META: Meta = Meta {
    code: "number/emergency-number",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "the emergency number is missing in the English",
        why: "Whoever cannot read the Chinese needs the number most. It stays with the text: Call 119 in Case of Fire.",
    },
    zh: Words {
        summary: "英文缺少报警或急救电话",
        why: "看不懂中文的人最需要这个号码，应随文保留：Call 119 in Case of Fire。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        fires("火警电话119", "Fire Alarm"),
        fires("如遇险情请拨打110", "Call the Police in an Emergency"),
        good("火警电话119", "Fire Call 119"),
        good("119路", "Bus Route 119"),
        good("120路车站", "Bus Stop"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let calls = sign.zh_has(['拨', '警', '救']) || sign.zh_holds("电话") || sign.zh_holds("热线");
    if !calls || sign.words.is_empty() || sign.is_accepted_text() {
        return;
    }
    let english = digits_in(sign.en);
    let lacking = digits_in(sign.zh)
        .into_iter()
        .find(|(.., number)| EMERGENCY.contains(&number.as_str()) && !english.iter().any(|(.., said)| said == number));
    if let Some((.., number)) = lacking {
        report
            .en(&META, 0..sign.en.len())
            .message(format!("the number {number} is missing in the English"), format!("英文缺少电话号码 {number}"));
    }
}
