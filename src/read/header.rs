//! Which column holds what: by the names in the header, in either language, or as told with `--columns`.

use super::ReadError;
use crate::finding::Text;
use crate::sign::Column;
use crate::text::has_han;

/// Names of columns in headers, folded by [`plain`]. The first of a row is the contract's own.
const NAMES: [(Column, &[&str]); Column::COUNT] = [
    (
        Column::Zh,
        &[
            "zh",
            "chinese",
            "中文",
            "中文名称",
            "汉语",
            "中文名",
            "中文内容",
            "中文文本",
            "中文译名",
            "汉字",
            "cn",
            "zh_cn",
            "zhcn",
            "zh_hans",
            "name_zh",
            "zh_name",
            "chinese_name",
            "chinese_text",
            "原文",
            "source",
        ],
    ),
    (
        Column::En,
        &[
            "en",
            "english",
            "英文",
            "英文译名",
            "译文",
            "英文名称",
            "英文名",
            "英语",
            "英文内容",
            "英文文本",
            "en_us",
            "en_gb",
            "enus",
            "name_en",
            "en_name",
            "english_name",
            "english_text",
            "英译",
            "translation",
            "target",
        ],
    ),
    (Column::Id, &["id", "编号", "序号", "no", "no.", "number", "标识编号", "key", "代码"]),
    (Column::Domain, &["domain", "领域", "类别", "行业", "category"]),
    (Column::Kind, &["kind", "标志类型", "标识类型", "类型", "type"]),
    (Column::Place, &["place", "地点", "场馆", "场所", "位置", "location", "venue", "安装位置"]),
    (Column::District, &["district", "区", "所在区", "行政区"]),
    (Column::Accept, &["signlint", "signlint_accept", "accept", "接受"]),
];

/// Rows among which the header is looked for: titles, units and dates may stand above it.
pub(super) const TITLES: usize = 10;

/// What a header holds that is in other words still the Chinese or the English column: 标识内容（中文）.
const MARKS: [(Column, &[&str]); 2] =
    [(Column::Zh, &["中文", "汉语", "chinese"]), (Column::En, &["英文", "英语", "英译", "english"])];
/// Characters beyond which a cell is a text and no header.
const LONGEST_NAME: usize = 20;

/// What a user says of the columns: a header name or a number from 1 for each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnSpec {
    chosen: Vec<(Column, Chosen)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    Name(String),
    Number(usize),
}

impl ColumnSpec {
    /// Reads `zh=中文,en=3,id=No`.
    ///
    /// # Errors
    /// Says which part is not `column=name`.
    pub fn parse(spec: &str) -> Result<Self, ReadError> {
        let fault = |why, why_zh| ReadError::Columns { spec: spec.to_owned(), why, why_zh };
        let mut chosen = Vec::new();
        for part in spec.split(',') {
            let (column, which) =
                part.split_once('=').ok_or_else(|| fault("each part is column=name", "每项应为“列=列名”"))?;
            let column = by_name(column).ok_or_else(|| {
                fault(
                    "the columns are zh, en, id, domain, kind, place, district, signlint",
                    "可用的列为 zh、en、id、domain、kind、place、district、signlint",
                )
            })?;
            chosen.push((
                column,
                match which.trim().parse() {
                    Ok(0) => return Err(fault("columns are numbered from 1", "列号从 1 起")),
                    Ok(number) => Chosen::Number(number),
                    Err(_) => Chosen::Name(which.trim().to_owned()),
                },
            ));
        }
        Ok(Self { chosen })
    }
}

impl ColumnSpec {
    /// The column that a key is said to be.
    pub(super) fn column_of(&self, key: &str) -> Option<Column> {
        let is_key = |chosen: &Chosen| matches!(chosen, Chosen::Name(name) if plain(name) == plain(key));
        self.chosen.iter().find(|(_, chosen)| is_key(chosen)).map(|(column, _)| *column)
    }
}

