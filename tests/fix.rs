//! `signlint fix` and `signlint.toml`, from the built binary.

mod common;

use common::run;
use std::fs;

#[test]
fn a_diff_is_shown_and_nothing_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("signs.csv");
    let text = "id,zh,en\n1,顾客止步,Staff Only.\n2,出口,Exit\n";
    fs::write(&path, text).expect("written");
    let (code, out, _) = run(&["fix", &path.to_string_lossy()], "");
    assert_eq!(code, 1);
    assert!(out.contains("- Staff Only.") && out.contains("+ Staff Only") && out.contains("signs.csv:2"), "{out}");
    assert_eq!(fs::read_to_string(&path).expect("read"), text);
}

#[test]
fn only_faulty_cells_change_byte_for_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("signs.csv");
    let text = "\u{feff}编号;中文;英文;备注\r\n1;\"顾客止步\";\"Staff Only.\";\"a \"\"b\"\"\"\r\n2;出口;Exit;\r\n3;注意防火;CAUTION  Fire Risk;x";
    fs::write(&path, text).expect("written");
    let (code, _, err) = run(&["fix", "--write", &path.to_string_lossy()], "");
    assert_eq!(code, 0, "{err}");
    let expected = text.replace("Staff Only.", "Staff Only").replace("CAUTION  Fire", "CAUTION Fire");
    assert_eq!(fs::read_to_string(&path).expect("read"), expected);
}

#[test]
fn fixing_again_changes_nothing_and_the_claimed_findings_are_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    for sample in ["city-signs.csv", "games-venue.csv", "hospital.tsv", "subway-line-1.csv"] {
        let path = folder.path().join(sample);
        fs::copy(format!("samples/{sample}"), &path).expect("copied");
        let path = path.to_string_lossy();
        for all in [&["--write"][..], &["--write", "--unsafe"]] {
            let arguments = |extra: &[&'static str]| {
                ["fix", &*path].iter().chain(extra).map(|a| (*a).to_owned()).collect::<Vec<_>>()
            };
            let owned = arguments(all);
            let refs: Vec<&str> = owned.iter().map(String::as_str).collect();
            assert_eq!(run(&refs, "").0, 0);
            let once = fs::read(&*path).expect("read");
            assert_eq!(run(&refs, "").0, 0);
            assert!(fs::read(&*path).expect("read") == once, "{sample} {all:?}");
        }
    }
}

#[test]
fn rows_that_repeat_a_sign_are_mended_alike_but_for_what_each_accepts() {
    let signs = "zh,en,signlint\n顾客止步,Staff Only.,\n顾客止步,Staff Only.,typography: as on the plate\n出口,Exit,\n\
                 顾客止步,Staff Only.,\n顾客止步,\"Staff Only.\",\n";
    let (code, out, err) = run(&["fix", "-", "-o", "-"], signs);
    let mended = "zh,en,signlint\n顾客止步,Staff Only,\n顾客止步,Staff Only.,typography: as on the plate\n出口,Exit,\n\
                  顾客止步,Staff Only,\n顾客止步,\"Staff Only\",\n";
    assert_eq!((code, out.as_str()), (0, mended), "{err}");
    assert!(err.starts_with("3 signs mended"), "{err}");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let (code, out, _) = run(&["fix", "-", "-o", "-"], "zh,en\n顾客止步,Staff Only.\n");
    assert_eq!((code, out.as_str()), (0, "zh,en\n顾客止步,Staff Only\n"));
}

#[test]
fn an_encoding_that_cannot_hold_the_fix_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("signs.csv");
    let mut bytes = "zh,en\n顾客止步,Staff Only.\n出口,Ex".as_bytes().to_vec();
    bytes.extend([0xff, b'\n']);
    fs::write(&path, &bytes).expect("written");
    let (code, _, err) = run(&["fix", "--write", &path.to_string_lossy()], "");
    assert_eq!(code, 2);
    assert!(err.contains("UTF-8"), "{err}");
    assert_eq!(fs::read(&path).expect("read"), bytes);
}

#[test]
fn a_project_sets_levels_by_rule_and_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir(root.join("menus")).expect("made");
    let signs = "zh,en\n顾客止步,Staff Only.\n";
    fs::write(root.join("signs.csv"), signs).expect("written");
    fs::write(root.join("menus/a.csv"), signs).expect("written");
    fs::write(
        root.join("signlint.toml"),
        "[rules]\n'typography/trailing-stop' = 'error'\n[[overrides]]\nfiles = ['menus/**']\nrules = { typography = 'off' }\n",
    )
    .expect("written");
    let (code, out, _) = run(&["check", &root.to_string_lossy(), "--format", "jsonl"], "");
    assert_eq!(code, 1, "{out}");
    assert_eq!(out.lines().count(), 1, "{out}");
    assert!(out.contains("\"level\":\"error\"") && out.contains("signs.csv") && !out.contains("menus"), "{out}");
    let (code, ..) = run(&["check", &root.to_string_lossy(), "--no-config"], "");
    assert_eq!(code, 0);
}

#[test]
fn a_faulty_configuration_is_told_by_place() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("signlint.toml"), "profile = 'beijing'\nfail_on = 'error'\n").expect("written");
    fs::write(folder.path().join("signs.csv"), "zh,en\n出口,Exit\n").expect("written");
    let (code, _, err) = run(&["check", &folder.path().to_string_lossy(), "--lang", "en"], "");
    assert_eq!(code, 2);
    assert!(err.contains("signlint.toml:2:1") && err.contains("did you mean `fail-on`?"), "{err}");
}

