//! Parsers that panic on some damaged files run in a thread of their own: there a panic is a fault of the file.

use super::ReadError;

/// Name of the thread, so that a program that prints panics can tell this one.
pub const THREAD: &str = "signlint-parser";

/// Reads in a thread apart; where the parser gives up, the fault is what `gave_up` makes of its reason.
pub(super) fn apart<T: Send>(
    path: &str,
    gave_up: impl FnOnce(String) -> ReadError,
    read: impl FnOnce() -> Result<T, ReadError> + Send,
) -> Result<T, ReadError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name(THREAD.to_owned());
        let reading =
            thread.spawn_scoped(scope, read).map_err(|source| ReadError::Io { path: path.to_owned(), source })?;
        reading.join().unwrap_or_else(|_| Err(gave_up("its parts contradict each other".to_owned())))
    })
}
