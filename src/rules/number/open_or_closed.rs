//! `number/open-or-closed`: closed in one language, open in the other: 周一闭馆 as *Open on Mondays*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::calendar::{WEEK, week_in_chinese, week_in_english};
use crate::wording::contrast::{Said, in_english, rows};
use crate::wording::{NOT, TURNING};

pub static META: Meta = Meta {
    code: "number/open-or-closed",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "open in one language, closed in the other",
        why: "Who reads Open and finds the door locked was misled. What is closed, suspended or off duty in Chinese must be \
              so in English.",
    },
    zh: Words {
        summary: "一方开放，另一方关闭",
        why: "英文写 Open 却闭门不开，会误导读者。开放与关闭在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("周一闭馆", "Open on Mondays"),
        fires("暂停开放", "Open Now"),
        fires("开放时间：周二至周日", "Closed: Tuesday-Sunday"),
        good("周一闭馆", "Closed on Mondays"),
        good("周一闭馆", "Open Tuesday to Sunday"),
        good("节假日照常营业", "Open on Weekends and Public Holidays"),
        good("暂停开放", "Not Open to the Public"),
        good("开放时间", "Opening Hours"),
        good("闭馆前30分钟停止入馆", "Last Admission 30 Minutes Before Closing"),
    ],
};

const GROUP: &str = "opening";

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.words.is_empty() {
        return;
    }
    let chinese: Vec<Said> = sign.contrasts().iter().filter(|said| said.row.group == GROUP).cloned().collect();
    if chinese.is_empty() {
        return;
    }
    let english = in_english(GROUP, &sign.words);
    let (meant, said) = (rows(&chinese), rows(&english));
    let ([meant], [said]) = (meant.as_slice(), said.as_slice()) else { return };
    let turning = sign.words.folds().any(|w| TURNING.contains(&w)) || sign.zh_holds_any(NOT);
    if std::ptr::eq(*meant, *said) || turning || sign.zh_has(['前', '后', '除']) {
        return;
    }
    // Closed on Mondays is open from Tuesday to Sunday.
    let (days, named) = (week_in_chinese(sign.zh).days(), week_in_english(sign.en, &sign.words).days());
    if days != 0 && days ^ named == WEEK {
        return;
    }
    let span = sign.words.span_of(&english[0].at);
    if !report.touches(&span) {
        report.en(&META, span);
    }
}
