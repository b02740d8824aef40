//! Accepts connections and stops in order: what is being answered is answered, nothing new is taken.
//!
//! The connections are driven here, not by `axum::serve`, which gives a client all the time in the world to send the
//! head of a request.

use super::{App, router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// How long answers under way may take when the server stops.
const GRACE: Duration = Duration::from_secs(10);
/// Rest after the system could give no connection (too many open files): trying at once would only burn the processor.
const REST: Duration = Duration::from_millis(100);

/// Serves until `stop` is done, then finishes what is under way.
///
/// # Errors
/// None once it listens: a connection that cannot be accepted is left out, the others go on.
pub async fn serve(listener: TcpListener, app: Arc<App>, stop: impl Future<Output = ()>) -> io::Result<()> {
    let service = TowerToHyperService::new(router(Arc::clone(&app)));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(app.limits.head_time).max_buf_size(64 << 10);
    let places = Arc::new(Semaphore::new(app.limits.connections));
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            () = &mut stop => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let Ok((stream, _)) = accepted else {
            tokio::time::sleep(REST).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            // A client that breaks off is no fault of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    app.stopping.store(true, Ordering::Relaxed);
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
    Ok(())
}
