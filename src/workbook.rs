//! The parts of an XLSX archive: which of them holds the sheet of a name (ECMA-376, part 1).

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An attribute of a tag by its local name; empty where it is absent or malformed.
pub(crate) fn attribute(tag: &quick_xml::events::BytesStart, name: &str) -> String {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name);
    found
        .and_then(|a| a.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|v| v.into_owned()))
        .unwrap_or_default()
}

/// The name of the part that holds a sheet, as `xl/worksheets/sheet1.xml`.
pub(crate) fn sheet_part(archive: &mut ZipArchive<Cursor<&[u8]>>, sheet: &str) -> Option<String> {
    let book = part(archive, "xl/workbook.xml")?;
    let id = find(&book, |tag| {
        (tag.local_name().as_ref() == "sheet" && attribute(tag, "name") == sheet).then(|| relation(tag))
    })?;
    let relations = part(archive, "xl/_rels/workbook.xml.rels")?;
    let target = find(&relations, |tag| (attribute(tag, "Id") == id).then(|| attribute(tag, "Target")))?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// `r:id`, whatever the prefix: the one whose local name is `id` and that has a prefix.
fn relation(tag: &quick_xml::events::BytesStart) -> String {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == "id" && a.key.prefix().is_some());
    found.map(|a| a.value.to_string()).unwrap_or_default()
}

/// The text of a part; `None` where it is absent or no UTF-8.
pub(crate) fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

fn find<T>(xml: &str, mut take: impl FnMut(&quick_xml::events::BytesStart) -> Option<T>) -> Option<T> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                if let Some(found) = take(&tag) {
                    return Some(found);
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
