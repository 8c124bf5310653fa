//! `twir`: the engine without the app. Names, shapes and exit codes are those of the contract (ARCHITECTURE.md).

use clap::{Parser, Subcommand};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use twir_desk::edit;
use twir_desk::issue::{Document, outline, submission};

#[derive(Parser)]
#[command(version, about = "Edit, check and render issues of This Week in Rust", max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the draft's sections and items as JSON
    Outline { draft: PathBuf },
    /// Print the draft with the submission's item in it
    Add {
        draft: PathBuf,
        /// JSON file, `-` for standard input
        submission: PathBuf,
    },
    /// Print a new draft: number and dates computed, last issue's events carried over
    New {
        #[arg(long)]
        template: PathBuf,
        #[arg(long)]
        date: String,
        #[arg(long)]
        previous: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("twir: {problem}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Outline { draft } => {
            let doc = Document::parse(read(&draft)?);
            print(&format!("{:#}\n", outline::outline(&doc)))
        }
        Command::Add { draft, submission } => {
            let doc = Document::parse(read(&draft)?);
            let wanted = submission::read(&read(&submission)?).map_err(|e| format!("{}: {e}", submission.display()))?;
            let edit = edit::add(&doc, &wanted).map_err(|e| e.to_string())?;
            print(&edit.apply(doc.text()).map_err(|e| e.to_string())?)
        }
        Command::New { template, date, previous } => {
            let date = date.parse().map_err(|e| format!("--date `{date}` {e}"))?;
            let previous = previous.map(|p| read(&p)).transpose()?;
            print(&edit::new_issue(&read(&template)?, date, previous.as_deref()).map_err(|e| e.to_string())?)
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
    } else {
        bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    String::from_utf8(bytes).map_err(|e| {
        format!(
            "{}: byte {} is not UTF-8; save the file as UTF-8 and try again",
            path.display(),
            e.utf8_error().valid_up_to()
        )
    })
}

fn print(text: &str) -> Result<ExitCode, String> {
    std::io::stdout().write_all(text.as_bytes()).map_err(|e| format!("standard output: {e}"))?;
    Ok(ExitCode::SUCCESS)
}
