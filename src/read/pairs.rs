//! Finds signs in a tree of maps and lists: pairs of keys (`zh`/`en`, `name`/`nameEn`), and branches a language.

use super::builder::{Builder, Leaf, Row};
use super::header::{self, ColumnSpec};
use super::language::{Language, of_key};
use super::tree::{Node, Step, within};
use crate::sign::Column;
use crate::text::has_han;
use rustc_hash::{FxHashMap, FxHashSet};

/// What is asked of the search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'c> {
    /// Keys that are told instead of recognised.
    pub columns: Option<&'c ColumnSpec>,
    /// Chinese without a place for English is a sign too: `suggest` reads it.
    pub chinese_alone: bool,
    /// Chinese whose English is lacking is a sign where others of the file have a pair.
    pub lacking_english: bool,
}

/// Columns other than the two texts, by the names of keys.
const OTHERS: [Column; 6] = [Column::Id, Column::Domain, Column::Kind, Column::Place, Column::District, Column::Accept];

/// Finds all pairs of a document and gives them to the builder.
pub(super) fn find<'b>(root: &Node, asked: Asked<'b>, builder: &'b mut Builder) {
    let mut search = Search { asked, builder, paired: FxHashSet::default() };
    search.learn(root);
    search.walk(root, &mut String::new(), "");
}

/// Matches two trees, one a language, by their paths of keys, of which `stem` is the beginning.
pub(super) fn parallel(zh: &Node, en: &Node, stem: &str, builder: &mut Builder) {
    let mut english: FxHashMap<String, &Leaf> = FxHashMap::default();
    unwrapped(en).leaves(&mut String::new(), &mut |key, leaf| {
        english.entry(key.to_owned()).or_insert(leaf);
    });
    unwrapped(zh).leaves(&mut String::new(), &mut |key, leaf| {
        if has_han(&leaf.text) {
            let joint = if stem.is_empty() || key.starts_with('[') || key.is_empty() { "" } else { "." };
            let whole = format!("{stem}{joint}{key}");
            let others = vec![(Column::Id, whole.as_str())];
            builder.push(&Row { zh: leaf, en: english.get(key).copied(), others, key: &whole, hidden: false });
        }
    });
}

/// The branch below a single key that only names the language, as Rails has it.
fn unwrapped<'n, 's>(node: &'n Node<'s>) -> &'n Node<'s> {
    match node {
        Node::Map(entries) if entries.len() == 1 && super::language::of_tag(&entries[0].0.text).is_some() => {
            &entries[0].1
        }
        _ => node,
    }
}

struct Search<'b> {
    asked: Asked<'b>,
    builder: &'b mut Builder,
    /// Folded Chinese keys that have an English one somewhere in the document.
    paired: FxHashSet<String>,
}

/// A key of a map with what it names.
struct Named<'n, 's> {
    key: &'n str,
    stem: String,
    language: Option<Language>,
    /// The column of ours that the key is called by.
    column: Option<Column>,
    node: &'n Node<'s>,
}

/// The Chinese and English keys of one map that belong together.
struct Pair {
    zh: usize,
    en: Option<usize>,
}

fn named<'n, 's>(entries: &'n [(Leaf<'s>, Node<'s>)], columns: Option<&ColumnSpec>) -> Vec<Named<'n, 's>> {
    let name = |(key, node): &'n (Leaf<'s>, Node<'s>)| {
        let told = columns.and_then(|columns| columns.column_of(&key.text));
        let (stem, language) = match told {
            Some(Column::Zh) => (String::new(), Some(Language::Zh)),
            Some(Column::En) => (String::new(), Some(Language::En)),
            _ => of_key(&key.text),
        };
        Named { key: &key.text, stem, language, column: told.or_else(|| header::by_name(&key.text)), node }
    };
    entries.iter().map(name).collect()
}

/// The keys of a map that pair, tagged ones before untagged: `name:zh` wins over `name` beside `name:en`.
fn pairs(keys: &[Named]) -> Vec<Pair> {
    // `"en": null` has a place for English and none in it.
    let is_text = |i: usize| matches!(keys[i].node, Node::Text(_) | Node::Null);
    let is_branch = |i: usize| matches!(keys[i].node, Node::Map(_) | Node::List(_));
    let like = |a: usize, b: usize| (is_text(a) && is_text(b)) || (is_branch(a) && is_branch(b));
    let mut found: Vec<Pair> = Vec::new();
    let of = |language: Option<Language>| (0..keys.len()).filter(move |i| keys[*i].language == language);
    for en in of(Some(Language::En)) {
        let tagged = of(Some(Language::Zh)).find(|zh| keys[*zh].stem == keys[en].stem && like(*zh, en));
        let bare = || {
            of(None).find(|zh| {
                keys[*zh].stem == keys[en].stem
                    && matches!(keys[*zh].node, Node::Text(leaf) if has_han(&leaf.text))
                    && is_text(en)
            })
        };
        if let Some(zh) = tagged.or_else(bare)
            && found.iter().all(|p| p.zh != zh)
        {
            found.push(Pair { zh, en: Some(en) });
        }
    }
    for zh in of(Some(Language::Zh)).filter(|zh| is_text(*zh)) {
        if found.iter().all(|p| p.zh != zh) {
            let bare = of(None).find(|en| {
                keys[*en].stem == keys[zh].stem && matches!(keys[*en].node, Node::Text(leaf) if !has_han(&leaf.text))
            });
            found.push(Pair { zh, en: bare });
        }
    }
    found.sort_by_key(|p| p.zh.min(p.en.unwrap_or(usize::MAX)));
    found
}

