//! Takes out of scripts and style sheets what only people read. Nothing is renamed or reordered: what is left is line by
//! line what the sources say.

/// A script without comments on lines of their own and without indentation. For what wasm-bindgen and the splitter
/// write: no text in them spans lines.
pub fn script(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut comment = false;
    for line in source.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    out
}

/// A style sheet without comments, indentation and blank lines.
pub fn style(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_lose_comments_and_indentation() {
        let source =
            "/**\n * Words. */\nfunction f() {\n    // why\n    return 'a // b'; // kept\n\n}\n/* one */\nf();\n";
        assert_eq!(script(source), "function f() {\nreturn 'a // b'; // kept\n}\nf();\n");
    }

    #[test]
    fn styles_lose_comments_and_blank_lines() {
        assert_eq!(style("/* a\n b */\np {\n  margin: 0; /* c */\n}\n\n"), "p {\nmargin: 0;\n}\n");
        assert_eq!(style("p{}/* open"), "p{}\n");
    }
}
