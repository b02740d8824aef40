//! The HTTP API. Each route stands beside the types it takes and gives; the OpenAPI document is read from them.

mod file_check;
mod file_events;
mod file_fix;
mod rules;
mod sign;
mod terms;
mod upload;
mod views;

use super::{App, Problem};
use axum::error_handling::HandleErrorLayer;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::timeout::TimeoutLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "signlint",
        description = "Checks Beijing's Chinese-English public signs against the standards. Messages are given in English and Chinese. Offsets are bytes of UTF-8. A server that was started with a token wants `Authorization: Bearer`.",
    ),
    tags((name = "signs"), (name = "files"), (name = "terms"), (name = "rules"))
)]
struct Document;

/// Routes that answer at once.
fn quick() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(sign::check))
        .routes(routes!(sign::suggest))
        .routes(routes!(terms::lookup))
        .routes(routes!(rules::list))
        .routes(routes!(rules::one))
}

/// Routes that take a file; they keep their own time.
fn files() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(file_check::check)).routes(routes!(file_fix::fix))
}

/// Bounds the bytes of a request by its path. A length that is announced is refused before a byte is read; one that is
/// not is cut off by the extractors.
async fn bounded(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let most = app.limits.most_bytes(request.uri().path());
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|bytes| bytes > most as u64) {
        return too_large().into_response();
    }
    DefaultBodyLimit::max(most).apply(&mut request);
    next.run(request).await
}

/// The document of all routes.
pub(super) fn openapi() -> utoipa::openapi::OpenApi {
    quick().merge(files()).into_openapi()
}

/// All routes with their limits.
pub(super) fn routes(app: &Arc<App>) -> Router<Arc<App>> {
    let document = serde_json::to_string(&openapi()).unwrap_or_default();
    let json = [(header::CONTENT_TYPE, "application/json")];
    let limits = &app.limits;
    let slow = |_: tower::BoxError| async {
        Problem::new(
            StatusCode::REQUEST_TIMEOUT,
            "the request was not received and answered in time; send it again",
            "请求未在规定时间内收完并处理；请重试",
        )
    };
    let (quick, _) = quick().split_for_parts();
    let quick = quick.route("/api/openapi.json", get(move || async move { (json, document) })).layer(
        ServiceBuilder::new()
            .layer(HandleErrorLayer::new(slow))
            .layer(TimeoutLayer::new(limits.request_time))
            .layer(GlobalConcurrencyLimitLayer::new(limits.requests)),
    );
    let (files, _) = files().split_for_parts();
    quick.merge(files).layer(middleware::from_fn_with_state(Arc::clone(app), bounded))
}

/// A JSON body; a fault in it is a problem that names the place.
struct Sent<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(value) = Json::<T>::from_request(request, state).await.map_err(|e: JsonRejection| {
            let (status, why) = (e.status(), e.body_text());
            if status == StatusCode::PAYLOAD_TOO_LARGE {
                return too_large();
            }
            Problem::new(status, why.clone(), format!("请求内容有误：{why}"))
        })?;
        Ok(Self(value))
    }
}

/// The query of a path; a fault in it is a problem.
struct Asked<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query.map(|q| Self(q.0)).map_err(|e: QueryRejection| {
            Problem::new(e.status(), e.body_text(), format!("查询参数有误：{}", e.body_text()))
        })
    }
}

fn too_large() -> Problem {
    Problem::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "the request is larger than this server takes; split it, or check the file with `signlint check`",
        "请求过大；请拆分，或用 `signlint check` 检查文件",
    )
}

/// Runs work that takes the processor away from the threads that talk to clients. A panic is a problem of this request
/// alone.
async fn work<T: Send + 'static>(app: &App, job: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let place = Arc::clone(&app.jobs).acquire_owned().await;
    let job = move || {
        let _place = place;
        job()
    };
    tokio::task::spawn_blocking(job).await.map_err(|_| Problem::internal())
}
