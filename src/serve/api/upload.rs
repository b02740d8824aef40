//! Takes an uploaded file into memory, within the limits, and reads its tables.

use super::{App, Problem, too_large, work};
use crate::finding::Lang;
use crate::read::{self, ReadError, ReadOptions};
use crate::sign::Table;
use axum::body::Bytes;
use axum::http::StatusCode;
use serde::Deserialize;
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;
use utoipa::IntoParams;

/// How a file is called.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Named {
    /// Name of the file, which tells its format.
    #[param(example = "signs.csv")]
    pub name: String,
}

/// A place among the files that are worked on at a time. It is taken before the first byte is received, so that the
/// memory of all uploads together is bounded.
pub(super) fn place(app: &App) -> Result<OwnedSemaphorePermit, Problem> {
    Arc::clone(&app.files).try_acquire_owned().map_err(|_| {
        Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "other files are being checked; try again in a few seconds",
            "正在检查其他文件；请稍后重试",
        )
    })
}

/// Waits for a body no longer than uploads may take.
pub(super) async fn in_time<T>(app: &App, receive: impl Future<Output = Result<T, Problem>>) -> Result<T, Problem> {
    tokio::time::timeout(app.limits.upload_time, receive).await.unwrap_or_else(|_| {
        Err(Problem::new(
            StatusCode::REQUEST_TIMEOUT,
            "the file was not received in time; send it again",
            "文件未在规定时间内收完；请重试",
        ))
    })
}

/// The last part of a file name, without control characters: it stands in findings and in the name of the download.
pub(super) fn name_of(told: &str) -> String {
    let last = told.rsplit(['/', '\\']).next().unwrap_or("");
    let name: String = last.chars().filter(|c| !c.is_control() && *c != '"').take(120).collect();
    if name.trim().is_empty() { "signs.csv".to_owned() } else { name }
}

/// The tables of a file that was received.
pub(super) async fn read(app: &App, name: String, bytes: Bytes) -> Result<Vec<Table>, Problem> {
    let rows = app.limits.rows;
    let tables = work(app, move || read::read_bytes(&name, bytes.into(), &ReadOptions::default())).await?;
    let tables = tables.map_err(|e| unreadable(&e))?;
    if tables.iter().map(|t| t.records.len()).sum::<usize>() > rows {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("the file has more than {rows} rows; split it, or use `signlint check`"),
            format!("文件超过 {rows} 行；请拆分，或使用 `signlint check`"),
        ));
    }
    Ok(tables)
}

fn unreadable(error: &ReadError) -> Problem {
    let status = if matches!(error, ReadError::TooLarge { .. }) {
        StatusCode::PAYLOAD_TOO_LARGE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Problem::new(status, error.message(Lang::En), error.message(Lang::Zh))
}

/// The fault of a body that could not be received.
pub(super) fn not_received(status: StatusCode, why: &str) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return too_large();
    }
    Problem::new(status, why.to_owned(), format!("文件接收失败：{why}"))
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_name_is_no_path() {
        assert_eq!(name_of("../../etc/passwd"), "passwd");
        assert_eq!(name_of("C:\\signs\\line 4.csv"), "line 4.csv");
        assert_eq!(name_of("a\r\nb\".csv"), "ab.csv");
        assert_eq!(name_of("标识.csv"), "标识.csv");
        assert_eq!(name_of("/"), "signs.csv");
    }
}
