//! `number/period-mismatch`: another holiday, season or frequency: 端午节 as *Spring Festival*, 夏季 as *Winter*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::contrast::{Said, in_english, rows};

pub static META: Meta = Meta {
    code: "number/period-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "another holiday, season, frequency or part of the day",
        why: "Spring Festival is not National Day, summer hours are not winter hours, and daily is not monthly. A period of \
              time must be the same in both languages.",
    },
    zh: Words {
        summary: "节日、季节、周期或时段译错",
        why: "春节不是 National Day，夏季不是 Winter，每日不是 Monthly。时间在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("春节放假", "National Day Holiday"),
        fires("夏季开放时间", "Winter Opening Hours"),
        fires("每日检查", "Monthly Inspection"),
        fires("全天开放", "Open in the Morning"),
        good("上午开放", "Open 9:00-12:00"),
        good("门诊上午8:00-12:00，急诊24小时", "Outpatients 8:00-12:00, Emergency 24 Hours"),
        good("春节放假", "Closed for the Chinese New Year"),
        good("元旦、春节休息", "Closed on New Year's Day and Spring Festival"),
        good("夏季开放时间", "Summer Opening Hours"),
        good("每周一闭馆", "Open Daily Except Mondays"),
        good("秋季特展", "Fall Exhibition"),
    ],
};

/// The groups of `contrasts.csv` that the rule compares.
const GROUPS: [&str; 4] = ["holiday", "season", "frequency", "day-part"];

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.words.is_empty() {
        return;
    }
    for group in GROUPS {
        let meant: Vec<Said> = sign.contrasts().iter().filter(|said| said.row.group == group).cloned().collect();
        if meant.is_empty() {
            continue;
        }
        let said = in_english(group, &sign.words);
        let (meant, named) = (rows(&meant), rows(&said));
        // Only where nothing agrees.
        if named.is_empty() || named.iter().any(|row| meant.iter().any(|m| std::ptr::eq(*m, *row))) {
            continue;
        }
        let span = sign.words.span_of(&said[0].at);
        let (right, wrong) = (meant[0], &sign.en[span.clone()]);
        report.en(&META, span.clone()).message(
            format!("“{wrong}” is not what {} means: “{}”", right.zh[0], right.en[0]),
            format!("“{wrong}”与“{}”不符，应为“{}”", right.zh[0], right.en[0]),
        );
        return;
    }
}
