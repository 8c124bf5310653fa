//! `twir`: the engine without the app. Names, shapes and exit codes are those of the contract (ARCHITECTURE.md).

use clap::{Parser, Subcommand, ValueEnum};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use twir_desk::issue::{Document, Kind, Submission, outline, submission};
use twir_desk::rules::{self, Recent, Setting};
use twir_desk::text::date::Date;
use twir_desk::{edit, export, merge, site};

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
        #[arg(long, value_enum, default_value_t)]
        role: Role,
    },
    /// Print what is wrong with the draft; exit 1 where anything is
    Check {
        draft: PathBuf,
        /// Folder of issues named YYYY-MM-DD*.md; the 24 before the draft are looked at for duplicates
        #[arg(long, value_name = "DIR")]
        recent: Option<PathBuf>,
        /// Only findings that this earlier text does not have
        #[arg(long, value_name = "BASE")]
        since: Option<PathBuf>,
        #[arg(long, value_enum, default_value_t)]
        role: Role,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the draft with all safe fixes applied
    Fix {
        draft: PathBuf,
        /// Apply those too that a person should see first
        #[arg(long)]
        suggested: bool,
    },
    /// Print the article as HTML
    Preview { draft: PathBuf },
    /// Print all edits of the copies brought together; exit 1 where two cannot be
    Merge {
        base: PathBuf,
        #[arg(required = true)]
        edited: Vec<PathBuf>,
        /// Put what cannot be between the marks that git writes
        #[arg(long)]
        markers: bool,
    },
    /// Print a patch that `git apply` takes
    Diff {
        base: PathBuf,
        edited: PathBuf,
        /// The file's path in the repository; else draft/ and the name that its date gives
        #[arg(long)]
        path: Option<String>,
    },
    /// Print the rules, or one rule's manual page
    Rules { name: Option<String> },
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

impl Command {
    /// The files it reads; `-` is standard input.
    fn files(&self) -> Vec<&Path> {
        match self {
            Self::Outline { draft } | Self::Fix { draft, .. } | Self::Preview { draft } => vec![draft],
            Self::Add { draft, submission, .. } => vec![draft, submission],
            Self::Check { draft, since, .. } => std::iter::once(draft).chain(since).map(PathBuf::as_path).collect(),
            Self::Merge { base, edited, .. } => std::iter::once(base).chain(edited).map(PathBuf::as_path).collect(),
            Self::Diff { base, edited, .. } => vec![base, edited],
            Self::New { template, previous, .. } => {
                std::iter::once(template).chain(previous).map(PathBuf::as_path).collect()
            }
            Self::Rules { .. } => Vec::new(),
        }
    }
}

/// Who asks: contributors are held to more.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Role {
    #[default]
    Contributor,
    Editor,
}

