//! What a workbook's container may hold: looked at before anything is read from it. A zip archive may unpack to
//! gigabytes, and the sectors of a compound file may follow one another for ever.

use super::ReadError;
use crate::workbook::part;
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// Bytes that all parts of a workbook may unpack to.
pub(super) const MOST_UNPACKED: u64 = 1 << 30;
/// Parts that a workbook may have.
const MOST_PARTS: usize = 20_000;
/// Cells that a sheet may stand for: `calamine` writes the repeats of OpenDocument out.
pub(super) const MOST_CELLS: u64 = 20_000_000;
/// No byte of deflate unpacks to more than this many.
const DEFLATE_RATIO: u64 = 1032;

/// Refuses an archive that unpacks to too much. Declared sizes are not believed: where the archive is large enough to
/// lie, its parts are unpacked and counted, and nothing is kept.
pub(super) fn is_bounded(path: &str, bytes: &[u8]) -> Result<(), ReadError> {
    let large = || ReadError::Unpacks { path: path.to_owned(), most: MOST_UNPACKED >> 20 };
    let broken = |e: &dyn std::fmt::Display| ReadError::Workbook { path: path.to_owned(), what: e.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    if archive.len() > MOST_PARTS {
        return Err(large());
    }
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length.saturating_mul(DEFLATE_RATIO) > MOST_UNPACKED || overlaps(&mut archive) {
        count(&mut archive).map_err(|e| broken(&e))?.ok_or_else(large)?;
    }
    if archive.index_for_name("content.xml").is_none() {
        return Ok(());
    }
    let xml = part(&mut archive, "content.xml").ok_or_else(|| broken(&"its content.xml is not UTF-8"))?;
    match super::ods::extent(&xml) {
        None => Err(broken(&"its content.xml is not well-formed XML")),
        Some(extent) if extent.cells > MOST_CELLS => Err(ReadError::Cells { path: path.to_owned() }),
        Some(extent) if extent.bytes > MOST_UNPACKED => Err(large()),
        Some(_) => Ok(()),
    }
}

/// Refuses a compound file (XLS) whose sectors go in circles or whose streams are longer than the file.
pub(super) fn is_sound(path: &str, bytes: &[u8]) -> Result<(), ReadError> {
    let broken = |what: String| ReadError::Workbook { path: path.to_owned(), what };
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let streams: Vec<_> = file.walk().filter(cfb::Entry::is_stream).map(|e| (e.path().to_owned(), e.len())).collect();
    for (name, long) in streams {
        if long > length {
            return Err(broken(format!("the stream {} is longer than the file", name.display())));
        }
        let mut stream = file.open_stream(&name).map_err(|e| broken(e.to_string()))?;
        if matches!(name.file_name().and_then(|n| n.to_str()), Some("Workbook" | "Book")) {
            let mut records = Vec::new();
            stream.read_to_end(&mut records).map_err(|e| broken(e.to_string()))?;
            if has_far_cell(&records) {
                return Err(broken("a cell stands beyond the last column of a sheet".to_owned()));
            }
        }
    }
    Ok(())
}

/// Whether a BIFF stream has a cell beyond column 255, the last of a sheet of Excel 97 to 2003: `calamine` would make
/// room for all cells between it and the first.
fn has_far_cell(stream: &[u8]) -> bool {
    // FORMULA, NUMBER, LABEL, BOOLERR, RK, MULRK, RSTRING, LABELSST: all begin with row and column.
    const CELLS: [u16; 8] = [0x06, 0x203, 0x204, 0x205, 0x27e, 0xbd, 0xd6, 0xfd];
    let word = |at: usize| stream.get(at..at + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]));
    let mut at = 0;
    while at + 4 <= stream.len() {
        if CELLS.contains(&word(at)) && word(at + 2) >= 4 && word(at + 6) > 255 {
            return true;
        }
        at += 4 + usize::from(word(at + 2));
    }
    false
}

/// Unpacks every part and keeps nothing; `None` where they come to too much.
fn count(archive: &mut ZipArchive<Cursor<&[u8]>>) -> zip::result::ZipResult<Option<()>> {
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let unpacked = copy(&mut archive.by_index(index)?.take(left + 1), &mut sink())?;
        match left.checked_sub(unpacked) {
            Some(rest) => left = rest,
            None => return Ok(None),
        }
    }
    Ok(Some(()))
}

/// Whether parts share bytes, so that the length of the archive bounds nothing.
fn overlaps(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut spans = Vec::new();
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index_raw(index) else { return true };
        let Some(start) = part.data_start() else { return true };
        spans.push((start, start.saturating_add(part.compressed_size())));
    }
    spans.sort_unstable();
    spans.windows(2).any(|pair| pair[0].1 > pair[1].0)
}
