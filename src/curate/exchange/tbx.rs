//! TBX-Basic, ISO 30042:2019, style DCA (data categories as attributes).
//!
//! One `conceptEntry` is one line of a dictionary. What TBX-Basic has a category for is written in it: the domain is
//! the subject field, the standing of a form its administrative status, a short form its term type, the source the
//! admin source with the clause as its note. Kind with folder and status have none: they stand as project and customer
//! subset of the Chinese term.

use super::{Fault, Table, fault, text_of};
use crate::curate::table::JOINT;
use crate::glossary::compile::{GROUP, HEADER};
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer, XmlVersion};
use std::collections::BTreeMap;

const NAMESPACE: &str = "urn:iso:std:iso:30042:ed-2";
const SCHEMA: &str = r#"href="https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/TBXcoreStructV03_TBX-Basic_integrated.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0""#;
const STATUS: &str = "administrativeStatus";
const TERM_TYPE: &str = "termType";
const ABBREVIATION: &str = "abbreviation";

/// Columns of forms with their administrative status; short forms are admitted and typed.
const FORMS: [(&str, &str); 5] = [
    ("preferred", "preferredTerm-admn-sts"),
    ("allowed", "admittedTerm-admn-sts"),
    ("abbreviations", "admittedTerm-admn-sts"),
    ("deprecated", "supersededTerm-admn-sts"),
    ("banned", "deprecatedTerm-admn-sts"),
];

pub(super) fn write(table: &Table) -> Result<Vec<u8>, Fault> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    document(&mut out, table).map_err(|e| fault(&table.file, 0, e.to_string(), e.to_string()))?;
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

type Out = Writer<Vec<u8>>;

