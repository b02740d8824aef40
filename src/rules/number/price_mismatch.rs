//! `number/price-mismatch`: another amount of money, or another currency: 5角 as *5 Yuan*, 3万元 as *30 Yuan*.
//!
//! The figures may agree where the amounts do not: what counts is the figure with its 万, 角 or *million*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::money::Money;

pub static META: Meta = Meta {
    code: "number/price-mismatch",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the amounts of money differ",
        why: "Five jiao are not five yuan, thirty thousand are not thirty, and a deposit in yuan is not one in dollars. A \
              price must be the same in both languages.",
    },
    zh: Words {
        summary: "中英文金额不一致",
        why: "5 角不是 5 元，3 万元不是 30 元，人民币不是美元。价格在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("每次5角", "5 Yuan/Time", "0.5 Yuan/Time"),
        bad("处3万元以下罚款", "Fine of up to 30 Yuan", "Fine of up to 30,000 Yuan"),
        bad("押金￥100", "Deposit: 100 USD", "Deposit: 100 Yuan"),
        fires("票价20元", "Ticket: 20 Jiao"),
        good("每次5角", "0.5 Yuan/Time"),
        good("处3万元以下罚款", "Fine of up to 30,000 Yuan"),
        good("罚款3万元", "Fine: RMB 30 thousand"),
        good("押金￥100", "Deposit: ¥100"),
        good("全票60元，半票30元", "Full: ¥60; Half: ¥30"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has_digit() {
        return;
    }
    let (chinese, english) = (sign.money_in_chinese(), sign.money_in_english());
    // Where one side tells more amounts than the other, only like for like is sure.
    if chinese.is_empty() || chinese.len() != english.len() {
        return;
    }
    let same = |a: &Money, b: &Money| a.cents == b.cents && a.currency == b.currency;
    let Some(meant) = chinese.iter().find(|a| !english.iter().any(|b| same(a, b))) else { return };
    let Some(said) = english.iter().find(|b| !chinese.iter().any(|a| same(a, b))) else { return };
    if report.touches(&said.at) {
        return;
    }
    let (zh, en) = (&sign.zh[meant.at.clone()], &sign.en[said.at.clone()]);
    let mut say = report
        .en(&META, said.at.clone())
        .message(format!("the Chinese says {zh}, the English {en}"), format!("中文是{zh}，英文是 {en}"));
    if meant.currency == YUAN {
        say = say.replace(sign.en, in_yuan(meant.cents));
    }
    say.done();
}

/// The currency that the standards write in words.
const YUAN: &str = "yuan";

/// An amount as the standards write it: 30,000 Yuan.
fn in_yuan(cents: u64) -> String {
    let digits = (cents / 100).to_string();
    let mut whole = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }
    match cents % 100 {
        0 => format!("{whole} Yuan"),
        part if part % 10 == 0 => format!("{whole}.{} Yuan", part / 10),
        part => format!("{whole}.{part:02} Yuan"),
    }
}
