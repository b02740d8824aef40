//! What a reader yields: signs, where they stand, and what sort of sign each is.
//!
//! A [`Table`] keeps the decoded text of one file and, for every data record, the byte spans of its cells.
//! Nothing is copied per row of delimited text: an inventory of a million signs costs its text and about 100 bytes a
//! row. Formats whose cells do not stand in the file as they read (escapes, workbooks) put the texts behind the source.

use crate::finding::Text;
use crate::format::Format;
use crate::place::{Place, SheetCell, Spot};
use std::borrow::Cow;
use std::ops::Range;

/// The column of a sign that a finding points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The Chinese text.
    Zh,
    /// The English text.
    En,
}

impl Field {
    /// The name used in machine-readable output (`zh`, `en`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// A named set of values that a CSV cell may hold; unknown values are `None`, never an error.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal $(| $alias:literal)*),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the design.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in dictionaries, flags and output.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads a cell in either language; `None` where the value is not one of ours.
            #[must_use]
            pub fn parse(cell: &str) -> Option<Self> {
                let cell = cell.trim();
                $(if cell.eq_ignore_ascii_case($text) $(|| cell.eq_ignore_ascii_case($alias))* {
                    return Some(Self::$variant);
                })+
                None
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What sort of sign it is. The sort chooses between pinyin and English generics, abbreviations and capitals.
    Kind {
        /// A street or place nameplate: pinyin throughout, capitals usual.
        PlaceNamePlate = "place-name-plate" | "地名标志" | "地名牌",
        /// A road sign that guides traffic: specific name in pinyin, generic in English or pinyin.
        TrafficGuide = "traffic-guide" | "交通指路标志" | "指路标志",
        /// The name of a station on the spot, on a line map or a train.
        StationSign = "station-sign" | "车站标志" | "站名",
        /// A sign that leads to a facility inside a place.
        Wayfinding = "wayfinding" | "导向标志" | "导向标识",
        /// A text that informs: service hours, introductions.
        Information = "information" | "信息" | "说明",
        /// A notice that forbids, warns, asks or instructs.
        Notice = "notice" | "告示" | "警示" | "提示",
        /// The nameplate of an institution.
        InstitutionPlate = "institution-plate" | "机构名牌" | "单位名牌",
        /// A dish or drink on a menu.
        Menu = "menu" | "菜单" | "菜名",
    }
}

vocabulary! {
    /// The field of life a sign belongs to.
    Domain {
        General = "general" | "通用",
        Transport = "transport" | "交通",
        CultureTourism = "culture-tourism" | "文化旅游" | "旅游" | "文化",
        Commerce = "commerce" | "商业" | "商业金融",
        Sport = "sport" | "体育",
        WinterGames = "winter-games" | "冬奥" | "冬奥会",
        Medical = "medical" | "医疗" | "医疗卫生",
        Education = "education" | "教育",
        PostalTelecom = "postal-telecom" | "邮政电信",
        DiningLodging = "dining-lodging" | "餐饮住宿",
        Government = "government" | "政务" | "政务服务",
        Diplomacy = "diplomacy" | "外交",
        Convention = "convention" | "会展",
        PublicHealth = "public-health" | "公共卫生" | "防疫",
        Heritage = "heritage" | "文物",
        IndustryPark = "industry-park" | "产业园区",
        Event = "event" | "活动",
    }
}

/// A byte range in [`Table::text`] holding one cell without its surrounding quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// First byte of the cell's content in the decoded text.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The content holds doubled quotes (`""`) that stand for one.
    pub escaped: bool,
}

/// One data record: where it stands and the cells a check reads.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record {
    /// Physical line on which the record begins, from 1; 0 where the format has no lines.
    pub line: u32,
    /// Number of the data record, from 1 (the header is not counted).
    pub row: u32,
    /// Index into [`Table::places`], where the format has any.
    pub place: u32,
    /// Chinese, English, id, domain, kind, place, district; `None` where the record has no such cell.
    pub cells: [Option<Cell>; Column::COUNT],
}

/// The columns that signlint reads by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Zh,
    En,
    Id,
    Domain,
    Kind,
    Place,
    District,
    /// Rules whose findings on this sign are accepted, and why.
    Accept,
}

impl Column {
    /// How many there are.
    pub const COUNT: usize = 8;
    /// Every column, in the order of [`Record::cells`].
    pub const ALL: [Self; Self::COUNT] =
        [Self::Zh, Self::En, Self::Id, Self::Domain, Self::Kind, Self::Place, Self::District, Self::Accept];
}

/// A file's decoded text and the records found in it.
#[derive(Debug)]
pub struct Table {
    /// The path as the user gave it (`-` for standard input).
    pub path: String,
    pub format: Format,
    /// The file that holds the Chinese, where each language has a file of its own; `path` is then the English one.
    pub partner: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The whole file, decoded to UTF-8, without a byte-order mark; then texts that do not stand in it as they read.
    pub text: String,
    /// Where the file ends in `text`: 0 for files that are no text.
    pub source_len: usize,
    /// Name of the encoding it was read in (`UTF-8`, `GB18030`, …).
    pub encoding: &'static str,
    /// The byte between cells.
    pub delimiter: u8,
    /// The data records in file order.
    pub records: Vec<Record>,
    /// Where records stand; empty for delimited text, whose cells are bytes of the source.
    pub places: Vec<Place>,
    /// Whether the table has an English column at all (`suggest --input` needs none).
    pub has_english: bool,
    /// What was wrong with the file but did not stop the reading: ragged rows, undecodable bytes.
    pub problems: Vec<ReadProblem>,
    /// What a person should know of the file, though nothing is wrong: hidden rows.
    pub notes: Vec<Text>,
}

