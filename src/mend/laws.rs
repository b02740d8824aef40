//! Laws of findings and fixes, tried on right signs that were spoilt in several ways.

use super::mend;
use crate::Span;
use crate::analyse::Context;
use crate::config::Selection;
use crate::engine::Checker;
use crate::finding::Finding;
use crate::glossary::Entry;
use crate::sign::Field;
use proptest::prelude::*;
use rayon::prelude::*;
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Context::standard(), Selection::default()));

/// Ways in which [`spoil`] spoils.
const WAYS: u8 = 7;

/// One way to spoil the English of a sign.
fn spoil(en: &str, how: u8, at: usize) -> String {
    let at = place(en, at);
    let (head, tail) = en.split_at(at);
    match how {
        0 => format!("{head} {tail}"),
        1 => format!("{head}x{tail}"),
        2 => en.to_lowercase(),
        3 => format!("{en}."),
        4 => format!("{head}，{tail}"),
        5 => tail.char_indices().nth(1).map_or_else(String::new, |(next, _)| format!("{head}{}", &tail[next..])),
        _ => en.replace('\'', ""),
    }
}

/// The byte of some character.
fn place(text: &str, at: usize) -> usize {
    text.char_indices().map(|(byte, _)| byte).nth(at % text.chars().count().max(1)).unwrap_or(0)
}

/// The English of an entry as it stands on one line.
fn right(entry: &Entry) -> String {
    entry.preferred().replace("//", " ")
}

/// A mended sign is not mended again, names the rules that were at work, and keeps its Chinese where only the English
/// was spoilt.
fn mended_once(zh: &str, en: &str, all: bool) -> Result<(), String> {
    let Some(once) = mend(&CHECKER, zh, en, (None, None), all, &|_| true) else { return Ok(()) };
    let again = mend(&CHECKER, &once.zh, &once.en, (None, None), all, &|_| true);
    let kept = once.zh == zh && again.is_none() && !once.rules.is_empty();
    kept.then_some(()).ok_or_else(|| format!("{zh} = {en} -> {once:?} -> {again:?}"))
}

/// A rule finds nothing wrong with what it wrote itself.
fn suggestions_pass(zh: &str, en: &str) -> Result<(), String> {
    for finding in CHECKER.check_sign(zh, en, None, None).iter().filter(|f| f.field == Field::En) {
        let Some(text) = &finding.suggestion else { continue };
        let written = change(en, text);
        let blames = |again: &Finding| {
            again.rule == finding.rule
                && again.level >= finding.level
                && again.span.start < written.end
                && written.start < again.span.end
        };
        if let Some(again) = CHECKER.check_sign(zh, text, None, None).iter().find(|again| blames(again)) {
            return Err(format!("{zh} = {en} [{}] -> {text} -> {:?}", finding.rule, again.suggestion));
        }
    }
    Ok(())
}

/// Where the second text differs from the first.
fn change(from: &str, to: &str) -> Span {
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let head = bytes(&mut from.chars().zip(to.chars()));
    let tail = bytes(&mut from[head..].chars().rev().zip(to[head..].chars().rev()));
    head..to.len() - tail
}

/// Every span of a finding and of its edits is of whole characters of the cell.
fn spans_are_whole(zh: &str, en: &str) -> Result<(), String> {
    for finding in CHECKER.check_sign(zh, en, None, None) {
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| (edit.field, &edit.span));
        for (field, span) in edits.chain([(finding.field, &finding.span)]) {
            let cell = if field == Field::Zh { zh } else { en };
            cell.get(span.clone()).ok_or_else(|| format!("{zh:?} = {en:?} [{}] {span:?}", finding.rule))?;
        }
    }
    Ok(())
}

/// Texts on which rules that count bytes, digits or dates have failed.
const PIECES: [&str; 48] = [
    "至", "—", "–", "～", "-", "1", "10", "二", "月", "日", "号", "：", ":", "30", "周一", "Mon", "Jan.", "元", "￥",
    "¥", "RMB", "折", "%", "％", "第", "（", "(", ")", "、", "，", "。", "…", "...", "𠮷", " ", "\u{200b}", "\u{301}",
    "é", "ß", "İ", "½", "/", "//", "'", "’", "km", "1st", "No.",
];

/// Entries and what is put into them.
type Splice = (prop::sample::Index, prop::sample::Index, bool, Vec<(usize, usize)>, Vec<(usize, usize)>);

fn splice((first, second, join, zh_pieces, en_pieces): Splice) -> (String, String) {
    let glossary = &CHECKER.context().glossary;
    let entry = |index: prop::sample::Index| glossary.entries().nth(index.index(glossary.len())).expect("an entry");
    let (first, second) = (entry(first), entry(second));
    let (mut zh, mut en) = (first.zh().to_owned(), right(&first));
    if join {
        zh.push_str(second.zh());
        en = format!("{en} {}", right(&second));
    }
    for (text, pieces) in [(&mut zh, zh_pieces), (&mut en, en_pieces)] {
        for (piece, at) in pieces {
            text.insert_str(place(text, at), PIECES[piece]);
        }
    }
    (zh, en)
}

fn splices() -> impl Strategy<Value = (String, String)> {
    let pieces = || prop::collection::vec((0..PIECES.len(), 0_usize..80), 0..4);
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>(), pieces(), pieces()).prop_map(splice)
}

fn spoilt() -> impl Strategy<Value = (String, String)> {
    let faults = prop::collection::vec((0..WAYS, 0_usize..60), 1..4);
    (any::<prop::sample::Index>(), faults).prop_map(|(index, faults)| {
        let glossary = &CHECKER.context().glossary;
        let entry = glossary.entries().nth(index.index(glossary.len())).expect("an entry");
        (entry.zh().to_owned(), faults.iter().fold(right(&entry), |en, (how, at)| spoil(&en, *how, *at)))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mending_twice_is_mending_once((zh, en) in spoilt(), all: bool) {
        mended_once(&zh, &en, all).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_suggestion_passes_its_own_check((zh, en) in spoilt()) {
        suggestions_pass(&zh, &en).map_err(TestCaseError::fail)?;
    }

    /// Lines, letters of several bytes and marks in any order.
    #[test]
    fn no_text_makes_a_rule_fail(
        zh in "[出口路2一𠮷A \n]{0,8}",
        en in "([A-Za-z ,.'()é𠮷₂出’/0-9-]|\r?\n|[a-z]{2,5}(ing)?){0,20}",
    ) {
        spans_are_whole(&zh, &en).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn spliced_signs_make_no_rule_fail((zh, en) in splices()) {
        spans_are_whole(&zh, &en).map_err(TestCaseError::fail)?;
    }
}

/// The same laws on every entry, spoilt once and twice in every way.
#[test]
#[ignore = "takes many minutes: before a release, cargo test --release laws -- --ignored"]
fn every_entry_keeps_the_laws() {
    let entries: Vec<Entry> = CHECKER.context().glossary.entries().collect();
    let broken: Vec<String> = entries
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, entry)| {
            (0..WAYS)
                .flat_map(move |how| {
                    let once = spoil(&right(entry), how, index * 7 + usize::from(how) * 5);
                    let twice = spoil(&once, (how + 3) % WAYS, index * 11);
                    [once, twice]
                })
                .flat_map(|en| {
                    [
                        mended_once(entry.zh(), &en, true),
                        mended_once(entry.zh(), &en, false),
                        suggestions_pass(entry.zh(), &en),
                        spans_are_whole(entry.zh(), &en),
                    ]
                })
                .filter_map(Result::err)
        })
        .collect();
    assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
}
