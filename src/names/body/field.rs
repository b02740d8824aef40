//! What an institution is about: its words as they stand behind `of`, and as they stand before the head.

use super::super::lexicon::{self, Part};
use super::super::segment::{self, Token, What};
use super::super::slots::{self, MODIFIERS, connector, texts};
use super::super::{Composer, parts, place};
use crate::expect::{Form, Role, Slot, Standing};
use crate::sign::Span;
use crate::text::numbers::ordinal_word;

/// What a body is about, in the two places where English may put it.
#[derive(Debug, Clone, Default)]
pub(super) struct Field {
    /// Behind `of`, the best way first: Buddhism; Efficient Mining of Coal Resources.
    pub of: Vec<Vec<Slot>>,
    /// Before the head: Buddhist.
    pub before: Vec<Slot>,
}

impl Field {
    /// The same words in both places.
    pub(super) fn same(slots: Vec<Slot>) -> Self {
        Self { of: vec![slots.clone()], before: slots }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    /// 经济 in 经济研究所, 土壤 in 土壤学会: a learned body is of the science and not of the thing (Institute of Economics).
    pub(super) fn as_sciences(&mut self, c: Composer) {
        const SCIENCE: &str = "学";
        for way in &mut self.of {
            for at in 0..way.len() {
                let ends = way.get(at + 1).is_none_or(|next| next.role == Role::Connector);
                let slot = &mut way[at];
                let name = format!("{}{SCIENCE}", c.text(&slot.zh));
                let science = lexicon::word(&name, Part::Attribute).filter(|word| ends && word.class == "science");
                if let Some(science) = science
                    && slot.role == Role::Attribute
                    && slot.preferred() != science.en
                {
                    slots::lead_with(slot, science.en);
                }
            }
        }
    }
}

/// Class of the words that name what is done to something (开采, 保护).
const ACTION: &str = "action";
/// Class of those that do not stand side by side with another one: what is done in some way (循环), and what is itself done
/// with another (应用, 管理).
const PROCESS: &str = "process";

/// Reads a field; `None` where a part of it is not known.
pub(super) fn field(c: Composer, span: &Span) -> Option<Field> {
    let tokens = with_and(segment::segment(c.glossary, c.zh, span, true));
    let last = tokens.len().checked_sub(1)?;
    // 城市与区域生态 is Urban and Regional Ecology: what follows the and describes with it.
    // In a list all are nouns (Mathematics, Information and Behavior).
    let before_and = |index: usize| {
        let and = tokens.get(index + 1).filter(|next| matches!(next.what, What::And));
        and.is_some_and(|and| last - index <= 2 || c.text(&and.zh) == "、")
    };
    let of: Vec<Slot> = tokens
        .iter()
        .enumerate()
        .map(|(index, token)| {
            let slot = part(c, token, index == last || before_and(index))?;
            // Chemistry and Application: beside another field what is done is one.
            let beside = index == last && index > 1 && matches!(tokens[index - 1].what, What::And);
            Some(if beside && is_action(token) { singular(slot) } else { slot })
        })
        .collect::<Option<_>>()?;
    // What is done stays a noun before the head (Application Center), what it is done in becomes an adjective.
    let done = |index: usize, token: &Token| index == last && is_action(token);
    let word = |index: usize, token: &Token| match (part(c, token, done(index, token))?, done(index, token)) {
        (action, true) => Some(singular(action)),
        (word, false) => Some(word),
    };
    let before: Vec<Slot> = tokens.iter().enumerate().map(|(i, token)| word(i, token)).collect::<Option<_>>()?;
    let mut ways = vec![without_echo(of)];
    if let Some((inverted, coordinated)) = done_to(c, &tokens) {
        ways.insert(usize::from(!coordinated), inverted);
    }
    if let Some((of_things, plural)) = science_of(c, &tokens) {
        ways.insert(usize::from(!plural), of_things);
    }
    Some(Field { of: ways, before: without_echo(before) })
}

/// Application Center: what is done stands before a noun in the singular, where the word has it.
fn singular(mut slot: Slot) -> Slot {
    if let Some(one) = slot.preferred().strip_suffix('s').map(str::to_owned) {
        slots::prefer(&mut slot, &one);
    }
    slot
}

/// 五棵松 in 五棵松体育中心: a specific name, then words that are known. Names come first: what is not known behind a
/// known word is rather a word that we lack.
pub(super) fn named(c: Composer, span: &Span) -> Option<Field> {
    const LONGEST: usize = 4;
    let tokens = parts::merged(c, segment::segment(c.glossary, c.zh, span, true));
    let (first, others) = tokens.split_first()?;
    if others.is_empty()
        || !(first.is_unknown() || matches!(first.what, What::Area))
        || !(2..=LONGEST).contains(&c.count(&first.zh))
    {
        return None;
    }
    let name = slots::pinyin(c.text(&first.zh), first.zh.clone(), Role::Specific, slots::SPECIFIC_AND_GENERIC)?;
    let words: Vec<Slot> = others.iter().map(|token| part(c, token, false)).collect::<Option<_>>()?;
    Some(Field { of: Vec::new(), before: [vec![name], words].concat() })
}

/// 基础 in 基础司: a word of quality alone is short for something that only the body itself knows.
fn is_bare_quality(token: &Token) -> bool {
    let What::Word(word) = token.what else { return false };
    word.part == Part::Attribute && word.class == "level" && word.en == word.before
}

/// The whole field is such a word.
pub(super) fn is_quality(c: Composer, span: &Span) -> bool {
    matches!(segment::segment(c.glossary, c.zh, span, true).as_slice(), [one] if is_bare_quality(one))
}

fn is_action(token: &Token) -> bool {
    matches!(token.what, What::Word(word) if word.class == ACTION || word.class == PROCESS)
}

/// 监测评估 is Monitoring and Evaluation: two things that are done stand side by side without a word in Chinese.
fn with_and(tokens: Vec<Token>) -> Vec<Token> {
    let done = |token: &Token| matches!(token.what, What::Word(word) if word.class == ACTION);
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if joined.last().is_some_and(done) && done(&token) {
            joined.push(Token { zh: token.zh.start..token.zh.start, what: What::And });
        }
        joined.push(token);
    }
    joined
}

