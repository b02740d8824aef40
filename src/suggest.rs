//! What the standard would write for a Chinese text: the preferred path of its expectation, with its parts.

use crate::analyse::Context;
use crate::expect::{Expectation, Origin, Role, Slot, Standing};
use crate::glossary::sources;
use crate::sign::{Domain, Kind};
use serde::Serialize;

/// One part of a suggestion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Part {
    pub zh: String,
    pub en: String,
    pub role: &'static str,
    pub source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub clause: String,
    /// What the rule says, in English and in Chinese; for `--explain`.
    #[serde(skip)]
    pub rule: (&'static str, &'static str),
}

/// What to write, and how it was found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Suggestion {
    /// `None` where there is no honest answer.
    pub en: Option<String>,
    pub alternatives: Vec<String>,
    /// `glossary`, `composed`, `romanised` or `none`.
    pub method: &'static str,
    /// 0 to 1.
    pub confidence: f32,
    pub parts: Vec<Part>,
}

impl Suggestion {
    /// The object of `suggest --format jsonl`.
    #[must_use]
    pub fn to_json(&self, row: u32, zh: &str) -> serde_json::Value {
        let confidence = f64::from((self.confidence * 100.0).round()) / 100.0;
        serde_json::json!({
            "row": row,
            "zh": zh,
            "en": self.en,
            "alternatives": self.alternatives,
            "method": self.method,
            "confidence": confidence,
            "parts": self.parts,
        })
    }
}

/// What the standard would write for a Chinese text.
#[must_use]
pub fn suggest(context: &Context, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Suggestion {
    let Some(expectation) = context.expect(zh, kind, domain) else {
        return Suggestion { en: None, alternatives: Vec::new(), method: "none", confidence: 0.0, parts: Vec::new() };
    };
    let en = one_line(&expectation.preferred());
    let method = match expectation.origin {
        Origin::Glossary => "glossary",
        Origin::Composed | Origin::Notice => "composed",
        Origin::Romanised => "romanised",
    };
    Suggestion {
        alternatives: alternatives(&expectation, &en),
        parts: parts(zh, &expectation),
        en: Some(en),
        method,
        confidence: expectation.confidence,
    }
}

/// A rendering on one line: `//` marks a line break on the sign.
fn one_line(text: &str) -> String {
    text.replace("//", " ")
}

/// Orders of a name that come before other words in the best order.
const ORDERS: usize = 4;

fn alternatives(expectation: &Expectation, first: &str) -> Vec<String> {
    const MOST: usize = 12;
    let mut out: Vec<String> = Vec::new();
    let mut add = |text: String| {
        let text = one_line(&text);
        if text != first && !out.contains(&text) && out.len() < MOST {
            out.push(text);
        }
    };
    let renderings = &expectation.renderings;
    renderings.iter().take(ORDERS).for_each(|rendering| add(rendering.text()));
    // One word of the best orders at a time in its other forms: Institute for Academy, for for of.
    // A region in another form (Chinese for China) is right only before all else.
    for rendering in renderings.iter().take(2) {
        let varied = |at: &usize| *at == 0 || rendering.slots[*at].role != Role::Region;
        for at in (0..rendering.slots.len()).filter(varied) {
            for form in rendering.slots[at].forms.iter().filter(|f| f.standing < Standing::Abbreviated) {
                add(rendering.with_form(at, &form.text));
            }
        }
    }
    for rendering in renderings {
        add(rendering.text());
        add(rendering.abbreviated());
        if let [slot] = rendering.slots.as_slice() {
            for form in slot.forms.iter().filter(|f| f.standing < Standing::Deprecated) {
                add(form.text.clone());
            }
        }
    }
    out
}

/// What the standards say of a part in this role.
fn rule(slot: &Slot) -> (&'static str, &'static str) {
    match slot.role {
        Role::Entry => ("the whole text has an entry", "全文有词条"),
        Role::Region => ("a region before or behind the name, in its own English", "行政区域用其英文名，置于名称前后"),
        Role::Specific if slot.romanised => ("a specific name is written in pinyin", "专名用汉语拼音"),
        Role::Specific => ("a specific name with an English of its own keeps it", "有约定俗成英文的专名从之"),
        Role::Attribute => ("a describing word is translated", "修饰词译为英文"),
        Role::Generic if slot.romanised => {
            ("on plates and stations the generic is pinyin, too", "地名牌、站名中通名亦用拼音")
        }
        Role::Generic => ("a generic name is translated", "通名译为英文"),
        Role::Direction if slot.romanised => {
            ("a direction that is part of the name is pinyin", "属于专名的方位词用拼音")
        }
        Role::Direction => ("a direction that tells one from another is translated", "起区别作用的方位词译为英文"),
        Role::Ordinal => ("a number is written in figures or as an ordinal", "数字用阿拉伯数字或序数词"),
        Role::Institution => ("the head of an institution is translated", "机构通名译为英文"),
        Role::NoticeVerb | Role::Object => ("the form of a notice", "告示用语"),
        Role::Connector => ("English needs the word", "英文需加此词"),
    }
}

fn parts(zh: &str, expectation: &Expectation) -> Vec<Part> {
    let key = crate::analyse::zh_key(zh);
    expectation.renderings[0]
        .slots
        .iter()
        .filter(|slot| !slot.preferred().is_empty())
        .map(|slot| Part {
            zh: key.get(slot.zh.clone()).unwrap_or("").to_owned(),
            en: one_line(slot.preferred()),
            role: slot.role.as_str(),
            source: sources::label(slot.source).to_owned(),
            clause: slot.clause.to_owned(),
            rule: rule(slot),
        })
        .collect()
}
