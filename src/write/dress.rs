//! How a text is written in each format: quotes and escapes, those of the old text kept where they serve.

use crate::place::Quoting;

/// A new text in the place of `old`, which is the bytes it replaces.
pub(super) fn dress(quoting: Quoting, text: &str, old: &str) -> String {
    match quoting {
        Quoting::Json => json(text, !old.is_ascii() || !old.contains("\\u")),
        Quoting::YamlPlain if is_plain(text) => text.to_owned(),
        Quoting::YamlSingle if !text.contains(char::is_control) => format!("'{}'", text.replace('\'', "''")),
        // JSON strings are YAML double-quoted scalars.
        Quoting::YamlPlain | Quoting::YamlSingle | Quoting::YamlDouble => json(text, true),
        Quoting::Po => po(text),
        Quoting::Xml => xml(text, old),
    }
}

/// A JSON string; as ASCII with `\u` escapes where the old one was.
fn json(text: &str, unicode: bool) -> String {
    let quoted = serde_json::to_string(text).unwrap_or_default();
    if unicode {
        return quoted;
    }
    let mut out = String::with_capacity(quoted.len());
    for c in quoted.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

/// Whether a text may stand in YAML without quotes, in block and flow alike, and is read as a text.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let indicator = "-?:,[]{}#&*!|>'\"%@`=~<.+".contains(first) || first.is_ascii_digit();
    let word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    !indicator
        && text.trim() == text
        && !text.contains(char::is_control)
        && !text.contains([',', '[', ']', '{', '}'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !word.contains(&text.to_ascii_lowercase().as_str())
}

/// A quoted line of a PO file.
fn po(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Character data. A section of CDATA stays one; quotes are escaped where they were.
fn xml(text: &str, old: &str) -> String {
    let is_cdata = old.trim().starts_with("<![CDATA[") && old.trim().ends_with("]]>");
    if is_cdata && !text.contains("]]>") {
        return format!("<![CDATA[{text}]]>");
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\'' if old.contains("&apos;") => out.push_str("&apos;"),
            '"' if old.contains("&quot;") => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_dressed_as_their_format_has_it() {
        for (quoting, text, old, written) in [
            (Quoting::Json, "a \"b\" 出", "\"x\"", "\"a \\\"b\\\" 出\""),
            (Quoting::Json, "出", "\"\\u5165\"", "\"\\u51fa\""),
            (Quoting::YamlPlain, "Exit A", "x", "Exit A"),
            (Quoting::YamlPlain, "Exit: A", "x", "\"Exit: A\""),
            (Quoting::YamlPlain, "No", "x", "\"No\""),
            (Quoting::YamlSingle, "Xi'an", "'x'", "'Xi''an'"),
            (Quoting::Po, "a \"b\"\n", "\"x\"", "\"a \\\"b\\\"\\n\""),
            (Quoting::Xml, "A & B's", "x", "A &amp; B's"),
            (Quoting::Xml, "A & B", "<![CDATA[x]]>", "<![CDATA[A & B]]>"),
        ] {
            assert_eq!(dress(quoting, text, old), written);
        }
    }
}
