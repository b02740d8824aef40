//! One editor's session: messages are answered in the order in which they come.

use super::document::Document;
use super::{End, Load, actions, completion, diagnostics, hover};
use crate::config::FILE_NAME;
use crate::engine::Outcome;
use crate::finding::Lang;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as notify, Notification as _};
use lsp_types::request::{self as ask, Request as _};
use lsp_types::{PublishDiagnosticsParams, Uri};
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Findings are sent this long after a change, so that a word typed quickly is checked once.
const PAUSE: Duration = Duration::from_millis(120);

/// One editor's session: its open documents and what is due to be told.
pub(super) struct Session<'s> {
    connection: &'s Connection,
    load: Load<'s>,
    /// The editor's language.
    lang: Option<Lang>,
    /// The editor can tell when a configuration changes.
    watches: bool,
    documents: FxHashMap<String, Document>,
    /// When findings are to be sent.
    due: Option<Instant>,
    /// The fault of a configuration that was shown last.
    told: Option<String>,
    /// A shutdown was asked for: nothing but `exit` may follow.
    is_closing: bool,
}

impl<'s> Session<'s> {
    pub(super) fn new(connection: &'s Connection, load: Load<'s>, lang: Option<Lang>, watches: bool) -> Self {
        Self {
            connection,
            load,
            lang,
            watches,
            documents: FxHashMap::default(),
            due: None,
            told: None,
            is_closing: false,
        }
    }

    pub(super) fn run(&mut self) -> End {
        loop {
            let message = match self.due {
                None => self.connection.receiver.recv().ok(),
                Some(due) => match self.connection.receiver.recv_deadline(due) {
                    Ok(message) => Some(message),
                    Err(gone) if gone.is_timeout() => {
                        self.publish_changed();
                        continue;
                    }
                    Err(_) => None,
                },
            };
            match message {
                None => return End::Abrupt,
                Some(Message::Notification(n)) if n.method == notify::Exit::METHOD => {
                    return if self.is_closing { End::Orderly } else { End::Abrupt };
                }
                Some(Message::Notification(notification)) => self.guarded(|session| session.notified(notification)),
                Some(Message::Request(request)) => self.asked(request),
                // Answers to our own requests ask nothing of us.
                Some(Message::Response(_)) => {}
            }
        }
    }

    pub(super) fn send(&self, message: impl Into<Message>) {
        // An editor that is gone is noticed where its messages are received.
        let _ = self.connection.sender.send(message.into());
    }

