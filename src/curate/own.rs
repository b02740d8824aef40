//! A project's own glossary file, compiled into a layer that stands on the standard's.

use super::check::consistent;
use super::{Fault, all_worded, exchange};
use crate::config::ConfigError;
use crate::finding::Lang;
use crate::glossary::Layer;
use crate::read::{io_en, io_zh};
use std::path::Path;

/// Compiles one file (CSV, TBX or XLSX).
///
/// # Errors
/// A file that cannot be read, is not as the schema says, or contradicts itself.
pub fn layer(path: &Path) -> Result<Layer<'static>, ConfigError> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|e| ConfigError {
        en: format!(
            "error: glossary {name}: {}\n  give a CSV, TBX or XLSX file with the columns zh,preferred,…",
            io_en(&e)
        ),
        zh: format!("错误：词库 {name}：{}\n  应为含 zh、preferred 等列的 CSV、TBX 或 XLSX 文件", io_zh(&e)),
    })?;
    let table = exchange::Format::of(&name).unwrap_or(exchange::Format::Csv).read(&name, &bytes);
    let table = table.map_err(|fault| faulty(&[fault]))?;
    let rows = table.entries().map_err(|found| faulty(&found))?;
    let contradictions = consistent(&rows);
    if !contradictions.is_empty() {
        return Err(faulty(&contradictions));
    }
    Layer::of_rows(&name, &table.header, &table.rows)
        .map_err(|e| ConfigError { en: format!("error: {e}"), zh: format!("错误：{e}") })
}

fn faulty(faults: &[Fault]) -> ConfigError {
    ConfigError {
        en: format!("error: {}", all_worded(faults, Lang::En)),
        zh: format!("错误：{}", all_worded(faults, Lang::Zh)),
    }
}
