//! `signlint serve` over its socket: answers, refusals, limits, and an orderly stop. The requests are written by hand,
//! so that malformed, oversized and slow ones can be sent too.
#![cfg(feature = "serve")]

mod common;
#[path = "serve/server.rs"]
mod server;

use serde_json::{Value, json};
use server::{Server, answer};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

const CSV: &[u8] = "id,zh,en\n1,平安大街,Pingan Avenue\n2,出口,Exit\n".as_bytes();

#[test]
fn a_sign_is_checked_and_mended() {
    let server = Server::start(&[]);
    let checked = server.post("/api/check", &json!({"zh": "平安大街", "en": "Pingan Avenue"}));
    assert_eq!(checked.status, 200);
    let body = checked.json();
    assert_eq!(body["findings"][0]["rule"], "pinyin/missing-apostrophe");
    assert_eq!((&body["findings"][0]["start"], &body["findings"][0]["end"]), (&json!(0), &json!(6)));
    assert_eq!(body["findings"][0]["after"]["en"], "Ping'an Avenue");
    assert_eq!(body["mended"]["en"], "Ping'an Avenue");
    assert!(body["findings"][0]["message"]["zh"].as_str().is_some_and(|m| m.contains("隔音符号")));
    let clean = server.post("/api/check", &json!({"zh": "出口", "en": "Exit"})).json();
    assert_eq!((&clean["findings"], &clean["mended"]), (&json!([]), &Value::Null));
    // What is too long for a sign is checked and not mended as a whole.
    let long = server.post("/api/check", &json!({"zh": "平安大街", "en": "Pingan Avenue ".repeat(100)})).json();
    assert!(long["findings"].as_array().is_some_and(|f| !f.is_empty()) && long["mended"].is_null());
}

#[test]
fn suggestions_terms_and_rules_are_told() {
    let server = Server::start(&[]);
    let suggested = server.post("/api/suggest", &json!({"zh": "惠新东街", "kind": "traffic-guide"})).json();
    assert_eq!((&suggested["en"], &suggested["method"]), (&json!("Huixin East St"), &json!("composed")));
    assert_eq!(suggested["aloud"], "huì xīn dōng jiē");
    let found = server.get("/api/lookup?q=palace%20museum&limit=3").json();
    assert!(
        found["hits"]
            .as_array()
            .is_some_and(|h| h.iter().any(|e| e["zh"].as_str().is_some_and(|z| z.contains("故宫"))))
    );
    let rules = server.get("/api/rules").json();
    assert!(rules["rules"].as_array().is_some_and(|r| r.len() > 50));
    assert_eq!(server.get("/api/rules/pinyin/missing-apostrophe").json()["level"], "error");
}

#[test]
fn every_route_is_in_the_document_and_every_documented_route_answers() {
    let server = Server::start(&[]);
    let document = server.get("/api/openapi.json").json();
    let paths = document["paths"].as_object().expect("paths");
    let mut known: Vec<&str> = paths.keys().map(String::as_str).collect();
    known.sort_unstable();
    assert_eq!(
        known,
        [
            "/api/check",
            "/api/files/check",
            "/api/files/fix",
            "/api/lookup",
            "/api/rules",
            "/api/rules/{family}/{rule}",
            "/api/suggest"
        ]
    );
    for (path, methods) in paths {
        for method in methods.as_object().expect("methods").keys() {
            let path = path.replace("{family}", "pinyin").replace("{rule}", "v-for-u");
            let status = server.send(&method.to_uppercase(), &path, "", b"").status;
            assert!(status != 404 && status != 405, "{method} {path}: {status}");
        }
    }
    let (code, printed, _) = common::run(&["serve", "--openapi"], "");
    assert_eq!((code, serde_json::from_str::<Value>(&printed).expect("JSON")), (0, document));
}

#[test]
fn a_file_is_checked_as_a_stream_and_mended_byte_for_byte() {
    let server = Server::start(&[]);
    let checked = server.check_file("signs.csv", CSV);
    assert!(checked.status == 200 && checked.head.contains("application/x-ndjson"), "{}", checked.head);
    let lines = checked.lines();
    let events: Vec<&str> = lines.iter().filter_map(|l| l["event"].as_str()).collect();
    assert_eq!(events, ["begin", "sign", "progress", "end"]);
    assert_eq!((&lines[1]["row"], &lines[1]["line"], &lines[1]["id"]), (&json!(1), &json!(2), &json!("1")));
    assert_eq!((&lines[3]["signs"], &lines[3]["errors"]), (&json!(2), &json!(1)));

    let fixed = server.fix_file("a/b/signs.csv", CSV, &json!({"mend": "safe"}));
    assert_eq!(
        String::from_utf8(fixed.body).expect("UTF-8"),
        String::from_utf8_lossy(CSV).replace("Pingan", "Ping'an")
    );
    assert!(fixed.head.contains("filename*=utf-8''signs.corrected.csv"), "{}", fixed.head);
    let told = json!({"changes": [{"row": 2, "en": "Way \"Out\", here"}]});
    let changed = server.fix_file("signs.csv", CSV, &told);
    assert!(String::from_utf8(changed.body).expect("UTF-8").ends_with("2,出口,\"Way \"\"Out\"\", here\"\n"));
    assert_eq!(server.fix_file("signs.csv", CSV, &json!({})).body, CSV);
}