    /// A fault of ours must not end the session of a person at work.
    fn guarded(&mut self, work: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            self.due = None;
        }
    }

    fn asked(&mut self, request: Request) {
        let Request { id, method, params } = request;
        if self.is_closing {
            return self.refuse(id, ErrorCode::InvalidRequest, "the server is shutting down");
        }
        if method == ask::Shutdown::METHOD {
            self.is_closing = true;
            return self.send(Response::new_ok(id, Value::Null));
        }
        match catch_unwind(AssertUnwindSafe(|| self.answer(&method, params))) {
            Ok(Ok(answer)) => self.send(Response::new_ok(id, answer)),
            Ok(Err(Refusal(code, why))) => self.refuse(id, code, &why),
            Err(_) => self.refuse(id, ErrorCode::InternalError, "signlint failed on this request; please report it"),
        }
    }

    fn refuse(&self, id: RequestId, code: ErrorCode, why: &str) {
        self.send(Response::new_err(id, code as i32, why.to_owned()));
    }

    fn answer(&mut self, method: &str, params: Value) -> Result<Value, Refusal> {
        match method {
            ask::HoverRequest::METHOD => {
                let at = parsed::<lsp_types::HoverParams>(params)?.text_document_position_params;
                answered(self.document(&at.text_document.uri).and_then(|document| hover::at(document, at.position)))
            }
            ask::Completion::METHOD => {
                let at = parsed::<lsp_types::CompletionParams>(params)?.text_document_position;
                let document = self.document(&at.text_document.uri);
                answered(document.map(|document| completion::at(document, at.position)))
            }
            ask::CodeActionRequest::METHOD => {
                let params = parsed::<lsp_types::CodeActionParams>(params)?;
                let (range, only) = (params.range, params.context.only);
                let document = self.document(&params.text_document.uri);
                let look = |d: &Document, outcome: &Outcome<'_>| actions::of(d, outcome, &range, only.as_deref());
                answered(document.and_then(|document| document.with_outcome(look)))
            }
            _ => Err(Refusal(ErrorCode::MethodNotFound, format!("signlint does not answer {method}"))),
        }
    }

    /// An open document whose signs are read.
    fn document(&mut self, uri: &Uri) -> Option<&mut Document> {
        let document = self.documents.get_mut(uri.as_str())?;
        document.read();
        Some(document)
    }

    fn notified(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            notify::Initialized::METHOD if self.watches => self.watch(),
            notify::DidOpenTextDocument::METHOD => {
                let Ok(open) = parsed::<lsp_types::DidOpenTextDocumentParams>(params) else { return };
                let item = open.text_document;
                let path = path_of(&item.uri).unwrap_or_else(|| item.uri.as_str().to_owned());
                let document = Document::new(item.uri.clone(), path, item.language_id, item.version, item.text);
                self.documents.insert(item.uri.as_str().to_owned(), document);
                self.set_up(&item.uri);
                self.publish(item.uri.as_str());
            }
            notify::DidChangeTextDocument::METHOD => {
                let Ok(changed) = parsed::<lsp_types::DidChangeTextDocumentParams>(params) else { return };
                let Some(document) = self.documents.get_mut(changed.text_document.uri.as_str()) else { return };
                changed.content_changes.into_iter().for_each(|change| document.change(change));
                document.version = changed.text_document.version;
                self.due = self.due.or_else(|| Some(Instant::now() + PAUSE));
            }
            notify::DidSaveTextDocument::METHOD => {
                let Ok(saved) = parsed::<lsp_types::DidSaveTextDocumentParams>(params) else { return };
                if saved.text_document.uri.as_str().ends_with(FILE_NAME) {
                    return self.set_up_all();
                }
                self.set_up(&saved.text_document.uri);
                self.publish(saved.text_document.uri.as_str());
            }
            notify::DidCloseTextDocument::METHOD => {
                let Ok(closed) = parsed::<lsp_types::DidCloseTextDocumentParams>(params) else { return };
                let uri = closed.text_document.uri;
                if let Some(document) = self.documents.remove(uri.as_str()) {
                    self.show(PublishDiagnosticsParams { uri: document.uri, diagnostics: Vec::new(), version: None });
                }
            }
            notify::DidChangeWatchedFiles::METHOD | notify::DidChangeConfiguration::METHOD => self.set_up_all(),
            _ => {}
        }
    }

    /// Asks the editor to tell when a configuration changes.
    fn watch(&self) {
        let watchers = json!({ "watchers": [{ "globPattern": format!("**/{FILE_NAME}") }] });
        let wanted = json!({
            "registrations": [{
                "id": "signlint-configuration",
                "method": notify::DidChangeWatchedFiles::METHOD,
                "registerOptions": watchers,
            }]
        });
        let id = RequestId::from("signlint-watch".to_owned());
        self.send(Request::new(id, ask::RegisterCapability::METHOD.to_owned(), wanted));
    }

    /// Finds the settings of a document anew. With a configuration that cannot be used, the last ones stay.
    fn set_up(&mut self, uri: &Uri) {
        let path = path_of(uri);
        let loaded = (self.load)(path.as_deref().map(Path::new), self.lang);
        let Some(document) = self.documents.get_mut(uri.as_str()) else { return };
        match loaded {
            Ok(settings) => {
                document.set(Some(settings));
                self.told = None;
            }
            Err(fault) => {
                if self.told.as_ref() != Some(&fault) {
                    let shown = json!({ "type": lsp_types::MessageType::ERROR, "message": fault });
                    self.send(Notification::new(notify::ShowMessage::METHOD.to_owned(), shown));
                }
                self.told = Some(fault);
            }
        }
    }

    fn set_up_all(&mut self) {
        let uris: Vec<Uri> = self.documents.values().map(|document| document.uri.clone()).collect();
        for uri in uris {
            self.set_up(&uri);
            self.publish(uri.as_str());
        }
    }

    /// Sends the findings of every document that has changed.
    fn publish_changed(&mut self) {
        self.due = None;
        let changed: Vec<String> =
            self.documents.iter().filter(|(_, document)| document.is_unshown).map(|(uri, _)| uri.clone()).collect();
        for uri in changed {
            self.guarded(|session| session.publish(&uri));
        }
    }

    fn publish(&mut self, uri: &str) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        document.is_unshown = false;
        let Some(diagnostics) = document.with_outcome(diagnostics::of) else { return };
        let (uri, version) = (document.uri.clone(), Some(document.version));
        self.show(PublishDiagnosticsParams { uri, diagnostics, version });
    }

    fn show(&self, params: PublishDiagnosticsParams) {
        self.send(Notification::new(notify::PublishDiagnostics::METHOD.to_owned(), params));
    }
}

/// Why a request is not answered.
struct Refusal(ErrorCode, String);

fn parsed<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|e| Refusal(ErrorCode::InvalidParams, e.to_string()))
}

fn answered(answer: impl serde::Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(answer).map_err(|e| Refusal(ErrorCode::InternalError, e.to_string()))
}

/// The path of a `file:` URI.
fn path_of(uri: &Uri) -> Option<String> {
    if !uri.scheme().is_some_and(|scheme| scheme.as_str().eq_ignore_ascii_case("file")) {
        return None;
    }
    let path = uri.path().as_estr().decode().into_string().ok()?.into_owned();
    // file:///c:/signs.csv
    let drive = path.strip_prefix('/').filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    Some(drive.map(str::to_owned).unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded() {
        for (uri, path) in [
            ("file:///work/%E6%A0%87%E8%AF%86%20a.csv", Some("/work/标识 a.csv")),
            ("file:///c%3A/signs.csv", Some("c:/signs.csv")),
            ("untitled:Untitled-1", None),
        ] {
            let uri: Uri = uri.parse().expect("a URI");
            assert_eq!(path_of(&uri).as_deref(), path);
        }
    }
}
