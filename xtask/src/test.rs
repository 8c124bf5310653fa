//! `cargo xtask test`: every test, step by step, with the minutes each took.

use crate::{app, paths, run, size, tools};
use std::process::Command;
use std::time::{Duration, Instant};

/// A step: its name, what it does, and the work.
struct Step {
    name: &'static str,
    what: &'static str,
    work: fn(&[String]) -> Result<(), String>,
}

/// In this order; cargo's own test results come last.
const STEPS: [Step; 8] = [
    Step { name: "fmt", what: "the formatting", work: fmt },
    Step { name: "clippy", what: "lints, native (1 minute the first time)", work: clippy },
    Step { name: "clippy-wasm", what: "lints of the app (1 minute the first time)", work: clippy_wasm },
    Step { name: "build", what: "the release app (3 minutes the first time)", work: |_| app::build() },
    Step { name: "size", what: "the first load in brotli bytes", work: |_| size::report(&paths::dist()).map(|_| ()) },
    Step { name: "native", what: "cargo test (2 minutes the first time)", work: native },
    Step { name: "browser", what: "the app in Chromium (9 minutes)", work: browser },
    Step { name: "firefox", what: "the app in Firefox (10 minutes)", work: firefox },
];

/// The tests in a browser have this module at the root of their names.
const SCENARIOS: &str = "scenarios::";

/// Runs all steps, or only those named; `rest` goes to the test programs.
pub fn test(only: &[String], rest: &[String]) -> Result<(), String> {
    let chosen = choose(only)?;
    let start = Instant::now();
    let mut times = Vec::new();
    println!("Running {}; about 40 minutes in a fresh clone, 20 later.", names(&chosen));
    for step in &chosen {
        println!("\n== {}: {}", step.name, step.what);
        let begun = Instant::now();
        (step.work)(rest).map_err(|problem| format!("step {} failed: {problem}", step.name))?;
        times.push((step.name, begun.elapsed()));
    }
    println!("\nMinutes:");
    for (name, time) in times.into_iter().chain([("together", start.elapsed())]) {
        println!("{:>6.1}  {name}", minutes(time));
    }
    Ok(())
}

/// The steps named, in their own order. Nobody tests yesterday's app: size and browser bring the build.
fn choose(only: &[String]) -> Result<Vec<&'static Step>, String> {
    if let Some(unknown) = only.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        return Err(format!("there is no step `{unknown}`; there are {}.", names(&STEPS.iter().collect::<Vec<_>>())));
    }
    let named = |name: &str| only.iter().any(|only| only == name);
    let needed = |name: &str| name == "build" && ["size", "browser", "firefox"].into_iter().any(named);
    Ok(STEPS.iter().filter(|step| only.is_empty() || named(step.name) || needed(step.name)).collect())
}

fn names(steps: &[&Step]) -> String {
    steps.iter().map(|step| step.name).collect::<Vec<_>>().join(", ")
}

fn minutes(time: Duration) -> f64 {
    time.as_secs_f64() / 60.0
}

fn fmt(_: &[String]) -> Result<(), String> {
    tools::components()?;
    run::run(&mut run::cargo(&["fmt", "--all", "--check"]))
}

fn clippy(_: &[String]) -> Result<(), String> {
    tools::components()?;
    run::run(locked(&mut run::cargo(&["clippy", "-p", "twir-desk", "-p", "xtask", "--all-targets"])).args(DENY))
}

fn clippy_wasm(_: &[String]) -> Result<(), String> {
    tools::components()?;
    tools::wasm_target()?;
    let app = ["clippy", "-p", "twir-desk", "--lib", "--bin", "desk", "--features", "app"];
    run::run(locked(&mut run::cargo(&app)).args(["--target", tools::WASM]).args(DENY))
}

const DENY: [&str; 3] = ["--", "-D", "warnings"];

fn native(rest: &[String]) -> Result<(), String> {
    tools::npm()?;
    // The browser's tests are a step of their own.
    let mut cargo = run::cargo(&["test", "-p", "twir-desk", "-p", "xtask"]);
    run::run(locked(&mut cargo).args(["--", "--skip", SCENARIOS]).args(rest))
}

fn browser(rest: &[String]) -> Result<(), String> {
    let browser = tools::browser()?;
    tools::npm()?;
    let mut cargo = scenarios();
    cargo.env("TWIR_DESK_CHROMIUM", &browser.chromium).env("TWIR_DESK_CHROMEDRIVER", &browser.driver);
    run::run(cargo.args(rest))
}

/// All scenarios but those that only the driver of Chromium can play; they say so.
fn firefox(rest: &[String]) -> Result<(), String> {
    let browser = tools::firefox()?;
    tools::npm()?;
    let mut cargo = scenarios();
    cargo.env("TWIR_DESK_BROWSER", "firefox");
    cargo.env("TWIR_DESK_FIREFOX", &browser.firefox).env("TWIR_DESK_GECKODRIVER", &browser.driver);
    run::run(cargo.args(rest))
}

/// Makes the pictures of the README anew, of a new build.
pub fn pictures() -> Result<(), String> {
    app::build()?;
    let browser = tools::browser()?;
    let mut cargo = scenarios();
    cargo.env("TWIR_DESK_CHROMIUM", &browser.chromium).env("TWIR_DESK_CHROMEDRIVER", &browser.driver);
    cargo.env("TWIR_DESK_PICTURES", paths::root().join("docs"));
    run::run(cargo.args(["scenarios::pictures", "--ignored"]))
}

/// The tests of the built app.
fn scenarios() -> Command {
    let mut cargo = run::cargo(&["test", "-p", "twir-desk", "--test", "browser", "--locked", "--"]);
    cargo.env("TWIR_DESK_DIST", paths::dist());
    cargo
}

/// What is tested is what the lock file says.
fn locked(cargo: &mut Command) -> &mut Command {
    cargo.arg("--locked")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(only: &[&str]) -> Result<String, String> {
        choose(&only.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).map(|steps| names(&steps))
    }

    #[test]
    fn without_a_name_every_step_runs() {
        assert_eq!(chosen(&[]).unwrap(), "fmt, clippy, clippy-wasm, build, size, native, browser, firefox");
    }

    #[test]
    fn named_steps_run_in_their_own_order() {
        assert_eq!(chosen(&["native", "fmt"]).unwrap(), "fmt, native");
    }

    #[test]
    fn the_browser_gets_a_new_build() {
        assert_eq!(chosen(&["browser"]).unwrap(), "build, browser");
        assert_eq!(chosen(&["firefox"]).unwrap(), "build, firefox");
    }

    #[test]
    fn an_unknown_step_lists_the_known() {
        assert!(chosen(&["lint"]).unwrap_err().contains("clippy-wasm"));
    }
}
