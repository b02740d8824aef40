//! `number/free-mismatch`: free in one language, paid or half in the other: 门票免费 as *Tickets: 10 Yuan*.
//!
//! Free against *fee* and *paid* are opposites and told as such; here are half price and amounts.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{FARE, FREE_EN, FREE_ZH, HALF_EN, HALF_ZH};

pub static META: Meta = Meta {
    code: "number/free-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "free in one language, not in the other",
        why: "Who reads Free and is asked to pay was misled. Free, half price and a price must be the same in both languages.",
    },
    zh: Words {
        summary: "一方免费，另一方不免费",
        why: "英文写 Free 却要付钱，会误导读者。免费、半价和价格在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("1.2米以下儿童免票", "Half Price for Children Under 1.2 m"),
        fires("学生半价", "Free for Students"),
        fires("门票免费", "Tickets: 10 Yuan"),
        fires("门票30元", "Free Admission"),
        good("1.2米以下儿童免票", "Free Admission for Children Under 1.2 m"),
        good("学生半价，儿童免费", "Half Price for Students, Free for Children"),
        good("半小时内免费", "Free for the First Half Hour"),
        good("购物满100元免费停车2小时", "2 Hours' Free Parking for Purchases of 100 Yuan"),
        good("无烟区", "Smoke-Free Area"),
        good("押金100元，免费使用", "Free Use (Deposit: 100 Yuan)"),
        good("儿童免票", "No Charge for Children"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return;
    }
    let free_zh = sign.zh_holds_any(FREE_ZH);
    let half_zh = sign.zh_holds_any(HALF_ZH);
    if !free_zh && !half_zh && !sign.zh_has(['元', '￥', '¥']) {
        return;
    }
    // Smoke-Free, Duty-Free and Feel Free speak of no price.
    let alone = |at: usize| {
        let joined = sign.en[..sign.words.span(at).start].ends_with('-');
        !joined
            && (at == 0 || sign.words.fold(at - 1) != "feel")
            && (at + 1 == sign.words.len() || sign.words.fold(at + 1) != "of")
    };
    let is_free = |at: usize| FREE_EN.contains(&sign.words.fold(at));
    let free_en = (0..sign.words.len()).any(is_free);
    let clearly_free = (0..sign.words.len()).any(|at| sign.words.fold(at) == FREE_EN[0] && alone(at));
    let half_en = sign.words.folds().any(|word| HALF_EN.contains(&word));
    let half_price =
        (1..sign.words.len()).any(|at| sign.words.fold(at - 1) == HALF_EN[0] && FARE.contains(&sign.words.fold(at)));
    let (paid_zh, paid_en) = (!sign.money_in_chinese().is_empty(), !sign.money_in_english().is_empty());
    let message = if free_zh && !half_zh && !paid_zh && !free_en && (half_price || paid_en) {
        ("the Chinese says free, the English does not", "中文为免费，英文并非免费")
    } else if half_zh && !free_zh && clearly_free && !half_en && !sign.en_has(['%']) {
        ("the Chinese says half price, the English free", "中文为半价，英文为免费")
    } else if paid_zh && !free_zh && !half_zh && clearly_free && !paid_en && !half_en {
        ("the Chinese has a price, the English says free", "中文有价格，英文为免费")
    } else {
        return;
    };
    report.en(&META, 0..sign.en.len()).message(message.0, message.1);
}
