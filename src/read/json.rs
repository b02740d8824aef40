//! JSON, GeoJSON and JSON Lines: every string with the very bytes it stands in, by `serde_json`'s raw values.

use super::builder::{Leaf, Stand, line_and_column};
use super::error::Syntax;
use super::tree::{DEEPEST, Node};
use crate::place::Quoting;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// One document.
///
/// # Errors
/// The place of the first fault.
pub(super) fn parse(text: &str) -> Result<Node<'_>, Syntax> {
    let raw: &RawValue = serde_json::from_str(unmarked(text)).map_err(|e| fault(&e, 0))?;
    node(raw, text, 0)
}

/// One document a line; blank lines are stepped over.
///
/// # Errors
/// The place of the first fault.
pub(super) fn parse_lines(text: &str) -> Result<Node<'_>, Syntax> {
    let mut nodes = Vec::new();
    for (index, line) in (0..).zip(unmarked(text).lines()) {
        if !line.trim().is_empty() {
            let raw: &RawValue = serde_json::from_str(line).map_err(|e| fault(&e, index))?;
            nodes.push(node(raw, text, 0)?);
        }
    }
    Ok(Node::List(nodes))
}

/// The text behind a byte-order mark that decoding left: some tools write two.
fn unmarked(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn fault(error: &serde_json::Error, lines_before: u32) -> Syntax {
    let line = u32::try_from(error.line().max(1)).unwrap_or(u32::MAX);
    let mut what = error.to_string();
    if let Some(at) = what.rfind(" at line ") {
        what.truncate(at);
    }
    Syntax { line: Some(line + lines_before), column: u32::try_from(error.column()).ok(), what }
}

fn node<'s>(raw: &'s RawValue, whole: &'s str, depth: usize) -> Result<Node<'s>, Syntax> {
    let text = raw.get();
    let start = text.as_ptr().addr() - whole.as_ptr().addr();
    if depth > DEEPEST {
        let (line, column) = line_and_column(whole, start);
        return Err(Syntax {
            line: Some(line),
            column: Some(column),
            what: format!("nested deeper than {DEEPEST} levels"),
        });
    }
    // The document as a whole has been read once, so that its parts cannot fail but for odd escapes.
    let placed = |e: serde_json::Error| {
        let (line, column) = line_and_column(whole, start);
        Syntax { line: Some(line), column: Some(column), ..fault(&e, 0) }
    };
    Ok(match text.as_bytes().first() {
        Some(b'"') => Node::Text(leaf(text, start).map_err(placed)?),
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(text).map_err(placed)?;
            let entry = |(key, value): (Key<'s>, &'s RawValue)| {
                let key = Leaf::loose(key.0);
                node(value, whole, depth + 1).map(|value| (key, value))
            };
            Node::Map(entries.into_iter().map(entry).collect::<Result<_, _>>()?)
        }
        Some(b'[') => {
            let values: Vec<&RawValue> = serde_json::from_str(text).map_err(placed)?;
            Node::List(values.into_iter().map(|value| node(value, whole, depth + 1)).collect::<Result<_, _>>()?)
        }
        Some(b'n') | None => Node::Null,
        Some(_) => Node::Plain(Cow::Borrowed(text)),
    })
}

fn leaf(raw: &str, start: usize) -> Result<Leaf<'_>, serde_json::Error> {
    let inside = &raw[1..raw.len() - 1];
    let verbatim = memchr::memchr(b'\\', inside.as_bytes()).is_none();
    let text = if verbatim { Cow::Borrowed(inside) } else { Cow::Owned(serde_json::from_str::<String>(raw)?) };
    let at = verbatim.then_some(start + 1);
    Ok(Leaf { text, stand: Stand::Bytes { raw: start..start + raw.len(), at, quoting: Some(Quoting::Json) } })
}

/// A key, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Key<'s>(#[serde(borrow)] Cow<'s, str>);

/// The entries of an object in their order; keys may repeat.
struct Entries<'s>(Vec<(Key<'s>, &'s RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
