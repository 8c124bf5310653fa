//! `twir merge`.

use super::run::{File, twir};

const BASE: &str = "## Updates from Rust Community\n### Research\n* [One](https://one.example/)\n\n## Jobs\n";

fn with(line: &str) -> String {
    BASE.replace("example/)\n", &format!("example/)\n{line}\n"))
}

#[test]
fn edits_of_all_copies_are_brought_together() {
    let (a, b) = (with("* [A](https://a.example/)"), with("* [B](https://b.example/)"));
    let edited = BASE.replace("[One]", "[The first]");
    let files = [BASE, &a, &b, &edited].map(str::to_owned);
    let files: Vec<File> = files.iter().enumerate().map(|(i, text)| File::new(&format!("all{i}.md"), text)).collect();
    let mut arguments = vec!["merge"];
    arguments.extend(files.iter().map(File::path));
    let run = twir(&arguments, "");
    let wanted = with("* [A](https://a.example/)\n* [B](https://b.example/)").replace("[One]", "[The first]");
    assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (0, wanted.as_str(), ""));
    let run = twir(&["merge", files[0].path(), "-"], &a);
    assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (0, a.as_str(), ""));
}

#[test]
fn a_conflict_is_told_with_all_sides_and_nothing_is_dropped() {
    let (a, b) = (BASE.replace("[One]", "[Mine]"), BASE.replace("* [One](https://one.example/)\n", ""));
    let c = BASE.replace("[One]", "[Theirs]");
    let base = File::new("conflict.md", BASE);
    let (a, b, c) = (File::new("mine.md", &a), File::new("gone.md", &b), File::new("theirs.md", &c));
    let run = twir(&["merge", base.path(), a.path(), b.path(), c.path()], "");
    let both = "* [Mine](https://one.example/)\n* [Theirs](https://one.example/)\n";
    let merged = |between: &str| BASE.replace("* [One](https://one.example/)\n", between);
    assert_eq!((run.code, run.output.as_str()), (1, merged(both).as_str()));
    let errors = format!(
        "twir: conflict at line 3: all versions stand there; choose one\n  base:\n    * [One](https://one.example/)\n  \
         {}:\n    * [Mine](https://one.example/)\n  {}:\n    (taken away)\n  {}:\n    * [Theirs](https://one.example/)\n",
        a.path(),
        b.path(),
        c.path()
    );
    assert_eq!(run.errors, errors);
    let run = twir(&["merge", "--markers", base.path(), a.path(), c.path()], "");
    let marked = format!(
        "<<<<<<< {}\n* [Mine](https://one.example/)\n=======\n* [Theirs](https://one.example/)\n>>>>>>> {}\n",
        a.path(),
        c.path()
    );
    assert_eq!((run.code, run.output), (1, merged(&marked)));
}

#[test]
fn what_cannot_be_read_is_named() {
    let base = File::new("alone.md", BASE);
    let run = twir(&["merge", base.path(), "no-such-copy.md"], "");
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    assert!(run.errors.contains("no-such-copy.md"), "{}", run.errors);
    let run = twir(&["merge", base.path()], "");
    assert!(run.code == 2 && run.errors.contains("Usage"), "{}", run.errors);
    let run = twir(&["merge", "-", "-"], BASE);
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    assert!(run.errors.contains("standard input can be read once"), "{}", run.errors);
}
