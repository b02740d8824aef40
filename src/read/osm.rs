//! OpenStreetMap XML: `name:zh` (or a Chinese `name`) and `name:en` of nodes, ways and relations.

use super::builder::{Builder, Leaf, Row, Stand};
use super::error::Syntax;
use super::language::{Language, of_key};
use super::xml::{Element, Part, Xml};
use crate::sign::Column;
use crate::text::has_han;

/// Gives every element with a Chinese and an English name to the builder.
///
/// # Errors
/// The place of the first fault.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Syntax> {
    let mut xml = Xml::new(text);
    let mut id = String::new();
    let mut tags: Vec<(String, Leaf)> = Vec::new();
    let mut root = true;
    loop {
        let at = xml.at();
        match xml.next()? {
            Part::Start(element) => {
                if std::mem::take(&mut root) && element.name != "osm" && element.name != "osmChange" {
                    return Err(xml.fault(0, &format!("the root element is <{}>, not <osm>", element.name)));
                }
                match element.name.as_str() {
                    "node" | "way" | "relation" => {
                        id = format!("{}/{}", element.name, element.get("id"));
                        tags.clear();
                    }
                    "tag" => tags.push(tag(&element, at..xml.at())),
                    _ => {}
                }
            }
            Part::End(name) if matches!(name.as_str(), "node" | "way" | "relation") => names(&tags, &id, builder),
            Part::End(_) => {}
            Part::Eof => return Ok(()),
        }
    }
}

fn tag(element: &Element, raw: std::ops::Range<usize>) -> (String, Leaf<'static>) {
    let stand = Stand::Bytes { raw, at: None, quoting: None };
    (element.get("k").to_owned(), Leaf { text: element.get("v").to_owned().into(), stand })
}

/// Each name of an element that it has in both languages: `name`, `official_name`, `alt_name`.
fn names(tags: &[(String, Leaf)], id: &str, builder: &mut Builder) {
    for (key, en) in tags.iter().filter(|(key, _)| key.contains("name")) {
        let (stem, Some(Language::En)) = of_key(key) else { continue };
        let tagged = tags.iter().find(|(key, _)| of_key(key) == (stem.clone(), Some(Language::Zh)));
        let bare = || tags.iter().find(|(key, leaf)| of_key(key) == (stem.clone(), None) && has_han(&leaf.text));
        if let Some((_, zh)) = tagged.or_else(bare) {
            builder.push(&Row { zh, en: Some(en), others: vec![(Column::Id, id)], key, hidden: false });
        }
    }
}
