//! Apache Parquet: the columns of text, by the `parquet` crate's records. Location is the record's number alone.

use super::builder::{Builder, Leaf};
use super::encoding::Decoded;
use super::grid::{self, Found};
use super::{ReadError, ReadOptions};
use crate::format::Format;
use crate::sign::Table;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

pub(super) fn read(path: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Table, ReadError> {
    let fault = |e: &dyn std::fmt::Display| ReadError::Syntax {
        place: path.to_owned(),
        format: Format::Parquet.label(),
        what: e.to_string(),
    };
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).map_err(|e| fault(&e))?;
    let schema = reader.metadata().file_metadata().schema();
    let header: Vec<Leaf> = schema.get_fields().iter().map(|f| Leaf::loose(f.name().to_owned())).collect();
    let mut rows = vec![header];
    for row in reader.get_row_iter(None).map_err(|e| fault(&e))? {
        let row = row.map_err(|e| fault(&e))?;
        let text = |field: &Field| match field {
            Field::Null => String::new(),
            Field::Str(text) => text.clone(),
            other => other.to_string(),
        };
        rows.push(row.get_column_iter().map(|(_, field)| Leaf::loose(text(field))).collect());
    }
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
        _ => Err(ReadError::NoPairs { path: path.to_owned(), format: Format::Parquet }),
    }
}
