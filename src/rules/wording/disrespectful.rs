//! `wording/disrespectful`: words that hurt: of disability, sex, age, ethnic group or nationality.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "wording/disrespectful",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a word that hurts the people it speaks of",
        why: "Signs name the facility, not the person's lack: Accessible Toilet, Priority Seating, People With \
              Disabilities. Words for disability, sex, age, ethnic group or nationality that insult have no place on a \
              public sign; those that merely sound dated are pointed out.",
    },
    zh: Words {
        summary: "对人不尊重的用语",
        why: "标识应说明设施，而非人的缺陷：Accessible Toilet、Priority Seating、People With Disabilities。涉及残疾、性别、年龄、\
              民族、国籍的冒犯性用语不得出现；仅显陈旧的，予以提示。",
    },
    citation: cite("gbt30240-1", "4.4"),
    examples: &[
        fires("残疾人卫生间", "Deformed Man Toilet"),
        fires("民族商店", "Racist Shop"),
        good("无障碍卫生间", "Accessible Toilet"),
        good("老年人优先", "Priority for Seniors"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    report.banned_phrases(&META, sign);
}
