//! Files of every format, damaged: read or refused, never a panic or a hang; what is written back reads as it was told.
//!
//! `SIGNLINT_DAMAGE=N` sets how often each file is damaged, `SIGNLINT_SEED=N` another row of chances.

mod common;
#[path = "formats/dress.rs"]
mod dress;

use dress::{Pair, dressed};
use signlint::analyse::Context;
use signlint::config::Selection;
use signlint::engine::Checker;
use signlint::finding::Lang;
use signlint::mend::{changes, mend_table};
use signlint::read::{PARSER_THREAD, ReadOptions, Source, read_bytes, read_source};
use signlint::report::{self, Summary};
use signlint::sign::{Column, Field, Table};
use signlint::write::{Change, append, rewrite};
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::time::{Duration, Instant};

/// Longest that a small file may take, in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// Pieces that formats give a meaning to, or that decoders trip over.
const PIECES: [&str; 44] = [
    "\"",
    "'",
    "\"\"",
    ",",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{2028}",
    "𠮷",
    "é",
    "e\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{1b}[31m",
    "\u{fffd}",
    "<![CDATA[",
    "]]>",
    "<!--",
    "&#0;",
    "&#x110000;",
    "&lol;",
    "</",
    "<x>",
    "\\",
    "\\u",
    "\\ud800",
    "{",
    "[",
    "}",
    "]",
    ": ",
    "- ",
    "#",
    "&a ",
    "*a",
    "|",
    ">",
    "%",
    "---\n",
    "msgid \"\"\n",
    "=",
];

struct Chance(u64);

impl Chance {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % below.max(1)
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// Damages bytes once.
    fn damage(&mut self, bytes: &mut Vec<u8>, others: &[(String, Vec<u8>)]) {
        let at = self.below(bytes.len() + 1);
        let end = (at + self.below(40)).min(bytes.len());
        match self.below(9) {
            0 => bytes.truncate(at),
            1 => _ = bytes.drain(at..end),
            2 => {
                for _ in 0..=self.below(4) {
                    if !bytes.is_empty() {
                        let at = self.below(bytes.len());
                        bytes[at] = u8::try_from(self.below(256)).unwrap_or(0);
                    }
                }
            }
            3 => {
                let piece = bytes[at..end].to_vec();
                let to = self.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            4 => {
                let other = &self.of(others).1;
                let from = self.below(other.len());
                let piece = other[from..(from + self.below(200)).min(other.len())].to_vec();
                bytes.splice(at..end, piece);
            }
            5 => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let name = *self.of(&["gb18030", "gbk", "big5", "utf-16le", "utf-16be", "shift_jis", "windows-1252"]);
                let mark = self.below(2) == 0;
                let text = if mark { format!("\u{feff}{text}") } else { text };
                *bytes = match name {
                    "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                    "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                    _ => encoding_rs::Encoding::for_label(name.as_bytes()).expect("known").encode(&text).0.into_owned(),
                };
            }
            _ => {
                let piece = self.of(&PIECES).as_bytes().to_vec();
                let at = if self.below(6) == 0 { 0 } else { at };
                bytes.splice(at..at, piece);
            }
        }
    }

    /// Damages a part of an archive and packs it again, so that the damage reaches the reader.
    fn damage_inside(&mut self, bytes: &[u8], others: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let hit = self.below(archive.len());
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).ok()?;
            let name = part.name().ok()?.into_owned();
            let mut content = Vec::new();
            part.read_to_end(&mut content).ok()?;
            if index == hit {
                self.damage(&mut content, others);
            }
            out.start_file(name, zip::write::SimpleFileOptions::default()).ok()?;
            out.write_all(&content).ok()?;
        }
        Some(out.finish().ok()?.into_inner())
    }
}

fn seeds() -> Vec<(String, Vec<u8>)> {
    let pair = |(zh, en): (&str, &str)| (zh.to_owned(), en.to_owned());
    let signs: Vec<Pair> = [
        ("平安大街", "Pingan Avenue"),
        ("出口", "Exit, \"A\""),
        ("小心地滑", "Caution: Wet Floor"),
        ("请勿吸烟", "No smoking!"),
        ("咖啡厅", "Café & Bar's"),
        ("入口", ""),
    ]
    .into_iter()
    .map(pair)
    .collect();
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for file in dressed(&signs) {
        all.push((file.name.to_owned(), file.bytes));
        // Of two files of a language each, the other alone.
        all.extend(file.partner.map(|(name, bytes)| (name.to_owned(), bytes)));
    }
    for entry in fs::read_dir("tests/fixtures").expect("a folder") {
        let path = entry.expect("an entry").path();
        all.push((path.to_string_lossy().into_owned(), fs::read(&path).expect("read")));
    }
    all.sort();
    all
}

fn texts(table: &Table) -> Vec<[String; 2]> {
    let cell = |r, c| table.cell(r, c).into_owned();
    table.records.iter().map(|r| [cell(r, Column::Zh), cell(r, Column::En)]).collect()
}

