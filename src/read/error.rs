//! Why a file could not be read at all: what is wrong, where, what was expected, what to do.

use crate::finding::Lang;
use crate::format::Format;
use std::io::{Error, ErrorKind};

/// Where a text is not what its format asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Syntax {
    /// Physical line, from 1, where known.
    pub line: Option<u32>,
    /// Character, from 1, where known.
    pub column: Option<u32>,
    /// What the parser says, in English.
    pub what: String,
}

impl Syntax {
    /// The fault with its file.
    pub(super) fn of(self, path: &str, format: Format) -> ReadError {
        let line = self.line.map(|n| format!(":{n}")).unwrap_or_default();
        let column = self.column.map(|n| format!(":{n}")).unwrap_or_default();
        ReadError::Syntax { place: format!("{path}{line}{column}"), format: format.label(), what: self.what }
    }
}

/// A file and a line of it; 0 where its format has none.
fn place(path: &str, line: u32) -> String {
    if line == 0 { path.to_owned() } else { format!("{path}:{line}") }
}

/// What the system says of a file, without its own numbers.
#[must_use]
pub fn io_en(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "no such file or folder",
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only",
        ErrorKind::StorageFull => "no space is left on the disk",
        _ => return error.to_string(),
    };
    known.to_owned()
}

/// As [`io_en`], in Chinese.
#[must_use]
pub fn io_zh(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "文件或文件夹不存在",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::IsADirectory => "这是一个文件夹",
        ErrorKind::ReadOnlyFilesystem => "文件系统为只读",
        ErrorKind::StorageFull => "磁盘空间不足",
        _ => return error.to_string(),
    };
    known.to_owned()
}

