//! Around all routes: who may call, and the headers of every answer.

use super::{App, Problem};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Scripts and styles come from this server alone, as files; nothing is loaded from elsewhere, framed or sent elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Puts the guards around the routes.
pub(super) fn around(routes: Router<Arc<App>>, app: Arc<App>) -> Router {
    routes
        .fallback(|| async {
            Problem::new(
                StatusCode::NOT_FOUND,
                "no such page; the API is described at /api/openapi.json",
                "没有此页面；接口说明见 /api/openapi.json",
            )
        })
        .method_not_allowed_fallback(|| async {
            Problem::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "this path takes another method; see /api/openapi.json",
                "此路径不接受该方法；见 /api/openapi.json",
            )
        })
        .layer(middleware::from_fn_with_state(Arc::clone(&app), admit))
        .with_state(app)
}

async fn admit(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let refusal = refuse(&app, request.uri().path(), request.headers());
    let mut response = match refusal {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn refuse(app: &App, path: &str, headers: &HeaderMap) -> Option<Problem> {
    let text = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok());
    let host = text(header::HOST).unwrap_or("");
    if app.loopback_only && !is_of_this_machine(host) {
        return Some(Problem::new(
            StatusCode::FORBIDDEN,
            "this server answers to localhost, 127.0.0.1 and [::1] only; start it with --token for other names",
            "本服务只接受 localhost、127.0.0.1 和 [::1]；如需其他主机名，请以 --token 启动",
        ));
    }
    // A page of another origin may not use a visitor's browser to call us.
    let origin = text(header::ORIGIN).and_then(|o| o.split_once("://")).map(|(_, host)| host);
    if origin.is_some_and(|origin| origin != host) || text(header::ORIGIN) == Some("null") {
        return Some(Problem::new(
            StatusCode::FORBIDDEN,
            "calls from pages of other origins are refused",
            "拒绝来自其他来源页面的调用",
        ));
    }
    let token = app.token.as_deref().filter(|_| path.starts_with("/api/"))?;
    let sent = text(header::AUTHORIZATION).and_then(|v| v.strip_prefix("Bearer ")).unwrap_or("");
    (!same(token, sent)).then(|| {
        Problem::new(
            StatusCode::UNAUTHORIZED,
            "send the token that the server was started with: Authorization: Bearer …",
            "请附上启动服务时设定的令牌：Authorization: Bearer …",
        )
    })
}

/// Whether a `Host` header names the loopback interface, with or without a port.
fn is_of_this_machine(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.split(':').next().unwrap_or(""),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Compares in a time that does not tell how many bytes agree.
fn same(token: &str, sent: &str) -> bool {
    let differing = token.bytes().zip(sent.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    token.len() == sent.len() && std::hint::black_box(differing) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_this_machine_are_told_from_others() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1:8334", "127.0.0.2", "[::1]:1", "[::1]"] {
            assert!(is_of_this_machine(host), "{host}");
        }
        for host in ["", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1", "[fe80::1]"]
        {
            assert!(!is_of_this_machine(host), "{host}");
        }
    }

    #[test]
    fn tokens_are_compared_whole() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "ab") && !same("abc", "abd") && !same("abc", "abcd") && !same("abc", ""));
    }
}
