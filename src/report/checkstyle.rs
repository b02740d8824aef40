//! Checkstyle XML, which many CI services read.

use super::Summary;
use super::fields::{position, sentence};
use crate::engine::Outcome;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};
use std::io::{self, Write};

/// Writes the document. Findings of one file stand together, as they do in the input.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.write_event(Event::Start(BytesStart::new("checkstyle").with_attributes([("version", "8.0")])))?;
    let mut open: Option<String> = None;
    for reported in outcome.reported() {
        summary.count(&reported);
        let file = super::printable(reported.sign.location.file);
        if open.as_ref() != Some(&file) {
            if open.is_some() {
                xml.write_event(Event::End(BytesEnd::new("file")))?;
            }
            xml.write_event(Event::Start(BytesStart::new("file").with_attributes([("name", file.as_str())])))?;
            open = Some(file);
        }
        let place = position(outcome, &reported);
        let message = sentence(&reported, summary.lang);
        let source = format!("signlint.{}", reported.finding.rule);
        let mut error = BytesStart::new("error");
        error.push_attribute(("line", place.line.unwrap_or(0).to_string().as_str()));
        if let Some(column) = place.column {
            error.push_attribute(("column", column.to_string().as_str()));
        }
        error.push_attribute(("severity", reported.level.as_str()));
        error.push_attribute(("message", message.as_str()));
        error.push_attribute(("source", source.as_str()));
        xml.write_event(Event::Empty(error))?;
    }
    if open.is_some() {
        xml.write_event(Event::End(BytesEnd::new("file")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("checkstyle")))?;
    xml.into_inner().write_all(b"\n")
}
