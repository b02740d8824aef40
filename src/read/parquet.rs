//! Apache Parquet: the columns of text, by the `parquet` crate's records. Location is the record's number alone.

use super::apart::apart;
use super::builder::{Builder, Leaf};
use super::encoding::Decoded;
use super::grid::{self, Found};
use super::{ReadError, ReadOptions};
use crate::format::Format;
use crate::sign::Table;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

/// Bytes that the cells may unpack to, each with the room it takes beside its text.
const MOST_UNPACKED: usize = 1 << 30;

/// The crate panics on some damaged files (60.1.0: a page that is shorter than its header says).
pub(super) fn read(path: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Table, ReadError> {
    apart(path, |what| fault(path, &what), || table(path, bytes, options))
}

fn fault(path: &str, what: &dyn std::fmt::Display) -> ReadError {
    ReadError::Syntax { place: path.to_owned(), format: Format::Parquet.label(), what: what.to_string() }
}

fn table(path: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Table, ReadError> {
    let rows = rows(path, bytes)?;
    let mut builder = Builder::new("");
    match grid::read(
        &grid::numbered(&rows),
        options.columns.as_ref(),
        options.need_english,
        &grid::Sheet::PLAIN,
        &mut builder,
    ) {
        Found::Signs if builder.len() > 0 => {
            let decoded = Decoded { text: String::new(), encoding: "UTF-8", lossy: false };
            builder.finish(path, Format::Parquet, decoded)
        }
        Found::NoColumn { name, header } => Err(ReadError::NoColumn { path: path.to_owned(), name, header }),
        Found::NoPair { lacking, header } => Err(ReadError::NoPair { path: path.to_owned(), line: 0, lacking, header }),
        Found::Signs | Found::Nothing => Err(ReadError::NoPairs { path: path.to_owned(), format: Format::Parquet }),
    }
}

/// The names of the columns, then every record.
fn rows(path: &str, bytes: Vec<u8>) -> Result<Vec<Vec<Leaf<'static>>>, ReadError> {
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).map_err(|e| fault(path, &e))?;
    let schema = reader.metadata().file_metadata().schema();
    let mut rows = vec![schema.get_fields().iter().map(|f| Leaf::loose(f.name().to_owned())).collect()];
    let mut unpacked = 0;
    for row in reader.get_row_iter(None).map_err(|e| fault(path, &e))? {
        let row = row.map_err(|e| fault(path, &e))?;
        let cells: Vec<Leaf> = row.get_column_iter().map(|(_, field)| Leaf::loose(text(field))).collect();
        unpacked += cells.iter().map(|leaf| size_of::<Leaf>() + leaf.text.len()).sum::<usize>();
        if unpacked > MOST_UNPACKED {
            return Err(ReadError::Unpacks { path: path.to_owned(), most: (MOST_UNPACKED >> 20) as u64 });
        }
        rows.push(cells);
    }
    Ok(rows)
}

fn text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    }
}