#[test]
fn the_stream_finds_what_check_finds() {
    let server = Server::start(&[]);
    let sample = std::fs::read("samples/city-signs.csv").expect("the sample");
    let mut streamed: Vec<(u64, String)> = Vec::new();
    for line in server.check_file("city-signs.csv", &sample).lines().iter().filter(|l| l["event"] == "sign") {
        let row = line["row"].as_u64().expect("a row");
        let findings = line["findings"].as_array().expect("findings");
        streamed.extend(findings.iter().map(|f| (row, f["rule"].as_str().unwrap_or("").to_owned())));
    }
    let (_, out, _) = common::run(&["check", "samples/city-signs.csv", "--no-config", "--format", "jsonl"], "");
    let told = |l: &str| {
        let finding: Value = serde_json::from_str(l).expect("JSON");
        (finding["row"].as_u64().expect("a row"), finding["rule"].as_str().unwrap_or("").to_owned())
    };
    let mut checked: Vec<(u64, String)> = out.lines().map(told).collect();
    streamed.sort();
    checked.sort();
    assert_eq!(streamed, checked);
}

#[test]
fn malformed_requests_are_refused_in_both_languages() {
    let server = Server::start(&[]);
    let json = "Content-Type: application/json\r\n";
    for (status, method, path, headers, body) in [
        (400, "POST", "/api/check", json, &b"{\"zh\":"[..]),
        (422, "POST", "/api/check", json, b"{\"zh\":\"a\"}"),
        (422, "POST", "/api/check", json, b"{\"zh\":\"a\",\"en\":\"b\",\"more\":1}"),
        (422, "POST", "/api/check", json, "{\"zh\":\"a\",\"en\":\"b\",\"kind\":\"nonsense\"}".as_bytes()),
        (400, "POST", "/api/check", json, b"{\"zh\":\"\xff\",\"en\":\"b\"}"),
        (415, "POST", "/api/check", "", b"{}"),
        (405, "GET", "/api/check", "", b""),
        (404, "GET", "/api/nothing", "", b""),
        (404, "GET", "/page/../../etc/passwd", "", b""),
        (404, "GET", "/page/%2e%2e/%2e%2e/etc/passwd", "", b""),
        (404, "GET", "/api/rules/no/such-rule", "", b""),
        (400, "GET", "/api/lookup", "", b""),
        (400, "GET", "/api/lookup?q=a&limit=0", "", b""),
        (400, "POST", "/api/files/check", "", b"zh,en\n"),
        (422, "POST", "/api/files/check?name=a.csv", "", b"\x89PNG\r\n\x1a\n"),
        (422, "POST", "/api/files/check?name=a.csv", "", b"a,b\n1,2\n"),
        (400, "POST", "/api/files/fix?name=a.csv", "", b"not a form"),
    ] {
        let answer = server.send(method, path, headers, body);
        assert_eq!(answer.status, status, "{method} {path} {}", String::from_utf8_lossy(&answer.body));
        assert!(answer.head.contains("application/problem+json"), "{}", answer.head);
        let detail = &answer.json()["detail"];
        assert!(detail["en"].is_string() && detail["zh"].is_string(), "{detail}");
    }
    let fault = server.fix_file("signs.csv", CSV, &json!({"changes": [{"row": 99, "en": "x"}]}));
    assert_eq!(fault.status, 422);
    assert_eq!(server.raw(b"NONSENSE\r\n\r\n").status, 400);
    // After all of that it still answers.
    assert_eq!(server.post("/api/check", &json!({"zh": "出口", "en": "Exit"})).status, 200);
}

#[test]
fn oversized_requests_are_refused() {
    let server = Server::start(&["--max-file", "1", "--max-rows", "100"]);
    let long = "x".repeat(100_000);
    assert_eq!(server.post("/api/check", &json!({"zh": "出口", "en": long})).status, 413);
    assert_eq!(server.get(&format!("/api/lookup?q={}", "a".repeat(400))).status, 400);
    assert_eq!(server.check_file("big.csv", &vec![b'a'; (1 << 20) + 1]).status, 413);
    let rows = String::from("zh,en\n") + &"出口,Exit\n".repeat(101);
    assert_eq!(server.check_file("rows.csv", rows.as_bytes()).status, 413);
    // A length that is announced and not sent costs nothing either.
    let head = format!(
        "POST /api/files/check?name=a.csv HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: 99999999999\r\n\r\n",
        server.addr
    );
    assert_eq!(server.raw(head.as_bytes()).status, 413);
    let head = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n", server.addr, "y".repeat(200_000));
    assert_eq!(server.raw(head.as_bytes()).status, 431);
    assert_eq!(server.check_file("fits.csv", CSV).status, 200);
}

