//! GitHub's description of its interface, cut down to what the ways out ask for: whole, it has thirteen megabytes.

use serde_json::{Map, Value, json};
use std::path::Path;
use twir_desk::publish::{Plan, Step, Way, what_will_happen};

/// The description with only the paths that are asked for and what they refer to; nothing where a path is not in it.
pub fn cut(file: &Path) -> Option<Value> {
    let whole: Value = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
    let mut paths = Map::new();
    for (method, asked) in asked() {
        let found = whole["paths"]
            .as_object()?
            .iter()
            .find(|(path, _)| fits(path, &asked) && whole["paths"][path][&method].is_object());
        let (path, of) = found.unwrap_or_else(|| panic!("GitHub describes no {method} {asked}"));
        let kept = paths.entry(path.clone()).or_insert_with(|| json!({}));
        kept[&method] = of[&method].clone();
    }
    let mut components = json!({});
    let mut open: Vec<Value> = paths.values().cloned().collect();
    while let Some(value) = open.pop() {
        let mut names = Vec::new();
        references(&value, &mut names);
        for name in names {
            let (kind, name) = name.strip_prefix("#/components/")?.split_once('/')?;
            if components[kind].get(name).is_none() {
                let part = whole["components"][kind][name].clone();
                open.push(part.clone());
                components[kind][name] = part;
            }
        }
    }
    Some(json!({ "openapi": whole["openapi"], "info": whole["info"], "servers": [{ "url": "http://127.0.0.1" }],
        "paths": paths, "components": components }))
}

/// Every method and path that either way sends.
fn asked() -> Vec<(String, String)> {
    let words = || "words".to_owned();
    let plan = Plan {
        upstream: "ferrous/newsletter".into(),
        base: "main".into(),
        web: words(),
        path: "draft/2026-09-02-this-week-in-rust.md".into(),
        text: words(),
        blob: words(),
        id: words(),
        title: words(),
        body: words(),
        message: words(),
        way: Way::OneClick,
    };
    let all = what_will_happen(&plan);
    assert_eq!(all.len(), Step::ALL.len());
    let bare = |path: &str| path.split('?').next().unwrap_or_default().to_owned();
    all.iter().map(|planned| (planned.method.to_ascii_lowercase(), bare(&planned.path))).collect()
}

/// Whether an address is one of a path with names in braces.
fn fits(path: &str, address: &str) -> bool {
    let (mut path, mut address) = (path.split('/'), address.split('/'));
    loop {
        match (path.next(), address.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || a.starts_with('{') && a.ends_with('}') => {}
            _ => return false,
        }
    }
}

fn references(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(name)) = fields.get("$ref") {
                names.push(name.clone());
            }
            fields.values().for_each(|value| references(value, names));
        }
        Value::Array(list) => list.iter().for_each(|value| references(value, names)),
        _ => {}
    }
}
