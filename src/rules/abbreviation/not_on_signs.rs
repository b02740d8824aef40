//! `abbreviation/not-on-signs`: a short form that signs spell out: *Dept.*, *Bldg.*, *WC*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "abbreviation/not-on-signs",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a short form that signs spell out",
        why: "Readers of many languages know the full word better: Department, Building, Toilet. Beijing replaced WC by \
              Toilet on its signs in 2007. Short forms of roads have rules of their own.",
    },
    zh: Words {
        summary: "标识上不宜使用的缩写",
        why: "各国读者更熟悉完整的词：Department、Building、Toilet。北京自 2007 年起以 Toilet 取代 WC。道路缩写另有规定。",
    },
    citation: cite("restroom-campaign-2007", ""),
    examples: &[
        bad("公共厕所", "Public WC", "Public Toilet"),
        bad("内科", "Dept. of Internal Medicine", "Department of Internal Medicine"),
        good("公共厕所", "Public Toilet"),
        bad("海淀区教育委员会", "Haidian Dist. Education Commission", "Haidian District Education Commission"),
        good("白云路", "Baiyun Rd"),
        good("官方网站", "www.beijing.gov.cn"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_accepted_text() {
        return;
    }
    let english = English::standard();
    for at in 0..sign.words.len() {
        let Some(full) = english.unwanted_abbreviation(sign.words.fold(at)) else { continue };
        let mut span = sign.words.span(at);
        let with = sign
            .in_case_of(if sign.is_all_capitals() && sign.words.len() > 1 { "AA" } else { "Aa" }, &full.to_lowercase());
        // beijing.gov.cn is an address.
        let (before, behind) = (&sign.en[..span.start], &sign.en[span.end..]);
        if before.ends_with(['.', '/', '@'])
            || behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        {
            continue;
        }
        if sign.en[span.end..].starts_with('.') {
            span.end += 1;
        }
        report.en(&META, span).replace(sign.en, with);
    }
}
