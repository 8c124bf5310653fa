//! A static file server for one folder, on this machine only.

mod route;

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use tiny_http::{Header, Method, Request, Response, Server};

/// How many requests are answered at once.
const WORKERS: usize = 4;

/// Serves the folder until the program is stopped.
pub fn run(listener: TcpListener, folder: &Path) -> Result<(), String> {
    let server = Server::from_listener(listener, None).map_err(|e| format!("the server did not start: {e}."))?;
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Ok(request) = server.recv() {
                    answer(request, folder);
                }
            });
        }
    });
    Ok(())
}

/// A browser that went away before its answer is no problem of ours.
fn answer(request: Request, folder: &Path) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let _ = request.respond(plain(405, "Only reading is possible here.\n"));
        return;
    }
    let file = route::file(request.url()).map(|path| folder.join(path));
    let Some((file, content)) = file.and_then(|file| Some((File::open(&file).ok()?, route::mime(&file)))) else {
        let _ = request.respond(plain(404, "There is no such file.\n"));
        return;
    };
    let mut response = Response::from_file(file);
    response.add_header(header("Content-Type", content));
    response.add_header(header("Cache-Control", "no-cache"));
    response.add_header(header("X-Content-Type-Options", "nosniff"));
    let _ = request.respond(response);
}

fn plain(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(text)
        .with_status_code(status)
        .with_header(header("Content-Type", "text/plain; charset=utf-8"))
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(address: std::net::SocketAddr, line: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_are_served_and_nothing_beside_them() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        std::thread::spawn(move || run(listener, &folder));
        assert!(ask(address, "GET /main.rs?x").starts_with("HTTP/1.1 200"));
        assert!(ask(address, "GET /../Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(ask(address, "GET /%2e%2e/Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(ask(address, "GET /server/").starts_with("HTTP/1.1 404"));
        assert!(ask(address, "POST /main.rs").starts_with("HTTP/1.1 405"));
    }
}
