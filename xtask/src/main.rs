//! `cargo xtask`: build, serve and test the desk, installing what is missing.

mod app;
mod archive;
mod args;
mod measure;
mod paths;
mod postbuild;
mod run;
mod serve;
mod server;
mod size;
mod test;
mod tools;

use args::Command;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = args::parse(&arguments).and_then(|command| match command {
        Command::Help => {
            println!("{}", args::HELP);
            Ok(())
        }
        Command::Serve { port, open } => serve::serve(port, open),
        Command::Test { only, rest } => test::test(&only, &rest),
        Command::Build => app::build(),
        Command::Dev { rest } => app::dev(&rest),
        Command::Pictures => test::pictures(),
        Command::Size => size::report(&paths::dist()).map(|_| ()),
        Command::Measure { draft, parts } => measure::measure(draft.as_deref(), &parts),
        Command::Dist => archive::dist(),
        Command::Worker { folder } => postbuild::renew(&folder),
        Command::Postbuild => postbuild::from_trunk(),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
