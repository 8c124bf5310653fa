//! The command line, read into one value.

use std::path::PathBuf;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--port N] [--no-open]   build the release app and serve it on 127.0.0.1 (8080, or the next free port)
cargo xtask test [--only STEP]... [-- ARGS] run every test, or only the named steps; ARGS go to the test programs
cargo xtask build                          build the release app into dist/
cargo xtask dist                           build it and pack it as an archive, the same bytes for the same commit
cargo xtask dev [ARGS for trunk serve]     serve a development build that reloads when a file changes
cargo xtask size                           brotli bytes of each file in dist/
cargo xtask measure [--draft FILE] [PART]  sizes and times of the desk beside its peers, as tables (10 minutes); FILE is
                                           typed into; PART is one of load, keys, alone, scroll, memory
cargo xtask pictures                       make the pictures of the README anew, in docs/
cargo xtask worker FOLDER                  write sw.js anew for a build whose files were changed by hand
Steps of test, in order: fmt, clippy, clippy-wasm, build, size, native, browser, firefox.
What is missing (wasm target, Trunk, wasm-bindgen, Chromium and its driver) is installed first, and said.";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve {
        port: u16,
        open: bool,
    },
    Test {
        only: Vec<String>,
        rest: Vec<String>,
    },
    Build,
    Dev {
        rest: Vec<String>,
    },
    Size,
    /// Sizes and times beside the peers.
    Measure {
        draft: Option<PathBuf>,
        parts: Vec<String>,
    },
    Pictures,
    Dist,
    /// Writes the service worker of a folder anew.
    Worker {
        folder: PathBuf,
    },
    /// What Trunk's hook calls after a build; not for people.
    Postbuild,
}

/// Reads the arguments after `cargo xtask`.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let Some((name, options)) = arguments.split_first() else { return Ok(Command::Help) };
    let none = |command: Command| match options.first() {
        None => Ok(command),
        Some(extra) => Err(format!("`{name}` takes no `{extra}`. See cargo xtask help.")),
    };
    match name.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "serve" => serve(options),
        "test" => test(options),
        "build" => none(Command::Build),
        "dev" => Ok(Command::Dev { rest: options.to_vec() }),
        "size" => none(Command::Size),
        "measure" => measure(options),
        "pictures" => none(Command::Pictures),
        "dist" => none(Command::Dist),
        "worker" => match options {
            [folder] => Ok(Command::Worker { folder: folder.into() }),
            _ => Err("`worker` takes the folder of a build.".to_owned()),
        },
        "postbuild" => none(Command::Postbuild),
        other => Err(format!("there is no command `{other}`.\n{HELP}")),
    }
}

fn serve(options: &[String]) -> Result<Command, String> {
    let (mut port, mut open) = (8080, true);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--no-open" => open = false,
            "--port" => {
                let value = options.next().ok_or("--port needs a number, such as --port 8080.")?;
                port = value.parse().map_err(|_| format!("--port needs a number up to 65535, not `{value}`."))?;
            }
            other => return Err(format!("`serve` takes --port N and --no-open, not `{other}`.")),
        }
    }
    Ok(Command::Serve { port, open })
}

/// What can be measured by itself, as `benches/browser.rs` calls it.
const PARTS: [&str; 5] = ["load", "keys", "alone", "scroll", "memory"];

fn measure(options: &[String]) -> Result<Command, String> {
    let (draft, parts) = match options {
        [option, file, parts @ ..] if option == "--draft" => (Some(file.into()), parts),
        parts => (None, parts),
    };
    match parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        Some(other) => Err(format!("`measure` takes --draft FILE and {}, not `{other}`.", PARTS.join(", "))),
        None => Ok(Command::Measure { draft, parts: parts.to_vec() }),
    }
}

fn test(options: &[String]) -> Result<Command, String> {
    let (mut only, mut rest) = (Vec::new(), Vec::new());
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--only" => only.push(options.next().ok_or("--only needs the name of a step.")?.clone()),
            "--" => rest = options.by_ref().cloned().collect(),
            other => return Err(format!("`test` takes --only STEP and -- ARGS, not `{other}`.")),
        }
    }
    Ok(Command::Test { only, rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn no_argument_is_a_call_for_help() {
        assert_eq!(read(""), Ok(Command::Help));
    }

    #[test]
    fn serve_has_defaults_and_options() {
        assert_eq!(read("serve"), Ok(Command::Serve { port: 8080, open: true }));
        assert_eq!(read("serve --no-open --port 9"), Ok(Command::Serve { port: 9, open: false }));
        assert!(read("serve --port").is_err());
        assert!(read("serve --port 70000").is_err());
        assert!(read("serve now").is_err());
    }

    #[test]
    fn test_takes_steps_and_passes_the_rest_on() {
        let expected = Command::Test { only: vec!["fmt".into(), "browser".into()], rest: vec!["smoke".into()] };
        assert_eq!(read("test --only fmt --only browser -- smoke"), Ok(expected));
        assert!(read("test fmt").is_err());
    }

    #[test]
    fn an_unknown_command_shows_the_known_ones() {
        assert!(read("deploy").unwrap_err().contains("cargo xtask serve"));
        assert!(read("build --fast").is_err());
    }

    #[test]
    fn what_is_typed_into_may_be_named() {
        assert_eq!(read("measure"), Ok(Command::Measure { draft: None, parts: Vec::new() }));
        let expected = Command::Measure { draft: Some("a.md".into()), parts: vec!["keys".into()] };
        assert_eq!(read("measure --draft a.md keys"), Ok(expected));
        assert!(read("measure a.md").is_err() && read("measure --draft").is_err());
    }

    #[test]
    fn a_worker_is_written_for_one_folder() {
        assert_eq!(read("worker dist"), Ok(Command::Worker { folder: "dist".into() }));
        assert!(read("worker").is_err() && read("worker a b").is_err());
    }
}
