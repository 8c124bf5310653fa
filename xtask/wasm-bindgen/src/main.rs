//! The wasm-bindgen command, built from the project's own `Cargo.lock` so that its version can never
//! differ from the library's. `cargo xtask` installs it into `.tools`.

fn main() {
    let arguments = std::env::args_os();
    if let Err(error) = wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments) {
        eprintln!("error: {error:?}");
        std::process::exit(1);
    }
}
