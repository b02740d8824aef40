//! `signlint lsp`: the language server, over standard input and output.

use super::inputs::{Checking, Setup, columns};
use super::{Fault, Verdict};
use signlint::engine::Checker;
use signlint::finding::Lang;
use signlint::lsp::{End, Settings, serve};
use std::path::Path;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Editors give this to every server; standard input and output are all there is
    #[arg(long, hide = true)]
    stdio: bool,
    #[command(flatten)]
    checking: Checking,
}

/// Runs the subcommand until the editor says goodbye.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let (connection, threads) = lsp_server::Connection::stdio();
    let end = serve(&connection, &|file, lang| settings(&args.checking, file, lang).map_err(|Fault(fault)| fault));
    // The threads end when both sides are closed.
    drop(connection);
    match end {
        End::Orderly => threads.join()?,
        // An editor that is gone, or a message that is none: what it was is known to the thread that read it.
        End::Abrupt => {
            threads.join().map_err(|e| Fault(format!("error: the editor's message cannot be read: {e}")))?;
            return Ok(Verdict::Fail);
        }
    }
    Ok(Verdict::Pass)
}

/// What a file is checked with. The command line wins over the project, the project over the editor's language.
fn settings(checking: &Checking, file: Option<&Path>, editor: Option<Lang>) -> Result<Settings, Fault> {
    let paths: Vec<String> = file.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let Setup { project, lang, context } = checking.setup(&paths)?;
    let project = project.unwrap_or_default();
    let lang = match (checking.lang, project.lang, editor) {
        (None, None, Some(editor)) => editor,
        _ => lang,
    };
    let columns = columns(project.columns.as_deref(), lang)?;
    Ok(Settings { checker: Checker::new(context, project.selection(&[], &[], None)), columns, lang })
}
