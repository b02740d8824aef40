//! The corrected file, in its own format: the client sends the file again with what it accepted.

use super::{App, Asked, Problem, upload, views, work};
use crate::mend::{changes, mend_table};
use crate::sign::{Column, Sign, Table};
use crate::write::{Change, rewrite};
use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;
use utoipa::ToSchema;

/// What to write into the file.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Fixes to apply to all records that `changes` does not name: `none`, `safe` or `all`.
    #[serde(default)]
    mend: Mend,
    /// New texts of single signs.
    #[serde(default)]
    changes: Vec<NewText>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Mend {
    #[default]
    None,
    Safe,
    All,
}

/// The new texts of one sign; a text that is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewText {
    /// Index of the table, from 0.
    #[serde(default)]
    table: usize,
    /// Data record, from 1.
    row: u32,
    zh: Option<String>,
    en: Option<String>,
}

/// A form with the file and what to write into it.
#[derive(ToSchema)]
#[allow(dead_code, reason = "it describes the form to OpenAPI")]
pub(super) struct FixForm {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// As JSON.
    wanted: Wanted,
}

/// Writes accepted fixes into a file
///
/// The answer is the file with only those cells changed; all its other bytes are as they were.
#[utoipa::path(
    post, path = "/api/files/fix", tag = "files", params(upload::Named),
    request_body(content = FixForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The corrected file", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 413, body = Problem), (status = 422, body = Problem), (status = 503, body = Problem),
    )
)]
pub(super) async fn fix(
    State(app): State<Arc<App>>,
    Asked(named): Asked<upload::Named>,
    request: Request,
) -> Result<Response, Problem> {
    let _place = upload::place(&app)?;
    let (file, wanted) = upload::in_time(&app, receive(request)).await?;
    let name = upload::name_of(&named.name);
    let tables = upload::read(&app, name.clone(), file.clone()).await?;
    let bytes = work(&Arc::clone(&app), move || corrected(&app, &file, &tables, &wanted)).await??;
    let disposition = HeaderValue::from_str(&attachment(&name)).map_err(|_| Problem::internal())?;
    let kind = HeaderValue::from_static("application/octet-stream");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

async fn receive(request: Request) -> Result<(Bytes, Wanted), Problem> {
    let fault = |e: MultipartError| upload::not_received(e.status(), &e.body_text());
    let mut form =
        Multipart::from_request(request, &()).await.map_err(|e| upload::not_received(e.status(), &e.body_text()))?;
    let (mut file, mut wanted) = (None, None);
    while let Some(part) = form.next_field().await.map_err(fault)? {
        match part.name() {
            Some("file") => file = Some(part.bytes().await.map_err(fault)?),
            Some("wanted") => {
                let text = part.bytes().await.map_err(fault)?;
                wanted = Some(serde_json::from_slice(&text).map_err(|e| {
                    let (en, zh) = (format!("wanted: {e}"), format!("wanted 有误：{e}"));
                    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, en, zh)
                })?);
            }
            _ => {}
        }
    }
    let file = file.ok_or_else(|| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "the form has no part named file", "表单缺少 file 部分")
    })?;
    Ok((file, wanted.unwrap_or_default()))
}

/// The bytes of the file with what is wanted written into its cells.
fn corrected(app: &App, file: &[u8], tables: &[Table], wanted: &Wanted) -> Result<Vec<u8>, Problem> {
    let mut changed: Vec<Vec<Change>> = Vec::with_capacity(tables.len());
    let began = Instant::now();
    let in_time = || began.elapsed() < app.limits.check_time && !app.stopping.load(Ordering::Relaxed);
    let mendable = |sign: &Sign| views::is_mendable(&sign.zh, &sign.en) && in_time();
    for (at, table) in tables.iter().enumerate() {
        let told: Vec<&NewText> = wanted.changes.iter().filter(|c| c.table == at).collect();
        let mut all = Vec::new();
        for new in &told {
            let record = table.records.binary_search_by_key(&new.row, |r| r.row).map_err(|_| no_such_row(new))?;
            for (column, text) in [(Column::Zh, &new.zh), (Column::En, &new.en)] {
                all.extend(text.iter().map(|text| Change { record, column, text: text.clone() }));
            }
        }
        if wanted.mend != Mend::None {
            let own: FxHashSet<usize> = all.iter().map(|c| c.record).collect();
            let mended = mend_table(&app.checker, table, wanted.mend == Mend::All, &mendable);
            // Half a file mended would pass for a whole one.
            if !in_time() {
                return Err(not_mended());
            }
            all.extend(changes(table, &mended.records).into_iter().filter(|c| !own.contains(&c.record)));
        }
        changed.push(all);
    }
    let changed: Vec<_> = tables.iter().zip(changed.iter().map(Vec::as_slice)).collect();
    let rewritten = rewrite(file, &changed).map_err(|e| {
        let word = |lang| e.message(lang);
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, word(crate::finding::Lang::En), word(crate::finding::Lang::Zh))
    })?;
    Ok(rewritten.bytes)
}

fn not_mended() -> Problem {
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "mending took too long, or the server is being stopped; split the file, or use `signlint fix`",
        "修改超时，或服务正在停止；请拆分文件，或使用 `signlint fix`",
    )
}

fn no_such_row(new: &NewText) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        format!("table {} has no row {}", new.table, new.row),
        format!("第 {} 个表没有第 {} 行", new.table, new.row),
    )
}

/// The header that gives the download its name (RFC 6266): `signs.csv` becomes `signs.corrected.csv`.
fn attachment(name: &str) -> String {
    let name = match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.corrected.{extension}"),
        None => format!("{name}.corrected"),
    };
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    format!("attachment; filename*=UTF-8''{encoded}")
}