/// What every table must bear: its places told, its cells written.
fn tried(name: &str, bytes: &[u8], options: &ReadOptions, checked: bool) {
    let Ok(tables) = read_bytes(name, bytes.to_vec(), options) else { return };
    let news = ["New \"text\", it's <b> & é", "Plain Text", "- x: #y", "[a]\tb"];
    let mut expected: Vec<Vec<[String; 2]>> = Vec::new();
    let mut all_changes = Vec::new();
    let mut repeated = false;
    for table in &tables {
        let mut texts = texts(table);
        let mut changes = Vec::new();
        let mut spots = std::collections::BTreeSet::new();
        for (at, record) in table.records.iter().enumerate() {
            let sign = table.sign(record);
            let _ = (sign.location.to_string(), Field::En);
            let text = news[at % news.len()];
            // A key that stands twice in the Chinese has one English.
            repeated |= table.spot(record, Field::En).is_some_and(|spot| !spots.insert(format!("{spot:?}")));
            if record.cells[Column::En as usize].is_some() && table.is_writable(record, Field::En) && at % 3 != 2 {
                changes.push(Change { record: at, column: Column::En, text: text.to_owned() });
                texts[at][1] = text.to_owned();
            }
        }
        expected.push(texts);
        all_changes.push(changes);
    }
    let cells = |table: &Table| table.records.iter().map(|r| Some([r.row.to_string()])).collect::<Vec<_>>();
    let cells: Vec<_> = tables.iter().map(cells).collect();
    let filled: Vec<_> = tables.iter().zip(cells.iter().map(Vec::as_slice)).collect();
    let _ = append(bytes, &filled, ["new"]);
    if checked {
        reported(&tables);
    }
    if !tables[0].format.writes_back() {
        return;
    }
    let changed: Vec<(&Table, &[Change])> = tables.iter().zip(all_changes.iter().map(Vec::as_slice)).collect();
    let Ok(new) = rewrite(bytes, &changed) else { return };
    if !new.left.is_empty() || repeated {
        return;
    }
    // What is hardly text may look like another encoding with other letters in it.
    let options = &ReadOptions { encoding: Some(tables[0].encoding.to_owned()), ..options.clone() };
    let again = read_bytes(name, new.bytes.clone(), options);
    let again: Vec<_> =
        again.unwrap_or_else(|e| panic!("written back it is not read: {e}")).iter().map(texts_of).collect();
    assert!(again == expected, "written back it reads {again:?}, not {expected:?}");
}

/// Every report of what is found in the tables.
fn reported(tables: &[Table]) {
    let checker = Checker::new(Context::standard(), Selection::default());
    let outcome = checker.check(tables, &|_| {});
    let mut summary = Summary::new(&outcome, checker.context(), Lang::En);
    let (out, summary) = (&mut std::io::sink(), &mut summary);
    let written = [
        report::text::write(out, &outcome, summary, Lang::Zh),
        report::jsonl::write(out, &outcome, summary),
        report::sarif::write(out, &outcome, summary),
        report::github::write(out, &outcome, summary),
        report::gitlab::write(out, &outcome, summary),
        report::junit::write(out, &outcome, summary),
        report::checkstyle::write(out, &outcome, summary),
        report::rdjson::write(out, &outcome, summary),
        report::csv::write(out, &outcome, summary),
        report::xlsx::write(out, &outcome, summary),
        report::markdown::write(out, &outcome, summary, Duration::ZERO),
    ];
    written.into_iter().for_each(|written| written.expect("written"));
    for table in tables {
        let mended = mend_table(&checker, table, true, &|_| true);
        let _ = changes(table, &mended.records);
    }
}

fn texts_of(table: &Table) -> Vec<[String; 2]> {
    texts(table)
}

#[test]
fn damaged_files_are_read_or_refused_and_written_back_as_told() {
    let told = |name: &str| std::env::var(name).ok().and_then(|n| n.parse().ok());
    let times = told("SIGNLINT_DAMAGE").unwrap_or(25);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15 ^ told("SIGNLINT_SEED").unwrap_or(0));
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PARSER_THREAD) {
            tell(panic);
        }
    }));
    let seeds = seeds();
    let mut failed = Vec::new();
    let mut runs = 0;
    for (name, bytes) in &seeds {
        for round in 0..times {
            let mut damaged = bytes.clone();
            if bytes.starts_with(b"PK") && chance.below(4) > 0 {
                damaged = chance.damage_inside(bytes, &seeds).unwrap_or(damaged);
            } else {
                (0..=chance.below(3)).for_each(|_| chance.damage(&mut damaged, &seeds));
            }
            let mut options = ReadOptions { need_english: chance.below(4) > 0, ..ReadOptions::default() };
            if chance.below(12) == 0 {
                options.encoding = Some((*chance.of(&["gb18030", "utf-16le", "utf-16be", "big5", "utf-8"])).to_owned());
            }
            if chance.below(12) == 0 {
                options.delimiter = Some(*chance.of(b",;|\t"));
            }
            if round == 0 {
                damaged.clone_from(bytes);
            }
            runs += 1;
            let began = Instant::now();
            let outcome = std::panic::catch_unwind(|| tried(name, &damaged, &options, round % 5 == 1));
            if outcome.is_err() || began.elapsed() > PATIENCE {
                let kept =
                    format!("{}/damaged-{}-{}", std::env::temp_dir().display(), failed.len(), name.replace('/', "-"));
                let _ = fs::write(&kept, &damaged);
                failed.push(format!("{kept} after {:?} with {options:?}", began.elapsed()));
            }
        }
    }
    let _ = read_source(
        &Source { path: String::new(), partner: None, is_named: true },
        Vec::new(),
        &ReadOptions::default(),
    );
    assert!(failed.is_empty(), "{} of {runs}:\n{}", failed.len(), failed.join("\n"));
}
