//! Term search.

use super::{App, Asked, Problem, work};
use crate::glossary::EntryView;
use crate::glossary::lookup;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Query {
    /// Chinese (simplified or traditional), English, pinyin or its initials.
    #[param(example = "无障碍")]
    q: String,
    /// Most entries given, 1 to 100; 20 where not told.
    limit: Option<usize>,
}

/// Entries for a query, the best first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Found {
    hits: Vec<HitView>,
}

/// An entry and why it is given.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HitView {
    /// `exact`, `pinyin`, `start`, `part`, `pinyin-part`, `initials` or `nearly`.
    how: &'static str,
    #[serde(flatten)]
    entry: EntryView,
}

/// Longest query, in bytes: no term is longer, and each is compared with every entry.
const LONGEST: usize = 300;

/// Looks a term up, in either language
#[utoipa::path(
    get, path = "/api/lookup", tag = "terms", params(Query),
    responses((status = 200, body = Found), (status = 400, body = Problem))
)]
pub(super) async fn lookup(State(app): State<Arc<App>>, Asked(query): Asked<Query>) -> Result<Json<Found>, Problem> {
    let limit = query.limit.unwrap_or(20);
    if !(1..=100).contains(&limit) || query.q.len() > LONGEST {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            format!("limit is 1 to 100, and q at most {LONGEST} bytes"),
            format!("limit 应为 1 至 100，q 不超过 {LONGEST} 字节"),
        ));
    }
    work(&Arc::clone(&app), move || {
        let found = lookup::lookup(&app.checker.context().glossary, &query.q, limit);
        let hits = found.iter().map(|h| HitView { how: h.how.as_str(), entry: EntryView::of(h.entry) }).collect();
        Json(Found { hits })
    })
    .await
}