/// A file that yields no signs.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    #[error("{path}: {}", io_en(source))]
    Io { path: String, source: Error },
    #[error("{path}: its name is not UTF-8")]
    Name { path: String },
    #[error("{path}: the file is empty")]
    Empty { path: String },
    #[error("{path}: no file of signs in this folder")]
    NoFiles { path: String },
    #[error("{path}: not a text file: {what}")]
    NotText { path: String, what: &'static str, what_zh: &'static str },
    #[error("{path}: larger than 4 GiB")]
    TooLarge { path: String },
    #[error("{}: no {lacking} column in the header: {header}", place(path, *line))]
    NoPair { path: String, line: u32, lacking: &'static str, header: String },
    #[error("{path}:{line}: a header and no row below it")]
    NoRows { path: String, line: u32 },
    #[error("{path}: no column {name:?}; the header is: {header}")]
    NoColumn { path: String, name: String, header: String },
    #[error("{place}: not well-formed {format}: {what}")]
    Syntax { place: String, format: &'static str, what: String },
    #[error("{path}: this {} file holds no pair of a Chinese and an English text", format.label())]
    NoPairs { path: String, format: Format },
    #[error("{path}: no {lacking} column in the sheet {sheet}: {header}")]
    NoPairInSheet { path: String, sheet: String, lacking: &'static str, header: String },
    #[error("{path}: this {} file holds one language", format.label())]
    OneLanguage { path: String, format: Format },
    #[error("{en} and {zh}: no key of the Chinese file holds Chinese")]
    NoCommonKeys { en: String, zh: String },
    #[error("{path}: not readable as a workbook: {what}")]
    Workbook { path: String, what: String },
    #[error("{path}: the file unpacks to more than {most} MiB")]
    Unpacks { path: String, most: u64 },
    #[error("{path}: a sheet stands for more than 20 million cells")]
    Cells { path: String },
    #[error("{path}: this signlint was built without Parquet")]
    NotBuiltIn { path: String },
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
            Self::Name { .. } => "rename the file, or pipe it in: signlint check - < FILE",
            Self::Empty { .. } => "expected a header such as id,zh,en and one sign a line",
            Self::NoFiles { .. } => {
                "name the files themselves; docs/formats.md lists the formats and the columns or keys expected"
            }
            Self::NotText { .. } => "expected text: in Excel or WPS use Save As, CSV UTF-8 or XLSX",
            Self::TooLarge { .. } => "split it into parts",
            Self::Syntax { .. } => "mend it there, or tell the format with --input-format if it is another",
            Self::NoPairs { .. } => {
                "expected pairs of keys such as zh/en, name/nameEn, name_zh/name_en (or a table with such columns), or a branch for each language; name two files that hold one language each together"
            }
            Self::OneLanguage { .. } => {
                "name the files of both languages together, or their folder: signlint check values/strings.xml values-zh/strings.xml"
            }
            Self::NoCommonKeys { .. } => "check that the first is English and the second Chinese",
            Self::Workbook { .. } => "open it in a spreadsheet program and save it again as .xlsx",
            Self::Unpacks { .. } | Self::Cells { .. } => "save the sheet of signs as a workbook of its own, or as CSV",
            Self::NotBuiltIn { .. } => {
                "build it with cargo install --path . --features parquet, or export the table as CSV"
            }
            Self::NoPair { .. } | Self::NoPairInSheet { .. } => {
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
            Self::Io { path, source } => format!("{path}：无法读取（{}）", io_zh(source)),
            Self::Name { path } => format!("{path}：文件名不是 UTF-8"),
            Self::Empty { path } => format!("{path}：文件为空"),
            Self::NoFiles { path } => format!("{path}：文件夹中没有标识文件"),
            Self::Syntax { place, format, what } => format!("{place}：不是合格的 {format}：{what}"),
            Self::NoPairs { path, format } => format!("{path}：该 {} 文件中没有中英文对照的文本", format.label()),
            Self::NoPairInSheet { path, sheet, lacking, header } => {
                let lacking = if *lacking == "Chinese" { "中文" } else { "英文" };
                format!("{path}：工作表“{sheet}”没有{lacking}列：{header}")
            }
            Self::OneLanguage { path, format } => format!("{path}：该 {} 文件只有一种语言", format.label()),
            Self::NoCommonKeys { en, zh } => format!("{en} 与 {zh}：中文文件中没有中文"),
            Self::Workbook { path, what } => format!("{path}：无法按工作簿读取：{what}"),
            Self::Unpacks { path, most } => format!("{path}：文件解压后超过 {most} MiB"),
            Self::Cells { path } => format!("{path}：工作表展开后超过两千万个单元格"),
            Self::NotBuiltIn { path } => format!("{path}：本程序未编入 Parquet 支持"),
            Self::NotText { path, what_zh, .. } => format!("{path}：不是文本文件：{what_zh}"),
            Self::TooLarge { path } => format!("{path}：超过 4 GiB"),
            Self::NoPair { path, line, lacking, header } => {
                let lacking = if *lacking == "Chinese" { "中文" } else { "英文" };
                format!("{}：表头没有{lacking}列：{header}", place(path, *line))
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
            Self::Name { .. } => "请改名，或从标准输入读取：signlint check - < 文件",
            Self::Empty { .. } => "应有表头（如 id,zh,en），其下每行一条标识",
            Self::NoFiles { .. } => "请直接指定文件；支持的格式及列名、键名见 docs/formats.zh-CN.md",
            Self::NotText { .. } => "应为文本：请在 Excel 或 WPS 中另存为“CSV UTF-8”或 XLSX",
            Self::Syntax { .. } => "请在该处改正；若为其他格式，请用 --input-format 指定",
            Self::NoPairs { .. } => {
                "应有成对的键（如 zh/en、name/nameEn、name_zh/name_en）或同名列，或每种语言一个分支；一种语言一个文件时请同时指定两个文件"
            }
            Self::OneLanguage { .. } => {
                "请同时指定两种语言的文件，或其所在文件夹：signlint check values/strings.xml values-zh/strings.xml"
            }
            Self::NoCommonKeys { .. } => "请确认前者为英文、后者为中文",
            Self::Workbook { .. } => "请用电子表格软件打开后另存为 .xlsx",
            Self::Unpacks { .. } | Self::Cells { .. } => "请将标识工作表单独另存为工作簿或 CSV",
            Self::NotBuiltIn { .. } => "请用 cargo install --path . --features parquet 构建，或导出为 CSV",
            Self::TooLarge { .. } => "请拆分后再检查",
            Self::NoPair { .. } | Self::NoPairInSheet { .. } => {
                "应有中文列和英文列（zh、chinese、中文、中文名称；en、english、英文、译文），或用 --columns zh=列名,en=列名 指定（也可写从 1 起的列号）"
            }
            Self::NoRows { .. } => "请在表头下每行写一条标识",
            Self::NoColumn { .. } => "请在 --columns 中写表头中已有的列名，或从 1 起的列号",
            Self::Encoding { .. } => "可写 utf-8、gb18030、gbk、big5、utf-16le、utf-16be 等",
            Self::Columns { .. } => "例如 --columns zh=中文,en=英文,id=1",
        }
    }
}
