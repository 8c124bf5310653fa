//! One request over the network, as plain as can be.

use super::super::github::Reply;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What is sent.
pub struct Call<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub headers: Vec<(&'a str, &'a str)>,
    pub body: &'a [u8],
}

/// What came back, and what Prism has against question or answer.
pub struct Carried {
    pub reply: Reply,
    pub violations: Option<String>,
}

/// Sends it to a port of this machine.
pub fn send(port: u16, call: &Call) -> Carried {
    let (head, body) = exchange(port, call).expect("Prism answers");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
    let headers: Vec<(String, String)> =
        lines.filter_map(|line| line.split_once(": ")).map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned())).collect();
    let header = |wanted: &str| headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let mut reply = Reply::new(status, serde_json::from_str(&body).unwrap_or(Value::Null));
    for name in ["x-oauth-scopes", "x-accepted-github-permissions", "retry-after"] {
        if let Some(value) = header(name) {
            reply = reply.header(name, value);
        }
    }
    // Prism's own words are of this type, GitHub's never.
    let own = header("content-type").is_some_and(|kind| kind.contains("problem+json"));
    Carried { reply, violations: own.then_some(body) }
}

/// Head and body of the answer.
fn exchange(port: u16, call: &Call) -> std::io::Result<(String, String)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    // The connection stays open until the answer is read: one that Prism closes may be reset, and the answer with it.
    let mut head = format!("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n", call.method, call.path);
    for (name, value) in &call.headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("Content-Length: {}\r\n\r\n", call.body.len());
    stream.write_all(head.as_bytes())?;
    stream.write_all(call.body)?;
    let (mut whole, mut piece) = (Vec::new(), [0; 16 * 1024]);
    while !is_whole(&whole) {
        match stream.read(&mut piece)? {
            0 => break,
            read => whole.extend_from_slice(&piece[..read]),
        }
    }
    let whole = String::from_utf8_lossy(&whole).into_owned();
    let (head, body) = whole.split_once("\r\n\r\n").unwrap_or((&whole, ""));
    Ok((head.to_owned(), body.to_owned()))
}

/// Whether as much has come as the head says.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&answer[..end]);
    let mut fields = head.lines().filter_map(|line| line.split_once(": "));
    let length = fields.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    // Without a length there is no body: these answers are never sent in chunks.
    length.is_none_or(|(_, value)| value.parse().is_ok_and(|length: usize| answer.len() - end - 4 >= length))
}