impl From<Role> for rules::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Contributor => Self::Contributor,
            Role::Editor => Self::Editor,
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
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
    if command.files().iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err("standard input can be read once; give `-` for one of the files only".to_owned());
    }
    match command {
        Command::Outline { draft } => {
            let doc = Document::parse(read(&draft)?);
            print(&format!("{:#}\n", outline::outline(&doc)))
        }
        Command::Add { draft, submission, role } => {
            let doc = Document::parse(read(&draft)?);
            let wanted = submission::read(&read(&submission)?).map_err(|e| format!("{}: {e}", submission.display()))?;
            let edit = edit::add(&doc, &wanted).map_err(|e| e.to_string())?;
            if let (Submission::Link(link), Role::Contributor) = (&wanted, role)
                && doc.section_named(&link.section).is_some_and(|s| doc.sections[s].kind == Kind::Tooling)
            {
                eprintln!("twir: note: {}", rules::project_tooling_closed::HANDOFF);
            }
            print(&edit.apply(doc.text()).map_err(|e| e.to_string())?)
        }
        Command::New { template, date, previous } => {
            let date = date.parse().map_err(|e| format!("--date `{date}` {e}"))?;
            let previous = previous.map(|p| read(&p)).transpose()?;
            print(&edit::new_issue(&read(&template)?, date, previous.as_deref()).map_err(|e| e.to_string())?)
        }
        Command::Check { draft, recent, since, role, format } => {
            let doc = Document::parse(read(&draft)?);
            let recent = match recent {
                Some(folder) => read_recent(&folder, date_of(&draft).or(doc.date()))?,
                None => Recent::none(),
            };
            let setting = Setting { role: role.into(), today: None, recent: &recent };
            let mut findings = rules::check(&doc, &setting);
            if let Some(base) = since {
                let base = Document::parse(read(&base)?);
                findings = rules::new_since(findings, &rules::check(&base, &setting));
            }
            print(&match format {
                Format::Json => format!("{:#}\n", rules::to_json(&findings)),
                Format::Text => rules::text(&draft.display().to_string(), &findings),
            })?;
            Ok(exit(!findings.is_empty()))
        }
        Command::Fix { draft, suggested } => {
            let recent = Recent::none();
            let setting = Setting { role: rules::Role::Editor, today: None, recent: &recent };
            print(&rules::fix_all(&read(&draft)?, &setting, suggested))
        }
        Command::Preview { draft } => print(&site::page(&Document::parse(read(&draft)?))),
        Command::Merge { base, edited, markers } => {
            let copies = edited.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
            let names: Vec<String> = edited.iter().map(|path| path.display().to_string()).collect();
            let sides = names.iter().zip(&copies).map(|(name, text)| merge::Edited { name, text });
            let merged = merge::merge_named(&read(&base)?, &sides.collect::<Vec<_>>());
            print(&if markers { merged.with_markers() } else { merged.text })?;
            for conflict in &merged.conflicts {
                eprintln!("{}", told(conflict));
            }
            Ok(exit(!merged.conflicts.is_empty()))
        }
        Command::Diff { base, edited, path } => {
            let (before, after) = (read(&base)?, read(&edited)?);
            let path = path.unwrap_or_else(|| export::path(&Document::parse(before.as_str()), "draft"));
            print(&export::patch(&before, &after, &path))
        }
        Command::Rules { name: None } => print(&rules::list()),
        Command::Rules { name: Some(name) } => match rules::rule(&name) {
            Some(rule) => print(&rules::manual(rule)),
            None => Err(format!("there is no rule `{name}`; `twir rules` lists them")),
        },
    }
}

/// 1 where there was something to report.
fn exit(found: bool) -> ExitCode {
    ExitCode::from(u8::from(found))
}

/// A conflict in words: where, what the base has, and all versions by name.
fn told(conflict: &merge::Conflict) -> String {
    let indented = |text: &str| match text.is_empty() {
        true => "    (taken away)\n".to_owned(),
        false => text.lines().map(|line| format!("    {line}\n")).collect(),
    };
    let mut words = format!("twir: conflict at line {}: all versions stand there; choose one\n", conflict.line);
    words.push_str(&format!("  base:\n{}", indented(&conflict.base)));
    for version in &conflict.versions {
        words.push_str(&format!("  {}:\n{}", version.names.join(", "), indented(&version.text)));
    }
    words.trim_end().to_owned()
}

/// The day that a file's name begins with; the newsletter's checker goes by it and not by the header.
fn date_of(path: &Path) -> Option<Date> {
    path.file_name()?.to_str()?.get(..10)?.parse().ok()
}

/// The links of the issues in `folder` that count for a draft of that date.
fn read_recent(folder: &Path, draft: Option<Date>) -> Result<Recent, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let issues = Recent::select(names, draft)
        .into_iter()
        .map(|(date, name)| Ok((date, Recent::links_of(&read(&folder.join(name))?))))
        .collect::<Result<Vec<_>, String>>()?;
    Ok(Recent::new(issues, draft))
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

/// A reader that has seen enough, as `head` does, is no error.
fn print(text: &str) -> Result<ExitCode, String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(format!("standard output: {e}")),
        _ => Ok(ExitCode::SUCCESS),
    }
}
