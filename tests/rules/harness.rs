//! One harness over all rules: examples, fixes, shapes.

use super::{findings, fixed};
use twir_desk::issue::Document;
use twir_desk::rules::{Audience, RULES, Role, Rule, Safety, example, new_since};

fn role_for(rule: &Rule) -> Role {
    if rule.audience == Audience::Contributor { Role::Contributor } else { Role::Editor }
}

/// Names of what is found, each once.
fn names(text: &str, role: Role) -> Vec<&'static str> {
    let found = findings(text, role);
    let mut names: Vec<_> = found.iter().map(|f| f.rule.name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Rules of the newsletter's checker that cannot but speak together with another.
fn companions(name: &str) -> &[&str] {
    match name {
        // A tracking parameter can always be left out.
        "tracking-parameter" => &["simplifiable-url"],
        // The title, taken for an address, has no scheme.
        "swapped-link" => &["link-scheme"],
        _ => &[],
    }
}

/// Fails with all of `faults`, one on a line.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn bad_examples_fire_their_rule_and_nothing_else() {
    let mut faults = Vec::new();
    for rule in RULES {
        let found = names(&example::draft(rule.bad), role_for(rule));
        if !found.contains(&rule.name) {
            faults.push(format!("{} is silent; there is {found:?}", rule.name));
        }
        let others: Vec<_> = found.iter().filter(|n| **n != rule.name && !companions(rule.name).contains(n)).collect();
        if !others.is_empty() {
            faults.push(format!("{} comes with {others:?}", rule.name));
        }
    }
    none(&faults);
}

#[test]
fn good_examples_are_silent() {
    let mut faults = Vec::new();
    for rule in RULES {
        let found = findings(&example::draft(rule.good), role_for(rule));
        faults.extend(found.iter().map(|f| format!("{}: {}, line {}: {}", rule.name, f.rule.name, f.line, f.message)));
    }
    none(&faults);
}

#[test]
fn names_are_unique_and_manuals_whole() {
    let mut seen = std::collections::HashSet::new();
    for rule in RULES {
        assert!(seen.insert(rule.name), "{} twice", rule.name);
        assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.name);
        assert!(rule.why.contains("\n\nSource: "), "{} names no source", rule.name);
        assert!(rule.why.ends_with('.') && !rule.why.contains("  "), "{}", rule.name);
        assert!(twir_desk::rules::rule(rule.name).is_some());
        assert!(twir_desk::rules::manual(rule).contains(rule.name));
    }
}

#[test]
fn the_list_has_one_line_for_each_rule() {
    let list = twir_desk::rules::list();
    assert_eq!(list.lines().count(), RULES.len(), "{list}");
    let longest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    assert!(list.lines().all(|line| line[longest..].starts_with(' ')), "{list}");
}

#[test]
fn fixes_mend_what_they_are_for_and_touch_nothing_else() {
    let mut faults = Vec::new();
    for rule in RULES {
        let (draft, role) = (example::draft(rule.bad), role_for(rule));
        let found: Vec<_> = findings(&draft, role).into_iter().filter(|f| f.rule == *rule).collect();
        for finding in &found {
            let Some(fix) = &finding.fix else { continue };
            assert!(finding.still_applies(&draft));
            // A line above moves it, a letter in its lines changes it: both make the fix one of another text.
            let first = fix.edit.splices()[0].span.start;
            let start = draft[..first].rfind('\n').map_or(0, |at| at + 1);
            assert!(!finding.still_applies(&format!("new\n{draft}")), "{}", rule.name);
            assert!(!finding.still_applies(&[&draft[..start], "x", &draft[start..]].concat()), "{}", rule.name);
            let after = fix.apply(&draft).unwrap();
            let left = findings(&after, role).iter().filter(|f| f.rule == *rule).count();
            if left + 1 > found.len() {
                faults.push(format!("{} is still there:\n{after}", rule.name));
            }
            assert_eq!(fix.edit.invert(&draft).unwrap().apply(&after).unwrap(), draft);
            assert!(fix.edit.splices().iter().all(|s| draft.is_char_boundary(s.span.start)));
        }
    }
    none(&faults);
}

#[test]
fn fixing_converges_and_safe_fixes_leave_suggestions_alone() {
    let mut faults = Vec::new();
    for rule in RULES {
        let (draft, role) = (example::draft(rule.bad), role_for(rule));
        for suggested in [false, true] {
            let once = fixed(&draft, role, suggested);
            if fixed(&once, role, suggested) != once {
                faults.push(format!("{} does not converge", rule.name));
            }
            let sections = |text: &str| Document::parse(text).sections.len();
            if sections(&once) != sections(&draft) && !MAKES_OR_REMOVES_HEADINGS.contains(&rule.name) {
                faults.push(format!("{} changes the sections:\n{once}", rule.name));
            }
            let safe = findings(&draft, role).iter().any(|f| f.fix.as_ref().is_some_and(|x| x.safety == Safety::Safe));
            if !suggested && !safe && once != draft {
                faults.push(format!("{}: changed without a safe fix", rule.name));
            }
        }
        let good = example::draft(rule.good);
        if fixed(&good, role, true) != good {
            faults.push(format!("{}: changes its good example", rule.name));
        }
    }
    none(&faults);
}

/// Rules whose fixes are about headings, or leave one without events.
const MAKES_OR_REMOVES_HEADINGS: [&str; 3] = ["empty-region", "empty-section", "past-event"];

#[test]
fn a_change_is_told_from_what_was_there() {
    let before = example::draft("* [A](https://a.example/?utm_source=x)\n* [B](b.example/y)\n");
    let after = before.replace("* [A]", "* [New](https://a.example/#)\n* [A]");
    let role = Role::Contributor;
    let new = new_since(findings(&after, role), &findings(&before, role));
    let told: Vec<_> = new.iter().map(|f| (f.rule.name, f.line)).collect();
    assert_eq!(told, [("simplifiable-url", 9), ("duplicate-link", 10)], "{new:?}");
    assert!(new_since(findings(&after, role), &findings(&after, role)).is_empty());
    // The same line a second time is new once.
    let twice = before.replace("* [B](b.example/y)\n", "* [B](b.example/y)\n* [B](b.example/y)\n");
    let new = new_since(findings(&twice, role), &findings(&before, role));
    assert_eq!(new.iter().filter(|f| f.rule.name == "link-scheme").count(), 1);
}

#[test]
fn shapes_of_the_contract() {
    let found = findings(&example::draft("* [A](https://a.example/x?utm_source=rss)\n"), Role::Contributor);
    let json = twir_desk::rules::to_json(&found);
    assert_eq!(json[0]["rule"], "tracking-parameter");
    assert_eq!(json[0]["detail"], "https://a.example/x?utm_source=rss");
    assert_eq!(json[0]["fix"]["safety"], "safe");
    assert_eq!((&json[0]["line"], &json[0]["end_line"]), (&9.into(), &9.into()));
    let text = twir_desk::rules::text("draft.md", &found);
    assert!(text.starts_with("draft.md:9: error[tracking-parameter]: "), "{text}");
    assert!(text.contains(" (fix: Leave the tracking out)\n"), "{text}");
}
