//! Joins the style sheets of the page into one, in their order: one request instead of many.

use super::{read, squeeze, write};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;

/// The page with one `<link rel="stylesheet">`; the joined files are replaced in `folder`.
pub fn join(page: &str, folder: &Path) -> Result<String, String> {
    let links = links(page);
    let Some(&(first, _, _)) = links.first() else { return Ok(page.to_owned()) };
    let mut css = String::new();
    for (_, _, href) in &links {
        let file = folder.join(href.trim_start_matches("./"));
        css.push_str(&squeeze::style(&read(&file)?));
        std::fs::remove_file(&file).map_err(|e| format!("{} cannot be removed: {e}.", file.display()))?;
    }
    let mut hash = DefaultHasher::new();
    css.hash(&mut hash);
    let name = format!("style-{:016x}.css", hash.finish());
    write(&folder.join(&name), css.as_bytes())?;

    let mut joined = page.to_owned();
    for (start, end, _) in links.iter().rev() {
        joined.replace_range(*start..*end, "");
    }
    joined.insert_str(first, &format!(r#"<link rel="stylesheet" href="./{name}">"#));
    Ok(joined)
}

/// Start, end and address of each style sheet's link.
fn links(page: &str) -> Vec<(usize, usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find("<link").map(|at| from + at) {
        let end = page[start..].find('>').map_or(page.len(), |at| start + at + 1);
        let link = &page[start..end];
        if link.contains(r#"rel="stylesheet""#)
            && let Some(href) = attribute(link, "href")
        {
            found.push((start, end, href));
        }
        from = end;
    }
    found
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let opening = format!("{name}=\"");
    let rest = &tag[tag.find(&opening)? + opening.len()..];
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sheets_become_one_in_order() {
        let folder = std::env::temp_dir().join(format!("xtask-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.css"), "a{}\n\n").unwrap();
        std::fs::write(folder.join("b.css"), "b{}").unwrap();
        let page = r#"<link rel="icon" href="i"><link rel="stylesheet" href="./a.css"/><p><link rel="stylesheet" href="b.css">"#;
        let page = join(page, &folder).unwrap();
        let name = page.split("href=\"./").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert_eq!(page, format!(r#"<link rel="icon" href="i"><link rel="stylesheet" href="./{name}"><p>"#));
        assert_eq!(std::fs::read_to_string(folder.join(name)).unwrap(), "a{}\nb{}\n");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_page_without_sheets_stays_as_it_is() {
        assert_eq!(join("<p>", Path::new("nowhere")), Ok("<p>".to_owned()));
    }
}
