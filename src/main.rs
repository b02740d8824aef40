//! The command line. Results go to standard output, everything else to standard error.

mod atomic;
mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
