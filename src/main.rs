//! The command line. Results go to standard output, everything else to standard error.

mod atomic;
mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Some parsers panic on damaged files; that is told as a fault of the file.
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(signlint::read::PARSER_THREAD) {
            tell(panic);
        }
    }));
    cli::run()
}
