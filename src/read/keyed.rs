//! Files of keyed strings, one language each: Android `strings.xml`, Apple `.strings`, Java `.properties`.

use super::builder::{Leaf, Stand, line_and_column};
use super::error::Syntax;
use super::tree::Node;
use super::xml::{Part, Xml};
use std::borrow::Cow;

/// Android string resources: strings, items of arrays and plurals.
///
/// # Errors
/// The place of the first fault.
pub(super) fn android(text: &str) -> Result<Node<'_>, Syntax> {
    let mut xml = Xml::new(text);
    let mut entries = Vec::new();
    let (mut group, mut index) = (String::new(), 0);
    let mut root = true;
    loop {
        match xml.next()? {
            Part::Start(element) => {
                if std::mem::take(&mut root) && element.name != "resources" {
                    return Err(xml.fault(0, &format!("the root element is <{}>, not <resources>", element.name)));
                }
                if element.is_empty {
                    continue;
                }
                match element.name.as_str() {
                    "string" => entries.push((element.get("name").to_owned(), xml.content(&["xliff"])?)),
                    "string-array" | "plurals" => (group, index) = (element.get("name").to_owned(), 0),
                    "item" if !group.is_empty() => {
                        let quantity = element.get("quantity");
                        let own = if quantity.is_empty() { index.to_string() } else { quantity.to_owned() };
                        entries.push((format!("{group}[{own}]"), xml.content(&["xliff"])?));
                        index += 1;
                    }
                    _ => {}
                }
            }
            Part::End(name) => {
                if matches!(name.as_str(), "string-array" | "plurals") {
                    group.clear();
                }
            }
            Part::Eof => break,
        }
    }
    let unescaped = |(key, leaf): (String, Leaf<'_>)| (Leaf::loose(key), Node::Text(android_text(leaf)));
    Ok(Node::Map(entries.into_iter().map(unescaped).collect()))
}

/// Undoes Android's own escapes (`\'`, `\n`, `\u4e00`) and quotes.
fn android_text(leaf: Leaf<'_>) -> Leaf<'static> {
    let mut text = leaf.text.trim();
    let quoted = text.len() > 1 && text.starts_with('"') && text.ends_with('"');
    if quoted {
        text = &text[1..text.len() - 1];
    }
    let out = unescape(text);
    // Never written back: the escapes of the app's build tools are not ours to guess.
    let stand = match leaf.stand {
        Stand::Bytes { raw, at, .. } if out == leaf.text => Stand::Bytes { raw, at, quoting: None },
        Stand::Bytes { raw, .. } => Stand::Bytes { raw, at: None, quoting: None },
        other => other,
    };
    Leaf { text: Cow::Owned(out), stand }
}

/// Backslash escapes of C with `\uXXXX`; an unknown one stands for its letter.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut units: Vec<u16> = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            flush(&mut units, &mut out);
            out.push(c);
            continue;
        }
        let escaped = chars.next();
        if let Some('u' | 'U') = escaped {
            let digits: String = chars.clone().take(4).collect();
            if let Ok(unit) = u16::from_str_radix(&digits, 16)
                && digits.len() == 4
            {
                units.push(unit);
                chars.nth(3);
                continue;
            }
        }
        flush(&mut units, &mut out);
        match escaped {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some(other) => out.push(other),
            None => out.push('\\'),
        }
    }
    flush(&mut units, &mut out);
    out
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

/// Java properties, by `java-properties`.
///
/// # Errors
/// The line of the first fault.
pub(super) fn properties(text: &str) -> Result<Node<'static>, Syntax> {
    use java_properties::{LineContent, PropertiesIter};
    let mut entries = Vec::new();
    // The file has been decoded already, whichever encoding it was in.
    for line in PropertiesIter::new_with_encoding(text.as_bytes(), encoding_rs::UTF_8) {
        let line = line.map_err(|e| Syntax {
            line: e.line_number().and_then(|n| u32::try_from(n).ok()),
            column: None,
            what: e.to_string(),
        })?;
        let stand = Stand::Line(u32::try_from(line.line_number()).unwrap_or(u32::MAX));
        if let LineContent::KVPair(key, value) = line.consume_content() {
            entries.push((Leaf::loose(key), Node::Text(Leaf { text: value.into(), stand })));
        }
    }
    Ok(Node::Map(entries))
}

