//! Why a file could not be read at all: what is wrong, where, what was expected, what to do.

use crate::finding::Lang;
use thiserror::Error;

/// A file that yields no signs.
#[derive(Debug, Error)]
pub enum ReadError {
    #[error("{path}: {source}")]
    Io { path: String, source: std::io::Error },
    #[error("{path}: the file is empty")]
    Empty { path: String },
    #[error("{path}: no file with a name in .csv or .tsv in this folder")]
    NoFiles { path: String },
    #[error("{path}: not a text file: {what}")]
    NotText { path: String, what: &'static str, what_zh: &'static str },
    #[error("{path}: larger than 4 GiB")]
    TooLarge { path: String },
    #[error("{path}:{line}: no {lacking} column in the header: {header}")]
    NoPair { path: String, line: u32, lacking: &'static str, header: String },
    #[error("{path}:{line}: a header and no row below it")]
    NoRows { path: String, line: u32 },
    #[error("{path}: no column {name:?}; the header is: {header}")]
    NoColumn { path: String, name: String, header: String },
    #[error("unknown encoding {name:?}")]
    Encoding { name: String },
    #[error("--columns {spec:?}: {why}")]
    Columns { spec: String, why: &'static str, why_zh: &'static str },
}

impl ReadError {
    /// The message for a person: the fault, then the remedy on a line of its own.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (fault, remedy) = match lang {
            Lang::En => (format!("error: {self}"), self.remedy()),
            Lang::Zh => (format!("错误：{}", self.fault_zh()), self.remedy_zh()),
        };
        format!("{fault}\n  {remedy}")
    }

    fn remedy(&self) -> &'static str {
        match self {
            Self::Io { .. } => "check the path and that you may read it",
            Self::Empty { .. } => "expected a header such as id,zh,en and one sign a line",
            Self::NoFiles { .. } => "name the files themselves, or save the workbook as CSV",
            Self::NotText { .. } => "expected CSV or TSV text: in Excel or WPS use Save As, CSV UTF-8",
            Self::TooLarge { .. } => "split it into parts",
            Self::NoPair { .. } => {
                "expected a Chinese and an English column (zh, chinese, 中文, 中文名称; en, english, 英文, 译文), or name them: --columns zh=NAME,en=NAME (or numbers from 1)"
            }
            Self::NoRows { .. } => "add one sign a line below the header",
            Self::NoColumn { .. } => "name a column of this header in --columns, or give its number from 1",
            Self::Encoding { .. } => "give a name such as utf-8, gb18030, gbk, big5, utf-16le, utf-16be",
            Self::Columns { .. } => "write for instance --columns zh=中文,en=英文,id=1",
        }
    }

    fn fault_zh(&self) -> String {
        match self {
            Self::Io { path, source } => format!("{path}：无法读取（{source}）"),
            Self::Empty { path } => format!("{path}：文件为空"),
            Self::NoFiles { path } => format!("{path}：文件夹中没有 .csv 或 .tsv 文件"),
            Self::NotText { path, what_zh, .. } => format!("{path}：不是文本文件：{what_zh}"),
            Self::TooLarge { path } => format!("{path}：超过 4 GiB"),
            Self::NoPair { path, line, lacking, header } => {
                let lacking = if *lacking == "Chinese" { "中文" } else { "英文" };
                format!("{path}:{line}：表头没有{lacking}列：{header}")
            }
            Self::NoRows { path, line } => format!("{path}:{line}：只有表头，没有数据行"),
            Self::NoColumn { path, name, header } => {
                format!("{path}：没有“{name}”列；表头为：{header}")
            }
            Self::Encoding { name } => format!("未知编码“{name}”"),
            Self::Columns { spec, why_zh, .. } => format!("--columns {spec}：{why_zh}"),
        }
    }

    fn remedy_zh(&self) -> &'static str {
        match self {
            Self::Io { .. } => "请检查路径和读取权限",
            Self::Empty { .. } => "应有表头（如 id,zh,en），其下每行一条标识",
            Self::NoFiles { .. } => "请直接指定文件，或将工作簿另存为 CSV",
            Self::NotText { .. } => "应为 CSV 或 TSV 文本：请在 Excel 或 WPS 中另存为“CSV UTF-8”",
            Self::TooLarge { .. } => "请拆分后再检查",
            Self::NoPair { .. } => {
                "应有中文列和英文列（zh、chinese、中文、中文名称；en、english、英文、译文），或用 --columns zh=列名,en=列名 指定（也可写从 1 起的列号）"
            }
            Self::NoRows { .. } => "请在表头下每行写一条标识",
            Self::NoColumn { .. } => "请在 --columns 中写表头中已有的列名，或从 1 起的列号",
            Self::Encoding { .. } => "可写 utf-8、gb18030、gbk、big5、utf-16le、utf-16be 等",
            Self::Columns { .. } => "例如 --columns zh=中文,en=英文,id=1",
        }
    }
}
