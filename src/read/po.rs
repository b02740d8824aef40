//! gettext PO: entries with the bytes of their strings, so that a translation can be put back and all else kept.
//!
//! `polib` reads the same and is the judge in the tests; it knows no places, which a checker cannot do without.

use super::builder::{Builder, Leaf, Row, Stand};
use super::error::Syntax;
use super::language::{Language, of_tag};
use crate::place::Quoting;
use crate::sign::Column;
use crate::text::has_han;
use std::borrow::Cow;
use std::ops::Range;

/// One string of an entry: a keyword and the quoted lines after it.
#[derive(Debug, Default, Clone)]
struct Quoted {
    text: String,
    raw: Range<usize>,
    /// Where the text stands as it reads: one line without escapes.
    at: Option<usize>,
}

#[derive(Debug, Default)]
struct Entry {
    context: Option<Quoted>,
    id: Option<Quoted>,
    plural: Option<Quoted>,
    translations: Vec<Quoted>,
}

/// Gives every entry to the builder. The header's `Language`, else the letters, tell which side is Chinese.
///
/// # Errors
/// The place of the first fault.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Syntax> {
    let mut entries = parse(text)?;
    let is_header = |e: &Entry| e.id.as_ref().is_some_and(|id| id.text.is_empty()) && e.context.is_none();
    let header = entries.iter().find(|e| is_header(e)).and_then(|e| e.translations.first());
    let language = header.and_then(|h| {
        h.text.lines().find_map(|line| line.strip_prefix("Language:")).and_then(|tag| of_tag(tag.trim()))
    });
    entries.retain(|e| !is_header(e));
    let swapped = match language {
        Some(Language::En) => false,
        Some(Language::Zh) => true,
        None => {
            let han = |e: &Entry| e.id.as_ref().is_some_and(|q| has_han(&q.text));
            let translated = |e: &Entry| e.translations.iter().any(|q| has_han(&q.text));
            entries.iter().filter(|e| translated(e)).count() > entries.iter().filter(|e| han(e)).count()
        }
    };
    for entry in &entries {
        let Some(id) = &entry.id else { continue };
        let context = entry.context.as_ref().map_or("", |c| c.text.as_str());
        for (index, translation) in entry.translations.iter().enumerate() {
            // A plural form other than the first translates the plural.
            let source = if index > 0 { entry.plural.as_ref().unwrap_or(id) } else { id };
            let (source, translation) = (leaf(source, false), leaf(translation, true));
            let (zh, en) = if swapped { (&translation, &source) } else { (&source, &translation) };
            if !zh.text.is_empty() {
                let others = vec![(Column::Id, context)];
                builder.push(&Row { zh, en: Some(en), others, key: context, hidden: false });
            }
        }
    }
    Ok(())
}

fn leaf(quoted: &Quoted, may_change: bool) -> Leaf<'_> {
    // The msgid is the key of the entry: a change there would cut it from the program that looks it up.
    let quoting = may_change.then_some(Quoting::Po);
    Leaf { text: Cow::Borrowed(&quoted.text), stand: Stand::Bytes { raw: quoted.raw.clone(), at: quoted.at, quoting } }
}

/// The keyword that quoted lines belong to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Keyword {
    Context,
    Id,
    Plural,
    Translation,
}