/// Where each column stands in a record, and whether the first record is a header at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub at: [Option<usize>; Column::COUNT],
    pub has_header: bool,
    /// Columns that are not read, since one before them has the same name.
    doubled: Vec<Doubled>,
    /// Columns that no known name tells, with the header's word for them.
    guessed: Vec<(Column, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Doubled {
    column: Column,
    name: String,
    read: usize,
    other: usize,
}

impl Layout {
    /// Whether both columns of a pair are there, or the Chinese one where the English is not needed.
    pub(super) fn is_whole(&self, need_english: bool) -> bool {
        self.at[Column::Zh as usize].is_some() && (!need_english || self.at[Column::En as usize].is_some())
    }

    /// How much of a pair is recognised: to choose between delimiters and between rows.
    pub(super) fn score(&self) -> usize {
        let pair =
            usize::from(self.at[Column::Zh as usize].is_some()) + usize::from(self.at[Column::En as usize].is_some());
        (pair * 10 + self.at.iter().flatten().count()).saturating_sub(self.guessed.len())
    }

    /// What a person should know of the header, each with what to write.
    pub(super) fn notes(&self) -> Vec<Text> {
        let note = |d: &Doubled| {
            let (column, name) = (NAMES[d.column as usize].1[0], &d.name);
            let (read, other) = (d.read + 1, d.other + 1);
            Text {
                en: format!(
                    "two columns are called {name:?}; column {read} is read; --columns {column}={other} reads the other"
                ),
                zh: format!("有两列都叫“{name}”，读取的是第 {read} 列；要读另一列请用 --columns {column}={other}"),
            }
        };
        let guess = |(column, name): &(Column, String)| {
            let column = NAMES[*column as usize].1[0];
            Text {
                en: format!("column {name:?} is read as {column}; --columns {column}=NAME reads another"),
                zh: format!("“{name}”列按 {column} 读取；要读另一列请用 --columns {column}=列名"),
            }
        };
        self.doubled.iter().map(note).chain(self.guessed.iter().map(guess)).collect()
    }
}

/// Recognises the columns of a first record; the user's own word wins.
///
/// # Errors
/// The name of a chosen column that the header does not have.
pub(super) fn recognise(header: &[String], spec: Option<&ColumnSpec>) -> Result<Layout, String> {
    let mut at = [None; Column::COUNT];
    // Folded once: a header may have ten thousand cells, a file that is no table one cell of megabytes.
    let folded: Vec<String> = header.iter().map(|cell| plain(cell)).collect();
    let place = |name: &str| folded.iter().position(|cell| cell == name);
    for (column, names) in NAMES {
        at[column as usize] = names.iter().filter_map(|name| place(name)).min_by_key(|p| (folded[*p] != names[0], *p));
    }
    let told = |column: Column| spec.is_some_and(|s| s.chosen.iter().any(|(chosen, _)| *chosen == column));
    let guessed = if told(Column::Zh) || told(Column::En) { Vec::new() } else { guess(&folded, &at) };
    for (column, place) in &guessed {
        at[*column as usize] = Some(*place);
    }
    let guessed = guessed.into_iter().map(|(column, place)| (column, header[place].trim().to_owned())).collect();
    let mut has_header = at.iter().any(Option::is_some);
    let twin = |read: usize| (read + 1..folded.len()).find(|other| folded[*other] == folded[read]);
    let doubled = Column::ALL.into_iter().filter(|column| !told(*column)).filter_map(|column| {
        let read = at[column as usize]?;
        Some(Doubled { column, name: header[read].trim().to_owned(), read, other: twin(read)? })
    });
    let doubled = doubled.collect();
    for (column, chosen) in spec.iter().flat_map(|s| &s.chosen) {
        at[*column as usize] = Some(match chosen {
            Chosen::Number(number) if *number > header.len() => return Err(number.to_string()),
            Chosen::Number(number) => number - 1,
            Chosen::Name(name) => {
                has_header = true;
                place(&plain(name)).ok_or_else(|| name.clone())?
            }
        });
    }
    // Columns told by number over a first row that is itself a sign.
    let by_number = spec.is_some_and(|s| s.chosen.iter().all(|(_, c)| matches!(c, Chosen::Number(_))));
    if by_number && !has_header {
        let zh = at[Column::Zh as usize].and_then(|p| header.get(p));
        has_header = !zh.is_some_and(|cell| has_han(cell));
    }
    Ok(Layout { at, has_header, doubled, guessed })
}

/// The columns of the pair that no known name tells, where one cell alone speaks of the language and both are then found.
fn guess(folded: &[String], at: &[Option<usize>; Column::COUNT]) -> Vec<(Column, usize)> {
    let speaks = |cell: &str, marks: &[&str]| marks.iter().any(|mark| cell.contains(mark));
    let only = |column: Column, marks: &[&str], others: &[&str]| {
        let fits = |place: &usize| {
            let cell = &folded[*place];
            let is_name = cell.chars().count() <= LONGEST_NAME && !at.contains(&Some(*place));
            is_name && speaks(cell, marks) && !speaks(cell, others)
        };
        let mut fitting = (0..folded.len()).filter(fits);
        Some((column, fitting.next()?)).filter(|_| fitting.next().is_none())
    };
    let [zh, en] = MARKS;
    let lacking = [(zh, en.1), (en, zh.1)].into_iter().filter(|((column, _), _)| at[*column as usize].is_none());
    let found: Vec<_> = lacking.map(|((column, marks), others)| only(column, marks, others)).collect();
    // Half a pair would only make of a title a header.
    found.into_iter().collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// The column that a name means, in either language.
pub(super) fn by_name(name: &str) -> Option<Column> {
    NAMES.iter().find(|(_, names)| names.contains(&plain(name).as_str())).map(|(column, _)| *column)
}

/// A blank, or a mark that nobody sees: pasted headers carry them.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A header cell folded: trimmed, lower case, blanks and hyphens as underscores.
fn plain(cell: &str) -> String {
    cell.trim_matches(is_unseen).to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(header: &[&str], spec: Option<&str>) -> (Option<usize>, Option<usize>, bool) {
        let header: Vec<String> = header.iter().map(|s| (*s).to_owned()).collect();
        let spec = spec.map(|s| ColumnSpec::parse(s).unwrap());
        let layout = recognise(&header, spec.as_ref()).unwrap();
        (layout.at[Column::Zh as usize], layout.at[Column::En as usize], layout.has_header)
    }

    #[test]
    fn headers_are_recognised_in_either_language() {
        assert_eq!(at(&["编号", "中文名称", "英文译名"], None), (Some(1), Some(2), true));
        assert_eq!(at(&["English Name", "Chinese Name"], None), (Some(1), Some(0), true));
        assert_eq!(at(&["原文", "zh", "en"], None), (Some(1), Some(2), true));
        assert_eq!(at(&["a", "b"], None), (None, None, false));
        assert_eq!(at(&["标识内容（中文）", "标识内容（英文）"], None), (Some(0), Some(1), true));
        assert_eq!(at(&["Sign in Chinese", "en"], None), (Some(0), Some(1), true));
        assert_eq!(at(&["英文标识清单", ""], None), (None, None, false));
        assert_eq!(at(&["中文", "英文（旧）", "英文（新）"], None), (Some(0), None, true));
        assert_eq!(at(&["中英文对照", "英文审核意见"], None), (None, None, false));
        assert_eq!(at(&["\u{200b}zh", "en\u{200b}\u{a0}"], None), (Some(0), Some(1), true));
    }

    #[test]
    fn a_name_that_stands_twice_is_told_with_the_way_to_the_other() {
        let header = ["zh", "en", "EN ", "note", "note"].map(str::to_owned);
        let notes = |spec: Option<&str>| {
            let spec = spec.map(|s| ColumnSpec::parse(s).unwrap());
            recognise(&header, spec.as_ref()).unwrap().notes()
        };
        assert_eq!(notes(None).len(), 1);
        assert!(notes(None)[0].en.contains("column 2 is read") && notes(None)[0].zh.contains("--columns en=3"));
        assert!(notes(Some("en=3")).is_empty());
    }

    #[test]
    fn columns_may_be_told() {
        assert_eq!(at(&["a", "b"], Some("zh=b,en=a")), (Some(1), Some(0), true));
        assert_eq!(at(&["天安门", "Tian'anmen"], Some("zh=1,en=2")), (Some(0), Some(1), false));
        assert_eq!(at(&["Name", "Translation text"], Some("zh=1,en=2")), (Some(0), Some(1), true));
        assert!(
            ColumnSpec::parse("zh").is_err()
                && ColumnSpec::parse("foo=1").is_err()
                && ColumnSpec::parse("zh=0").is_err()
        );
    }
}
