use super::*;

fn parse(text: &str) -> Result<Project, ConfigError> {
    Project::parse(Path::new("/p/signlint.toml"), text)
}

#[test]
fn a_whole_file_is_read() {
    let project = parse(
        "profile = 'winter-games'\nlevel = 'warning'\nfail-on = 'never'\nignore = ['case']\nglossaries = ['own.csv']\n\
         lang = 'zh'\n[columns]\nzh = '中文'\nen = 3\n[rules]\n'number/mismatch' = 'warning'\n\
         [[overrides]]\nfiles = ['menus/**']\nrules = { spelling = 'off' }\n",
    )
    .expect("valid");
    assert_eq!(project.columns.as_deref(), Some("zh=中文,en=3"));
    assert_eq!(project.glossaries, [PathBuf::from("/p/own.csv")]);
    assert_eq!(project.fail_on, Some(None));
    assert!(project.overrides[0].fits("/p/menus/a.csv") && !project.overrides[0].fits("/p/signs.csv"));
}

#[test]
fn own_rules_are_read_and_keep_their_examples() {
    let project = parse(
        "[[custom]]\ncode = 'venue/no-lift'\nzh = '电梯'\nen = '(?i)lift'\nmessage = 'we say Elevator'\nwrite = 'Elevator'\n\
         bad = [['电梯', 'Lift']]\ngood = [['电梯', 'Elevator'], ['垂直电梯', 'Lift']]\n[rules]\nvenue = 'error'\n",
    )
    .expect("valid");
    let rule = &project.custom[0];
    assert_eq!(rule.check("电梯", "VIP Lift")[0].suggestion.as_deref(), Some("VIP Elevator"));
    assert_eq!(rule.broken_examples().len(), 1);
    for (text, place) in [
        ("[[custom]]\ncode = 'venue'\nzh = 'x'\nmessage = 'm'\n", "signlint.toml:2:9"),
        ("[[custom]]\ncode = 'a/b'\nen = '(x'\nmessage = 'm'\n", "signlint.toml:3:7"),
        ("[[custom]]\ncode = 'a/b'\nmessage = 'm'\n", "signlint.toml:2:9"),
    ] {
        let error = parse(text).expect_err("faulty");
        assert!(error.en.contains(place), "{}", error.en);
    }
}

#[test]
fn acceptances_fit_by_rule_file_and_text() {
    let project =
        parse("[[accept]]\nrules = ['case']\nfiles = ['menus/**']\nzh = '出口'\nreason = 'the plate hangs already'\n")
            .expect("valid");
    let accepts = |file, rule, zh| project.accepted[0].fits(file, rule, zh, "exit");
    assert!(accepts("/p/menus/a.csv", "case/headline", "出口"));
    assert!(!accepts("/p/signs.csv", "case/headline", "出口"));
    assert!(!accepts("/p/menus/a.csv", "spelling/misspelled-word", "出口"));
    assert!(!accepts("/p/menus/a.csv", "case/headline", "入口"));
    assert!(parse("[[accept]]\nrules = ['case']\n").is_err(), "a reason is needed");
}

#[test]
fn faults_name_place_and_nearest_key() {
    for (text, place, near) in [
        ("profil = 'beijing'\n", "signlint.toml:1:1", "`profile`"),
        ("\n[rules]\n'number/mismach' = 'off'\n", "signlint.toml:3:2", "`number/mismatch`"),
        ("level = 'warnin'\n", "signlint.toml:1:9", "`warning`"),
        ("ignore = ['cas']\n", "signlint.toml:1:12", "`case`"),
        ("level = \n", "signlint.toml:1", ""),
        ("level = 3\n", "signlint.toml:1:9", "a name in quotes"),
        ("select = 'case'\n", "signlint.toml:1:10", "a list in brackets"),
        ("[columns]\nzhh = 'a'\n", "signlint.toml:2:1", "`zh`"),
        ("[columns]\nzh = true\n", "signlint.toml:2:6", "a header name"),
        ("[[accept]]\nrules = ['case']\n", "signlint.toml:1:1", "`reason` is missing"),
        ("[[custom]]\ncode = 'a/b'\nen = 'x'\nmessage = 3\n", "signlint.toml:4:11", "one text in quotes"),
        ("[[custom]]\ncode = 'a/b'\nen = '(x)'\nmessage = 'm'\nwrite = '$2'\n", "signlint.toml:5:10", "`$2`"),
        (
            "[[custom]]\ncode = 'a/b'\nen = 'x'\nmessage = 'm'\n[[custom]]\ncode = 'a/b'\nen = 'y'\nmessage = 'm'\n",
            "signlint.toml:6:9",
            "its own code",
        ),
    ] {
        let error = parse(text).expect_err("faulty");
        assert!(error.en.contains(place) && error.en.contains(near), "{}", error.en);
        assert!(error.zh.contains("signlint.toml:"), "{}", error.zh);
    }
}

#[test]
fn the_schema_lists_every_key_and_no_other() {
    let schema = include_str!("../../../schema/signlint.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
    let mut listed: Vec<&str> =
        schema["properties"].as_object().expect("properties").keys().map(String::as_str).collect();
    let mut keys = KEYS.to_vec();
    listed.sort_unstable();
    keys.sort_unstable();
    assert_eq!(listed, keys);
    // What the reader takes, as its own message lists it, and what the schema lists for the same table.
    let properties = |path: &[&str]| {
        let table = path.iter().fold(&schema, |table, step| &table["properties"][step]);
        let table = if table["type"] == "array" { &table["items"] } else { table };
        let mut keys: Vec<String> = table["properties"].as_object().expect("a table").keys().cloned().collect();
        keys.sort_unstable();
        keys
    };
    for (path, text) in [
        (&[][..], "zzz = 1"),
        (&["columns"], "[columns]\nzzz = 1"),
        (&["overrides"], "[[overrides]]\nzzz = 1"),
        (&["custom"], "[[custom]]\nzzz = 1"),
        (&["accept"], "[[accept]]\nzzz = 1"),
    ] {
        let error = parse(text).expect_err("faulty").en;
        let list = error.split("expected one of ").nth(1).and_then(|rest| rest.lines().next()).expect("a list");
        let mut taken: Vec<String> = list.split(", ").map(str::to_owned).collect();
        taken.sort_unstable();
        assert_eq!(taken, properties(path), "{path:?}");
    }
}
