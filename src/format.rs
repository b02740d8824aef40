//! The forms in which inventories come: their names, how a file tells which it is, and whether it can be written back.

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// CSV, TSV and the like.
    Csv,
    /// XLSX and XLSM (ECMA-376).
    Xlsx,
    /// OpenDocument spreadsheets.
    Ods,
    /// Excel 97 to 2003, and XLSB.
    Xls,
    /// JSON; also Apple string catalogues by their own name.
    Json,
    JsonLines,
    Yaml,
    /// gettext.
    Po,
    /// XLIFF 1.2 and 2.x.
    Xliff,
    Tmx,
    /// Android `strings.xml`.
    Android,
    /// Apple `.strings`.
    AppleStrings,
    /// Apple string catalogues.
    XcStrings,
    /// Java `.properties`.
    Properties,
    Markdown,
    Html,
    GeoJson,
    /// OpenStreetMap XML.
    Osm,
    /// Apache Parquet, where built with the feature `parquet`.
    Parquet,
}

use Format::*;

/// Each format with its name for people, its name in `--input-format`, and its usual extensions.
const ALL: [(Format, &str, &str, &[&str]); 19] = [
    (Csv, "CSV", "csv", &["csv", "tsv", "tab"]),
    (Xlsx, "XLSX", "xlsx", &["xlsx", "xlsm"]),
    (Ods, "ODS", "ods", &["ods"]),
    (Xls, "XLS", "xls", &["xls", "xlsb"]),
    (Json, "JSON", "json", &["json"]),
    (JsonLines, "JSON Lines", "jsonl", &["jsonl", "ndjson"]),
    (Yaml, "YAML", "yaml", &["yaml", "yml"]),
    (Po, "PO", "po", &["po", "pot"]),
    (Xliff, "XLIFF", "xliff", &["xlf", "xliff"]),
    (Tmx, "TMX", "tmx", &["tmx"]),
    (Android, "Android strings", "android", &[]),
    (AppleStrings, "Apple strings", "strings", &["strings"]),
    (XcStrings, "Apple string catalogue", "xcstrings", &["xcstrings"]),
    (Properties, "Java properties", "properties", &["properties"]),
    (Markdown, "Markdown", "markdown", &["md", "markdown"]),
    (Html, "HTML", "html", &["html", "htm"]),
    (GeoJson, "GeoJSON", "geojson", &["geojson"]),
    (Osm, "OSM XML", "osm", &["osm"]),
    (Parquet, "Parquet", "parquet", &["parquet"]),
];

impl Format {
    /// Every name that `--input-format` takes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|(_, _, name, _)| *name)
    }

    /// The format of a name or an extension.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let known = |(_, _, own, extensions): &&(Self, &str, &str, &[&str])| {
            *own == name || extensions.contains(&name.as_str())
        };
        ALL.iter().find(known).map(|(format, ..)| *format)
    }

    /// Its name for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        ALL.iter().find(|(format, ..)| *format == self).map_or("", |(_, label, ..)| label)
    }

    /// Whether a file in a folder is looked into for signs, by its name.
    #[must_use]
    pub fn is_known_extension(path: &str) -> bool {
        extension(path).is_some_and(|e| e == "xml" || Self::named(&e).is_some_and(|f| f.is_built_in()) && e != "pot")
    }

    /// Whether this binary reads it.
    #[must_use]
    pub fn is_built_in(self) -> bool {
        self != Parquet || cfg!(feature = "parquet")
    }

    /// The format of a file, by its first bytes where they tell, else by its extension.
    #[must_use]
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        let named = extension(path).and_then(|e| Self::named(&e));
        if bytes.starts_with(b"PK\x03\x04") {
            let is_ods = bytes.get(30..100).is_some_and(|head| memchr::memmem::find(head, b"opendocument").is_some());
            return if is_ods { Ods } else { named.filter(|f| matches!(f, Xls | Ods)).unwrap_or(Xlsx) };
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Xls;
        }
        if bytes.starts_with(b"PAR1") {
            return Parquet;
        }
        // Systems export pages and CSV under the names of workbooks.
        let named = named.filter(|f| !matches!(f, Xlsx | Xls | Ods | Parquet));
        named.unwrap_or_else(|| Self::by_content(path, bytes))
    }

    fn by_content(path: &str, bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let head = &bytes[..bytes.len().min(8192)];
        let holds = |mark: &str| memchr::memmem::find(head, mark.as_bytes()).is_some();
        if head.starts_with(b"<") {
            let marks = [("<xliff", Xliff), ("<tmx", Tmx), ("<resources", Android), ("<osm", Osm)];
            let found = marks.iter().find(|(mark, _)| holds(mark)).map(|(_, format)| *format);
            return found.unwrap_or(if holds("<table") || holds("<html") || holds("<!DOCTYPE html") {
                Html
            } else {
                Xliff
            });
        }
        if head.starts_with(b"{") || head.starts_with(b"[{") || head.starts_with(b"[\n") || head.starts_with(b"[\r") {
            let first = head.split(|b| *b == b'\n').next().unwrap_or(head).trim_ascii_end();
            let lines = first.starts_with(b"{") && first.ends_with(b"}") && bytes.len() > first.len() + 2;
            return if lines { JsonLines } else { Json };
        }
        if holds("\nmsgid \"") || head.starts_with(b"msgid \"") {
            return Po;
        }
        if extension(path).as_deref() == Some("xml") { Xliff } else { Csv }
    }

    /// Whether tables of signs are its main use, so that a file without a pair is a fault even in a folder.
    #[must_use]
    pub fn is_inventory(self) -> bool {
        matches!(self, Csv | Xlsx | Ods | Xls | Parquet)
    }

    /// Whether two files of it, one a language, may stand for one inventory.
    #[must_use]
    pub fn may_be_parallel(self) -> bool {
        matches!(self, Json | Yaml | Android | AppleStrings | Properties)
    }

    /// Whether changed cells can be put back.
    #[must_use]
    pub fn writes_back(self) -> bool {
        matches!(self, Csv | Xlsx | Json | JsonLines | Yaml | Po | Xliff | GeoJson)
    }
}

fn extension(path: &str) -> Option<String> {
    std::path::Path::new(path).extension().map(|e| e.to_string_lossy().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_before_names() {
        for (path, bytes, format) in [
            ("a.csv", &b"PK\x03\x04"[..], Xlsx),
            ("a.ods", b"PK\x03\x04", Ods),
            ("a.bin", b"\xd0\xcf\x11\xe0", Xls),
            ("strings.xml", b"<?xml version=\"1.0\"?>\n<resources>", Android),
            ("a.xml", b"<osm version=\"0.6\">", Osm),
            ("-", b"{\"zh\":\"a\"}\n{\"zh\":\"b\"}\n", JsonLines),
            ("-", b"{\n\"zh\":\"a\"}", Json),
            ("-", b"zh,en\n", Csv),
            ("-", b"msgid \"\"\nmsgstr \"\"\n", Po),
            ("a.YML", b"", Yaml),
            ("a.xls", b"<html><table>", Html),
            ("a.xlsx", b"zh\ten\n", Csv),
        ] {
            assert_eq!(Format::of(path, bytes), format, "{path}");
        }
    }
}
