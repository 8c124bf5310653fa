//! Running other programs, with problems as plain sentences.

use crate::paths;
use std::process::{Command, Stdio};

/// A program to be run in the root of the clone.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(paths::root());
    command
}

/// The cargo that runs this program.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(&cargo, arguments)
}

/// Runs it with its output shown; its failure is a problem.
pub fn run(command: &mut Command) -> Result<(), String> {
    let shown = shown(command);
    println!("$ {shown}");
    let status = command.stdin(Stdio::null()).status().map_err(|e| format!("`{shown}` did not start: {e}."))?;
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(format!("`{shown}` ended with code {code}; its own message is above.")),
        None => Err(format!("`{shown}` was stopped from outside.")),
    }
}

/// Runs it silently and returns what it printed, if it ended well.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it, without the folders of its program.
fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy());
    words
        .map(|word| if word.contains(' ') { format!("'{word}'") } else { word.into_owned() })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_is_typed() {
        assert_eq!(shown(&command("/usr/bin/git", &["commit", "-m", "two words"])), "git commit -m 'two words'");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let problem = run(&mut command("no-such-program-here", &[])).unwrap_err();
        assert!(problem.starts_with("`no-such-program-here` did not start"), "{problem}");
    }
}
