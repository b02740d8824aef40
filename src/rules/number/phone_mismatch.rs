//! `number/phone-mismatch`: the telephone numbers differ between the two languages.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::phones;

pub static META: Meta = Meta {
    code: "number/phone-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the telephone numbers differ",
        why: "A caller reaches somebody else. The country code +86, the zero of the area code, hyphens and spaces make no \
              difference.",
    },
    zh: Words {
        summary: "中英文电话号码不一致",
        why: "号码不同会打给别人。国家代码 +86、区号前的 0、连字符和空格不计。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[fires("电话 010-65131166", "Tel: 010-65131161"), good("电话 010-65131166", "Tel: +86 10 6513 1166")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let chinese = phones(sign.zh);
    if chinese.is_empty() {
        return;
    }
    let english = phones(sign.en);
    if english.len() == chinese.len() && english.iter().any(|number| !chinese.contains(number)) {
        report.en(&META, 0..sign.en.len());
    }
}
