//! JUnit XML: a suite for each file, a failed case for each error or warning, a passed case for each note.

use super::Summary;
use super::fields::{citation, sentence};
use crate::engine::{Outcome, Reported};
use crate::finding::Level;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

/// Writes the document.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    let mut suites: Vec<(&str, Vec<Reported>)> = Vec::new();
    for table in outcome.tables() {
        if suites.last().is_none_or(|(path, _)| *path != table.path) {
            suites.push((&table.path, Vec::new()));
        }
    }
    for reported in outcome.reported() {
        summary.count(&reported);
        let file = reported.sign.location.file;
        if let Some((_, cases)) = suites.iter_mut().find(|(path, _)| *path == file) {
            cases.push(reported);
        }
    }
    let lang = summary.lang;
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all: usize = suites.iter().map(|(_, cases)| cases.len().max(1)).sum();
    let failed: usize = suites.iter().flat_map(|(_, cases)| cases).filter(|r| fails(r)).count();
    xml.create_element("testsuites")
        .with_attributes([("name", "signlint"), ("tests", &all.to_string()), ("failures", &failed.to_string())])
        .write_inner_content(|xml| {
            for (path, cases) in &suites {
                let failures = cases.iter().filter(|r| fails(r)).count();
                xml.create_element("testsuite")
                    .with_attributes([
                        ("name", super::printable(path).as_str()),
                        ("tests", &cases.len().max(1).to_string()),
                        ("failures", &failures.to_string()),
                        ("errors", "0"),
                        ("skipped", "0"),
                    ])
                    .write_inner_content(|xml| {
                        if cases.is_empty() {
                            let case = [("name", "signs"), ("classname", "signlint")];
                            xml.create_element("testcase").with_attributes(case).write_empty()?;
                        }
                        cases.iter().try_for_each(|reported| case(xml, reported, lang))
                    })?;
            }
            Ok(())
        })?;
    xml.into_inner().write_all(b"\n")
}

fn fails(reported: &Reported) -> bool {
    reported.level > Level::Info
}

fn case<W: Write>(xml: &mut Writer<W>, reported: &Reported, lang: crate::finding::Lang) -> io::Result<()> {
    let sign = &reported.sign;
    let name = super::printable(&format!("{} {} {}", sign.location, sign.id, sign.zh));
    let message = sentence(reported, lang);
    let body = format!("{message}\n{}: {}\n{}", reported.level, reported.finding.rule, citation(reported, lang));
    xml.create_element("testcase")
        .with_attributes([("name", name.as_str()), ("classname", reported.finding.rule)])
        .write_inner_content(|xml| {
            let text = BytesText::new(&body);
            if fails(reported) {
                let attributes = [("type", reported.level.as_str()), ("message", &message)];
                xml.create_element("failure").with_attributes(attributes).write_text_content(text)?;
            } else {
                xml.create_element("system-out").write_text_content(text)?;
            }
            Ok(())
        })?;
    Ok(())
}
