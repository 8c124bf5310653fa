//! `cargo xtask dist`: the release app as one archive, the same bytes for the same commit.

use crate::{app, paths, run, size};
use flate2::{Compression, GzBuilder};
use std::path::Path;
use tar::{Builder, EntryType, Header};

/// Builds the app and writes `target/twir-desk-VERSION.tar.gz`.
pub fn dist() -> Result<(), String> {
    app::build()?;
    let name = format!("twir-desk-{}", version()?);
    let bytes = pack(&paths::dist(), &name, time()?)?;
    let file = paths::target().join(format!("{name}.tar.gz"));
    std::fs::write(&file, &bytes).map_err(|e| format!("{} cannot be written: {e}.", file.display()))?;
    println!("{} holds dist/ ({} bytes).", file.display(), bytes.len());
    Ok(())
}

/// The app's version, which the lock file repeats.
fn version() -> Result<String, String> {
    let lock = crate::tools::lock()?;
    crate::tools::in_lock(&lock, "twir-desk").map(str::to_owned).ok_or("Cargo.lock names no twir-desk.".to_owned())
}

/// The time that all files bear, in seconds since 1970: `SOURCE_DATE_EPOCH` or the commit's. It must change with every
/// release, for servers tell by time and length whether a file is still the same.
fn time() -> Result<u64, String> {
    let named = std::env::var("SOURCE_DATE_EPOCH").ok();
    let commit = || run::output(&mut run::command("git", &["log", "-1", "--format=%ct"]));
    let time = named.or_else(commit).and_then(|time| time.trim().parse().ok());
    time.ok_or("the time of the release is unknown: set SOURCE_DATE_EPOCH, or build in a clone.".to_owned())
}

/// All files of `folder`, in the order of their names, below `name`; owners, rights and times are the same everywhere.
fn pack(folder: &Path, name: &str, time: u64) -> Result<Vec<u8>, String> {
    let gzip = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::best());
    let mut archive = Builder::new(gzip);
    for file in size::files(folder)? {
        let bytes = std::fs::read(&file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(time);
        header.set_uid(0);
        header.set_gid(0);
        let path = Path::new(name).join(file.strip_prefix(folder).unwrap_or(&file));
        archive
            .append_data(&mut header, &path, &*bytes)
            .map_err(|e| format!("{} is not packed: {e}.", path.display()))?;
    }
    let done = archive.into_inner().and_then(flate2::write::GzEncoder::finish);
    done.map_err(|e| format!("packing failed: {e}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let folder = std::env::temp_dir().join(format!("xtask-archive-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("b")).unwrap();
        let write = || ["b/c.txt", "a.txt"].map(|name| std::fs::write(folder.join(name), name).unwrap());
        write();
        let first = pack(&folder, "desk-1", 1_700_000_000).unwrap();
        // Written anew, and so younger.
        write();
        assert_eq!(first, pack(&folder, "desk-1", 1_700_000_000).unwrap());
        std::fs::remove_dir_all(&folder).unwrap();

        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&*first));
        let read = archive.entries().unwrap().map(|entry| {
            let mut entry = entry.unwrap();
            assert_eq!((entry.header().mtime().unwrap(), entry.header().mode().unwrap()), (1_700_000_000, 0o644));
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            (entry.path().unwrap().to_string_lossy().into_owned(), text)
        });
        let wanted = [("desk-1/a.txt", "a.txt"), ("desk-1/b/c.txt", "b/c.txt")];
        assert_eq!(read.collect::<Vec<_>>(), wanted.map(|(path, text)| (path.to_owned(), text.to_owned())));
    }
}