/// Apple strings: `"key" = "value";` with comments of C.
///
/// # Errors
/// The place of the first fault.
pub(super) fn apple(text: &str) -> Result<Node<'_>, Syntax> {
    let mut lexer = Lexer { text, at: 0 };
    let mut entries = Vec::new();
    while let Some((key, _)) = lexer.string()? {
        lexer.expect('=')?;
        let start = lexer.at;
        let Some((value, raw)) = lexer.string()? else {
            return Err(lexer.fault(start, "expected a text in quotes"));
        };
        lexer.expect(';')?;
        let plain = &text[raw.start + 1..raw.end.max(raw.start + 2) - 1];
        let at = (plain == value).then_some(raw.start + 1);
        let stand = Stand::Bytes { raw, at, quoting: None };
        entries.push((Leaf::loose(key), Node::Text(Leaf { text: value.into(), stand })));
    }
    Ok(Node::Map(entries))
}

struct Lexer<'s> {
    text: &'s str,
    at: usize,
}

impl Lexer<'_> {
    /// Steps over blanks and comments.
    fn blanks(&mut self) -> Result<(), Syntax> {
        loop {
            let rest = &self.text[self.at..];
            self.at += rest.len() - rest.trim_start().len();
            let rest = &self.text[self.at..];
            let (closing, kept) = if rest.starts_with("//") {
                ('\n'.to_string(), true)
            } else if rest.starts_with("/*") {
                ("*/".to_owned(), false)
            } else {
                return Ok(());
            };
            match rest[2..].find(&closing) {
                Some(n) => self.at += 2 + n + closing.len(),
                None if kept => self.at = self.text.len(),
                None => return Err(self.fault(self.at, "the comment does not close")),
            }
        }
    }

    /// The next text, in quotes or a bare word, and its bytes; `None` at the end.
    fn string(&mut self) -> Result<Option<(String, std::ops::Range<usize>)>, Syntax> {
        self.blanks()?;
        let start = self.at;
        let rest = &self.text[start..];
        if rest.is_empty() {
            return Ok(None);
        }
        if let Some(inside) = rest.strip_prefix('"') {
            let mut escaped = false;
            let close = inside.find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            let close = close.ok_or_else(|| self.fault(start, "the quote does not close"))?;
            self.at += close + 2;
            return Ok(Some((unescape(&inside[..close]), start..self.at)));
        }
        let long = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.' | '-')).unwrap_or(rest.len());
        if long == 0 {
            return Err(self.fault(start, "expected \"key\" = \"value\";"));
        }
        self.at += long;
        Ok(Some((rest[..long].to_owned(), start..self.at)))
    }

    fn expect(&mut self, mark: char) -> Result<(), Syntax> {
        self.blanks()?;
        if self.text[self.at..].starts_with(mark) {
            self.at += 1;
            return Ok(());
        }
        Err(self.fault(self.at, &format!("expected {mark}")))
    }

    fn fault(&self, at: usize, what: &str) -> Syntax {
        let (line, column) = line_and_column(self.text, at);
        Syntax { line: Some(line), column: Some(column), what: what.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(node: &Node) -> Vec<(String, String)> {
        let mut out = Vec::new();
        node.leaves(&mut String::new(), &mut |key, leaf| out.push((key.to_owned(), leaf.text.to_string())));
        out
    }

    #[test]
    fn apple_strings_with_comments_and_escapes() {
        let text = "/* a \"note\" */\n\"exit\" = \"Exit \\\"A\\\"\"; // end\nbare.key = \"\\U51fa口\";\n";
        let node = apple(text).expect("read");
        assert_eq!(all(&node), [("exit".to_owned(), "Exit \"A\"".to_owned()), ("bare.key".into(), "出口".into())]);
        for (bad, line) in [("\"a\" = \"b\"\n\"c\" = \"d\";", 2), ("\"a = b;", 1), ("/* x", 1), ("= ;", 1)] {
            assert_eq!(apple(bad).expect_err(bad).line, Some(line), "{bad}");
        }
    }

    #[test]
    fn android_resources() {
        let text = "<resources><string name=\"a\">Tian\\'anmen &amp; \\u51fa</string><string-array name=\"b\"><item>x</item><item>\"y \"</item></string-array></resources>";
        let found = all(&android(text).expect("read"));
        let expected = [("a", "Tian'anmen & 出"), ("b[0]", "x"), ("b[1]", "y ")];
        assert_eq!(found, expected.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }

    #[test]
    fn java_properties() {
        let found = all(&properties("# note\nexit.a=\\u51fa\\u53e3\nb : x\\\n  y\n").expect("read"));
        assert_eq!(found, [("exit.a".to_owned(), "出口".to_owned()), ("b".into(), "xy".into())]);
    }
}
