//! The table of sizes.

use super::sites::Site;

/// Bytes to the first use; the ratios are to the first site, which is the desk.
pub fn table(sites: &[Site]) -> String {
    let mut lines = String::from(
        "Bytes to the first use: all files that the page loads, the desk's as `cargo xtask size` counts them.\n\n\
         | | files | bytes | brotli 11 | to the desk |\n|---|---:|---:|---:|---:|\n",
    );
    let desk = sites.first().map_or(1, |site| sum(site).1);
    for site in sites {
        let (plain, small) = sum(site);
        let (files, ratio) = (site.files.len(), small as f64 / desk.max(1) as f64);
        lines += &format!("| {} | {files} | {plain} | {small} | {ratio:.2} |\n", site.title);
    }
    lines
}

fn sum(site: &Site) -> (usize, usize) {
    site.files.iter().fold((0, 0), |(plain, small), file| (plain + file.0, small + file.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_to_the_first() {
        let site = |title: &str, files: &[(usize, usize)]| Site { title: title.to_owned(), files: files.to_vec() };
        let table = table(&[site("a", &[(10, 4), (20, 6)]), site("b", &[(90, 25)])]);
        assert!(table.contains("| a | 2 | 30 | 10 | 1.00 |\n| b | 1 | 90 | 25 | 2.50 |\n"), "{table}");
    }
}
