//! An annotated workbook for people who work in spreadsheets: every sign with its findings and what to write beside it,
//! coloured by level, with a filter; and a sheet of figures. Every cell is a text, so that nothing is taken for a
//! formula. Rows are written as they come: memory does not grow with the inventory.

use super::{Summary, fields::citation};
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use crate::sign::Sign;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Rows of a sheet below its header (ECMA-376: 1,048,576 in all).
const MOST_ROWS: u32 = 1_048_575;
/// Characters of a cell (Excel: 32,767).
const MOST_CHARACTERS: usize = 32_000;
/// Columns, and their widths in characters of half a Han character.
const COLUMNS: [(&str, &str, f64); 9] = [
    ("Place", "位置", 26.0),
    ("Id", "编号", 12.0),
    ("Chinese", "中文", 34.0),
    ("English", "英文", 42.0),
    ("Level", "级别", 10.0),
    ("Write", "应写作", 42.0),
    ("What is wrong", "问题", 60.0),
    ("Rule", "规则", 30.0),
    ("By", "依据", 34.0),
];

/// Writes the workbook.
///
/// # Errors
/// Those of the writer, and of a workbook that cannot be made.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    let bytes = build(outcome, summary).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// The looks of rows and heads.
struct Looks {
    head: Format,
    text: Format,
    levels: [Format; 3],
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let filled = |rgb: u32| text.clone().set_background_color(Color::RGB(rgb));
        let head = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(0x1F_3A5F))
            .set_border_bottom(FormatBorder::Thin);
        Self { head, levels: [filled(0xDD_EBF7), filled(0xFF_F2CC), filled(0xF8_CBAD)], text }
    }

    fn of(&self, level: Option<Level>) -> &Format {
        level.map_or(&self.text, |level| &self.levels[level as usize])
    }
}

fn build(outcome: &Outcome, summary: &mut Summary) -> Result<Vec<u8>, XlsxError> {
    let lang = summary.lang;
    let looks = Looks::new();
    let mut book = Workbook::new();
    let mut findings = outcome.reported().peekable();
    let mut signs = outcome
        .tables()
        .iter()
        .enumerate()
        .flat_map(|(at, table)| table.records.iter().map(move |record| (at, table.sign(record))))
        .peekable();
    let mut number = 0;
    while number == 0 || signs.peek().is_some() {
        number += 1;
        let sheet = book.add_worksheet_with_constant_memory()?;
        let name = if lang == Lang::En { "Signs" } else { "标识" };
        sheet.set_name(if number == 1 { name.to_owned() } else { format!("{name} {number}") })?;
        head(sheet, &looks, lang)?;
        let mut row = 0;
        while row < MOST_ROWS
            && let Some((table, sign)) = signs.next()
        {
            row += 1;
            let mut own: Vec<Reported> = Vec::new();
            while let Some(next) = findings.next_if(|f| f.table == table && f.sign.location.row == sign.location.row) {
                summary.count(&next);
                own.push(next);
            }
            line(sheet, row, &sign, &own, &looks, lang)?;
        }
        sheet.autofilter(0, 0, row, u16::try_from(COLUMNS.len() - 1).unwrap_or_default())?;
    }
    drop(findings);
    figures(book.add_worksheet_with_constant_memory()?, summary, &looks)?;
    book.save_to_buffer()
}

