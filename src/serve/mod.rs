//! The local web page and the HTTP API behind it: check one sign as it is typed, or a whole file.
//!
//! Nothing that a request holds reaches the file system: the page is in the binary, an uploaded file lives in memory
//! until its answer is sent, and a corrected file is made from the bytes that the client sends again. So the server
//! keeps nothing between requests, and what one client sends no other can read.
//!
//! Every resource is bounded by [`Limits`]: bytes, rows, seconds, requests and files at a time, connections.

mod api;
mod guard;
mod listen;
mod page;
mod problem;

pub use listen::serve;
pub use problem::Problem;

use crate::engine::Checker;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Jobs that share a core: a few, so that a long text does not hold up the short ones behind it.
const JOBS_A_CORE: usize = 4;

/// What one server takes on.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of an uploaded file.
    pub file_bytes: usize,
    /// Data rows of an uploaded file.
    pub rows: usize,
    /// Bytes of any other request.
    pub body_bytes: usize,
    /// Requests worked on at a time; more wait their turn.
    pub requests: usize,
    /// Files worked on at a time; more are refused with 503, for each holds its whole text in memory.
    pub files: usize,
    /// Connections at a time; more wait to be accepted.
    pub connections: usize,
    /// A request that is not a file: received and answered in this time.
    pub request_time: Duration,
    /// A file: received in this time.
    pub upload_time: Duration,
    /// A file: checked in this time.
    pub check_time: Duration,
    /// The head of a request: received in this time.
    pub head_time: Duration,
}

impl Limits {
    /// Most bytes of a request to a path. Accepted fixes come along with their file, so that they have room beside it.
    fn most_bytes(&self, path: &str) -> usize {
        const FIXES: usize = 16 << 20;
        match path {
            "/api/files/check" => self.file_bytes,
            "/api/files/fix" => self.file_bytes.saturating_add(FIXES),
            _ => self.body_bytes,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            rows: 500_000,
            body_bytes: 64 << 10,
            requests: 64,
            files: 2,
            connections: 512,
            request_time: Duration::from_secs(10),
            upload_time: Duration::from_secs(60),
            check_time: Duration::from_secs(600),
            head_time: Duration::from_secs(10),
        }
    }
}

/// What all requests share.
#[derive(Debug)]
pub struct App {
    checker: Checker,
    limits: Limits,
    /// Where set, every call of the API must carry it.
    token: Option<String>,
    /// Only hosts of this machine may be named in requests: else a page elsewhere could have its own name resolve to
    /// this address and read answers (DNS rebinding).
    loopback_only: bool,
    files: Arc<Semaphore>,
    /// Jobs on the processor at a time. A job that outlasts its request keeps its place, so that they cannot pile up.
    jobs: Arc<Semaphore>,
    /// Set when the server stops: files in work are told so and end.
    stopping: Arc<AtomicBool>,
}

impl App {
    /// A server for one address; `None` where it is open to other machines and no token guards it.
    #[must_use]
    pub fn new(checker: Checker, limits: Limits, addr: SocketAddr, token: Option<String>) -> Option<Arc<Self>> {
        let token = token.filter(|t| !t.is_empty());
        let loopback = addr.ip().is_loopback();
        (loopback || token.is_some()).then(|| {
            Arc::new(Self {
                checker,
                limits,
                loopback_only: loopback && token.is_none(),
                token,
                files: Arc::new(Semaphore::new(limits.files)),
                jobs: Arc::new(Semaphore::new(JOBS_A_CORE * rayon::current_num_threads())),
                stopping: Arc::new(AtomicBool::new(false)),
            })
        })
    }
}

/// The routes with their limits and guards.
pub fn router(app: Arc<App>) -> axum::Router {
    let routes = page::routes().merge(api::routes(&app));
    guard::around(routes, app)
}

/// The OpenAPI document of the API, made from the code that answers.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::openapi()
}
