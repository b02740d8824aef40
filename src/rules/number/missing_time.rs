//! `number/missing-time`: the closing hour, or another of several times, is missing in the English.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::times;

pub static META: Meta = Meta {
    code: "number/missing-time",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "a time is missing",
        why: "Opening hours have two ends. Where the English gives one of them alone, the reader does not know until when.",
    },
    zh: Words {
        summary: "英文缺少时间", why: "开放时间有起有止，英文只写一个，读者就不知道到几点。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("开放时间 8:30-17:00", "Open at 8:30 am"),
        fires("夏季8:00-18:00，冬季9:00-17:00", "Summer 8:00-18:00"),
        good("开放时间 8:30-17:00", "Open 8:30 am-5:00 pm"),
        good("开放时间 9:00-17:00", "Open 9-5 pm"),
        good("开放时间 9:00-24:00", "Open 9:00 to Midnight"),
        good("开放时间 0:00-24:00", "Open 24 Hours"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has([':', '：', '午', '点']) {
        return;
    }
    let (chinese, english) = (times(sign.zh), times(sign.en));
    if english.is_empty()
        || english.len() >= chinese.len()
        || !english.iter().all(|e| chinese.iter().any(|c| c.agrees(*e)))
    {
        return;
    }
    // 9-5 pm gives two hours, one of them without its half of the day.
    let figures = sign.words.folds().filter(|w| w.starts_with(|c: char| c.is_ascii_digit())).count();
    let minutes = sign.en.matches(':').count();
    if figures.saturating_sub(minutes) < chinese.len() && report_is_free(report) {
        let (lacks, has) = (chinese.len(), english.len());
        report.en(&META, 0..sign.en.len()).message(
            format!("the Chinese has {lacks} times, the English {has}"),
            format!("中文有 {lacks} 个时间，英文有 {has} 个"),
        );
    }
}

fn report_is_free(report: &Report) -> bool {
    !report.has(Level::Error)
}