fn head(sheet: &mut Worksheet, looks: &Looks, lang: Lang) -> Result<(), XlsxError> {
    for (column, (en, zh, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, if lang == Lang::En { en } else { zh }, &looks.head)?;
    }
    sheet.set_freeze_panes(1, 4)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// A sign and its findings, the gravest first.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    sign: &Sign,
    findings: &[Reported],
    looks: &Looks,
    lang: Lang,
) -> Result<(), XlsxError> {
    let mut own: Vec<&Reported> = findings.iter().collect();
    own.sort_by_key(|r| std::cmp::Reverse(r.level));
    let level = own.first().map(|r| r.level);
    let lines = |text: &dyn Fn(&Reported) -> String| {
        let mut lines: Vec<String> = own.iter().map(|r| text(r)).filter(|t| !t.is_empty()).collect();
        lines.dedup();
        lines.join("\n")
    };
    let mut writes: Vec<&str> = own.iter().filter_map(|r| r.finding.suggestion.as_deref()).collect();
    writes.dedup();
    let cells = [
        sign.location.to_string(),
        sign.id.to_string(),
        sign.zh.to_string(),
        sign.en.to_string(),
        level.map(|l| word(l, lang).to_owned()).unwrap_or_default(),
        writes.join("\n"),
        lines(&|r| r.finding.message.get(lang).to_owned()),
        lines(&|r| r.finding.rule.to_owned()),
        lines(&|r| citation(r, lang)),
    ];
    let mut height = 1;
    for ((column, cell), (_, _, width)) in (0_u16..).zip(&cells).zip(COLUMNS) {
        let cell: String = cell.chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_CHARACTERS).collect();
        height = height.max(lines_of(&cell, width));
        sheet.write_string_with_format(row, column, cell, looks.of(level))?;
    }
    // Spreadsheets measure Han characters too narrow when they set heights by themselves.
    if height > 1 {
        sheet.set_row_height(row, f64::from(height) * 15.0)?;
    }
    Ok(())
}

/// Lines that a text takes in a column.
fn lines_of(text: &str, width: f64) -> u32 {
    const MOST: u32 = 20;
    let lines = text.lines().map(|line| {
        let cells = u32::try_from(line.width()).unwrap_or(u32::MAX);
        (f64::from(cells) / (width - 1.0)).ceil().max(1.0)
    });
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let total = lines.sum::<f64>().min(f64::from(MOST)) as u32;
    total
}

fn word(level: Level, lang: Lang) -> &'static str {
    match (level, lang) {
        (_, Lang::En) => level.as_str(),
        (Level::Error, Lang::Zh) => "错误",
        (Level::Warning, Lang::Zh) => "警告",
        (Level::Info, Lang::Zh) => "提示",
    }
}

/// The sheet of figures: by level, then by rule.
fn figures(sheet: &mut Worksheet, summary: &Summary, looks: &Looks) -> Result<(), XlsxError> {
    let lang = summary.lang;
    let say = |en: &'static str, zh: &'static str| if lang == Lang::En { en } else { zh };
    sheet.set_name(say("Summary", "汇总"))?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    for (column, width) in [(0, 36.0), (1, 12.0), (2, 90.0)] {
        sheet.set_column_width(column, width)?;
    }
    let mut rows: Vec<(String, usize, String, Option<Level>)> = vec![
        (say("Signs", "标识").into(), summary.signs, String::new(), None),
        (say("Distinct signs", "不重复的标识").into(), summary.distinct, String::new(), None),
        (say("Signs with findings", "有问题的标识").into(), summary.signs_with_findings, String::new(), None),
    ];
    for level in [Level::Error, Level::Warning, Level::Info] {
        let n = summary.by_level.get(&level).copied().unwrap_or(0);
        let word = word(level, lang).to_owned();
        rows.push((word, n, String::new(), Some(level)));
    }
    let mut rules: Vec<_> = summary.by_rule.iter().collect();
    rules.sort_by_key(|(code, n)| (std::cmp::Reverse(**n), **code));
    for (code, n) in rules {
        let meta = crate::rules::meta(code);
        let words = meta.map(|m| m.words(lang).summary.to_owned()).unwrap_or_default();
        rows.push(((*code).to_owned(), *n, words, meta.map(|m| m.level)));
    }
    for (column, name) in [(0, say("", "")), (1, say("Number", "数量")), (2, say("Meaning", "含义"))] {
        sheet.write_string_with_format(0, column, name, &looks.head)?;
    }
    for (row, (name, n, words, level)) in (1_u32..).zip(rows) {
        let look = looks.of(level);
        sheet.write_string_with_format(row, 0, name, look)?;
        #[allow(clippy::cast_precision_loss)]
        sheet.write_number_with_format(row, 1, n as f64, look)?;
        sheet.write_string_with_format(row, 2, words, look)?;
    }
    Ok(())
}
