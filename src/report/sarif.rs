//! SARIF 2.1.0 (OASIS): one run with the rules that found something, their help in both languages, fixes, fingerprints,
//! and the state against a baseline.

use super::fields::{citation, position, replacements};
use super::{Position, Summary};
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use crate::fix::Safety;
use crate::glossary::sources;
use crate::rules::{Meta, meta};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes the log. Findings are streamed; the rules, which come first, are gathered in a pass of their own.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    let mut codes: Vec<&'static str> = Vec::new();
    for reported in outcome.with_known() {
        if !codes.contains(&reported.finding.rule) {
            codes.push(reported.finding.rule);
        }
    }
    codes.sort_unstable();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, meta(code), summary.lang)).collect();
    let driver = json!({
        "name": "signlint",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    out.write_all(b"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":")?;
    serde_json::to_writer(&mut *out, &driver)?;
    out.write_all(b"},\"columnKind\":\"unicodeCodePoints\",\"results\":[")?;
    let mut first = true;
    for reported in outcome.with_known() {
        if !reported.is_known {
            summary.count(&reported);
        }
        out.write_all(if first { b"\n" } else { b",\n" })?;
        first = false;
        let index = codes.binary_search(&reported.finding.rule).unwrap_or_default();
        serde_json::to_writer(&mut *out, &result(outcome, &reported, index, summary.lang))?;
    }
    out.write_all(b"\n]}]}\n")
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

/// A rule of signlint's own with its words in both languages; a project's own rule with its code.
fn rule(code: &str, meta: Option<&Meta>, lang: Lang) -> Value {
    let family = code.split('/').next().unwrap_or(code);
    let Some(meta) = meta else {
        return json!({ "id": code, "name": name(code), "properties": { "tags": [family] } });
    };
    let other = if lang == Lang::En { Lang::Zh } else { Lang::En };
    let (own, twin) = (meta.words(lang), meta.words(other));
    let cited = meta.citation.citation();
    let source = sources::cited(&cited.source, &cited.clause, lang);
    json!({
        "id": code,
        "name": name(code),
        "shortDescription": { "text": own.summary },
        "fullDescription": { "text": own.why },
        "help": {
            "text": format!("{}\n\n{}\n{}\n\n{source}", own.why, twin.summary, twin.why),
            "markdown": format!("{}\n\n**{}** {}\n\n*{source}*", own.why, twin.summary, twin.why),
        },
        "defaultConfiguration": { "level": level(meta.level) },
        "properties": { "tags": [family] },
    })
}

/// `pinyin/missing-apostrophe` as SARIF likes names: `PinyinMissingApostrophe`.
fn name(code: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|c| c.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    code.split(['/', '-']).map(capital).collect()
}

fn result(outcome: &Outcome, reported: &Reported, index: usize, lang: Lang) -> Value {
    let finding = reported.finding;
    let location = &reported.sign.location;
    let mut message = finding.message.get(lang).to_owned();
    if let Some(suggestion) = &finding.suggestion {
        message.push_str(&match lang {
            Lang::En => format!("; write: {suggestion}"),
            Lang::Zh => format!("；应写作：{suggestion}"),
        });
    }
    let mut physical = Map::new();
    physical.insert("artifactLocation".into(), artifact(location.file));
    if let Some(region) = region(position(outcome, reported)) {
        physical.insert("region".into(), region);
    }
    let mut place = json!({ "physicalLocation": physical });
    let logical = match (location.sheet, location.cell(finding.field), location.key) {
        (Some(sheet), Some(cell), _) => Some(format!("{sheet}!{cell}")),
        (_, _, Some(key)) => Some(key.to_owned()),
        _ => None,
    };
    if let Some(name) = logical {
        place["logicalLocations"] = json!([{ "fullyQualifiedName": name }]);
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(reported.level),
        "message": { "text": super::printable(&message) },
        "locations": [place],
        "partialFingerprints": { "signlint/v1": reported.fingerprint() },
        "properties": {
            "id": reported.sign.id, "zh": reported.sign.zh, "en": reported.sign.en, "row": location.row,
            "source": citation(reported, lang),
            "safe": finding.fix.as_ref().is_some_and(|f| f.safety == Safety::Safe),
        },
    });
    let replacements = replacements(outcome, reported);
    if !replacements.is_empty() {
        result["fixes"] = json!([fix(location.file, replacements, lang)]);
    }
    let related: Vec<Value> = reported.related.iter().map(|sign| related(&sign.location, &sign.en)).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if outcome.has_baseline() {
        result["baselineState"] = if reported.is_known { "unchanged" } else { "new" }.into();
        if reported.is_known {
            let why = match lang {
                Lang::En => "in the baseline",
                Lang::Zh => "已列入基线",
            };
            result["suppressions"] = json!([{ "kind": "external", "justification": why }]);
        }
    }
    result
}

fn related(location: &crate::sign::Location, en: &str) -> Value {
    let mut physical = json!({ "artifactLocation": artifact(location.file) });
    if let Some(line) = location.line {
        physical["region"] = json!({ "startLine": line });
    }
    json!({ "physicalLocation": physical, "message": { "text": super::printable(en) } })
}

fn fix(file: &str, replacements: Vec<(Position, String)>, lang: Lang) -> Value {
    let text = match lang {
        Lang::En => "write what the standard has",
        Lang::Zh => "按标准写法修改",
    };
    let replacements: Vec<Value> = replacements
        .into_iter()
        .filter_map(|(place, text)| {
            region(place).map(|region| json!({ "deletedRegion": region, "insertedContent": { "text": text } }))
        })
        .collect();
    json!({
        "description": { "text": text },
        "artifactChanges": [{ "artifactLocation": artifact(file), "replacements": replacements }],
    })
}

fn region(place: Position) -> Option<Value> {
    let line = place.line?;
    Some(match (place.column, place.end_line, place.end_column) {
        (Some(column), Some(end_line), Some(end_column)) => {
            json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
        }
        _ => json!({ "startLine": line }),
    })
}

/// A file as a URI reference (RFC 3986): relative to the place of the run, or absolute.
fn artifact(path: &str) -> Value {
    let path = path.strip_prefix("./").unwrap_or(path).replace('\\', "/");
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    if path.starts_with('/') {
        return json!({ "uri": format!("file://{uri}") });
    }
    json!({ "uri": uri, "uriBaseId": "%SRCROOT%" })
}