#[test]
fn slow_requests_end_and_the_others_go_on() {
    let server = Server::start(&["--request-time", "1"]);
    // A head that never ends, and a body that never comes.
    let mut head = server.connect();
    head.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").expect("sent");
    let mut body = server.connect();
    let started = format!(
        "POST /api/check HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: 40\r\nConnection: close\r\n\r\n{{",
        server.addr
    );
    body.write_all(started.as_bytes()).expect("sent");
    let began = Instant::now();
    for _ in 0..20 {
        assert_eq!(server.post("/api/check", &json!({"zh": "出口", "en": "Exit"})).status, 200);
    }
    assert_eq!(answer(body).status, 408);
    let mut left = Vec::new();
    let _ = head.read_to_end(&mut left);
    assert!(left.is_empty() || left.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&left));
    assert!(began.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_token_guards_the_api_and_other_addresses_need_one() {
    let server = Server::start(&["--token", "s3cret"]);
    let sign = json!({"zh": "出口", "en": "Exit"}).to_string();
    let check = |headers: &str| {
        let headers = format!("Content-Type: application/json\r\n{headers}");
        server.send("POST", "/api/check", &headers, sign.as_bytes()).status
    };
    assert_eq!(check(""), 401);
    assert_eq!(check("Authorization: Bearer wrong\r\n"), 401);
    assert_eq!(check("Authorization: Bearer s3cret\r\n"), 200);
    assert_eq!((server.get("/").status, server.get("/api/rules").status), (200, 401));
    let (code, _, err) = common::run(&["serve", "--addr", "0.0.0.0:0"], "");
    assert_eq!(code, 2);
    assert!(err.contains("--token"), "{err}");
}

#[test]
fn other_names_and_other_origins_are_refused() {
    let server = Server::start(&[]);
    let status =
        |headers: &str| server.raw(format!("GET / HTTP/1.1\r\nConnection: close\r\n{headers}\r\n").as_bytes()).status;
    assert_eq!(status("Host: signs.example\r\n"), 403);
    assert_eq!(status("Host: localhost\r\n"), 200);
    assert_eq!(status("Host: localhost\r\nOrigin: http://signs.example\r\n"), 403);
    assert_eq!(status("Host: localhost\r\nOrigin: null\r\n"), 403);
    assert_eq!(status("Host: localhost:1\r\nOrigin: http://localhost:1\r\n"), 200);
}

#[test]
fn every_answer_carries_the_security_headers() {
    let server = Server::start(&[]);
    for path in ["/", "/page/app.js", "/page/style.css", "/api/rules", "/nothing"] {
        let head = server.get(path).head;
        assert!(head.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{path}: {head}");
        assert!(!head.contains("unsafe-inline"), "{head}");
        for header in ["x-content-type-options: nosniff", "referrer-policy: no-referrer", "x-frame-options: deny"] {
            assert!(head.contains(header), "{path}: {header}");
        }
    }
    let page = String::from_utf8(server.get("/").body).expect("UTF-8");
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="));
    assert!(page.matches("<script").count() == 1 && page.contains("<script type=\"module\" src=\"/page/app.js\">"));
}

#[test]
fn more_files_than_places_are_refused_and_a_client_that_leaves_frees_its_place() {
    let server = Server::start(&["--max-files", "1"]);
    // The place is taken before the body comes.
    let first = server.announced(CSV.len());
    std::thread::sleep(Duration::from_millis(300));
    let second = server.check_file("b.csv", CSV);
    assert!(second.status == 503 && second.head.contains("retry-after"), "{}", second.head);
    first.shutdown(Shutdown::Both).expect("left");
    let began = Instant::now();
    while server.check_file("b.csv", CSV).status != 200 {
        assert!(began.elapsed() < Duration::from_secs(20), "the place was not freed");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[cfg(unix)]
#[test]
fn it_stops_in_order_when_told_to() {
    let mut server = Server::start(&[]);
    let _idle = server.connect();
    let rows = String::from("zh,en\n")
        + &(0..3_000).map(|i| format!("平安大街{i}号,No. {i} Pingan Avenue\n")).collect::<String>();
    let mut busy = server.announced(rows.len());
    busy.write_all(rows.as_bytes()).expect("sent");
    let mut first = [0; 64];
    busy.read_exact(&mut first).expect("an answer began");
    let pid = server.child.id().to_string();
    assert!(Command::new("sh").args(["-c", &format!("kill -TERM {pid}")]).status().is_ok_and(|s| s.success()));
    let mut rest = Vec::new();
    busy.read_to_end(&mut rest).expect("the answer ended");
    let text = String::from_utf8_lossy(&rest);
    // What was begun is answered to its end, or says that it was stopped.
    assert!(text.contains("\"event\":\"end\"") || text.contains("\"event\":\"stopped\""), "{}", text.len());
    let began = Instant::now();
    loop {
        if let Some(status) = server.child.try_wait().expect("waits") {
            assert!(status.success(), "{status}");
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "it does not stop");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(TcpStream::connect(server.addr).is_err());
}
