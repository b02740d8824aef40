//! TMX 1.4: a unit (`tu`) with a variant (`tuv`) for each language.

use super::builder::{Builder, Leaf, Row};
use super::error::Syntax;
use super::language::{Language, of_tag};
use super::xml::{Part, Xml};
use crate::sign::Column;

/// Inline elements whose text is code, not words.
const CODES: [&str; 5] = ["bpt", "ept", "it", "ph", "ut"];

/// Gives every unit with simplified Chinese and English to the builder.
///
/// # Errors
/// The place of the first fault.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Syntax> {
    let mut xml = Xml::new(text);
    let mut id = String::new();
    let mut language = None;
    let mut pair: (Option<Leaf>, Option<Leaf>) = (None, None);
    let mut root = true;
    loop {
        match xml.next()? {
            Part::Start(element) => {
                if std::mem::take(&mut root) && element.name != "tmx" {
                    return Err(xml.fault(0, &format!("the root element is <{}>, not <tmx>", element.name)));
                }
                match element.name.as_str() {
                    "tu" => {
                        id = element.get("tuid").to_owned();
                        pair = (None, None);
                    }
                    "tuv" => language = of_tag(element.get("lang")),
                    "seg" if !element.is_empty => {
                        let content = xml.content(&CODES)?;
                        match language {
                            Some(Language::Zh) => pair.0 = pair.0.or(Some(content)),
                            Some(Language::En) => pair.1 = pair.1.or(Some(content)),
                            None => {}
                        }
                    }
                    _ => {}
                }
            }
            Part::End(name) if name == "tu" => {
                if let (Some(zh), Some(en)) = (&pair.0, &pair.1) {
                    let others = vec![(Column::Id, id.as_str())];
                    builder.push(&Row { zh, en: Some(en), others, key: &id, hidden: false });
                }
            }
            Part::End(_) => {}
            Part::Eof => return Ok(()),
        }
    }
}
