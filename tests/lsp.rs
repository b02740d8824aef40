//! `signlint lsp` as an editor drives it: the protocol over standard input and output, to the built binary.
#![cfg(feature = "lsp")]

#[path = "lsp/editor.rs"]
mod editor;

use editor::Editor;
use serde_json::{Value, json};
use std::path::Path;

fn rules(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().filter_map(|d| d["code"].as_str()).collect()
}

/// The text with the edits of an action made, by units of UTF-16.
fn edited(text: &str, uri: &str, action: &Value) -> String {
    let byte = |position: &Value| {
        let (line, character) =
            (position["line"].as_u64().expect("a line"), position["character"].as_u64().expect("a column"));
        let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
        let mut units = 0;
        let until = text[start..].char_indices().find(|(_, c)| {
            let there = units >= character;
            units += c.len_utf16() as u64;
            there
        });
        start + until.map_or(text.len() - start, |(at, _)| at)
    };
    let mut edits = action["edit"]["changes"][uri].as_array().expect("edits").clone();
    edits.sort_by_key(|edit| std::cmp::Reverse(byte(&edit["range"]["start"])));
    let mut out = text.to_owned();
    for edit in edits {
        let (from, to) = (byte(&edit["range"]["start"]), byte(&edit["range"]["end"]));
        out.replace_range(from..to, edit["newText"].as_str().expect("a text"));
    }
    out
}

const URI: &str = "file:///nowhere/signs.csv";
const SIGNS: &str = "id,zh,en\nS-1,平安大街,Pingan Avenue\n𠮷-2,出口,Exit\n";

#[test]
fn findings_come_while_typing_and_go_when_mended() {
    let mut editor = Editor::greeted(&["--no-config"], "en");
    let found = editor.open(URI, "csv", SIGNS);
    assert_eq!(rules(&found), ["pinyin/missing-apostrophe"]);
    let finding = &found[0];
    assert_eq!((&finding["severity"], &finding["source"]), (&json!(1), &json!("signlint")));
    assert_eq!(
        finding["range"],
        json!({ "start": { "line": 1, "character": 9 }, "end": { "line": 1, "character": 15 } })
    );
    assert!(finding["message"].as_str().is_some_and(|m| m.contains("Ping'an Avenue")), "{finding}");

    // An incremental change behind a character of two units: Exit becomes Exlt.
    let range = json!({ "start": { "line": 2, "character": 10 }, "end": { "line": 2, "character": 11 } });
    let found = editor.change(URI, 2, json!([{ "range": range, "text": "l" }]));
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(
        found[1]["range"],
        json!({ "start": { "line": 2, "character": 8 }, "end": { "line": 2, "character": 12 } })
    );

    // The whole text at once.
    let mended = SIGNS.replace("Pingan", "Ping'an");
    assert_eq!(editor.change(URI, 3, json!([{ "text": mended }])), Vec::<Value>::new());
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    editor.wait("the end of the findings", |m| m["params"]["uri"] == URI && m["params"]["version"].is_null());
    assert_eq!(editor.close(), (0, String::new()));
}

#[test]
fn quick_fixes_write_the_cell_as_its_format_asks() {
    let po =
        "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\nmsgid \"平安大街\"\nmsgstr \"\"\n\"Pingan \"\n\"Avenue\"\n";
    let json_text = "{\"signs\": [{\"zh\": \"平安大街\", \"en\": \"Pingan \\u0041venue\"}]}\n";
    for (name, language, text, expected) in [
        ("signs.csv", "csv", SIGNS.to_owned(), SIGNS.replace("Pingan Avenue", "Ping'an Avenue")),
        (
            "signs.tsv",
            "tsv",
            "zh\ten\n平安大街\t\"Pingan Avenue\"\n".to_owned(),
            "zh\ten\n平安大街\t\"Ping'an Avenue\"\n".to_owned(),
        ),
        ("marked.csv", "csv", format!("\u{feff}{SIGNS}"), format!("\u{feff}{}", SIGNS.replace("Pingan", "Ping'an"))),
        ("signs.json", "json", json_text.to_owned(), json_text.replace("Pingan \\u0041venue", "Ping'an Avenue")),
        ("signs.po", "po", po.to_owned(), po.replace("\"\"\n\"Pingan \"\n\"Avenue\"", "\"Ping'an Avenue\"")),
        (
            "signs.yaml",
            "yaml",
            "- zh: 平安大街\n  en: Pingan Avenue # 1\n".to_owned(),
            "- zh: 平安大街\n  en: Ping'an Avenue # 1\n".to_owned(),
        ),
    ] {
        let uri = format!("file:///nowhere/{name}");
        let mut editor = Editor::greeted(&["--no-config"], "en");
        let found = editor.open(&uri, language, &text);
        assert_eq!(rules(&found), ["pinyin/missing-apostrophe"], "{name}");
        let actions = editor.actions(&uri, &found[0]["range"], json!({ "diagnostics": found }));
        let first = &actions[0];
        assert_eq!((&first["kind"], &first["isPreferred"]), (&json!("quickfix"), &json!(true)), "{name}");
        assert_eq!(first["title"], "Write “Ping'an Avenue”", "{name}");
        assert_eq!(first["diagnostics"], json!(found), "{name}");
        assert_eq!(edited(&text, &uri, first), expected, "{name}");
        // All that is sure, when the editor asks for it; and nothing left after it.
        let all = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
        let actions = editor.actions(&uri, &all, json!({ "diagnostics": [], "only": ["source.fixAll"] }));
        assert_eq!(actions.len(), 1, "{name}");
        assert_eq!(edited(&text, &uri, &actions[0]), expected, "{name}");
        assert_eq!(editor.change(&uri, 2, json!([{ "text": expected }])), Vec::<Value>::new(), "{name}");
        assert_eq!(editor.close().0, 0);
    }
}

