//! The peers that `cargo xtask measure` sets beside the desk, from npm.

use super::npm;
use crate::{paths, run};
use flate2::read::GzDecoder;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A package that is used by files made beforehand: they hold what it depends on, and nothing else of it is kept.
struct Peer {
    name: &'static str,
    version: &'static str,
    files: &'static [&'static str],
}

/// As each one's own guide says it is put on a page.
const PEERS: [Peer; 3] = [
    Peer { name: "decap-cms", version: "3.16.3", files: &["dist/decap-cms.js"] },
    Peer { name: "@sveltia/cms", version: "0.221.1", files: &["dist/sveltia-cms.js"] },
    Peer { name: "easymde", version: "2.21.0", files: &["dist/easymde.min.js", "dist/easymde.min.css"] },
];

/// CodeMirror comes in pieces, and esbuild makes one file of them.
const PIECES: [(&str, &str); 6] = [
    ("@codemirror/state", "6.7.6"),
    ("@codemirror/view", "6.43.15"),
    ("@codemirror/commands", "6.11.1"),
    ("@codemirror/language", "6.13.1"),
    ("@codemirror/lang-markdown", "6.5.2"),
    ("esbuild", "0.28.2"),
];

/// Where the peers are.
pub struct Peers(PathBuf);

impl Peers {
    /// The files of a package that a page loads.
    pub fn files(&self, name: &str) -> Vec<PathBuf> {
        let peer = PEERS.iter().filter(|peer| peer.name == name);
        peer.flat_map(|peer| peer.files.iter().map(|file| peer.folder(&self.0).join(base(file)))).collect()
    }

    /// Its name with the version.
    pub fn title(&self, name: &str) -> String {
        let version =
            PEERS.iter().map(|peer| (peer.name, peer.version)).chain(PIECES).find(|(other, _)| *other == name);
        version.map_or_else(|| name.to_owned(), |(name, version)| format!("{name} {version}"))
    }

    /// Makes one small file of a script that imports pieces of CodeMirror.
    pub fn bundle(&self, script: &Path, into: &Path) -> Result<(), String> {
        let modules = self.0.join("node_modules");
        let mut esbuild = run::command(&modules.join(".bin/esbuild").to_string_lossy(), &["--bundle", "--minify"]);
        esbuild.env("NODE_PATH", &modules).arg("--log-level=warning").arg(script);
        run::run(esbuild.arg(format!("--outfile={}", into.display())))
    }
}

impl Peer {
    fn folder(&self, peers: &Path) -> PathBuf {
        peers.join(self.packed())
    }

    /// The name that `npm pack` gives its archive, without the ending.
    fn packed(&self) -> String {
        format!("{}-{}", self.name.trim_start_matches('@').replace('/', "-"), self.version)
    }

    fn is_there(&self, peers: &Path) -> bool {
        self.files.iter().all(|file| self.folder(peers).join(base(file)).is_file())
    }
}

/// Installs them into the clone's own folder, unless those versions are there.
pub fn peers() -> Result<Peers, String> {
    let folder = paths::tools().join("peers");
    let missing: Vec<&Peer> = PEERS.iter().filter(|peer| !peer.is_there(&folder)).collect();
    let pieces = PIECES.iter().all(|(name, version)| npm::is_there(&folder, name, version));
    if missing.is_empty() && pieces {
        return Ok(Peers(folder));
    }
    npm::node()?;
    println!("Installing Decap CMS, Sveltia CMS, EasyMDE and CodeMirror from npm into .tools (about 1 minute, once).");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}.", folder.display()))?;
    let network = |e| format!("{e} Is there a network? Then try again.");
    for peer in missing {
        let named = format!("{}@{}", peer.name, peer.version);
        let mut npm = run::command("npm", &["pack", "--silent", "--ignore-scripts", &named, "--pack-destination"]);
        run::run(npm.arg(&folder)).map_err(network)?;
        unpack(peer, &folder)?;
    }
    let mut npm = run::command("npm", &["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"]);
    npm.arg("--prefix").arg(&folder).args(PIECES.map(|(name, version)| format!("{name}@{version}")));
    run::run(&mut npm).map_err(network)?;
    Ok(Peers(folder))
}

/// Takes the files that are wanted out of the archive, and drops it.
fn unpack(peer: &Peer, peers: &Path) -> Result<(), String> {
    let (archive, folder) = (peers.join(format!("{}.tgz", peer.packed())), peer.folder(peers));
    let failed = |e: std::io::Error| format!("{} cannot be unpacked: {e}.", archive.display());
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let mut tar = tar::Archive::new(GzDecoder::new(File::open(&archive).map_err(failed)?));
    for entry in tar.entries().map_err(failed)? {
        let mut entry = entry.map_err(failed)?;
        // npm puts everything below one folder.
        let path = entry.path().map_err(failed)?.to_string_lossy().replace("package/", "");
        if peer.files.contains(&path.as_str()) {
            entry.unpack(folder.join(base(&path))).map_err(failed)?;
        }
    }
    let gone = peer.files.iter().find(|file| !folder.join(base(file)).is_file());
    if let Some(file) = gone {
        return Err(format!("{} holds no {file}.", archive.display()));
    }
    std::fs::remove_file(&archive).map_err(failed)
}

fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_has_the_name_that_npm_gives_it() {
        assert_eq!(PEERS[1].packed(), format!("sveltia-cms-{}", PEERS[1].version));
        assert_eq!(PEERS[2].packed(), format!("easymde-{}", PEERS[2].version));
    }
}