/// 煤炭资源高效开采与洁净利用: Efficient Mining and Clean Utilization of Coal Resources; and whether two things are done.
fn done_to(c: Composer, tokens: &[Token]) -> Option<(Vec<Slot>, bool)> {
    let action = is_action;
    let manner = |token: &Token| matches!(token.what, What::Word(word) if word.class == "adjective");
    let and = |token: &Token| matches!(token.what, What::And);
    if !action(tokens.last()?) {
        return None;
    }
    let done = tokens.iter().rev().take_while(|t| action(t) || manner(t) || and(t)).count();
    let mut at = tokens.len() - done;
    if tokens.get(at).is_some_and(and) {
        at += tokens[at..].iter().position(action)? + 1;
    }
    let (object, actions) = tokens.split_at(at);
    if object.is_empty() || actions.is_empty() || and(&actions[0]) {
        return None;
    }
    let first = actions.iter().position(and).unwrap_or(actions.len());
    // Where the Chinese says and, the object stands behind in English; else as often before.
    let said = actions.get(first).is_some_and(|and| !and.zh.is_empty());
    let coordinated = said && actions[..first].iter().any(action);
    let mut slots: Vec<Slot> = actions.iter().map(|t| part(c, t, action(t))).collect::<Option<_>>()?;
    slots.push(connector("of"));
    let last = object.len() - 1;
    for (index, token) in object.iter().enumerate() {
        slots.push(part(c, token, index == last)?);
    }
    Some((slots, coordinated))
}

/// 植物病虫害生物学: Biology of Plant Diseases and Insect Pests; and whether it is of several things, before which no science
/// stands well.
fn science_of(c: Composer, tokens: &[Token]) -> Option<(Vec<Slot>, bool)> {
    const SCIENCE: char = '学';
    let (science, things) = tokens.split_last()?;
    let word = matches!(science.what, What::Word(word) if word.class == "science" && word.zh.ends_with(SCIENCE));
    if !word || things.is_empty() || things.iter().any(|token| matches!(token.what, What::And)) {
        return None;
    }
    let last = things.len() - 1;
    let of: Vec<Slot> = things.iter().enumerate().map(|(i, t)| part(c, t, i == last)).collect::<Option<_>>()?;
    let plural = matches!(things[last].what, What::Word(w) if w.before == w.en) && {
        let end = of[last].preferred();
        end.ends_with('s') && !end.ends_with("ss") && !end.ends_with("ics")
    };
    Some(([vec![part(c, science, true)?, connector("of")], of].concat(), plural))
}

/// 核物理与核技术: Nuclear Physics and Technology; the word that both sides begin with is said once.
fn without_echo(mut slots: Vec<Slot>) -> Vec<Slot> {
    for at in 2..slots.len() {
        let (before, after) = slots.split_at_mut(at);
        let [.., first, and] = before else { continue };
        let second = &mut after[0];
        let (Some((echo, _)), Some((again, rest))) =
            (first.preferred().split_once(' '), second.preferred().split_once(' '))
        else {
            continue;
        };
        if and.preferred() == "and" && echo == again && and.role == Role::Connector {
            let shorter = rest.to_owned();
            second.forms[0].standing = Standing::Allowed;
            second.forms.insert(0, Form::new(shorter, Standing::Preferred));
        }
    }
    slots
}

/// One word of a field; `ends` where nothing follows that it describes.
fn part(c: Composer, token: &Token, ends: bool) -> Option<Slot> {
    let zh = token.zh.clone();
    match token.what {
        What::Word(word) if word.part == Part::Region => place::region(c, &zh),
        // 多 is Multi- before a word and nothing by itself.
        What::Word(word) if word.en.ends_with('-') => None,
        What::Word(word) => {
            let mut slot = slots::word(zh, Role::Attribute, word, !ends);
            // Institute of Physical: an adjective describes nothing where nothing follows.
            slot.forms.retain(|form| !(ends && lexicon::describes(&form.text, word.en)));
            Some(slot)
        }
        What::Known(entry) => Some(slots::entry(zh, Role::Attribute, &entry)),
        What::Ordinal(number) => {
            Some(texts(zh, Role::Ordinal, [ordinal_word(number), format!("No. {number}")], MODIFIERS))
        }
        What::And if c.text(&zh) == "、" => {
            Some(Slot { joint: "", ..texts(zh, Role::Connector, [",", "and"], MODIFIERS) })
        }
        What::And => Some(texts(zh, Role::Connector, ["and", "&"], MODIFIERS)),
        What::Area => slots::pinyin(c.text(&zh), zh, Role::Specific, slots::SPECIFIC_AND_GENERIC),
        What::Unknown => None,
    }
}
