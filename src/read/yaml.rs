//! YAML 1.2 by the events of `saphyr-parser`. Aliases are never expanded: an alias of a text is that text, an alias of
//! anything larger is nothing, so that a few lines cannot grow into gigabytes.

use super::builder::{Leaf, Stand};
use super::error::Syntax;
use super::tree::{DEEPEST, Node};
use crate::place::Quoting;
use rustc_hash::FxHashMap;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use std::borrow::Cow;

/// All documents of a stream; one document stands for itself.
///
/// # Errors
/// The place of the first fault.
pub(super) fn parse(text: &str) -> Result<Node<'_>, Syntax> {
    let mut reading =
        Reading { text, at: (0, 0), anchors: FxHashMap::default(), open: Vec::new(), documents: Vec::new() };
    let mut parser = Parser::new_from_str(text);
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|e| fault(&e))?;
        reading.take(event, span)?;
    }
    let mut documents = reading.documents;
    Ok(if documents.len() == 1 { documents.remove(0) } else { Node::List(documents) })
}

fn fault(error: &ScanError) -> Syntax {
    let at = error.marker();
    Syntax {
        line: u32::try_from(at.line()).ok(),
        column: u32::try_from(at.col() + 1).ok(),
        what: error.info().to_owned(),
    }
}

struct Reading<'s> {
    text: &'s str,
    /// A place already counted to: characters and bytes.
    at: (usize, usize),
    anchors: FxHashMap<usize, Leaf<'s>>,
    open: Vec<Open<'s>>,
    documents: Vec<Node<'s>>,
}

/// A map or list whose end has not come; a key waits for its value.
enum Open<'s> {
    Map(Vec<(Leaf<'s>, Node<'s>)>, Option<Leaf<'s>>),
    List(Vec<Node<'s>>),
}

impl<'s> Reading<'s> {
    fn take(&mut self, event: Event<'s>, span: Span) -> Result<(), Syntax> {
        match event {
            Event::Scalar(value, style, anchor, _) => {
                let leaf = self.leaf(value, style, span);
                if anchor > 0 {
                    let copy = Leaf { text: leaf.text.clone(), stand: Stand::Unknown };
                    self.anchors.insert(anchor, copy);
                }
                let is_null = style == ScalarStyle::Plain && matches!(leaf.text.as_ref(), "~" | "null");
                self.put(if is_null { Node::Null } else { Node::Text(leaf) });
            }
            Event::Alias(anchor) => {
                let node = self.anchors.get(&anchor).map_or(Node::Null, |leaf| Node::Text(leaf.clone()));
                self.put(node);
            }
            Event::MappingStart(..) => self.open.push(Open::Map(Vec::new(), None)),
            Event::SequenceStart(..) => self.open.push(Open::List(Vec::new())),
            Event::MappingEnd | Event::SequenceEnd => {
                let node = match self.open.pop() {
                    Some(Open::Map(entries, _)) => Node::Map(entries),
                    Some(Open::List(nodes)) => Node::List(nodes),
                    None => return Ok(()),
                };
                self.put(node);
            }
            _ => {}
        }
        if self.open.len() > DEEPEST {
            return Err(Syntax {
                line: u32::try_from(span.start.line()).ok(),
                column: None,
                what: format!("nested deeper than {DEEPEST} levels"),
            });
        }
        Ok(())
    }

    fn put(&mut self, node: Node<'s>) {
        match self.open.last_mut() {
            None => self.documents.push(node),
            Some(Open::List(nodes)) => nodes.push(node),
            Some(Open::Map(entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(if let Node::Text(leaf) = node { leaf } else { Leaf::loose("") }),
            },
        }
    }

    fn leaf(&mut self, value: Cow<'s, str>, style: ScalarStyle, span: Span) -> Leaf<'s> {
        let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
        // The parser ends a quoted scalar where the next token begins, comments between them included.
        let raw = &self.text[start..end];
        let raw = &raw[..quoted_len(raw, style).unwrap_or(raw.len())];
        let end = start + raw.len();
        let quoting = match style {
            ScalarStyle::Plain => Some(Quoting::YamlPlain),
            ScalarStyle::SingleQuoted => Some(Quoting::YamlSingle),
            ScalarStyle::DoubleQuoted => Some(Quoting::YamlDouble),
            // A block carries its indentation with it: read, not rewritten.
            ScalarStyle::Literal | ScalarStyle::Folded => None,
        };
        let inside = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                raw.get(1..raw.len().saturating_sub(1)).map(|inside| (start + 1, inside))
            }
            _ => Some((start, raw.trim_end())),
        };
        let at = inside.filter(|(_, inside)| *inside == value).map(|(at, _)| at);
        let end = if style == ScalarStyle::Plain { start + raw.trim_end().len() } else { end };
        // An absent value (`en:`) has no text to replace; one would be glued to the colon.
        let quoting = quoting.filter(|_| end > start);
        Leaf { text: value, stand: Stand::Bytes { raw: start..end, at, quoting } }
    }

    /// The byte of a character; events come in order, so that counting goes on from the last.
    fn byte(&mut self, character: usize) -> usize {
        if character < self.at.0 {
            self.at = (0, 0);
        }
        let rest = &self.text[self.at.1..];
        let byte = match rest.char_indices().nth(character - self.at.0) {
            Some((offset, _)) => self.at.1 + offset,
            None => self.text.len(),
        };
        self.at = (character, byte);
        byte
    }
}

/// The bytes of a quoted scalar, quotes included.
fn quoted_len(raw: &str, style: ScalarStyle) -> Option<usize> {
    let mut chars = raw.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match (style, c) {
            (ScalarStyle::SingleQuoted, '\'') if chars.next_if(|(_, next)| *next == '\'').is_none() => {
                return Some(at + 1);
            }
            (ScalarStyle::DoubleQuoted, '"') => return Some(at + 1),
            (ScalarStyle::DoubleQuoted, '\\') => _ = chars.next(),
            _ => {}
        }
    }
    None
}