#[test]
fn hover_tells_the_term_its_source_and_how_it_is_read() {
    let mut editor = Editor::greeted(&["--no-config"], "en");
    let text = "zh,en,id\n紧急出口,Emergency Exit,1\n北京市朝阳区市场监督管理局,Bureau,2\n";
    editor.open(URI, "csv", text);
    let hover = editor.at("textDocument/hover", URI, 1, 1);
    let shown = hover["contents"]["value"].as_str().expect("Markdown");
    assert!(shown.contains("jǐn jí chū kǒu") && shown.contains("Emergency Exit") && shown.contains("GB/T"), "{shown}");
    assert_eq!(hover["range"]["end"], json!({ "line": 1, "character": 4 }));
    // A composed name tells its parts.
    let hover = editor.at("textDocument/hover", URI, 2, 15);
    let shown = hover["contents"]["value"].as_str().expect("Markdown");
    assert!(shown.contains("Chaoyang District") && shown.contains("朝阳区"), "{shown}");
    assert!(editor.at("textDocument/hover", URI, 1, 20).is_null(), "not a cell of the sign");
    assert!(editor.at("textDocument/hover", URI, 99, 99).is_null());
    assert!(editor.at("textDocument/hover", "file:///nowhere/not-open.csv", 0, 0).is_null());
    assert_eq!(editor.close().0, 0);
}

#[test]
fn an_english_cell_is_completed_from_the_standard() {
    for (name, text, (line, character), expected) in [
        ("a.csv", "zh,en\n紧急出口,\n", (1, 5), "zh,en\n紧急出口,Emergency Exit\n"),
        ("b.csv", "zh,en\n紧急出口,Emrgncy\n", (1, 8), "zh,en\n紧急出口,Emergency Exit\n"),
        (
            "c.json",
            "[{\"zh\": \"紧急出口\", \"en\": \"\"}]\n",
            (0, 23),
            "[{\"zh\": \"紧急出口\", \"en\": \"Emergency Exit\"}]\n",
        ),
        ("d.po", "msgid \"紧急出口\"\nmsgstr \"\"\n", (1, 8), "msgid \"紧急出口\"\nmsgstr \"Emergency Exit\"\n"),
    ] {
        let mut editor = Editor::greeted(&["--no-config"], "en");
        let uri = format!("file:///nowhere/{name}");
        editor.open(&uri, "plaintext", text);
        let items = editor.at("textDocument/completion", &uri, line, character);
        let first = &items.as_array().expect("a list")[0];
        assert_eq!((&first["label"], &first["preselect"]), (&json!("Emergency Exit"), &json!(true)), "{name}");
        let action = json!({ "edit": { "changes": { uri.as_str(): [first["textEdit"]] } } });
        assert_eq!(edited(text, &uri, &action), expected, "{name}");
        // Not in the Chinese.
        let at_zh = if name.ends_with("po") { (0, 8) } else { (line, if name.ends_with("json") { 10 } else { 1 }) };
        assert_eq!(editor.at("textDocument/completion", &uri, at_zh.0, at_zh.1), json!([]), "{name}");
        assert_eq!(editor.close().0, 0);
    }
}

#[test]
fn the_project_and_the_language_of_the_editor_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri_of = |path: &Path| format!("file://{}", path.display());
    let (config, signs) = (folder.path().join("signlint.toml"), uri_of(&folder.path().join("signs.csv")));
    std::fs::write(&config, "[rules]\n'pinyin/missing-apostrophe' = 'warning'\n").expect("written");
    let mut editor = Editor::greeted(&[], "zh-cn");
    let found = editor.open(&signs, "csv", SIGNS);
    assert_eq!(found[0]["severity"], 2, "the project's level");
    assert!(found[0]["message"].as_str().is_some_and(|m| m.contains("应写作")), "{found:?}");

    std::fs::write(&config, "ignore = ['pinyin']\n").expect("written");
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri_of(&config), "type": 2 }] }));
    assert_eq!(editor.diagnostics(&signs, 1), Vec::<Value>::new());

    std::fs::write(&config, "ignor = ['pinyin']\n").expect("written");
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri_of(&config), "type": 2 }] }));
    let shown = editor.wait("the fault", |m| m["method"] == "window/showMessage");
    assert!(shown["params"]["message"].as_str().is_some_and(|m| m.contains("ignore") && m.contains(":1:1")), "{shown}");
    assert_eq!(editor.close().0, 0);
}

