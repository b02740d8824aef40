//! The language server: findings while a person types, what a term means, quick fixes, the English of an empty cell.
//!
//! It speaks the Language Server Protocol 3.17 over a [`Connection`] and reads every text format that the readers know.
//! Messages are handled one after the other; findings are sent when the typing pauses, and what was found on a sign is
//! kept until the sign changes, so that a keystroke costs one sign and not the inventory.

mod actions;
mod completion;
mod diagnostics;
mod document;
mod hover;
mod lines;
mod partner;
mod session;

pub use lsp_server::Connection;

use crate::engine::Checker;
use crate::finding::Lang;
use crate::read::ColumnSpec;
use lsp_server::Response;
use lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, HoverProviderCapability, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
};
use serde_json::{Value, json};
use session::Session;
use std::path::Path;

/// What a document is checked with.
#[derive(Debug, Clone)]
pub struct Settings {
    pub checker: Checker,
    /// The columns that the project names.
    pub columns: Option<ColumnSpec>,
    pub lang: Lang,
}

/// Finds the settings for a file; `None` is a document that is no file. The language is the editor's, where it tells.
///
/// # Errors
/// A configuration that cannot be used, worded for a person.
pub type Load<'l> = &'l dyn Fn(Option<&Path>, Option<Lang>) -> Result<Settings, String>;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The editor shut the server down and told it to exit.
    Orderly,
    /// The editor told it to exit, or was gone, without a shutdown.
    Abrupt,
}

/// Serves one editor until it says goodbye or is gone.
#[must_use]
pub fn serve(connection: &Connection, load: Load) -> End {
    let Ok((id, params)) = connection.initialize_start() else { return End::Abrupt };
    let lang =
        params.get("locale").and_then(Value::as_str).map(|tag| match tag.to_ascii_lowercase().starts_with("zh") {
            true => Lang::Zh,
            false => Lang::En,
        });
    let watches = params.pointer("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
    let watches = watches.and_then(Value::as_bool).unwrap_or(false);
    let mut session = Session::new(connection, load, lang, watches);
    let about = json!({
        "capabilities": capabilities(),
        "serverInfo": { "name": "signlint", "version": env!("CARGO_PKG_VERSION") },
    });
    session.send(Response::new_ok(id, about));
    session.run()
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        code_action_provider: Some(
            CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, actions::FIX_ALL]),
                ..CodeActionOptions::default()
            }
            .into(),
        ),
        // What opens a cell: a quote of JSON or PO, the delimiter of CSV and TSV.
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["\"", ",", "\t"].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}
