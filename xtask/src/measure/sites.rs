//! The sites that are measured, each in a folder of its own: its files, and beside each the same in brotli.

use crate::tools::Peers;
use crate::{paths, size};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A site, and what of it counts as its size.
pub struct Site {
    pub title: String,
    /// Bytes and brotli bytes of each file that counts.
    pub files: Vec<(usize, usize)>,
}

/// The folder of the pages that bring the peers up, below the root; their folders have the sites' names.
const PAGES: &str = "benches/browser/pages";

/// Lays all sites out below `folder`, the desk first. What was compressed once is kept in `brotli/` by its hash.
pub fn lay_out(peers: &Peers, folder: &Path) -> Result<Vec<Site>, String> {
    let pages = paths::root().join(PAGES);
    let mut sites = vec![desk(folder)?];
    for (site, package) in [("decap-cms", "decap-cms"), ("sveltia-cms", "@sveltia/cms"), ("easymde", "easymde")] {
        let into = fresh(&pages.join(site), &folder.join(site))?;
        let files = peers.files(package);
        let counted = files.iter().map(|file| copy(file, &into));
        let counted = counted.collect::<Result<Vec<_>, _>>()?;
        sites.push(compressed(peers.title(package), folder, &into, |file| counted.contains(file))?);
    }
    let into = fresh(&pages.join("codemirror"), &folder.join("codemirror"))?;
    let script = into.join("editor.mjs");
    peers.bundle(&script, &into.join("editor.js"))?;
    remove(&script)?;
    let title = format!("{} and its pieces", peers.title("@codemirror/view"));
    sites.push(compressed(title, folder, &into, |file| file.ends_with("editor.js"))?);
    let into = fresh(&pages.join("textarea"), &folder.join("textarea"))?;
    compressed(String::new(), folder, &into, |_| false)?;
    Ok(sites)
}

/// The first load counts, as `cargo xtask size` counts it.
fn desk(folder: &Path) -> Result<Site, String> {
    let into = fresh(&paths::dist(), &folder.join("desk"))?;
    compressed("TWiR desk".to_owned(), folder, &into, |file| !size::is_part(file))
}

/// A new copy of the folder.
fn fresh(from: &Path, into: &Path) -> Result<PathBuf, String> {
    if into.exists() {
        std::fs::remove_dir_all(into).map_err(|e| format!("{} cannot be removed: {e}.", into.display()))?;
    }
    for file in size::files(from)? {
        let below = file.strip_prefix(from).unwrap_or(&file);
        copy(&file, &into.join(below.parent().unwrap_or(below)))?;
    }
    Ok(into.to_path_buf())
}

fn copy(file: &Path, into: &Path) -> Result<PathBuf, String> {
    let target = into.join(file.file_name().unwrap_or_default());
    let done = std::fs::create_dir_all(into).and_then(|()| std::fs::copy(file, &target));
    done.map_err(|e| format!("{} cannot be copied: {e}.", file.display()))?;
    Ok(target)
}

fn remove(file: &Path) -> Result<(), String> {
    std::fs::remove_file(file).map_err(|e| format!("{} stays: {e}.", file.display()))
}

/// Puts `NAME.br` beside each file of a site.
fn compressed(title: String, folder: &Path, site: &Path, counts: impl Fn(&PathBuf) -> bool) -> Result<Site, String> {
    let mut files = Vec::new();
    for file in size::files(site)? {
        let failed = |e: std::io::Error| format!("{} cannot be compressed: {e}.", file.display());
        let plain = std::fs::read(&file).map_err(failed)?;
        let small = brotli(&plain, &folder.join("brotli"))?;
        std::fs::write(format!("{}.br", file.display()), &small).map_err(failed)?;
        if counts(&file) {
            files.push((plain.len(), small.len()));
        }
    }
    Ok(Site { title, files })
}

/// Compresses, or takes what came of it the last time.
fn brotli(plain: &[u8], kept: &Path) -> Result<Vec<u8>, String> {
    let hash: String = Sha256::digest(plain).iter().map(|byte| format!("{byte:02x}")).collect();
    let file = kept.join(hash);
    if let Ok(small) = std::fs::read(&file) {
        return Ok(small);
    }
    let small = size::brotli_11(plain)?;
    let done = std::fs::create_dir_all(kept).and_then(|()| std::fs::write(&file, &small));
    done.map_err(|e| format!("{} cannot be written: {e}.", file.display()))?;
    Ok(small)
}
