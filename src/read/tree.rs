//! The common shape of JSON, YAML and the parts of other formats that nest: maps, lists and texts with their places.

use super::builder::Leaf;
use std::borrow::Cow;

/// Levels of nesting that are followed; deeper input is refused.
pub(super) const DEEPEST: usize = 128;

#[derive(Debug, Clone)]
pub(super) enum Node<'s> {
    Text(Leaf<'s>),
    /// A number or truth value as written: good for an id, never for a sign.
    Plain(Cow<'s, str>),
    /// Keys as texts, since some formats keep the Chinese there.
    Map(Vec<(Leaf<'s>, Node<'s>)>),
    List(Vec<Node<'s>>),
    Null,
}

impl<'s> Node<'s> {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'s>> {
        match self {
            Self::Map(entries) => entries.iter().find(|(k, _)| k.text == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// Calls `take` with every text and its path of keys.
    pub(super) fn leaves<'n>(&'n self, path: &mut String, take: &mut impl FnMut(&str, &'n Leaf<'s>)) {
        match self {
            Self::Text(leaf) => take(path, leaf),
            Self::Map(entries) => {
                for (key, node) in entries {
                    within(path, Step::Key(&key.text), |path| node.leaves(path, take));
                }
            }
            Self::List(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    within(path, Step::Index(index), |path| node.leaves(path, take));
                }
            }
            Self::Plain(_) | Self::Null => {}
        }
    }
}

/// One step of a path of keys.
pub(super) enum Step<'k> {
    Key(&'k str),
    Index(usize),
}

/// Runs with the path made longer by a step.
pub(super) fn within<R>(path: &mut String, step: Step, run: impl FnOnce(&mut String) -> R) -> R {
    let long = path.len();
    match step {
        Step::Key(key) => {
            if long > 0 {
                path.push('.');
            }
            path.push_str(key);
        }
        Step::Index(index) => {
            path.push('[');
            path.push_str(&index.to_string());
            path.push(']');
        }
    }
    let result = run(path);
    path.truncate(long);
    result
}
