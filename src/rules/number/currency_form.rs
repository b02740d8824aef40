//! `number/currency-form`: the currency stands twice: *RMB 50 Yuan*, *50 RMB Yuan*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::UNITS;
use crate::wording::money::Money;

pub static META: Meta = Meta {
    code: "number/currency-form",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the currency stands twice",
        why: "One price has one currency: 50 Yuan, ¥50 or RMB 50. RMB 50 Yuan says it twice.",
    },
    zh: Words {
        summary: "货币单位重复", why: "一个价格只写一次货币：50 Yuan、¥50 或 RMB 50。“RMB 50 Yuan”重复了。"
    },
    citation: cite("gbt30240-4", ""),
    examples: &[
        bad("门票50元", "Admission: RMB 50 Yuan", "Admission: 50 Yuan"),
        bad("门票50元", "Admission: ¥50 Yuan", "Admission: 50 Yuan"),
        bad("门票50元", "Admission: 50 RMB Yuan", "Admission: 50 Yuan"),
        bad("罚款50元至200元", "Fine: RMB 50 to 200 Yuan", "Fine: 50 to 200 Yuan"),
        good("门票50元", "Admission: 50 Yuan"),
        good("门票50元", "Admission: ¥50"),
        good("门票50元", "Admission: 50 Yuan (RMB)"),
        good("100元人民币", "100 Yuan RMB"),
        good("罚款50元至200元", "Fine: 50 Yuan to 200 Yuan"),
    ],
};

const RENMINBI: &str = "人民币";

pub fn check(sign: &Analysed, report: &mut Report) {
    // 100元人民币 itself has the currency and its unit.
    if !sign.en_has_digit() || sign.zh_holds(RENMINBI) {
        return;
    }
    let money = sign.money_in_english();
    let text = |m: &Money| &sign.en[m.at.clone()];
    let leads = |m: &Money| !text(m).starts_with(|c: char| c.is_ascii_digit());
    let follows = |m: &Money| !text(m).ends_with(|c: char| c.is_ascii_digit());
    for (at, this) in money.iter().enumerate() {
        // A range has its currency once, before or behind.
        let range = money.get(at + 1).filter(|next| {
            let gap = sign.en[this.at.end..next.at.start].trim();
            let joined = ["to", "-", "–", "—", "~"].iter().any(|mark| gap.eq_ignore_ascii_case(mark));
            joined && leads(this) && !follows(this) && !leads(next) && follows(next) && this.currency == next.currency
        });
        let figure = this.at.start + text(this).find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        if this.doubled || range.is_some() {
            report
                .en(&META, this.at.start..range.map_or(this.at.end, |next| next.at.end))
                .edit(sign.en, vec![(this.at.start..figure, String::new())]);
            return;
        }
        // 50 RMB Yuan: the first of two words goes.
        let rest = &sign.en[this.at.end..];
        let word = rest.trim_start();
        let word = &word[..word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len())];
        let again = UNITS
            .iter()
            .any(|unit| unit.en[0] == this.currency && unit.en.contains(&word.to_ascii_lowercase().as_str()));
        if !word.is_empty() && again && follows(this) {
            let first =
                text(this).rfind(|c: char| !c.is_ascii_alphabetic()).map_or(this.at.start, |i| this.at.start + i + 1);
            let second = this.at.end + rest.len() - rest.trim_start().len();
            report.en(&META, this.at.start..second + word.len()).edit(sign.en, vec![(first..second, String::new())]);
            return;
        }
    }
}
