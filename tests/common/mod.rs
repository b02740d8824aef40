//! Runs the built binary as a user would.

// Each test file uses what it needs.
#![allow(dead_code)]

use assert_cmd::Command;

/// The binary in an English environment without colours.
pub(crate) fn signlint() -> Command {
    let mut command = Command::cargo_bin("signlint").expect("the binary is built");
    command.env_remove("LC_ALL").env("LANG", "en_US.UTF-8").env("NO_COLOR", "1");
    command
}

/// Exit code, standard output and standard error.
pub(crate) fn run(args: &[&str], input: &str) -> (i32, String, String) {
    let output = signlint().args(args).write_stdin(input).output().expect("runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8 out");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}