/// A fault of one record or byte that the reader stepped over; all other records are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadProblem {
    /// Physical line, from 1.
    pub line: u32,
    /// Number of the data record, from 1, where known.
    pub row: Option<u32>,
    /// Column (characters, from 1), where known.
    pub column: Option<u32>,
    /// What is wrong and what to do, in English.
    pub en: String,
    /// The same in Chinese.
    pub zh: String,
}

impl Table {
    /// Signs that stand in no file. The cells are spans of the text.
    pub(crate) fn of_pairs(text: String, records: Vec<Record>) -> Self {
        Self {
            path: String::from("-"),
            format: Format::Csv,
            partner: None,
            sheet: None,
            text,
            source_len: 0,
            encoding: "UTF-8",
            delimiter: b',',
            records,
            places: Vec::new(),
            has_english: true,
            problems: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The text of one cell of a record, unescaped; empty where the record has no such cell.
    #[must_use]
    pub fn cell(&self, record: &Record, column: Column) -> Cow<'_, str> {
        let Some(cell) = record.cells[column as usize] else {
            return Cow::Borrowed("");
        };
        let raw = &self.text[cell.start as usize..cell.end as usize];
        if cell.escaped { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    /// The record as a sign.
    #[must_use]
    pub fn sign<'t>(&'t self, record: &Record) -> Sign<'t> {
        Sign {
            id: self.cell(record, Column::Id),
            zh: self.cell(record, Column::Zh),
            en: self.cell(record, Column::En),
            domain: Domain::parse(&self.cell(record, Column::Domain)),
            kind: Kind::parse(&self.cell(record, Column::Kind)),
            place: self.cell(record, Column::Place),
            location: self.location(record),
        }
    }

    fn location(&self, record: &Record) -> Location<'_> {
        let place = self.place(record);
        let at = |spot: Option<Spot>| spot.and_then(Spot::sheet_cell);
        Location {
            file: &self.path,
            line: (record.line > 0).then_some(record.line),
            row: record.row,
            sheet: self.sheet.as_deref(),
            key: place.and_then(|p| p.key).map(|key| self.slice(key)),
            zh_at: place.and_then(|p| at(p.zh)),
            en_at: place.and_then(|p| at(p.en)),
            hidden: place.is_some_and(|p| p.hidden),
        }
    }

    /// Where a record stands, in formats that are not delimited text.
    #[must_use]
    pub fn place(&self, record: &Record) -> Option<&Place> {
        self.places.get(record.place as usize)
    }

    /// Where a field of a record stands, in formats that are not delimited text.
    #[must_use]
    pub fn spot(&self, record: &Record, field: Field) -> Option<Spot> {
        self.place(record).and_then(|place| match field {
            Field::Zh => place.zh,
            Field::En => place.en,
        })
    }

    /// The bytes of a cell where they stand in the source exactly as they read.
    #[must_use]
    pub fn verbatim(&self, record: &Record, column: Column) -> Option<Range<usize>> {
        let cell = record.cells[column as usize]?;
        (!cell.escaped && cell.end as usize <= self.source_len).then_some(cell.start as usize..cell.end as usize)
    }

    fn slice(&self, cell: Cell) -> &str {
        self.text.get(cell.start as usize..cell.end as usize).unwrap_or("")
    }
}

/// Where a sign was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Location<'t> {
    pub file: &'t str,
    /// Physical line from 1; `None` where a format has none.
    pub line: Option<u32>,
    /// Data record from 1.
    pub row: u32,
    /// The sheet of a workbook.
    pub sheet: Option<&'t str>,
    /// The path of keys, in formats that have keys.
    pub key: Option<&'t str>,
    /// The sheet's cells of both texts.
    pub zh_at: Option<SheetCell>,
    pub en_at: Option<SheetCell>,
    /// The row or sheet is hidden.
    pub hidden: bool,
}

impl Location<'_> {
    /// The sheet's cell of a field.
    #[must_use]
    pub fn cell(&self, field: Field) -> Option<SheetCell> {
        match field {
            Field::Zh => self.zh_at,
            Field::En => self.en_at,
        }
    }
}

impl std::fmt::Display for Location<'_> {
    /// For a person: `signs.csv:12`, `signs.xlsx[Sheet1!C5]`, `signs.parquet#7`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.file)?;
        match (self.sheet, self.en_at.or(self.zh_at), self.line) {
            (Some(sheet), Some(cell), _) => write!(f, "[{sheet}!{cell}]"),
            (_, _, Some(line)) => write!(f, ":{line}"),
            _ => write!(f, "#{}", self.row),
        }
    }
}

/// One bilingual sign.
#[derive(Debug, Clone)]
pub struct Sign<'t> {
    /// The inventory's own number for it; may be empty.
    pub id: Cow<'t, str>,
    pub zh: Cow<'t, str>,
    pub en: Cow<'t, str>,
    pub domain: Option<Domain>,
    pub kind: Option<Kind>,
    /// Where it hangs; free text.
    pub place: Cow<'t, str>,
    pub location: Location<'t>,
}

/// A byte range of a cell's text.
pub type Span = Range<usize>;
