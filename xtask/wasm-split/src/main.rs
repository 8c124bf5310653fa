//! `wasm-split INPUT FOLDER MAIN LINK`: splits the module INPUT.
//!
//! The main module goes to `FOLDER/main.wasm`, the others beside it. MAIN is the address of the main module's script
//! as seen from the loader, LINK the loader's own as seen from the main script; it is written there, below FOLDER.

use std::path::Path;
use std::process::ExitCode;
use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--version"] => println!("wasm-split {}", env!("CARGO_PKG_VERSION")),
        [input, folder, main, link] => {
            if let Err(problem) = split(Path::new(input), Path::new(folder), main, link) {
                eprintln!("wasm-split: {problem}");
                return ExitCode::FAILURE;
            }
        }
        _ => {
            eprintln!("wasm-split: takes INPUT FOLDER MAIN LINK, or --version.");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn split(input: &Path, folder: &Path, main: &str, link: &str) -> Result<(), String> {
    let module = std::fs::read(input).map_err(|e| format!("{} cannot be read: {e}.", input.display()))?;
    let main_out = folder.join("main.wasm");
    let mut options = Options::new(&module);
    options.output_dir = folder;
    options.main_out_path = &main_out;
    options.main_module = main;
    options.link_name = link;
    transform(options).map(|_| ()).map_err(|e| format!("{} cannot be split: {e:#}.", input.display()))
}
