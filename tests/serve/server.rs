//! A running `signlint serve` and requests to it, written by hand.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running server; it is killed when a test ends early.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) addr: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer: status, head in lower case, body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub(crate) fn lines(&self) -> Vec<Value> {
        let text = String::from_utf8(self.body.clone()).expect("UTF-8");
        text.lines().map(|l| serde_json::from_str(l).expect("a JSON line")).collect()
    }
}

impl Server {
    pub(crate) fn start(flags: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_signlint"))
            .args(["serve", "--addr", "127.0.0.1:0", "--no-config", "--lang", "en"])
            .args(flags)
            .env_remove("SIGNLINT_TOKEN")
            .stdout(Stdio::piped())
            .spawn()
            .expect("starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("says its address");
        let addr = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
        Self { child, addr: addr.parse().expect("IP:PORT") }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.addr).expect("connects");
        stream.set_read_timeout(Some(Duration::from_secs(120))).expect("set");
        stream
    }

    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // A server that refuses early may close before everything is written.
        let _ = stream.write_all(request);
        answer(stream)
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
            self.addr,
            body.len()
        );
        self.raw(&[head.as_bytes(), body].concat())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", b"")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, "Content-Type: application/json\r\n", body.to_string().as_bytes())
    }

    pub(crate) fn check_file(&self, name: &str, bytes: &[u8]) -> Answer {
        self.send("POST", &format!("/api/files/check?name={name}"), "Content-Type: application/octet-stream\r\n", bytes)
    }

    /// A connection on which a file of this many bytes was announced, and none of them sent.
    pub(crate) fn announced(&self, bytes: usize) -> TcpStream {
        let mut stream = self.connect();
        let head = format!(
            "POST /api/files/check?name=a.csv HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {bytes}\r\n\r\n",
            self.addr
        );
        stream.write_all(head.as_bytes()).expect("sent");
        stream
    }

    pub(crate) fn fix_file(&self, name: &str, bytes: &[u8], wanted: &Value) -> Answer {
        let mut body = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n".to_vec();
        body.extend(bytes);
        body.extend(b"\r\n--x\r\nContent-Disposition: form-data; name=\"wanted\"\r\n\r\n");
        body.extend(wanted.to_string().bytes());
        body.extend(b"\r\n--x--\r\n");
        let headers = "Content-Type: multipart/form-data; boundary=x\r\n";
        self.send("POST", &format!("/api/files/fix?name={name}"), headers, &body)
    }
}

/// Reads an answer to its end; chunks are put together.
pub(crate) fn answer(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap_or_else(|| panic!("no head: {bytes:?}"));
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
    let mut body = bytes[end + 4..].to_vec();
    if head.contains("transfer-encoding: chunked") {
        body = unchunked(&body);
    }
    Answer { status, head, body }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).expect("hex"), 16).expect("hex");
        if size == 0 {
            break;
        }
        out.extend(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 4 + size..];
    }
    out
}
