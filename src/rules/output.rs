//! Findings and rules as JSON and as text.

use super::{Finding, RULES, Rule, Severity};
use serde_json::{Value, json};
use std::fmt::Write;

/// The array that the contract fixes.
pub fn to_json(findings: &[Finding]) -> Value {
    let fix = |f: &Finding| f.fix.as_ref().map(|fix| json!({"title": fix.title, "safety": fix.safety.name()}));
    let one = |f: &Finding| {
        json!({
            "rule": f.rule.name,
            "severity": f.severity.name(),
            "line": f.line,
            "end_line": f.end_line,
            "message": f.message,
            "detail": f.detail,
            "fix": fix(f),
        })
    };
    findings.iter().map(one).collect()
}

/// One line for each, as compilers write them, and a last one that counts. `name` is the draft's.
pub fn text(name: &str, findings: &[Finding]) -> String {
    let mut out = String::new();
    for f in findings {
        let _ = write!(out, "{name}:{}: {}[{}]: {}", f.line, f.severity.name(), f.rule.name, f.message);
        if let Some(fix) = &f.fix {
            let _ = write!(out, " (fix: {})", fix.title);
        }
        out.push('\n');
    }
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
    let many = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let _ = writeln!(out, "{}, {}, {}", many(errors, "error"), many(warnings, "warning"), many(hints, "hint"));
    out
}

/// All rules, one a line.
pub fn list() -> String {
    let mut out = String::new();
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES {
        let paragraph = rule.why.split("\n\n").next().unwrap_or("");
        let first = paragraph.split_inclusive(". ").next().unwrap_or("").trim_end();
        let _ = writeln!(out, "{:<width$} {:<8} {first}", rule.name, rule.severity.name());
    }
    out
}

/// The manual page of one rule.
pub fn manual(rule: &Rule) -> String {
    let lines = |example: &str| -> String { example.lines().map(|line| format!("    {line}\n")).collect() };
    let fold = |text: &str| -> String { text.split("\n\n").map(|p| wrap(p) + "\n").collect() };
    format!(
        "{} ({}, for {})\n\n{}Wrong:\n\n{}\nRight:\n\n{}",
        rule.name,
        rule.severity.name(),
        rule.audience.name(),
        fold(rule.why),
        lines(rule.bad),
        lines(rule.good),
    )
}

/// A paragraph in lines of at most 80 characters.
fn wrap(paragraph: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > 80 {
            out.push('\n');
            width = 0;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out.push('\n');
    out
}
