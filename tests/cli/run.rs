//! Runs `twir` with files of a test's own.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// What the command did.
pub struct Run {
    pub code: i32,
    pub output: String,
    pub errors: String,
}

/// Runs `twir` with `arguments`, `input` on its standard input.
pub fn twir(arguments: &[&str], input: &str) -> Run {
    let mut child = started(arguments);
    // A command that fails early does not read its input.
    let _ = child.stdin.take().expect("an input").write_all(input.as_bytes());
    let done = child.wait_with_output().expect("twir ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { code: done.status.code().expect("an exit status"), output: text(done.stdout), errors: text(done.stderr) }
}

/// `twir` as it begins, with nothing said to it or read from it yet.
pub fn started(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twir"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("twir starts")
}

/// A file that is gone when the test ends.
pub struct File(PathBuf);

impl File {
    /// A file of that name, unlike any other of this run, with `text` in it.
    pub fn new(name: &str, text: &str) -> Self {
        Self::bytes(name, text.as_bytes())
    }

    /// The same with any bytes.
    pub fn bytes(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("twir-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("a file for the test");
        Self(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
