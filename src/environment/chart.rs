//! Charts as SVG. Each bar says its numbers in words too (`title`), and colours differ in lightness, so that the charts
//! are read without colours, in print and by a screen reader. Colours are classes: the page sets them for light and dark.

use super::page::grouped;
use super::{FamilyCount, Group, Tally};
use std::fmt::Write;

/// Bars of the charts by group.
const MOST_BARS: usize = 20;
/// Height of a bar with its gap, in the units of the picture.
const STEP: usize = 30;
/// Width of the names to the left, of the bars, and of the numbers to the right.
const NAMES: f64 = 190.0;
const BARS: f64 = 470.0;
const NUMBERS: f64 = 90.0;

/// The parts of a bar: class, and its name in both languages.
pub(super) const PARTS: [(&str, &str, &str); 5] = [
    ("correct", "correct", "正确"),
    ("doubtful", "doubtful", "存疑"),
    ("wrong", "wrong", "错误"),
    ("no-english", "no English", "无英文"),
    ("no-chinese", "no Chinese", "无中文"),
];

fn parts(tally: &Tally) -> [u64; 5] {
    [tally.correct, tally.doubtful, tally.wrong, tally.without_english, tally.without_chinese]
}

/// Markup of a text: names come from inventories.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A name cut to what fits beside the bars.
fn fitting(name: &str) -> String {
    const CELLS: usize = 24;
    let mut out = String::new();
    let mut cells = 0;
    for c in name.chars() {
        cells += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if cells > CELLS {
            return out + "…";
        }
        out.push(c);
    }
    out
}

#[allow(clippy::cast_precision_loss, reason = "a picture needs no more than six digits")]
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// One row of a chart: its name in both languages, its parts with their classes, the number at its end.
struct Bar {
    en: String,
    zh: String,
    parts: Vec<(&'static str, u64)>,
    number: String,
    said: String,
}

/// The standing of all signs in one bar.
pub(super) fn whole(tally: &Tally) -> String {
    const WIDTH: f64 = 1120.0;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} 46\" class=\"chart whole\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
    );
    let mut x = 0.0;
    for ((class, ..), part) in PARTS.iter().zip(parts(tally)) {
        let width = WIDTH * ratio(part, tally.signs);
        let _ = write!(svg, "<rect class=\"{class}\" x=\"{x:.1}\" y=\"0\" width=\"{width:.1}\" height=\"46\"/>");
        if width > 52.0 {
            let (at, share) = (x + width / 2.0, tally.share(part));
            let _ = write!(
                svg,
                "<text class=\"on-{class}\" x=\"{at:.1}\" y=\"29\" text-anchor=\"middle\">{share:.1}%</text>"
            );
        }
        x += width;
    }
    svg + "</svg>"
}

/// The standing of the signs of each group, every bar of full width.
pub(super) fn by_group(groups: &[Group], id: &str) -> String {
    let bars = groups.iter().take(MOST_BARS).map(|group| Bar {
        en: if group.en.is_empty() { "(not told)".to_owned() } else { group.en.clone() },
        zh: if group.zh.is_empty() { "（未注明）".to_owned() } else { group.zh.clone() },
        parts: PARTS.iter().map(|p| p.0).zip(parts(&group.tally)).collect(),
        number: group.score.map_or("–".to_owned(), |s| format!("{s:.1}")),
        said: PARTS
            .iter()
            .zip(parts(&group.tally))
            .filter(|(_, n)| *n > 0)
            .map(|((_, en, zh), n)| format!("{en} {zh} {n}"))
            .collect::<Vec<_>>()
            .join(", "),
    });
    chart(&bars.collect::<Vec<_>>(), |bar| bar.parts.iter().map(|p| p.1).sum(), id)
}

/// The findings of each family by level, on one scale.
pub(super) fn by_family(families: &[FamilyCount], id: &str) -> String {
    let most = families.iter().map(|f| f.errors + f.warnings + f.infos).max().unwrap_or(0);
    let bars = families.iter().take(MOST_BARS).map(|family| Bar {
        en: family.en.clone(),
        zh: family.zh.clone(),
        parts: vec![("wrong", family.errors), ("doubtful", family.warnings), ("note", family.infos)],
        number: grouped(i64::try_from(family.errors + family.warnings + family.infos).unwrap_or(i64::MAX)),
        said: format!("errors 错误 {}, warnings 警告 {}, notes 提示 {}", family.errors, family.warnings, family.infos),
    });
    chart(&bars.collect::<Vec<_>>(), |_| most, id)
}

/// Bars under one another; `scale` is the number that fills the whole width.
fn chart(bars: &[Bar], scale: impl Fn(&Bar) -> u64, id: &str) -> String {
    let (width, height) = (NAMES + BARS + NUMBERS, bars.len() * STEP);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {width} {height}\" class=\"chart\" role=\"img\" aria-labelledby=\"{id}\" focusable=\"false\">"
    );
    for (row, bar) in bars.iter().enumerate() {
        let (y, middle) = (row * STEP + 3, row * STEP + 20);
        let _ = write!(svg, "<g><title>{} {}: {}</title>", escaped(&bar.en), escaped(&bar.zh), escaped(&bar.said));
        for (class, name) in [("en", &bar.en), ("zh", &bar.zh)] {
            let (x, name) = (NAMES - 10.0, escaped(&fitting(name)));
            let _ = write!(svg, "<text class=\"{class}\" x=\"{x}\" y=\"{middle}\" text-anchor=\"end\">{name}</text>");
        }
        let mut x = NAMES;
        for (class, part) in bar.parts.iter().filter(|p| p.1 > 0) {
            let width = BARS * ratio(*part, scale(bar));
            let _ = write!(svg, "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"24\"/>");
            x += width;
        }
        let (x, number) = (x + 8.0, escaped(&bar.number));
        let _ = write!(svg, "<text x=\"{x:.1}\" y=\"{middle}\">{number}</text></g>");
    }
    svg + "</svg>"
}