fn parse(text: &str) -> Result<Vec<Entry>, Syntax> {
    let mut entries = Vec::new();
    let mut entry = Entry::default();
    let mut current: Option<Keyword> = None;
    let mut at = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let start = at;
        at += line.len();
        let fault = |column: usize, what: &str| Syntax {
            line: Some(number),
            column: u32::try_from(column + 1).ok(),
            what: what.to_owned(),
        };
        // Some tools write a second byte-order mark, which decoding leaves.
        let is_unseen = |c: char| c.is_whitespace() || c == '\u{feff}';
        let trimmed = line.trim_matches(is_unseen);
        // Comments, and obsolete entries, which are comments too.
        if trimmed.is_empty() || trimmed.starts_with('#') {
            if trimmed.is_empty() || !entry.translations.is_empty() {
                take(&mut entry, &mut entries);
                current = None;
            }
            continue;
        }
        let indent = line.len() - line.trim_start_matches(is_unseen).len();
        let word_end = trimmed.find(['"', ' ', '\t']).unwrap_or(trimmed.len());
        let keyword = match &trimmed[..word_end] {
            "" => None,
            "msgctxt" => Some(Keyword::Context),
            "msgid" => Some(Keyword::Id),
            "msgid_plural" => Some(Keyword::Plural),
            word if word == "msgstr" || word.starts_with("msgstr[") => Some(Keyword::Translation),
            word => return Err(fault(indent, &format!("unknown keyword {word}"))),
        };
        let Some(quote) = trimmed.find('"') else {
            return Err(fault(indent + word_end, "expected a text in quotes"));
        };
        if !trimmed[word_end..quote].trim().is_empty() {
            return Err(fault(indent + word_end, "expected a text in quotes"));
        }
        let (value, long) =
            unquote(&trimmed[quote..]).ok_or_else(|| fault(indent + quote, "the quote does not close"))?;
        if quote + long != trimmed.len() {
            return Err(fault(indent + quote + long, "text after the closing quote"));
        }
        let raw = start + indent + quote..start + indent + quote + long;
        match keyword {
            Some(keyword) => {
                if keyword < Keyword::Plural && !entry.translations.is_empty() {
                    take(&mut entry, &mut entries);
                }
                let verbatim = value.len() + 2 == long;
                let quoted = Quoted { at: verbatim.then_some(raw.start + 1), text: value, raw };
                match keyword {
                    Keyword::Context => entry.context = Some(quoted),
                    Keyword::Id => entry.id = Some(quoted),
                    Keyword::Plural => entry.plural = Some(quoted),
                    Keyword::Translation => entry.translations.push(quoted),
                }
                current = Some(keyword);
            }
            None => {
                let open = match current {
                    Some(Keyword::Context) => entry.context.as_mut(),
                    Some(Keyword::Id) => entry.id.as_mut(),
                    Some(Keyword::Plural) => entry.plural.as_mut(),
                    Some(Keyword::Translation) => entry.translations.last_mut(),
                    None => None,
                };
                let open = open.ok_or_else(|| fault(indent, "a text that belongs to no msgid or msgstr"))?;
                open.text.push_str(&value);
                open.raw.end = raw.end;
                open.at = None;
            }
        }
    }
    take(&mut entry, &mut entries);
    Ok(entries)
}

fn take(entry: &mut Entry, entries: &mut Vec<Entry>) {
    let done = std::mem::take(entry);
    if done.id.is_some() {
        entries.push(done);
    }
}

/// The text of a quoted string and its length in bytes, quotes included (the escapes of C).
fn unquote(raw: &str) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut chars = raw.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((text, at + 1)),
            '\\' => text.push(match chars.next()?.1 {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            }),
            _ => text.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_polib_reads() {
        let text = "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n# note\n#: a.c:1\nmsgctxt \"door\"\nmsgid \"出口\"\nmsgstr \"Exit\"\n\nmsgid \"\"\n\"请勿\"\n\"吸烟\"\nmsgstr \"\"\n\"No \\\"\"\n\"Smoking\\\"\\t\"\n\n#~ msgid \"旧\"\n#~ msgstr \"Old\"\n\nmsgid \"%d 站\"\nmsgid_plural \"%d 站s\"\nmsgstr[0] \"%d stop\"\nmsgstr[1] \"%d stops\"\n";
        let own: Vec<(String, Vec<String>)> = parse(text)
            .expect("read")
            .into_iter()
            .skip(1)
            .map(|e| (e.id.unwrap_or_default().text, e.translations.into_iter().map(|q| q.text).collect()))
            .collect();
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("written");
        let catalog = polib::po_file::parse(file.path()).expect("read by polib");
        let theirs: Vec<(String, Vec<String>)> = catalog
            .messages()
            .map(|m| {
                let translations = match m.is_plural() {
                    true => m.msgstr_plural().expect("plural").clone(),
                    false => vec![m.msgstr().expect("singular").to_owned()],
                };
                (m.msgid().to_owned(), translations)
            })
            .collect();
        assert_eq!(own, theirs);
        assert_eq!(own.len(), 3);
    }

    #[test]
    fn faults_have_a_place() {
        for (text, place) in [
            ("msgid \"a\"\nmsgstr \"b\n", (2, 8)),
            ("msgid \"a\"\nmsgtr \"b\"\n", (2, 1)),
            ("\"a\"\n", (1, 1)),
            ("msgid a\n", (1, 6)),
        ] {
            let fault = parse(text).expect_err(text);
            assert_eq!((fault.line, fault.column), (Some(place.0), Some(place.1)), "{text}");
        }
    }
}
