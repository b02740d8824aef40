//! `number/weekday-mismatch`: other days of the week: 周一闭馆 as *Closed on Tuesdays*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::calendar::{WEEK, WEEKEND, week_in_chinese, week_in_english};
use crate::wording::contrast::{group, in_english};

pub static META: Meta = Meta {
    code: "number/weekday-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the days of the week differ",
        why: "A visitor who reads another day stands before a closed door. Ranges count with all their days; what is open \
              from Tuesday to Sunday is closed on Mondays.",
    },
    zh: Words {
        summary: "中英文星期不一致", why: "星期译错会让读者吃闭门羹。“周二至周日开放”与“周一闭馆”视为一致。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("每周一闭馆", "Closed on Tuesdays"),
        fires("周一至周五 9:00-17:00", "Monday to Saturday 9:00-17:00"),
        fires("周一至周五9:00-17:00，周六日10:00-16:00", "Mon.-Fri. 9:00-17:00"),
        fires("工作日开放", "Open on Weekends"),
        good("每周一闭馆", "Closed on Mondays"),
        good("每周一闭馆", "Open Tuesday to Sunday"),
        good("周一至周日 9:00-17:00", "9:00-17:00 Daily"),
        good("周一至周五9:00-17:00", "Weekdays 9:00 am-5:00 pm"),
        good("节假日不办理", "Closed on Weekends and Public Holidays"),
        good("每周一次", "Once a Week"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has(['周', '星', '礼', '每', '日']) {
        return;
    }
    let (chinese, english) = (week_in_chinese(sign.zh), week_in_english(sign.en, &sign.words));
    let (mut meant, mut said) = (chinese.days(), english.days());
    // The standard renders 节假日 by Weekends and Public Holidays.
    if chinese.holidays && (meant ^ said) & !WEEKEND == 0 {
        (meant, said) = (meant & !WEEKEND, said & !WEEKEND);
    }
    if meant == 0 || said == 0 || meant == said {
        return;
    }
    let both = english.daily && english.named != 0 || chinese.daily && chinese.named != 0;
    let opening =
        |said: &[crate::wording::contrast::Said]| said.iter().find(|s| s.row.group == OPENING).map(|s| s.row.en[0]);
    let turned = meant ^ said == WEEK && opening(sign.contrasts()) != opening(&in_english(OPENING, &sign.words));
    if turned || both && meant & said == meant.min(said) {
        return;
    }
    report.en(&META, 0..sign.en.len()).message(
        format!("the Chinese means {}, the English says {}", names(meant, true), names(said, true)),
        format!("中文是{}，英文是{}", names(meant, false), names(said, false)),
    );
}

const OPENING: &str = "opening";

/// The days of a set by their names.
fn names(days: u8, english: bool) -> String {
    let rows = group("weekday").enumerate().filter(|(day, _)| days & (1 << day) != 0);
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let named: Vec<String> =
        rows.map(|(_, row)| if english { capital(row.en[0]) } else { row.zh[0].to_owned() }).collect();
    named.join(if english { ", " } else { "、" })
}
