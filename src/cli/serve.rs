//! `signlint serve`: the local web page and the HTTP API.

use super::inputs::{Checking, Setup};
use super::{Fault, Verdict};
use signlint::config::Selection;
use signlint::engine::Checker;
use signlint::finding::Lang;
use signlint::serve::{App, Limits, openapi, serve};
use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "IP:PORT", default_value = "127.0.0.1:8334")]
    addr: SocketAddr,
    /// Calls of the API must carry this token; needed where the address is open to other machines
    #[arg(long, value_name = "TEXT", env = "SIGNLINT_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// Largest file taken, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 64)]
    max_file: usize,
    /// Most rows of a file
    #[arg(long, value_name = "ROWS", default_value_t = 500_000)]
    max_rows: usize,
    /// Files worked on at a time
    #[arg(long, value_name = "N", default_value_t = 2)]
    max_files: usize,
    /// Seconds in which a request must be received and answered
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3600))]
    request_time: u64,
    /// Print the OpenAPI document of the API and stop
    #[arg(long)]
    openapi: bool,
    #[command(flatten)]
    checking: Checking,
}

/// Runs the subcommand until it is told to stop.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    if args.openapi {
        let document = openapi().to_pretty_json().map_err(|e| Fault(e.to_string()))?;
        writeln!(std::io::stdout(), "{document}")?;
        return Ok(Verdict::Pass);
    }
    let Setup { project, lang, context } = args.checking.setup(&[])?;
    let selection = project.map_or_else(Selection::default, |p| p.selection(&[], &[], None));
    let request_time = Duration::from_secs(args.request_time);
    let limits = Limits {
        file_bytes: args.max_file.saturating_mul(1 << 20),
        rows: args.max_rows,
        files: args.max_files,
        request_time,
        head_time: request_time,
        ..Limits::default()
    };
    let app = App::new(Checker::new(context, selection), limits, args.addr, args.token.clone()).ok_or_else(|| {
        Fault(match lang {
            Lang::En => format!(
                "error: {} is open to other machines and has no token\n  add --token TEXT (or set SIGNLINT_TOKEN), or listen on 127.0.0.1",
                args.addr
            ),
            Lang::Zh => format!(
                "错误：{} 对其他机器开放，却没有令牌\n  请加 --token TEXT（或设 SIGNLINT_TOKEN），或改用 127.0.0.1",
                args.addr
            ),
        })
    })?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(64).build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(args.addr).await.map_err(|e| {
            Fault(match lang {
                Lang::En => format!("error: {}: {e}\n  choose another port with --addr", args.addr),
                Lang::Zh => format!("错误：{}：{e}\n  请用 --addr 换一个端口", args.addr),
            })
        })?;
        let addr = listener.local_addr()?;
        let mut out = std::io::stdout();
        match lang {
            Lang::En => writeln!(out, "signlint listens on http://{addr}/ (Ctrl-C stops it)")?,
            Lang::Zh => writeln!(out, "signlint 已启动：http://{addr}/ （按 Ctrl-C 停止）")?,
        }
        out.flush()?;
        serve(listener, app, stopped()).await?;
        Ok(Verdict::Pass)
    })
}

/// Done when the process is asked to stop.
async fn stopped() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
