//! XML for XLIFF, TMX, Android and OpenStreetMap: elements, attributes and texts with their bytes, by `quick-xml`.
//!
//! Nothing expands: besides the five entities of XML only character references are known, and a document that declares
//! entities of its own is refused. Nesting is bounded.

use super::builder::{Leaf, Stand, line_and_column};
use super::error::Syntax;
use super::tree::DEEPEST;
use crate::place::Quoting;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// What a document is made of, for the readers of formats.
#[derive(Debug)]
pub(super) enum Part {
    Start(Element),
    /// The local name.
    End(String),
    Eof,
}

/// A start tag: local names, attributes with theirs.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    /// `<x/>`: no end tag follows.
    pub is_empty: bool,
}

impl Element {
    /// The value of an attribute, by its local name; empty where it is absent.
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}

pub(super) struct Xml<'s> {
    text: &'s str,
    reader: Reader<&'s [u8]>,
    /// Bytes before what the reader sees: it drops a byte-order mark and does not count it.
    before: usize,
    depth: usize,
}

impl<'s> Xml<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        let seen = text.trim_start_matches('\u{feff}');
        Self { text, reader: Reader::from_str(seen), before: text.len() - seen.len(), depth: 0 }
    }

    /// The next tag; texts between tags are stepped over.
    ///
    /// # Errors
    /// A document that is not well-formed, too deep, or declares entities.
    pub(super) fn next(&mut self) -> Result<Part, Syntax> {
        loop {
            let at = self.at();
            match self.event()? {
                Event::Start(start) => return self.element(&start, at, false).map(Part::Start),
                Event::Empty(start) => return self.element(&start, at, true).map(Part::Start),
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Part::End(end.local_name().as_ref().to_owned()));
                }
                Event::Eof if self.depth > 0 => return Err(self.fault(at, "the document ends inside an element")),
                Event::Eof => return Ok(Part::Eof),
                _ => {}
            }
        }
    }

    /// The text of the element just begun, to its end tag. Inline elements keep their text but for those in `dropped`,
    /// and make the text read-only, since their tags would have to be put back.
    ///
    /// # Errors
    /// As of [`Self::next`].
    pub(super) fn content(&mut self, dropped: &[&str]) -> Result<Leaf<'s>, Syntax> {
        let start = self.at();
        let (mut text, mut pieces, mut inline) = (String::new(), 0, false);
        let mut dropping = 0;
        let bottom = self.depth;
        loop {
            let end = self.at();
            match self.event()? {
                Event::Start(tag) => {
                    inline = true;
                    let element = self.element(&tag, end, false)?;
                    if dropping > 0 || dropped.contains(&element.name.as_str()) {
                        dropping += 1;
                    }
                }
                Event::Empty(_) => inline = true,
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth < bottom {
                        let at = (pieces == 1 && self.text.get(start..end) == Some(&text)).then_some(start);
                        let quoting = (!inline).then_some(Quoting::Xml);
                        return Ok(Leaf {
                            text: Cow::Owned(text),
                            stand: Stand::Bytes { raw: start..end, at, quoting },
                        });
                    }
                    dropping = usize::saturating_sub(dropping, 1);
                }
                Event::Eof => return Err(self.fault(end, "the document ends inside an element")),
                event => {
                    pieces += 1;
                    if dropping == 0 {
                        match event {
                            Event::Text(part) => text.push_str(&part),
                            Event::CData(part) => {
                                pieces += 1;
                                text.push_str(&part);
                            }
                            Event::GeneralRef(reference) => text.push_str(&self.reference(&reference, end)?),
                            _ => {}
                        }
                    }
                }
            }
        }
    }

    /// The byte the reader stands on.
    pub(super) fn at(&self) -> usize {
        self.whole(self.reader.buffer_position())
    }

    /// A byte of the text for one of the reader's.
    fn whole(&self, at: u64) -> usize {
        usize::try_from(at).unwrap_or(usize::MAX).saturating_add(self.before)
    }

    fn event(&mut self) -> Result<Event<'s>, Syntax> {
        let at = self.at();
        match self.reader.read_event() {
            Ok(Event::DocType(declared)) if declared.contains("<!ENTITY") => {
                Err(self.fault(at, "it declares entities of its own, which are never expanded"))
            }
            Ok(event) => Ok(event),
            Err(error) => {
                let at = self.whole(self.reader.error_position());
                Err(self.fault(at, &error.to_string()))
            }
        }
    }

    fn element(&mut self, start: &BytesStart, at: usize, is_empty: bool) -> Result<Element, Syntax> {
        if !is_empty {
            self.depth += 1;
        }
        if self.depth > DEEPEST {
            return Err(self.fault(at, &format!("nested deeper than {DEEPEST} levels")));
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|e| self.fault(at, &e.to_string()))?;
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|e| self.fault(at, &e.to_string()))?;
            attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
        }
        Ok(Element { name: start.local_name().as_ref().to_owned(), attributes, is_empty })
    }

    fn reference(&self, reference: &BytesRef, at: usize) -> Result<String, Syntax> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            return Ok(c.to_string());
        }
        let known = match reference.as_ref() {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            other => return Err(self.fault(at, &format!("the entity &{other}; is not one of XML's own"))),
        };
        Ok(known.to_owned())
    }

    pub(super) fn fault(&self, at: usize, what: &str) -> Syntax {
        let (line, column) = line_and_column(self.text, at);
        Syntax { line: Some(line), column: Some(column), what: what.to_owned() }
    }
}
