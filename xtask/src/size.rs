//! The first load in bytes as a server sends them: brotli, quality 11.

use brotli::enc::BrotliEncoderParams;
use std::path::{Path, PathBuf};

/// What all files of the first load together may be.
const LIMIT: usize = 250_000;

/// Prints each file of the first load and their sum, then what comes later, part by part; above the limit it is a
/// problem. The first load is everything but the folder of parts, each of which comes when it is first opened.
pub fn report(dist: &Path) -> Result<usize, String> {
    let files = files(dist)?;
    if files.is_empty() {
        return Err("dist/ is not there or empty: run cargo xtask build first.".to_owned());
    }
    let (parts, first): (Vec<&PathBuf>, Vec<&PathBuf>) = files.iter().partition(|file| is_part(file));
    let small = print("the first load", dist, &first)?;
    print("what comes when it is opened", dist, &parts)?;
    within(small)
}

/// Whether the file comes only when its part is opened.
pub fn is_part(file: &Path) -> bool {
    file.components().any(|c| c.as_os_str().to_string_lossy().starts_with("parts-"))
}

/// Prints a table and returns the sum of its compressed bytes.
fn print(what: &str, dist: &Path, files: &[&PathBuf]) -> Result<usize, String> {
    println!("{:>10} {:>10}  {what}", "bytes", "brotli 11");
    let (mut plain, mut small) = (0, 0);
    for file in files {
        let bytes = std::fs::read(file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
        let compressed = brotli_11(&bytes)?.len();
        println!("{:>10} {compressed:>10}  {}", bytes.len(), file.strip_prefix(dist).unwrap_or(file).display());
        plain += bytes.len();
        small += compressed;
    }
    println!("{plain:>10} {small:>10}  together");
    Ok(small)
}

fn within(bytes: usize) -> Result<usize, String> {
    if bytes <= LIMIT {
        println!("First load: {bytes} bytes in brotli, the limit is {LIMIT}.");
        Ok(bytes)
    } else {
        Err(format!("the first load is {bytes} bytes in brotli, more than {LIMIT}: find out what grew."))
    }
}

/// The bytes as a server sends them.
pub fn brotli_11(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_err(|e| format!("compressing failed: {e}."))?;
    Ok(compressed)
}

/// Every file below the folder, in the order of names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
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
        assert!(brotli_11(&[b'a'; 10_000]).unwrap().len() < 50);
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
