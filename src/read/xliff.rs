//! XLIFF 1.2 (`trans-unit`) and 2.x (`unit`/`segment`).

use super::builder::{Builder, Leaf, Row, Stand};
use super::error::Syntax;
use super::language::{Language, of_tag};
use super::xml::{Part, Xml};
use crate::sign::Column;
use crate::text::has_han;

/// Inline elements whose text is code of the original file, not words: 1.2 and 2.x.
const CODES: [&str; 7] = ["ph", "it", "bpt", "ept", "x", "bx", "ex"];

/// One unit or segment.
struct Unit<'s> {
    id: String,
    source: Leaf<'s>,
    target: Option<Leaf<'s>>,
}

/// Gives every unit to the builder. Whichever of source and target is Chinese is the Chinese.
///
/// # Errors
/// The place of the first fault.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Syntax> {
    let mut xml = Xml::new(text);
    let (mut source_language, mut target_language) = (None, None);
    let (mut id, mut segment) = (String::new(), String::new());
    let mut pair: (Option<Leaf>, Option<Leaf>) = (None, None);
    let mut units: Vec<Unit> = Vec::new();
    let mut aside = 0;
    let mut root = true;
    loop {
        match xml.next()? {
            Part::Start(element) => {
                if std::mem::take(&mut root) && element.name != "xliff" {
                    return Err(xml.fault(0, &format!("the root element is <{}>, not <xliff>", element.name)));
                }
                let told = |old: &str, new: &str| of_tag(element.get(old)).or_else(|| of_tag(element.get(new)));
                source_language = told("source-language", "srcLang").or(source_language);
                target_language = told("target-language", "trgLang").or(target_language);
                let Some(name) = Some(element.name.as_str()).filter(|_| !element.is_empty) else {
                    continue;
                };
                match name {
                    // Proposals of a memory are not the translation.
                    "alt-trans" | "matches" => aside += 1,
                    "trans-unit" | "unit" => {
                        id = if element.get("resname").is_empty() { element.get("id") } else { element.get("resname") }
                            .to_owned();
                        segment.clear();
                    }
                    "segment" => segment = element.get("id").to_owned(),
                    "source" if aside == 0 => pair.0 = Some(read_only(xml.content(&CODES)?)),
                    "target" if aside == 0 => pair.1 = Some(xml.content(&CODES)?),
                    _ => {}
                }
            }
            Part::End(name) => match name.as_str() {
                "alt-trans" | "matches" => aside = usize::saturating_sub(aside, 1),
                "trans-unit" | "segment" => {
                    if let (Some(source), target) = std::mem::take(&mut pair) {
                        let id = if segment.is_empty() { id.clone() } else { format!("{id}/{segment}") };
                        units.push(Unit { id, source, target });
                    }
                }
                _ => {}
            },
            Part::Eof => break,
        }
    }
    let han = |leaf: &Leaf| usize::from(has_han(&leaf.text));
    let swapped = match (source_language, target_language) {
        (Some(Language::Zh), _) | (_, Some(Language::En)) => false,
        (Some(Language::En), _) | (_, Some(Language::Zh)) => true,
        _ => {
            let targets: usize = units.iter().filter_map(|u| u.target.as_ref()).map(han).sum();
            targets > units.iter().map(|u| han(&u.source)).sum()
        }
    };
    for Unit { id, source, target } in &units {
        let (zh, en) = if swapped { (target.as_ref(), Some(source)) } else { (Some(source), target.as_ref()) };
        if let Some(zh) = zh {
            let others = vec![(Column::Id, id.as_str())];
            builder.push(&Row { zh, en, others, key: id, hidden: false });
        }
    }
    Ok(())
}

/// The source is a copy of another file, by which tools find the unit again: a change belongs into that file.
fn read_only(mut leaf: Leaf) -> Leaf {
    if let Stand::Bytes { quoting, .. } = &mut leaf.stand {
        *quoting = None;
    }
    leaf
}
