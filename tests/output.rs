//! Where results go: files that are replaced whole, standard output, devices; and what must not be written over.

mod common;

use common::run;
use std::fs;

const SIGNS: &str = "zh,en\n出口,Exitt\n";

#[test]
fn an_inventory_is_not_replaced_by_its_findings() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("signs.csv");
    fs::write(&path, SIGNS).expect("written");
    let path = path.to_string_lossy();
    for command in ["check", "report"] {
        let (code, _, err) = run(&[command, &path, "-o", &path, "--no-config"], "");
        assert!(code == 2 && err.contains("replace the inventory itself") && err.contains("\n  "), "{err}");
        assert_eq!(fs::read_to_string(&*path).expect("read"), SIGNS);
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named_with_a_remedy() {
    let commands: [&[&str]; 5] = [
        &["check", "-", "-o"],
        &["report", "-", "-o"],
        &["fix", "-", "-o"],
        &["suggest", "--input", "-", "--fill", "-o"],
        &["check", "-", "--write-baseline", "--baseline"],
    ];
    for command in commands {
        for (lang, says) in [("en", "cannot be written"), ("zh", "无法写入")] {
            let arguments = [command, &["/no/such/folder/out", "--no-config", "--lang", lang]].concat();
            let (code, _, err) = run(&arguments, SIGNS);
            assert!(code == 2 && err.contains("/no/such/folder/out") && err.contains(says), "{command:?}: {err}");
            assert!(!err.contains(".signlint-"), "{err}");
        }
    }
}

#[test]
fn a_dash_is_standard_output() {
    for command in [&["check", "-", "--format", "jsonl"][..], &["report", "-", "--format", "json"], &["fix", "-"]] {
        let (_, out, err) = run(&[command, &["-o", "-", "--no-config"]].concat(), SIGNS);
        assert!(!out.is_empty(), "{command:?}: {err}");
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|s| s.success()));
    let read = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("read")
    });
    let (code, _, err) =
        run(&["fix", "-", "-o", &pipe.to_string_lossy(), "--no-config"], "zh,en\n顾客止步,Staff Only.\n");
    assert_eq!((code, read.join().expect("ends").as_str()), (0, "zh,en\n顾客止步,Staff Only\n"), "{err}");
    assert!(fs::metadata(&pipe).is_ok_and(|m| m.file_type().is_fifo()));
}