#[test]
fn english_and_chinese_may_stand_in_two_files() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("zh.json"), "{\"street\": \"平安大街\"}\n").expect("written");
    let uri = format!("file://{}/en.json", folder.path().display());
    std::fs::write(folder.path().join("en.json"), "{}").expect("written");
    let mut editor = Editor::greeted(&["--no-config"], "en");
    let text = "{\n  \"street\": \"Pingan Avenue\"\n}\n";
    let found = editor.open(&uri, "json", text);
    assert_eq!(rules(&found), ["pinyin/missing-apostrophe"]);
    assert_eq!(found[0]["range"]["start"], json!({ "line": 1, "character": 13 }));
    let actions = editor.actions(&uri, &found[0]["range"], json!({ "diagnostics": [] }));
    assert_eq!(edited(text, &uri, &actions[0]), text.replace("Pingan", "Ping'an"));
    assert_eq!(editor.close().0, 0);
}

#[test]
fn a_text_that_breaks_while_typing_is_told_where() {
    let mut editor = Editor::greeted(&["--no-config"], "en");
    let uri = "file:///nowhere/signs.json";
    assert!(editor.open(uri, "json", "[\n{\"zh\": \"出口\", \"en\": \"Exit\"}\n]").is_empty());
    let found = editor.change(uri, 2, json!([{ "text": "[\n{\"zh\": \"出口\", \"en\": }\n]" }]));
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["severity"], &found[0]["range"]["start"]["line"]), (&json!(2), &json!(1)), "{found:?}");
    assert!(editor.change(uri, 3, json!([{ "text": "[\n{\"zh\": \"出口\", \"en\": \"Exit\"}\n]" }])).is_empty());
    // Files that hold no signs are left alone, whole or broken.
    assert!(editor.open("file:///nowhere/package.json", "json", "{\"name\": \"x\"}").is_empty());
    assert!(editor.open("file:///nowhere/broken.json", "json", "{\"name\": ").is_empty());
    assert!(editor.open("file:///nowhere/data.csv", "csv", "a,b\n1,2\n").is_empty());
    // A document that was never saved, known by the editor's word for it.
    let unsaved = editor.open("untitled:Untitled-1", "po", "msgid \"平安大街\"\nmsgstr \"Pingan Avenue\"\n");
    assert_eq!(rules(&unsaved), ["pinyin/missing-apostrophe"]);
    assert_eq!(editor.close().0, 0);
}

#[test]
fn bad_requests_are_refused_and_the_session_goes_on() {
    let mut editor = Editor::start(&["--no-config"]);
    let early = editor.ask("textDocument/hover", json!({}));
    assert_eq!(early["error"]["code"], -32002, "before the greeting");
    editor.ask("initialize", json!({ "capabilities": 7, "locale": [] }));
    editor.tell("initialized", json!({}));
    assert_eq!(editor.ask("no/such-method", json!({}))["error"]["code"], -32601);
    assert_eq!(editor.ask("textDocument/hover", json!({ "textDocument": 7 }))["error"]["code"], -32602);
    assert_eq!(editor.ask("textDocument/completion", Value::Null)["error"]["code"], -32602);
    editor.tell("textDocument/didOpen", json!([1, 2]));
    editor
        .tell("textDocument/didChange", json!({ "textDocument": { "uri": URI, "version": 1 }, "contentChanges": [] }));
    editor.tell("no/such-notification", json!({}));
    editor.open(URI, "csv", SIGNS);
    // Ranges that are backwards or beyond the text.
    let range = json!({ "start": { "line": 4_000_000, "character": 0 }, "end": { "line": 0, "character": 4_000_000 } });
    editor.change(URI, 2, json!([{ "range": range, "text": "\r\n\u{0}𠮷" }]));
    assert!(editor.actions(URI, &range, json!({ "diagnostics": [] })).len() < 9);
    let shutdown = editor.ask("shutdown", Value::Null);
    assert_eq!(shutdown["result"], Value::Null);
    assert_eq!(editor.ask("textDocument/hover", json!({}))["error"]["code"], -32600, "after the shutdown");
    editor.tell("exit", Value::Null);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn an_editor_that_leaves_without_a_word_leaves_no_server_behind() {
    let editor = Editor::greeted(&["--no-config"], "en");
    assert_eq!(editor.end().0, 1);
    let mut editor = Editor::greeted(&["--no-config"], "en");
    editor.tell("exit", Value::Null);
    assert_eq!(editor.end().0, 1);
    let mut editor = Editor::greeted(&["--no-config"], "en");
    editor.write(b"Content-Length: 9\r\n\r\nnot json!");
    let (code, said) = editor.end();
    assert_eq!(code, 2);
    assert!(said.contains("cannot be read") && !said.contains("panicked"), "{said}");
}