impl Search<'_> {
    /// Notes which Chinese keys are ever paired.
    fn learn(&mut self, node: &Node) {
        match node {
            Node::Map(entries) => {
                let keys = named(entries, self.asked.columns);
                for pair in pairs(&keys).iter().filter(|p| p.en.is_some()) {
                    self.paired.insert(super::language::fold(keys[pair.zh].key));
                }
                keys.iter().for_each(|key| self.learn(key.node));
            }
            Node::List(nodes) => nodes.iter().for_each(|node| self.learn(node)),
            _ => {}
        }
    }

    fn walk(&mut self, node: &Node, path: &mut String, id: &str) {
        match node {
            Node::List(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    within(path, Step::Index(index), |path| self.walk(node, path, id));
                }
            }
            Node::Map(entries) => self.map(&named(entries, self.asked.columns), path, id),
            _ => {}
        }
    }

    fn map(&mut self, keys: &[Named], path: &mut String, id: &str) {
        let others: Vec<(Column, &str)> = OTHERS.iter().filter_map(|c| value(keys, *c).map(|v| (*c, v))).collect();
        let own = others.iter().find(|(c, _)| *c == Column::Id).map(|(_, v)| *v);
        let id = own.unwrap_or(id);
        let found = pairs(keys);
        for pair in &found {
            self.pair(keys, pair, &others, path, id);
        }
        let lone = self.lone(keys, &found);
        for zh in lone {
            self.sign(keys, zh, None, &others, path, id);
        }
        for (index, key) in keys.iter().enumerate() {
            let taken = found.iter().any(|p| p.en.is_some() && (p.zh == index || p.en == Some(index)));
            if !taken {
                within(path, Step::Key(key.key), |path| self.walk(key.node, path, id));
            }
        }
    }

    fn pair(&mut self, keys: &[Named], pair: &Pair, others: &[(Column, &str)], path: &mut String, id: &str) {
        let (zh, en) = (&keys[pair.zh], pair.en.map(|en| &keys[en]));
        if let (Node::Map(_) | Node::List(_), Some(en)) = (zh.node, en) {
            parallel(zh.node, en.node, path, self.builder);
        } else if en.is_some_and(|en| matches!(en.node, Node::Null)) {
            if self.asked.lacking_english || self.asked.chinese_alone {
                self.sign(keys, pair.zh, None, others, path, id);
            }
        } else if en.is_some() || self.asked.chinese_alone || self.lacks_english(zh) {
            self.sign(keys, pair.zh, pair.en, others, path, id);
        }
    }

    fn lacks_english(&self, zh: &Named) -> bool {
        self.asked.lacking_english && self.paired.contains(&super::language::fold(zh.key))
    }

    /// Untagged keys that hold Chinese and are paired elsewhere, not here.
    fn lone(&self, keys: &[Named], found: &[Pair]) -> Vec<usize> {
        let lacks = |i: &usize| {
            let key = &keys[*i];
            key.language.is_none()
                && found.iter().all(|p| p.zh != *i)
                && matches!(key.node, Node::Text(leaf) if has_han(&leaf.text))
                && self.lacks_english(key)
        };
        (0..keys.len()).filter(lacks).collect()
    }

    fn sign(
        &mut self,
        keys: &[Named],
        zh: usize,
        en: Option<usize>,
        others: &[(Column, &str)],
        path: &mut String,
        id: &str,
    ) {
        let leaf = |i: usize| if let Node::Text(leaf) = keys[i].node { Some(leaf) } else { None };
        let Some(zh_leaf) = leaf(zh) else { return };
        let en_leaf = en.and_then(leaf);
        let stem = keys[zh].stem.as_str();
        let builder = &mut *self.builder;
        // The path of the pair: of the map, with what the keys name.
        let mut push = |path: &mut String| {
            let mut others: Vec<(Column, &str)> = others.iter().filter(|(c, _)| *c != Column::Id).copied().collect();
            others.push((Column::Id, if id.is_empty() && !path.ends_with(']') { path.as_str() } else { id }));
            builder.push(&Row { zh: zh_leaf, en: en_leaf, others, key: path, hidden: false });
        };
        if stem.is_empty() { push(path) } else { within(path, Step::Key(stem), push) }
    }
}

/// The text of a map's key that is one of our columns.
fn value<'n>(keys: &[Named<'n, '_>], column: Column) -> Option<&'n str> {
    keys.iter().filter(|k| k.column == Some(column)).find_map(|k| match k.node {
        Node::Text(leaf) => Some(leaf.text.as_ref()),
        Node::Plain(text) => Some(text.as_ref()),
        _ => None,
    })
}
