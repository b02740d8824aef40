//! What projects copy from us: the Action's steps, the examples of configuration and CI, the pages that tell of them.

mod common;

use common::signlint;
use signlint::config::{KEYS, Project};
use std::path::Path;
use std::process::Command;

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The indented block after a line of a page.
fn block(page: &str, after: &str) -> String {
    let start = page.find(after).unwrap_or_else(|| panic!("no {after}"));
    let lines = page[start..].lines().skip(1).skip_while(|line| line.is_empty());
    let block = lines.take_while(|line| line.is_empty() || line.starts_with("    "));
    block.map(|line| line.get(4..).unwrap_or("")).collect::<Vec<_>>().join("\n")
}

#[test]
fn both_pages_tell_every_key_and_their_example_is_valid() {
    for (page, after) in [("docs/configuration.md", "All keys but"), ("docs/configuration.zh-CN.md", "除 `select` 外")]
    {
        let text = read(page);
        let example = block(&text, after);
        let project = Project::parse(Path::new("/p/signlint.toml"), &example).expect(page);
        assert!(project.custom[0].broken_examples().is_empty(), "{page}");
        for key in KEYS {
            assert!(text.contains(&format!("`{key}`")), "{page} lacks {key}");
            assert!(example.contains(key) || key == "select", "the example of {page} lacks {key}");
        }
    }
}

#[test]
fn every_page_has_its_twin_and_stands_in_the_summary() {
    let summary = read("docs/SUMMARY.md");
    for entry in std::fs::read_dir("docs").expect("a folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".md").filter(|stem| *stem != "SUMMARY" && !stem.ends_with(".zh-CN")) else {
            continue;
        };
        assert!(Path::new(&format!("docs/{stem}.zh-CN.md")).is_file(), "{stem} has no Chinese page");
        assert!(summary.contains(&format!("({stem}.md)")) && summary.contains(&format!("({stem}.zh-CN.md)")), "{stem}");
    }
}

/// Runs the Action's check with these inputs: exit code, log, outputs.
#[cfg(unix)]
fn action(folder: &Path, inputs: &[(&str, &str)]) -> (i32, String, String) {
    let binary = Path::new(env!("CARGO_BIN_EXE_signlint")).parent().expect("a folder");
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
    let script = std::path::absolute(".ci/action").expect("a path");
    let outputs = folder.join("outputs");
    std::fs::write(&outputs, "").expect("written");
    let mut command = Command::new("bash");
    command.arg(script).arg("check").current_dir(folder).env("PATH", path).env("GITHUB_OUTPUT", &outputs);
    command.env_remove("LC_ALL").env("LANG", "en_US.UTF-8").envs(inputs.iter().copied());
    let output = command.output().expect("bash runs");
    let log = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code().unwrap_or(-1), log, read(&outputs.to_string_lossy()))
}

#[cfg(unix)]
#[test]
fn the_action_annotates_and_writes_sarif() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("signs of hall A.csv", "zh,en\n平安大街,Pingan Avenue\n");
    write("good.csv", "zh,en\n出口,Exit\n");
    let paths = ("SIGNLINT_PATHS", "signs of hall A.csv\n\ngood.csv\n");
    let (code, log, outputs) =
        action(folder.path(), &[paths, ("SIGNLINT_SARIF", "s.sarif"), ("SIGNLINT_ARGS", "--no-config")]);
    assert_eq!(code, 1, "{log}");
    assert!(log.starts_with("::error file=signs of hall A.csv,line=2,"), "{log}");
    assert_eq!(outputs, "sarif=s.sarif\n");
    let sarif: serde_json::Value =
        serde_json::from_str(&read(&folder.path().join("s.sarif").to_string_lossy())).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));

    assert_eq!(action(folder.path(), &[paths, ("SIGNLINT_FAIL_ON", "never")]).0, 0);
    // Arguments may stand on several lines; what cannot be read does not keep the findings from the log.
    let arguments = ("SIGNLINT_ARGS", "--no-config\n--select case\n");
    assert_eq!(action(folder.path(), &[paths, arguments]), (0, String::new(), String::new()));
    write("bad.csv", "");
    let both = ("SIGNLINT_PATHS", "bad.csv\nsigns of hall A.csv");
    let (code, log, outputs) = action(folder.path(), &[both, ("SIGNLINT_SARIF", "both.sarif")]);
    assert!(code == 2 && log.starts_with("::error file=signs of hall A.csv,line=2,"), "{log}");
    assert_eq!(outputs, "sarif=both.sarif\n");
    assert_eq!(action(folder.path(), &[("SIGNLINT_PATHS", "good.csv"), ("SIGNLINT_FORMAT", "markdown")]).0, 0);
    // Inputs are data, whatever they hold.
    let (code, ..) =
        action(folder.path(), &[("SIGNLINT_PATHS", "$(touch pwned)\n--write-baseline"), ("SIGNLINT_SARIF", "x.sarif")]);
    assert_eq!((code, folder.path().join("pwned").exists()), (2, false));
}

#[test]
fn the_binary_tells_of_the_language_server() {
    let help = signlint().arg("--help").output().expect("runs").stdout;
    assert_eq!(String::from_utf8(help).expect("UTF-8").contains("lsp"), cfg!(feature = "lsp"));
}
