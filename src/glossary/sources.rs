//! The table of sources that entries and rules cite.

use crate::finding::Lang;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// One source: a standard, a law, an owner's own publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    pub id: &'static str,
    /// What a user sees beside a finding.
    pub label: &'static str,
    /// The same for a reader of Chinese.
    pub label_zh: &'static str,
    pub title: &'static str,
    pub year: i64,
    /// `law`, `standard`, `superseded`, `owner`, `press` or `editorial`.
    pub standing: &'static str,
}

/// Looks a source up by its id.
#[must_use]
pub fn source(id: &str) -> Option<Source> {
    SOURCES.binary_search_by(|row| row.0.cmp(id)).ok().map(row)
}

/// The label of a source, or the id itself where the table does not hold it (a project's own glossary).
#[must_use]
pub fn label(id: &str) -> &str {
    source(id).map_or(id, |s| s.label)
}

/// The same in the language of the reader.
#[must_use]
pub fn label_in(id: &str, lang: Lang) -> &str {
    match lang {
        Lang::En => label(id),
        Lang::Zh => source(id).map_or(id, |s| s.label_zh),
    }
}

/// A source by its label, and the clause, as a reader of the language writes them: `GB/T 30240.1-2013, clause 6`,
/// `GB/T 30240.1-2013 第6章`. Empty where no source is told.
#[must_use]
pub fn cited(label: &str, clause: &str, lang: Lang) -> String {
    if lang == Lang::En {
        let comma = if label.is_empty() || clause.is_empty() { "" } else { ", " };
        return [label, comma, clause].concat();
    }
    let name = all().find(|s| s.label == label).map_or(label, |s| s.label_zh);
    // The parts of a numbered standard are chapters, those of a law or of rules with a title articles.
    let part = if name.starts_with('《') { '条' } else { '章' };
    let clause = match clause.split_once(' ') {
        Some(("article", number)) => format!("第{number}条"),
        Some(("clause", number)) => format!("第{number}{part}"),
        _ => clause.to_owned(),
    };
    let gap = if clause.is_empty() || name.ends_with(['》', '）']) { "" } else { " " };
    [name, gap, &clause].concat()
}

/// Every source, sorted by id.
pub fn all() -> impl Iterator<Item = Source> {
    (0..SOURCES.len()).map(row)
}

fn row(at: usize) -> Source {
    let (id, label, label_zh, title, year, standing) = SOURCES[at];
    Source { id, label, label_zh, title, year, standing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_told_in_the_language_of_the_reader() {
        let law = label("language-regulation-2022");
        assert_eq!(cited(law, "article 16", Lang::Zh), "《北京市国际交往语言环境建设条例》第16条");
        assert_eq!(cited(law, "article 16", Lang::En), format!("{law}, article 16"));
        assert_eq!(cited("GB/T 30240.1-2013", "clause 6", Lang::Zh), "GB/T 30240.1-2013 第6章");
        assert_eq!(cited("GB/T 30240.1-2013", "4.2.3", Lang::Zh), "GB/T 30240.1-2013 4.2.3");
        let rules = cited(label("pinyin-1984"), "clause 10", Lang::Zh);
        assert!(rules.starts_with('《') && rules.ends_with("第10条"), "{rules}");
        assert_eq!(cited("our own glossary", "", Lang::Zh), "our own glossary");
        assert_eq!(cited("", "", Lang::En), "");
    }
}
