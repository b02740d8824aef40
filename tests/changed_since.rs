//! `check --changed-since`: a repository in which commits break a sign, mend it, and leave old findings alone.

mod common;

use common::signlint;
use std::path::Path;
use std::process::Command;

/// A repository in a folder of its own.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("a folder"));
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository
    }

    fn git(&self, args: &[&str]) -> String {
        let settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
        let output = Command::new("git")
            .arg("-C")
            .arg(self.0.path())
            .args(settings)
            .args(args)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git runs");
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }

    /// Writes a file and commits everything: the commit's id.
    fn commit(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        self.write(name, bytes);
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "-m", name]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn check(&self, args: &[&str]) -> (i32, String, String) {
        check_in(self.0.path(), args)
    }
}

fn check_in(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = signlint();
    let output = command.current_dir(folder).arg("check").args(args).output().expect("runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

const OLD: &str = "id,zh,en\nS-1,平安大街,Pingan Avenue\nS-2,出口,Exit\n";
const BROKEN: &str = "id,zh,en\nS-1,平安大街,Pingan Avenue\nS-2,出口,Exit\nS-3,消火栓,Fire Hidrant\n";
const MENDED: &str = "id,zh,en\nS-1,平安大街,Pingan Avenue\nS-2,出口,Exit\nS-3,消火栓,Fire Hydrant\n";

#[test]
fn a_broken_sign_fails_and_a_mended_one_passes() {
    let repository = Repository::new();
    let first = repository.commit("signs.csv", OLD);
    assert_eq!(repository.check(&["."]).0, 1, "the old finding is there");
    assert_eq!(repository.check(&[".", "--changed-since", "HEAD"]).0, 0, "and nobody touched it");

    let broken = repository.commit("signs.csv", BROKEN);
    let (code, out, _) = repository.check(&["signs.csv", "--changed-since", &first, "--format", "jsonl"]);
    assert_eq!(code, 1);
    assert!(!out.is_empty() && out.lines().all(|line| line.contains("\"S-3\"")), "{out}");

    repository.commit("signs.csv", MENDED);
    let (code, out, _) = repository.check(&["signs.csv", "--changed-since", &broken, "--format", "jsonl"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert_eq!(repository.check(&["signs.csv", "--changed-since", &first]).0, 0);
    assert_eq!(repository.check(&["signs.csv"]).0, 1, "without it all are told");
}

#[test]
fn old_findings_in_the_baseline_stay_silent() {
    let repository = Repository::new();
    repository.commit("signs.csv", OLD);
    assert_eq!(repository.check(&["signs.csv", "--baseline", "known.json", "--write-baseline"]).0, 0);
    repository.git(&["add", "--all"]);
    repository.git(&["commit", "--quiet", "-m", "baseline"]);
    // The line of the old finding moves and is touched, its text is not.
    let shuffled = "id,zh,en\nS-2,出口,Exit\nS-1,平安大街,Pingan Avenue\nS-3,消火栓,Fire Hidrant\n";
    repository.write("signs.csv", shuffled);
    let (code, out, _) =
        repository.check(&["signs.csv", "--baseline", "known.json", "--changed-since", "HEAD", "--format", "jsonl"]);
    assert_eq!(code, 1);
    assert!(!out.is_empty() && out.lines().all(|line| line.contains("\"S-3\"")), "{out}");
    repository.write("signs.csv", shuffled.replace("Hidrant", "Hydrant"));
    assert_eq!(repository.check(&["signs.csv", "--baseline", "known.json", "--changed-since", "HEAD"]).0, 0);
}

#[test]
fn new_files_count_whole_whatever_their_names() {
    let repository = Repository::new();
    repository.commit("signs.csv", OLD);
    repository.write("场馆 \"一\"/新标识.csv", OLD);
    let (code, out, _) = repository.check(&[".", "--changed-since", "HEAD", "--format", "jsonl"]);
    assert_eq!(code, 1);
    assert!(out.lines().all(|line| line.contains("新标识.csv")) && !out.is_empty(), "{out}");
    repository.commit("场馆 \"一\"/新标识.csv", OLD);
    assert_eq!(repository.check(&[".", "--changed-since", "HEAD"]).0, 0);
    repository.write("场馆 \"一\"/新标识.csv", BROKEN);
    let out = repository.check(&[".", "--changed-since", "HEAD", "--format", "jsonl"]).1;
    assert!(!out.is_empty() && out.lines().all(|line| line.contains("\"S-3\"")), "{out}");
}

#[test]
fn a_pair_over_several_lines_is_touched_by_either() {
    let pair = |zh, en| {
        format!(
            "[\n  {{\n    \"zh\": \"平安大街\",\n    \"en\": \"Pingan Avenue\"\n  }},\n  {{\n    \"zh\": \"{zh}\",\n    \"en\": \"{en}\"\n  }}\n]\n"
        )
    };
    let repository = Repository::new();
    repository.commit("signs.json", pair("出口", "Exit"));
    // The Chinese changes, and the English on the next line is wrong now.
    repository.write("signs.json", pair("入口", "Exit"));
    let (code, out, _) = repository.check(&["signs.json", "--changed-since", "HEAD", "--format", "jsonl"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.lines().all(|line| line.contains("入口")), "{out}");
}

#[test]
fn of_a_workbook_the_signs_that_are_new_count() {
    let workbook = |text: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, cell).expect("written");
            }
        }
        book.save_to_buffer().expect("a workbook")
    };
    let repository = Repository::new();
    repository.commit("signs.xlsx", workbook(OLD));
    repository.write("signs.xlsx", workbook(BROKEN));
    let (code, out, _) = repository.check(&["signs.xlsx", "--changed-since", "HEAD", "--format", "jsonl"]);
    assert_eq!(code, 1);
    assert!(!out.is_empty() && out.lines().all(|line| line.contains("\"S-3\"")), "{out}");
}

#[test]
fn what_others_changed_on_the_main_branch_does_not_count() {
    let repository = Repository::new();
    repository.commit("signs.csv", OLD);
    repository.git(&["switch", "--quiet", "-c", "mine"]);
    repository.commit("mine.csv", "zh,en\n出口,Exit\n");
    repository.git(&["switch", "--quiet", "main"]);
    repository.commit("signs.csv", OLD.replace("Pingan Avenue", "Ping'an Avenue"));
    repository.git(&["switch", "--quiet", "mine"]);
    // Against main the old line differs; this branch has not touched it.
    assert_eq!(repository.check(&[".", "--changed-since", "main"]).0, 0);
}

#[test]
fn faults_are_told() {
    let repository = Repository::new();
    repository.commit("signs.csv", OLD);
    let (code, _, err) = repository.check(&["signs.csv", "--changed-since", "no-such-branch"]);
    assert_eq!(code, 2);
    assert!(err.contains("no-such-branch") && err.contains("no such revision"), "{err}");
    let (code, _, err) = repository.check(&["signs.csv", "--changed-since=--output=stolen"]);
    assert_eq!((code, repository.0.path().join("stolen").exists()), (2, false), "{err}");

    let bare = tempfile::tempdir().expect("a folder");
    std::fs::write(bare.path().join("signs.csv"), OLD).expect("written");
    let (code, _, err) = check_in(bare.path(), &["signs.csv", "--changed-since", "HEAD"]);
    assert_eq!(code, 2);
    assert!(err.contains("not in a git repository"), "{err}");
    let (code, _, err) = check_in(bare.path(), &["signs.csv", "--changed-since", "HEAD", "--lang", "zh"]);
    assert_eq!(code, 2);
    assert!(err.contains("不在 git 仓库中"), "{err}");
}
