//! Edits that mend a finding.

use crate::sign::{Field, Span};

/// Whether an edit may be applied without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Safety {
    /// The standard leaves no choice.
    Safe,
    /// A person should look first.
    Suggested,
}

/// Replace one byte range of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub field: Field,
    pub span: Span,
    pub text: String,
}

/// Edits that belong together: all are made or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub edits: Vec<Edit>,
    pub safety: Safety,
}

impl Fix {
    /// The English cell after the edits; edits of other fields are left out.
    #[must_use]
    pub fn apply_to_english(&self, en: &str) -> String {
        apply(en, &self.edits, Field::En)
    }
}

/// The text of a field after the edits of it; the edits do not overlap.
#[must_use]
pub fn apply(text: &str, edits: &[Edit], field: Field) -> String {
    let mut own: Vec<&Edit> = edits.iter().filter(|e| e.field == field).collect();
    own.sort_by_key(|e| e.span.start);
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for edit in own {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}
