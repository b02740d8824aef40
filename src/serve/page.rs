//! The page: static files in the binary, by a fixed list of paths.

use super::App;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const PICTURE: &str = "image/svg+xml";

/// Every file of the page: its path, its type, its text.
const FILES: &[(&str, &str, &str)] = &[
    ("/", HTML, include_str!("page/index.html")),
    ("/page/style.css", STYLE, include_str!("page/style.css")),
    ("/page/app.js", SCRIPT, include_str!("page/app.js")),
    ("/page/api.js", SCRIPT, include_str!("page/api.js")),
    ("/page/dom.js", SCRIPT, include_str!("page/dom.js")),
    ("/page/words.js", SCRIPT, include_str!("page/words.js")),
    ("/page/findings.js", SCRIPT, include_str!("page/findings.js")),
    ("/page/sign.js", SCRIPT, include_str!("page/sign.js")),
    ("/page/file.js", SCRIPT, include_str!("page/file.js")),
    ("/page/terms.js", SCRIPT, include_str!("page/terms.js")),
    ("/page/rules.js", SCRIPT, include_str!("page/rules.js")),
    ("/page/icon.svg", PICTURE, include_str!("page/icon.svg")),
];

/// A route for each file.
pub(super) fn routes() -> Router<Arc<App>> {
    FILES.iter().fold(Router::new(), |router, &(path, kind, text)| {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
            // Asked for again each time: a new version of signlint brings new files under the same names.
            (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        ];
        router.route(path, get(move || async move { (headers, text) }))
    })
}
