//! One sign: what is wrong with it, and what the standard would write.

use super::views::{FindingView, MendedView};
use super::{App, Problem, Sent, work};
use crate::glossary::EntryView;
use crate::pinyin::Romaniser;
use crate::sign::{Domain, Kind};
use crate::suggest;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// A sign to check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignToCheck {
    #[schema(example = "天安门广场")]
    zh: String,
    #[schema(example = "Tiananmen Square")]
    en: String,
    /// What sort of sign: `place-name-plate`, `traffic-guide`, `station-sign`, `wayfinding`, `information`, `notice`,
    /// `institution-plate`, `menu`; or in Chinese.
    #[serde(default)]
    kind: String,
    /// The field of life: `transport`, `medical`, …; or in Chinese.
    #[serde(default)]
    domain: String,
}

/// What is wrong with a sign.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Checked {
    /// In the order of the text.
    findings: Vec<FindingView>,
    /// The sign after all safe fixes; null where they change nothing.
    mended: Option<MendedView>,
    /// The sign after all fixes, those that a person should look at too.
    mended_all: Option<MendedView>,
}

/// A Chinese text to render.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TextToRender {
    #[schema(example = "北京市朝阳区人民法院")]
    zh: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    domain: String,
}

/// What the standard would write.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Suggested {
    /// Null where there is no honest answer.
    en: Option<String>,
    alternatives: Vec<String>,
    /// `glossary`, `composed`, `romanised` or `none`.
    method: &'static str,
    /// 0 to 1.
    confidence: f32,
    /// The pieces of the English with the Chinese they render.
    parts: Vec<PartView>,
    /// In pinyin with tone marks.
    aloud: Option<String>,
    /// The glossary's entries that stand in the text, the longest first at each place.
    terms: Vec<EntryView>,
}

/// One piece of a suggestion.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PartView {
    zh: String,
    en: String,
    /// `region`, `specific`, `generic`, `direction`, …
    role: &'static str,
    source: &'static str,
    clause: &'static str,
    aloud: Option<String>,
}

/// Most entries told of one text.
const MOST_TERMS: usize = 20;

/// Checks one sign
#[utoipa::path(
    post, path = "/api/check", tag = "signs", request_body = SignToCheck,
    responses(
        (status = 200, body = Checked),
        (status = 422, description = "A field is lacking, unknown or no known value", body = Problem),
    )
)]
pub(super) async fn check(
    State(app): State<Arc<App>>,
    Sent(sign): Sent<SignToCheck>,
) -> Result<Json<Checked>, Problem> {
    let sort = sort(&sign.kind, &sign.domain)?;
    work(&Arc::clone(&app), move || {
        let (zh, en) = (sign.zh.as_str(), sign.en.as_str());
        let findings = app.checker.check_sign(zh, en, sort.0, sort.1);
        let mended = |all| MendedView::of(&app.checker, (zh, en), sort, all, &|_| true);
        let fixable = findings.iter().any(|f| f.fix.is_some());
        Json(Checked {
            findings: findings.iter().map(|f| FindingView::of(f, f.level, zh, en)).collect(),
            mended: if fixable { mended(false) } else { None },
            mended_all: if fixable { mended(true) } else { None },
        })
    })
    .await
}

/// Says what the standard would write for a Chinese text
#[utoipa::path(
    post, path = "/api/suggest", tag = "signs", request_body = TextToRender,
    responses((status = 200, body = Suggested), (status = 422, body = Problem))
)]
pub(super) async fn suggest(
    State(app): State<Arc<App>>,
    Sent(text): Sent<TextToRender>,
) -> Result<Json<Suggested>, Problem> {
    let (kind, domain) = sort(&text.kind, &text.domain)?;
    if text.zh.len() > crate::analyse::LONGEST_CELL {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("no sign is longer than {} bytes", crate::analyse::LONGEST_CELL),
            format!("标识文字不会超过 {} 字节", crate::analyse::LONGEST_CELL),
        ));
    }
    work(&Arc::clone(&app), move || {
        let romaniser = Romaniser::standard();
        let found = suggest::suggest(app.checker.context(), &text.zh, kind, domain);
        let part = |p: suggest::Part| PartView {
            aloud: romaniser.aloud(&p.zh),
            zh: p.zh,
            en: p.en,
            role: p.role,
            source: p.source,
            clause: p.clause,
        };
        Json(Suggested {
            terms: terms(&app, &text.zh),
            aloud: romaniser.aloud(&text.zh),
            en: found.en,
            alternatives: found.alternatives,
            method: found.method,
            confidence: found.confidence,
            parts: found.parts.into_iter().map(part).collect(),
        })
    })
    .await
}

/// The entries that stand in a text and inside no longer one.
fn terms(app: &App, zh: &str) -> Vec<EntryView> {
    let glossary = &app.checker.context().glossary;
    let mut matches = Vec::new();
    glossary.matches(zh, &mut matches);
    let inside = |a: &crate::glossary::Match, b: &crate::glossary::Match| {
        (b.start <= a.start && a.end <= b.end) && (a.start, a.end) != (b.start, b.end)
    };
    let mut outer: Vec<_> = matches.iter().filter(|a| !matches.iter().any(|b| inside(a, b))).collect();
    outer.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    let mut seen = std::collections::BTreeSet::new();
    outer.into_iter().filter(|m| seen.insert(m.entry.zh())).take(MOST_TERMS).map(|m| EntryView::of(m.entry)).collect()
}

/// The sort of sign that two cells name; empty is not told.
fn sort(kind: &str, domain: &str) -> Result<(Option<Kind>, Option<Domain>), Problem> {
    let unknown = |what: (&str, &str), value: &str, known: Vec<&str>| {
        Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            format!("{} “{value}” is not known; write one of {}", what.0, known.join(", ")),
            format!("未知的{}“{value}”；应为 {} 之一", what.1, known.join("、")),
        )
    };
    let kinds = || Kind::ALL.iter().map(|k| k.as_str()).collect();
    let domains = || Domain::ALL.iter().map(|d| d.as_str()).collect();
    let kind = match kind.trim() {
        "" => None,
        told => Some(Kind::parse(told).ok_or_else(|| unknown(("kind", "标志类型"), told, kinds()))?),
    };
    let domain = match domain.trim() {
        "" => None,
        told => Some(Domain::parse(told).ok_or_else(|| unknown(("domain", "领域"), told, domains()))?),
    };
    Ok((kind, domain))
}
