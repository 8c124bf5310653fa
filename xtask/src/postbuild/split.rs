//! Splits the app's module: what the first view needs, and parts that come when they are first opened.
//!
//! The points are marked in `src/ui/later.rs`. Trunk knows nothing of it and has run wasm-bindgen on the whole module;
//! here the module as the linker wrote it is split, wasm-bindgen runs on the main part, and the result takes the place
//! of Trunk's under the same names. The parts go into a folder that bears the build's hash, so that a page and its
//! parts are always of one build.

mod loader;
mod pack;
mod sections;

use super::{read, squeeze, write};
use crate::{paths, run, tools};
use pack::Pack;
use std::path::{Path, PathBuf};

/// The part behind the commonest door. All that it shares with others is one file: a phone on a slow line takes a round
/// trip and some milliseconds for each.
const FIRST: &str = "contribute";

/// Up to how many bytes any other module that is shared goes into one file with its like.
const SMALL: usize = 8192;

/// Splits the module whose files lie in `folder`, Trunk's staging folder.
pub fn split(folder: &Path) -> Result<(), String> {
    let hash = hash(folder)?;
    let name = format!("desk-{hash}");
    let work = paths::target().join("split");
    let parts = format!("parts-{hash}");
    if work.exists() {
        std::fs::remove_dir_all(&work).map_err(|e| format!("{} cannot be emptied: {e}.", work.display()))?;
    }
    create(&work.join(&parts))?;
    create(&folder.join(&parts))?;

    let input = paths::target().join(tools::WASM).join("wasm").join("desk.wasm");
    let mut split = run::command(&tools::installed("wasm-split").to_string_lossy(), &[]);
    split.arg(input).arg(&work).arg(format!("../{name}.js")).arg(format!("./{parts}/load.js"));
    run::run(&mut split)?;

    let mut bindgen = run::command(&tools::installed("wasm-bindgen").to_string_lossy(), &[]);
    bindgen.args(["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"]);
    bindgen.args(["--keep-lld-exports", "--out-name", &name, "--out-dir"]).arg(folder).arg(work.join("main.wasm"));
    run::run(&mut bindgen)?;

    let script = squeeze::script(&read(&work.join(&parts).join("load.js"))?);
    let first = loader::needs(&script, FIRST)?;
    let mut packs = [Pack::new("first.wasm"), Pack::new("small.wasm")];
    let mut files = entries(&work)?;
    files.sort();
    for file in files.into_iter().filter(|f| f.extension().is_some_and(|e| e == "wasm")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name != "main.wasm" {
            let module = std::fs::read(&file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
            let bare = sections::without_custom(&module).ok_or(format!("{} is no module.", file.display()))?;
            if first.iter().any(|module| *module == name) {
                packs[0].add(&name, &bare);
            } else if bare.len() <= SMALL {
                packs[1].add(&name, &bare);
            } else {
                write(&folder.join(&parts).join(&*name), &bare)?;
            }
        }
    }
    for pack in &packs {
        write(&folder.join(&parts).join(pack.name), pack.bytes())?;
    }
    write(&folder.join(&parts).join("load.js"), loader::load(&script, &packs)?.as_bytes())?;
    let main = folder.join(format!("{name}.js"));
    let script = squeeze::script(&read(&main)?);
    write(&main, script.as_bytes())
}

/// The hash in the names of Trunk's files.
fn hash(folder: &Path) -> Result<String, String> {
    let names = entries(folder)?.into_iter().filter_map(|f| Some(f.file_name()?.to_string_lossy().into_owned()));
    let hash = |name: String| Some(name.strip_prefix("desk-")?.strip_suffix("_bg.wasm")?.to_owned());
    names.into_iter().find_map(hash).ok_or(format!("{} holds no desk-…_bg.wasm.", folder.display()))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{} cannot be listed: {e}.", folder.display()))?;
    Ok(entries.filter_map(|e| e.ok().map(|e| e.path())).collect())
}

fn create(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|e| format!("{} cannot be made: {e}.", folder.display()))
}
