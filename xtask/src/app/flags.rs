//! The compiler's flags for the release app.

use std::path::PathBuf;

/// All flags, as cargo's variable for the target takes them: separated by spaces. They add to `.cargo/config.toml`, and
/// concern no program for this machine.
pub fn release() -> String {
    let mut flags: Vec<String> = ["--cfg", "erase_components", "--cfg", "split"].map(str::to_owned).into();
    // The splitter needs to know where one function speaks of another.
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    // Messages of panics name the files of crates: without the folders of the machine that built them.
    let folders = sources().into_iter().map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    // A folder with a space in its name cannot be said here; its names stay.
    flags.extend(folders.filter(|flag| !flag.contains(' ')));
    flags.join(" ")
}

/// The folders in which cargo keeps the sources of crates.
fn sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let folder = home.map(|home| home.join("registry/src"));
    let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten();
    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_flag_is_lost_on_the_way() {
        let flags = super::release();
        let flags: Vec<&str> = flags.split(' ').collect();
        assert!(flags.windows(2).any(|pair| pair == ["--cfg", "split"]), "{flags:?}");
        assert!(flags.contains(&"-Clink-arg=--emit-relocs"), "{flags:?}");
    }
}
