//! Just enough HTTP/1.1 for one request per connection, with full control over how an answer ends.

use super::answer::{Answer, Fault};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// What follows the question mark, or nothing.
    pub query: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// Reads one request; nothing if the browser only opened a connection.
pub fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let (path, query) = (path.to_owned(), query.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request { method, path, query, headers, body: Vec::new() };
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    reader.take(length).read_to_end(&mut request.body).ok()?;
    Some(request)
}

/// Writes the answer. The browser may have gone away: that is no problem here.
pub fn write(stream: &mut TcpStream, request: &Request, answer: &Answer) {
    write_by(stream, request, answer, |stream, body| stream.write_all(body));
}

/// The same with a way of its own for the body.
pub fn write_by(
    stream: &mut TcpStream,
    request: &Request,
    answer: &Answer,
    send: impl FnOnce(&mut TcpStream, &[u8]) -> std::io::Result<()>,
) {
    let mut head = format!("HTTP/1.1 {} Answer\r\nConnection: close\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if answer.status != 304 && answer.status != 204 {
        head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    head.push_str("\r\n");
    let body = match answer.fault {
        _ if request.method == "HEAD" => &[][..],
        Fault::CutAfter(bytes) => &answer.body[..bytes.min(answer.body.len())],
        _ => &answer.body,
    };
    let _ = stream.write_all(head.as_bytes()).and_then(|()| send(stream, body)).and_then(|()| stream.flush());
    let _ = stream.shutdown(Shutdown::Write);
}