#[test]
fn init_writes_a_configuration_that_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("signs.csv"), "中文,英文\n出口,Exit\n").expect("written");
    let path = folder.path().to_string_lossy().into_owned();
    for lang in ["en", "zh"] {
        assert_eq!(run(&["init", &path, "--force", "--lang", lang], "").0, 0);
        assert_eq!(run(&["check", &path], "").0, 0);
    }
    assert_eq!(run(&["init", &path], "").0, 2);
}

#[test]
fn a_baseline_silences_old_findings_and_no_new_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (signs, baseline) = (at("signs.csv"), at("base.json"));
    fs::write(&signs, "id,zh,en\n1,消火栓,Fire Hidrant\n").expect("written");
    let arguments = ["check", &signs, "--baseline", &baseline, "--write-baseline"];
    assert_eq!(run(&arguments, "").0, 0);
    fs::write(&signs, "id,zh,en\n0,出口,Exit\n1,消火栓,Fire Hidrant\n").expect("written");
    assert_eq!(run(&arguments[..4], "").0, 0, "an old finding that moved");
    fs::write(&signs, "id,zh,en\n1,消火栓,Fire Hidrant\n2,紧急出口,Emergancy Exit\n").expect("written");
    let (code, out, _) = run(&arguments[..4], "");
    assert_eq!(code, 1);
    assert!(out.contains("Emergancy") && !out.contains("Hidrant"), "{out}");
}

/// Signs with several faults each, the cells of which are quoted, spaced and encoded in ways that must survive.
const FAULTY: &str = "\u{feff}编号;中文;英文;备注\r\n\
    1;消火栓;\"Fire  Hidrant.\";\" a \"\"b\"\" \"\r\n\
    2;\"东二环路\";\"East 2rd Ring Road\"; x\r\n\
    3;出口;Exit;\r\n\
    4;请勿触摸;Please Don't Touch！;y\r\n\
    5;西安门大街;Xianmen Street;z";

#[test]
fn several_fixes_in_one_cell_compose_and_all_other_bytes_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("signs.csv");
    fs::write(&path, FAULTY).expect("written");
    let (code, _, err) = run(&["fix", "--write", "--unsafe", &path.to_string_lossy()], "");
    assert_eq!(code, 0, "{err}");
    let expected = FAULTY
        .replace("Fire  Hidrant.", "Fire Hydrant")
        .replace("2rd", "2nd")
        .replace("Please Don't Touch！", "Please Do Not Touch")
        .replace("Xianmen", "Xi'anmen");
    let written = fs::read_to_string(&path).expect("read");
    assert_eq!(written.replace("Touch!", "Touch"), expected);
}

/// The findings of one file as (row, rule, level).
fn findings(path: &str) -> Vec<(u64, String, String)> {
    let (_, out, _) = run(&["check", path, "--format", "jsonl", "--fail-on", "never", "--ignore", "consistency"], "");
    out.lines()
        .map(|line| {
            let f: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let text = |key: &str| f[key].as_str().expect("a text").to_owned();
            (f["row"].as_u64().expect("a row"), text("rule"), text("level"))
        })
        .collect()
}

#[test]
fn what_a_fix_claims_to_mend_is_gone_and_no_error_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    for sample in ["city-signs.csv", "games-venue.csv", "hospital.tsv", "subway-line-1.csv"] {
        let path = folder.path().join(sample);
        fs::copy(format!("samples/{sample}"), &path).expect("copied");
        let path = path.to_string_lossy();
        let before = findings(&path);
        let (_, told, _) = run(&["fix", &path, "--unsafe", "--diff"], "");
        assert_eq!(run(&["fix", "--write", "--unsafe", &path], "").0, 0);
        let after = findings(&path);
        for (row, rule, level) in &after {
            assert!(
                before.iter().any(|(r, ru, _)| r == row && ru == rule) || level != "error",
                "{sample}: {row} {rule} is new"
            );
        }
        // Every change is told with the rules that it serves: a `-` line, a `+` line.
        let changed = told.lines().filter(|line| line.starts_with("+ ")).count();
        let errors = |of: &[(u64, String, String)]| of.iter().filter(|f| f.2 == "error").count();
        assert!(changed == 0 || after.len() < before.len(), "{sample}: {} then {}", before.len(), after.len());
        assert!(errors(&after) <= errors(&before), "{sample}");
    }
}

#[test]
fn standard_input_is_not_rewritten_in_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = common::signlint()
        .args(["fix", "-", "--write"])
        .current_dir(folder.path())
        .write_stdin("zh,en\n平安大街,Pingan Avenue\n")
        .output()
        .expect("runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && err.contains("-o -"), "{err}");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "a file called - was written");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
    std::fs::write(&real, "zh,en\n平安大街,Pingan Avenue\n").expect("written");
    std::fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).expect("set");
    std::os::unix::fs::symlink("real.csv", &link).expect("linked");
    let output = common::signlint().args(["fix", "--write"]).arg(&link).output().expect("runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "1 sign mended in 1 file\n");
    assert!(link.symlink_metadata().expect("there").is_symlink());
    assert_eq!(std::fs::read_to_string(&real).expect("read"), "zh,en\n平安大街,Ping'an Avenue\n");
    assert_eq!(real.metadata().expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing else is left");
}
