//! CSV as in `dictionaries/`, in any encoding that inventories come in.

use super::{Fault, Table, fault, text_of};

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Table, Fault> {
    let text = text_of(file, bytes)?;
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = reader.records().map(|record| match record {
        Ok(record) => {
            let line = record.position().map_or(0, ::csv::Position::line);
            Ok((line, record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()))
        }
        Err(error) => {
            let line = error.position().map_or(0, ::csv::Position::line);
            Err(fault(file, line, format!("not readable as CSV: {error}"), format!("无法按 CSV 读取：{error}")))
        }
    });
    let Some(header) = rows.next() else {
        return Err(fault(
            file,
            0,
            "the file is empty: expected a header such as zh,preferred,…",
            "文件为空：应有表头，如 zh,preferred,…",
        ));
    };
    Ok(Table { file: file.to_owned(), header: header?.1, rows: rows.collect::<Result<_, _>>()? })
}

pub(super) fn write(table: &Table) -> Result<Vec<u8>, Fault> {
    let failed = |e: ::csv::Error| fault(&table.file, 0, e.to_string(), e.to_string());
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(&table.header).map_err(failed)?;
    for (_, cells) in &table.rows {
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|e| fault(&table.file, 0, e.to_string(), e.to_string()))
}
