//! What the standard would write for a Chinese text: the preferred path of its expectation, with its parts.

use crate::analyse::{Context, zh_key};
use crate::expect::{Expectation, Origin, Role, Slot, Standing};
use crate::finding::Lang;
use crate::glossary::sources;
use crate::sign::{Domain, Kind};
use crate::text::{as_simplified, one_line};
use serde::Serialize;

/// One part of a suggestion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Part {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub clause: &'static str,
    pub en: String,
    pub role: &'static str,
    pub source: &'static str,
    pub zh: String,
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

/// The object of `suggest --format jsonl`, its keys in the order of the alphabet.
#[derive(Serialize)]
struct Line<'s> {
    alternatives: &'s [String],
    confidence: f64,
    en: Option<&'s str>,
    method: &'static str,
    parts: &'s [Part],
    row: u32,
    zh: &'s str,
}

impl Part {
    /// What the part is in the name, in a word of the language.
    #[must_use]
    pub fn role_in(&self, lang: Lang) -> &'static str {
        match (lang, self.role) {
            (Lang::En, role) => role,
            (_, "entry") => "词条",
            (_, "region") => "行政区域",
            (_, "specific") => "专名",
            (_, "attribute") => "修饰词",
            (_, "generic") => "通名",
            (_, "direction") => "方位词",
            (_, "ordinal") => "序数",
            (_, "institution") => "机构通名",
            (_, "notice") => "告示用语",
            (_, "object") => "宾语",
            (_, "connector") => "连接词",
            (_, other) => other,
        }
    }
}

impl Suggestion {
    /// How it was found, in a word of the language.
    #[must_use]
    pub fn method_in(&self, lang: Lang) -> &'static str {
        match (lang, self.method) {
            (Lang::En, method) => method,
            (_, "glossary") => "词库",
            (_, "romanised") => "拼音",
            (_, "none") => "无",
            _ => "按规则组成",
        }
    }

    /// The object of `suggest --format jsonl`, ready to be written.
    pub fn line<'s>(&'s self, row: u32, zh: &'s str) -> impl Serialize + 's {
        Line {
            alternatives: &self.alternatives,
            confidence: f64::from((self.confidence * 100.0).round()) / 100.0,
            en: self.en.as_deref(),
            method: self.method,
            parts: &self.parts,
            row,
            zh,
        }
    }
}

/// What the standard would write for a Chinese text.
#[must_use]
pub fn suggest(context: &Context, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Suggestion {
    let key = zh_key(&as_simplified(zh));
    let Some(expectation) = context.expect(&key, kind, domain) else {
        return Suggestion { en: None, alternatives: Vec::new(), method: "none", confidence: 0.0, parts: Vec::new() };
    };
    let en = one_line(&expectation.preferred()).into_owned();
    let method = match expectation.origin {
        Origin::Glossary => "glossary",
        Origin::Composed | Origin::Notice => "composed",
        Origin::Romanised => "romanised",
    };
    Suggestion {
        alternatives: alternatives(&expectation, &en),
        parts: parts(&key, &expectation),
        en: Some(en),
        method,
        confidence: expectation.confidence,
    }
}

/// Orders of a name that come before other words in the best order.
const ORDERS: usize = 4;
/// Most alternatives that are told.
const MOST: usize = 12;

/// Other ways to write a name, each once; texts are put together in one buffer, for most of them are told already.
struct Alternatives<'f> {
    first: &'f str,
    buffer: String,
    told: Vec<String>,
}

impl Alternatives<'_> {
    fn full(&self) -> bool {
        self.told.len() == MOST
    }

    fn add(&mut self, write: impl FnOnce(&mut String)) {
        if self.full() {
            return;
        }
        self.buffer.clear();
        write(&mut self.buffer);
        let text = one_line(&self.buffer);
        if text != self.first && !self.told.iter().any(|known| *known == text) {
            self.told.push(text.into_owned());
        }
    }
}

fn alternatives(expectation: &Expectation, first: &str) -> Vec<String> {
    let mut out = Alternatives { first, buffer: String::new(), told: Vec::new() };
    let renderings = &expectation.renderings;
    // The first has been said.
    renderings.iter().take(ORDERS).skip(1).for_each(|rendering| out.add(|line| rendering.write_text(line)));
    // One word of the best orders at a time in its other forms: Institute for Academy, for for of.
    // A region in another form (Chinese for China) is right only before all else.
    for rendering in renderings.iter().take(2) {
        let varied = |at: &usize| *at == 0 || rendering.slots[*at].role != Role::Region;
        for at in (0..rendering.slots.len()).filter(varied) {
            for form in rendering.slots[at].forms.iter().filter(|f| f.standing < Standing::Abbreviated) {
                out.add(|line| rendering.write_with_form(at, &form.text, line));
            }
        }
    }
    // One word of the best order in its short form, for signs with little room (Peking Univ. East Gate).
    for at in 0..renderings[0].slots.len() {
        let short = renderings[0].slots[at].forms.iter().filter(|f| f.standing == Standing::Abbreviated);
        short.for_each(|form| out.add(|line| renderings[0].write_with_form(at, &form.text, line)));
    }
    for rendering in renderings {
        if out.full() {
            break;
        }
        out.add(|line| rendering.write_text(line));
        out.add(|line| rendering.write_abbreviated(line));
        if let [slot] = rendering.slots.as_slice() {
            for form in slot.forms.iter().filter(|f| f.standing < Standing::Deprecated) {
                out.add(|line| line.push_str(&form.text));
            }
        }
    }
    out.told
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

fn parts(key: &str, expectation: &Expectation) -> Vec<Part> {
    expectation.renderings[0]
        .slots
        .iter()
        .filter(|slot| !slot.preferred().is_empty())
        .map(|slot| Part {
            zh: key.get(slot.zh.clone()).unwrap_or("").to_owned(),
            en: one_line(slot.preferred()).into_owned(),
            role: slot.role.as_str(),
            source: sources::label(slot.source),
            clause: slot.clause,
            rule: rule(slot),
        })
        .collect()
}