fn document(out: &mut Out, table: &Table) -> std::io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    out.write_event(Event::PI(quick_xml::events::BytesPI::new(format!("xml-model {SCHEMA}"))))?;
    let root = BytesStart::new("tbx").with_attributes([
        ("type", "TBX-Basic"),
        ("style", "dca"),
        ("xml:lang", "en"),
        ("xmlns", NAMESPACE),
    ]);
    out.write_event(Event::Start(root))?;
    out.create_element("tbxHeader").write_inner_content(|out| {
        out.create_element("fileDesc").write_inner_content(|out| {
            out.create_element("sourceDesc").write_inner_content(|out| {
                let text =
                    format!("signlint {}: standard English of Beijing's public signs", env!("CARGO_PKG_VERSION"));
                out.create_element("p").write_text_content(BytesText::new(&text))?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    out.write_event(Event::Start(BytesStart::new("text")))?;
    out.write_event(Event::Start(BytesStart::new("body")))?;
    for (number, (_, cells)) in (1..).zip(&table.rows) {
        let cell = |name: &str| table.column(name).and_then(|at| cells.get(at)).map_or("", String::as_str);
        entry(out, number, &cell)?;
    }
    for name in ["body", "text", "tbx"] {
        out.write_event(Event::End(BytesEnd::new(name)))?;
    }
    Ok(())
}

fn entry<'c>(out: &mut Out, number: usize, cell: &impl Fn(&str) -> &'c str) -> std::io::Result<()> {
    let id = format!("c{number}");
    out.create_element("conceptEntry").with_attribute(("id", id.as_str())).write_inner_content(|out| {
        if !cell("domain").is_empty() {
            typed(out, "descrip", "subjectField", cell("domain"))?;
        }
        if !cell("source").is_empty() || !cell("clause").is_empty() {
            out.create_element("adminGrp").write_inner_content(|out| {
                typed(out, "admin", "source", cell("source"))?;
                if !cell("clause").is_empty() {
                    out.create_element("note").write_text_content(BytesText::new(cell("clause")))?;
                }
                Ok(())
            })?;
        }
        if !cell("note").is_empty() {
            out.create_element("note").write_text_content(BytesText::new(cell("note")))?;
        }
        out.create_element("langSec").with_attribute(("xml:lang", "zh-Hans")).write_inner_content(|out| {
            out.create_element("termSec").write_inner_content(|out| {
                out.create_element("term").write_text_content(BytesText::new(cell("zh")))?;
                typed(out, "admin", "customerSubset", cell("status"))?;
                typed(out, "admin", "projectSubset", &format!("{}/{}", cell(GROUP), cell("kind")))?;
                Ok(())
            })?;
            Ok(())
        })?;
        out.create_element("langSec").with_attribute(("xml:lang", "en")).write_inner_content(|out| {
            for (column, status) in FORMS {
                for form in cell(column).split(JOINT).filter(|f| !f.is_empty()) {
                    out.create_element("termSec").write_inner_content(|out| {
                        out.create_element("term").write_text_content(BytesText::new(form))?;
                        typed(out, "termNote", STATUS, status)?;
                        if column == "abbreviations" {
                            typed(out, "termNote", TERM_TYPE, ABBREVIATION)?;
                        }
                        Ok(())
                    })?;
                }
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn typed(out: &mut Out, element: &str, kind: &str, text: &str) -> std::io::Result<()> {
    out.create_element(element).with_attribute(("type", kind)).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// An entry while it is read.
#[derive(Default)]
struct Open {
    line: u64,
    cells: BTreeMap<&'static str, String>,
    chinese: bool,
    term: String,
    status: String,
    abbreviation: bool,
}

impl Open {
    fn add(&mut self, column: &'static str, text: &str) {
        let cell = self.cells.entry(column).or_default();
        if !cell.is_empty() {
            cell.push_str(JOINT);
        }
        cell.push_str(text);
    }

    /// A `termSec` ends.
    fn close_term(&mut self) {
        let term = std::mem::take(&mut self.term);
        let status = std::mem::take(&mut self.status);
        let abbreviation = std::mem::take(&mut self.abbreviation);
        if term.is_empty() {
            return;
        }
        if self.chinese {
            self.cells.entry("zh").or_insert(term);
            return;
        }
        let column = match FORMS.iter().find(|(_, s)| *s == status).map(|(column, _)| *column) {
            Some("allowed") if abbreviation => "abbreviations",
            Some(column) => column,
            // Another tool's file without statuses: the first English term is the preferred one.
            None if abbreviation => "abbreviations",
            None if self.cells.contains_key("preferred") => "allowed",
            None => "preferred",
        };
        self.add(column, &term);
    }

    fn row(mut self) -> (u64, Vec<String>) {
        if let Some(subset) = self.cells.remove("projectSubset")
            && let Some((group, kind)) = subset.split_once('/')
        {
            self.cells.insert(GROUP, group.to_owned());
            self.cells.insert("kind", kind.to_owned());
        }
        let names = HEADER.iter().chain([&GROUP]);
        (self.line, names.map(|name| self.cells.remove(name).unwrap_or_default()).collect())
    }
}

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Table, Fault> {
    let document = text_of(file, bytes)?;
    let mut reader = Reader::from_str(&document);
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    let mut open: Option<Open> = None;
    let mut path: Vec<(String, String)> = Vec::new();
    let mut text = String::new();
    let mut root = false;
    let mut lines = Lines { bytes: document.as_bytes(), at: 0, line: 1 };
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|e| {
            let line = lines.line_of(usize::try_from(reader.error_position()).unwrap_or(at));
            fault(file, line, format!("not well-formed XML: {e}"), format!("XML 格式有误：{e}"))
        })?;
        match event {
            Event::Eof => {
                if let Some((open, _)) = path.last() {
                    let (en, zh) = (format!("the document ends inside <{open}>"), format!("文档在 <{open}> 内结束"));
                    return Err(fault(file, lines.line_of(document.len()), en, zh));
                }
                break;
            }
            Event::Start(start) => {
                let name = start.local_name().as_ref().to_owned();
                let attribute = |wanted: &str| {
                    let found = start.attributes().flatten().find(|a| a.key.as_ref() == wanted);
                    found
                        .and_then(|a| a.normalized_value(XmlVersion::Implicit1_0).ok().map(|v| v.into_owned()))
                        .unwrap_or_default()
                };
                match name.as_str() {
                    "tbx" | "martif" => root = true,
                    "conceptEntry" | "termEntry" => open = Some(Open { line: lines.line_of(at), ..Open::default() }),
                    "langSec" | "langSet" => {
                        if let Some(open) = &mut open {
                            open.chinese = attribute("xml:lang").to_lowercase().starts_with("zh");
                        }
                    }
                    _ => {}
                }
                text.clear();
                path.push((name, attribute("type")));
            }
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(reference) => text.push_str(&entity(&reference)),
            Event::End(_) => {
                let Some((name, kind)) = path.pop() else { continue };
                let parent = path.last().map_or("", |(name, _)| name.as_str());
                if let Some(open) = &mut open {
                    take(open, &name, &kind, parent, text.trim());
                }
                if matches!(name.as_str(), "conceptEntry" | "termEntry") {
                    rows.extend(open.take().map(Open::row));
                }
                text.clear();
            }
            _ => {}
        }
    }
    if !root {
        return Err(fault(
            file,
            1,
            "no TBX: the root element is not <tbx> (ISO 30042)",
            "不是 TBX：根元素应为 <tbx>（ISO 30042）",
        ));
    }
    Ok(Table { file: file.to_owned(), header: Table::header(), rows })
}

/// What an element that ends says of its entry.
fn take(open: &mut Open, name: &str, kind: &str, parent: &str, text: &str) {
    match (name, kind) {
        ("term", _) => open.term = text.to_owned(),
        ("termNote", STATUS) => open.status = text.to_owned(),
        ("termNote", TERM_TYPE) => open.abbreviation = matches!(text, ABBREVIATION | "acronym" | "shortForm"),
        ("termSec" | "tig", _) => open.close_term(),
        ("descrip", "subjectField") => open.add("domain", text),
        ("admin", "source") if parent != "termSec" => open.add("source", text),
        ("admin", "customerSubset") if open.chinese => open.add("status", text),
        ("admin", "projectSubset") if open.chinese => open.add("projectSubset", text),
        ("note", _) if parent == "adminGrp" => open.add("clause", text),
        ("note", _) if matches!(parent, "conceptEntry" | "termEntry") => open.add("note", text),
        _ => {}
    }
}

/// The five entities of XML and character references; no others are known, so nothing can expand.
fn entity(reference: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    match reference.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

/// Line numbers of positions that only grow.
struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn line_of(&mut self, position: usize) -> u64 {
        let to = position.clamp(self.at, self.bytes.len());
        let breaks = memchr::memchr_iter(b'\n', &self.bytes[self.at..to]).count();
        self.at = to;
        self.line += u64::try_from(breaks).unwrap_or(0);
        self.line
    }
}
