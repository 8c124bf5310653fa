//! The first load in bytes as a server sends them: brotli, quality 11.

use brotli::enc::BrotliEncoderParams;
use std::path::{Path, PathBuf};

/// What all files of the app together are meant to be at most.
const GOAL: usize = 250_000;

/// What they may not exceed meanwhile. The goal is not reached yet; until then this keeps the distance from growing.
/// Lower it with every saving.
const LIMIT: usize = 460_000;

/// Prints each file and the sum; above the limit it is a problem.
pub fn report(dist: &Path) -> Result<usize, String> {
    let files = files(dist)?;
    if files.is_empty() {
        return Err("dist/ is not there or empty: run cargo xtask build first.".to_owned());
    }
    println!("{:>10} {:>10}  file", "bytes", "brotli 11");
    let (mut plain, mut small) = (0, 0);
    for file in files {
        let bytes = std::fs::read(&file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
        let compressed = brotli_11(&bytes)?;
        println!("{:>10} {compressed:>10}  {}", bytes.len(), file.strip_prefix(dist).unwrap_or(&file).display());
        plain += bytes.len();
        small += compressed;
    }
    println!("{plain:>10} {small:>10}  together");
    within(small)
}

fn within(bytes: usize) -> Result<usize, String> {
    if bytes <= LIMIT {
        let over = bytes.saturating_sub(GOAL);
        let goal = if over == 0 { "reached".to_owned() } else { format!("{over} too many") };
        println!("First load: {bytes} bytes in brotli; the goal is {GOAL} ({goal}), the limit {LIMIT}.");
        Ok(bytes)
    } else {
        Err(format!("the first load is {bytes} bytes in brotli, more than {LIMIT}: find out what grew."))
    }
}

fn brotli_11(bytes: &[u8]) -> Result<usize, String> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_err(|e| format!("compressing failed: {e}."))?;
    Ok(compressed.len())
}

/// Every file below the folder, in the order of names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(found) };
    for entry in entries {
        let path = entry.map_err(|e| format!("{} cannot be listed: {e}.", folder.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_costs_nearly_nothing() {
        assert!(brotli_11(&[b'a'; 10_000]).unwrap() < 50);
    }

    #[test]
    fn the_limit_itself_is_allowed() {
        assert_eq!(within(LIMIT), Ok(LIMIT));
        assert!(within(LIMIT + 1).unwrap_err().contains(&(LIMIT + 1).to_string()));
    }

    #[test]
    fn files_are_found_in_folders() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = files(&folder).unwrap();
        assert!(files.contains(&folder.join("size.rs")) && files.contains(&folder.join("server/route.rs")));
    }

    #[test]
    fn a_missing_folder_names_the_command() {
        assert!(report(Path::new("no/such/folder")).unwrap_err().contains("cargo xtask build"));
    }
}
