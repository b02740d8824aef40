//! Apple string catalogues (`.xcstrings`): JSON with the translations of each key by language.

use super::builder::{Builder, Leaf, Row};
use super::language::{Language, of_tag};
use super::tree::Node;
use crate::sign::Column;
use crate::text::has_han;

/// Gives every key to the builder. A language without a text of its own has the key where it is the source language.
pub(super) fn read(root: &Node, builder: &mut Builder) {
    let source = match root.get("sourceLanguage") {
        Some(Node::Text(leaf)) => of_tag(&leaf.text),
        _ => None,
    };
    let Some(Node::Map(strings)) = root.get("strings") else { return };
    for (key, entry) in strings {
        let text = |language| localised(entry, language).or_else(|| (source == Some(language)).then_some(key));
        let Some(zh) = text(Language::Zh).filter(|zh| has_han(&zh.text)) else { continue };
        let others = vec![(Column::Id, key.text.as_ref())];
        builder.push(&Row { zh, en: text(Language::En), others, key: &key.text, hidden: false });
    }
}

fn localised<'n, 's>(entry: &'n Node<'s>, language: Language) -> Option<&'n Leaf<'s>> {
    let Some(Node::Map(localizations)) = entry.get("localizations") else { return None };
    let (_, own) = localizations.iter().find(|(tag, _)| of_tag(&tag.text) == Some(language))?;
    match own.get("stringUnit").and_then(|unit| unit.get("value")) {
        Some(Node::Text(leaf)) => Some(leaf),
        _ => None,
    }
}
