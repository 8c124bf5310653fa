//! What a merge left behind.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "conflict-marker",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Lines such as `<<<<<<< HEAD` are put there by Git where two changes meet. Someone has to choose what stays, and to \
remove the marks.

Source: Git; drafts of the newsletter in which they were left.",
    bad: "* [How we build](https://crates.example/build)\n=======\n* [How we test](https://crates.example/test)\n>>>>>>> main\n",
    good: "* [How we build](https://crates.example/build)\n* [How we test](https://crates.example/test)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for line in &context.doc().lines {
        let content = line.content.of(text);
        let ends =
            content == "=======" || ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| content.starts_with(mark));
        let bare = ["<<<<<<<", ">>>>>>>", "|||||||"].contains(&content.trim_end());
        let metadata =
            ["diff --git ", "index ", "@@ -"].iter().any(|mark| content.starts_with(mark)) && is_patch(content);
        if ends || bare || metadata {
            let message = "This line is left from a merge. Choose what stays around it, and remove the line.";
            out.push(Finding::new(&RULE, context, line.content, message).detail(content));
        }
    }
}

/// Whether the line is one of a patch: `diff --git a/…`, `index 12ab..34cd`, `@@ -1,2 +3,4 @@`.
fn is_patch(line: &str) -> bool {
    line.starts_with("diff --git a/")
        || line.starts_with("@@ -") && line[3..].contains(" @@")
        || line
            .strip_prefix("index ")
            .and_then(|rest| rest.split_once(".."))
            .is_some_and(|(a, _)| a.len() > 6 && a.bytes().all(|b| b.is_ascii_hexdigit()))
}
