//! The rules with their reasons, sources and examples.

use super::Problem;
use crate::finding::Lang;
use crate::rules::{Meta, all_meta, meta};
use crate::serve::problem::Bilingual;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

/// All rules.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Rules {
    rules: Vec<RuleView>,
}

/// One rule.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RuleView {
    #[schema(example = "pinyin/missing-apostrophe")]
    code: &'static str,
    family: &'static str,
    /// `error`, `warning` or `info`.
    level: &'static str,
    /// What is wrong.
    summary: Bilingual,
    /// Why a reader would stumble, and what the standard asks for.
    why: Bilingual,
    /// Whether it offers a fix, and how sure that is.
    fix: Bilingual,
    source: String,
    clause: String,
    examples: Vec<ExampleView>,
}

/// A sign that the rule flags, or on which it is silent.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ExampleView {
    zh: &'static str,
    en: &'static str,
    wrong: bool,
    /// What to write instead.
    write: Option<&'static str>,
}

impl RuleView {
    fn of(meta: &Meta) -> Self {
        let citation = meta.citation.citation();
        Self {
            code: meta.code,
            family: meta.family(),
            level: meta.level.as_str(),
            summary: Bilingual::new(meta.en.summary, meta.zh.summary),
            why: Bilingual::new(meta.en.why, meta.zh.why),
            fix: Bilingual::new(meta.fix.label(Lang::En), meta.fix.label(Lang::Zh)),
            source: citation.source,
            clause: citation.clause,
            examples: meta
                .examples
                .iter()
                .map(|e| ExampleView { zh: e.zh, en: e.en, wrong: e.wrong, write: e.write })
                .collect(),
        }
    }
}

/// Lists the rules
#[utoipa::path(get, path = "/api/rules", tag = "rules", responses((status = 200, body = Rules)))]
pub(super) async fn list() -> Json<Rules> {
    Json(Rules { rules: all_meta().map(RuleView::of).collect() })
}

/// Explains one rule
#[utoipa::path(
    get, path = "/api/rules/{family}/{rule}", tag = "rules",
    params(("family" = String, Path, example = "pinyin"), ("rule" = String, Path, example = "missing-apostrophe")),
    responses((status = 200, body = RuleView), (status = 404, body = Problem))
)]
pub(super) async fn one(Path((family, rule)): Path<(String, String)>) -> Result<Json<RuleView>, Problem> {
    let code = format!("{family}/{rule}");
    meta(&code).map(|m| Json(RuleView::of(m))).ok_or_else(|| {
        Problem::new(
            StatusCode::NOT_FOUND,
            format!("no rule is called {code}; /api/rules lists them"),
            format!("没有规则 {code}；清单见 /api/rules"),
        )
    })
}
