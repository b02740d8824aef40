//! `number/time-mismatch`: the times of day differ between the two languages.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::times;

pub static META: Meta = Meta {
    code: "number/time-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the times differ",
        why: "A visitor who reads another hour stands before a closed door. 17:00 and 5:00 pm are the same; 16:00 is not.",
    },
    zh: Words {
        summary: "中英文时间不一致", why: "时间不同会让读者吃闭门羹。17:00 与 5:00 pm 相同，与 16:00 不同。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("开放时间 8:30-17:00", "Open 8:30 am-4:00 pm"),
        fires("上午9:00开门", "Opens at 10:00 am"),
        good("开放时间 8:30-17:00", "Open 8:30 am-5:00 pm"),
        good("开放时间 8:30-17:00", "Open 8:30-17:00"),
        good("下午2:00闭馆", "Closes at 2:00 pm"),
        fires("早上8点开门", "Opens at 8 pm"),
        fires("营业时间 9:00-21:00", "Business Hours 21:00-9:00"),
        good("首车 5:10", "First Train 5:10"),
        good("中午12点至下午两点", "12 noon-2 pm"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has([':', '：', '午', '点', '时', '早', '晚', '晨']) {
        return;
    }
    let (chinese, english) = (times(sign.zh), times(sign.en));
    // Where the counts differ one side says more than the other; only like for like is sure.
    if chinese.is_empty() || chinese.len() != english.len() || chinese.iter().zip(&english).all(|(a, b)| a.agrees(*b)) {
        return;
    }
    report.en(&META, 0..sign.en.len());
}
