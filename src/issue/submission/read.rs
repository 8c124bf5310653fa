//! Reads a submission from JSON. Every error names the field.

use super::{Call, Event, Link, NamedLink, Project, Submission};
use crate::issue::escape::to_inline;
use crate::issue::inline;
use crate::text::date::Date;
use serde_json::{Map, Value};
use std::fmt;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's path, `organizer.url`; empty where the whole is no submission.
    pub field: String,
    /// What is wrong and what to do, as the end of a sentence that begins with the field's name.
    pub problem: String,
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            f.write_str(&self.problem)
        } else {
            write!(f, "field `{}` {}", self.field, self.problem)
        }
    }
}

impl std::error::Error for FieldError {}

const EMPTY: &str = "is empty; fill it in";
const LINE_BREAK: &str = "holds a line break; write it on one line";
const BLANK: &str = "holds a blank; write %20 for it";
const UNCLOSED: &str = "has parentheses that do not match, or ends in a backslash; write %28, %29 or %5C for them";
const A_PREFIX: &str = "a prefix has no brackets, no single backtick and no backslash at its end";

fn error<T>(field: impl Into<String>, problem: impl Into<String>) -> Result<T, FieldError> {
    Err(FieldError { field: field.into(), problem: problem.into() })
}

/// Why an address cannot stand in a link.
fn address_problem(url: &str) -> Option<&'static str> {
    match url {
        _ if url.contains(char::is_whitespace) => Some(BLANK),
        _ if !inline::is_closed(url) => Some(UNCLOSED),
        _ => None,
    }
}

/// Reads `json`, one object.
pub fn read(json: &str) -> Result<Submission, FieldError> {
    match serde_json::from_str::<Value>(json) {
        Ok(Value::Object(map)) => from_object(&map),
        Ok(_) => error("", "the submission is not a JSON object; write {\"kind\": \"link\", …}"),
        Err(e) => error("", format!("the submission is not JSON: {e}")),
    }
}

/// What keeps `submission` from being read back from its JSON; the first fault, named by its field.
pub fn problem(submission: &Submission) -> Option<FieldError> {
    let text = |field: &str, value: &str| match value.trim() {
        "" => error(field, EMPTY),
        _ if value.contains(['\n', '\r']) => error(field, LINE_BREAK),
        _ => Ok(()),
    };
    let url = |field: &str, value: &str| {
        text(field, value)?;
        address_problem(value.trim()).map_or(Ok(()), |problem| error(field, problem))
    };
    let days = |starts: Date, ends: Option<Date>| match ends {
        Some(ends) if ends < starts => error("ends", format!("{ends} is before the start, {starts}")),
        _ => Ok(()),
    };
    let checked = match submission {
        Submission::Link(s) => {
            let bad = s.tags.iter().find(|tag| tag.trim().is_empty() || !is_prefix(tag));
            text("section", &s.section)
                .and_then(|()| bad.map_or(Ok(()), |tag| error("tags", format!("holds `{tag}`; {A_PREFIX}"))))
                .and_then(|()| text("title", &s.title))
                .and_then(|()| url("url", &s.url))
        }
        Submission::Project(s) => {
            text("project", &s.project).and_then(|()| text("title", &s.title)).and_then(|()| url("url", &s.url))
        }
        Submission::Call(s) => text("name", &s.name)
            .and_then(|()| url("url", &s.url))
            .and_then(|()| text("location", &s.location))
            .and_then(|()| days(s.starts, s.ends)),
        Submission::Event(s) => days(s.starts, s.ends)
            .and_then(|()| text("location", &s.location))
            .and_then(|()| text("organizer.name", &s.organizer.title))
            .and_then(|()| url("organizer.url", &s.organizer.url))
            .and_then(|()| {
                let each = |e: &NamedLink| text("events.title", &e.title).and_then(|()| url("events.url", &e.url));
                s.events.iter().try_for_each(each)
            }),
    };
    checked.err()
}

/// The object's fields, each taken once; what is left over is unknown.
struct Fields<'a> {
    path: &'static str,
    map: &'a Map<String, Value>,
    taken: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    fn name(&self, key: &str) -> String {
        format!("{}{key}", self.path)
    }

    fn raw(&mut self, key: &'static str) -> Option<&'a Value> {
        self.taken.push(key);
        self.map.get(key).filter(|v| !v.is_null())
    }

    fn optional(&mut self, key: &'static str) -> Result<Option<String>, FieldError> {
        match self.raw(key) {
            None => Ok(None),
            Some(Value::String(s)) if s.contains(['\n', '\r']) => error(self.name(key), LINE_BREAK),
            Some(Value::String(s)) => Ok(Some(s.clone())),
            Some(_) => error(self.name(key), "is not a string; put it in quotes"),
        }
    }

    fn text(&mut self, key: &'static str) -> Result<String, FieldError> {
        match self.optional(key)? {
            Some(s) if !s.trim().is_empty() => Ok(s.trim().to_owned()),
            Some(_) => error(self.name(key), EMPTY),
            None => error(self.name(key), "is missing; add it"),
        }
    }

    /// An address: one word. Whether it is a good one is for the findings to say.
    fn url(&mut self, key: &'static str) -> Result<String, FieldError> {
        let url = self.text(key)?;
        match address_problem(&url) {
            Some(problem) => error(self.name(key), problem),
            None => Ok(url),
        }
    }

    fn optional_date(&mut self, key: &'static str) -> Result<Option<Date>, FieldError> {
        match self.optional(key)? {
            None => Ok(None),
            Some(s) => match s.trim().parse() {
                Ok(date) => Ok(Some(date)),
                Err(e) => error(self.name(key), format!("`{s}` {e}")),
            },
        }
    }

    fn date(&mut self, key: &'static str) -> Result<Date, FieldError> {
        match self.optional_date(key)? {
            Some(date) => Ok(date),
            None => error(self.name(key), "is missing; add it"),
        }
    }

    fn span(&mut self) -> Result<(Date, Option<Date>), FieldError> {
        let starts = self.date("starts")?;
        match self.optional_date("ends")? {
            Some(ends) if ends < starts => error(self.name("ends"), format!("{ends} is before the start, {starts}")),
            ends => Ok((starts, ends.filter(|e| *e != starts))),
        }
    }

    fn done(self) -> Result<(), FieldError> {
        match self.map.keys().find(|key| !self.taken.contains(&key.as_str())) {
            Some(key) => error(self.name(key), format!("is unknown; known are {}", self.taken.join(", "))),
            None => Ok(()),
        }
    }
}

fn from_object(map: &Map<String, Value>) -> Result<Submission, FieldError> {
    let mut f = Fields { path: "", map, taken: Vec::new() };
    let submission = match f.text("kind")?.as_str() {
        "link" => Submission::Link(Link {
            section: f.text("section")?,
            tags: tags(&mut f)?,
            title: f.text("title")?,
            url: f.url("url")?,
        }),
        "event" => {
            let (starts, ends) = f.span()?;
            let region = f.optional("region")?.filter(|r| !r.trim().is_empty());
            let location = f.text("location")?;
            let organizer = match f.raw("organizer") {
                Some(Value::Object(map)) => named("organizer.", "name", map)?,
                Some(_) => return error("organizer", "is not an object with name and url"),
                None => return error("organizer", "is missing; add it"),
            };
            let events = match f.raw("events") {
                Some(Value::Array(list)) if !list.is_empty() => list
                    .iter()
                    .map(|v| match v {
                        Value::Object(map) => named("events.", "title", map),
                        _ => error("events", "holds something that is not an object with title and url"),
                    })
                    .collect::<Result<_, _>>()?,
                Some(Value::Array(_)) => return error("events", "is empty; name at least one event"),
                Some(_) => return error("events", "is not a list of objects with title and url"),
                None => return error("events", "is missing; add it"),
            };
            Submission::Event(Event { region, starts, ends, location, organizer, events })
        }
        "cfp-project" => {
            Submission::Project(Project { project: f.text("project")?, title: f.text("title")?, url: f.url("url")? })
        }
        "cfp-event" => {
            let (name, url, closes) = (f.text("name")?, f.url("url")?, f.date("closes")?);
            let (starts, ends) = f.span()?;
            Submission::Call(Call { name, url, closes, location: f.text("location")?, starts, ends })
        }
        other => return error("kind", format!("`{other}` is unknown; known are link, event, cfp-project, cfp-event")),
    };
    f.done()?;
    Ok(submission)
}

/// Whether the brackets round it hold it and nothing else: a backtick that ends no code span in the prefix ends one with
/// the next backtick of the line, and what is between them is code.
fn is_prefix(tag: &str) -> bool {
    let backslashes = tag.len() - tag.trim_end_matches('\\').len();
    !tag.contains(['[', ']', '\n', '\r']) && backslashes.is_multiple_of(2) && !to_inline(tag).contains("\\`")
}

fn tags(f: &mut Fields) -> Result<Vec<String>, FieldError> {
    let list = match f.raw("tags") {
        None => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return error("tags", "is not a list of strings"),
    };
    list.iter()
        .map(|tag| match tag.as_str().map(str::trim) {
            Some("") | None => error("tags", "holds something that is no word"),
            Some(tag) if !is_prefix(tag) => error("tags", format!("holds `{tag}`; {A_PREFIX}")),
            Some(tag) => Ok(tag.to_owned()),
        })
        .collect()
}

fn named(path: &'static str, key: &'static str, map: &Map<String, Value>) -> Result<NamedLink, FieldError> {
    let mut f = Fields { path, map, taken: Vec::new() };
    let link = NamedLink { title: f.text(key)?, url: f.url("url")? };
    f.done()?;
    Ok(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(json: &str) -> String {
        read(json).unwrap_err().to_string()
    }

    #[test]
    fn reads_what_it_writes() {
        let json = r#"{"kind":"event","region":"Europe","starts":"2026-09-08","ends":"2026-09-11","location":"Berlin, DE",
            "organizer":{"name":"Rust Lakeside","url":"https://o.example/"},"events":[{"title":"A","url":"https://a.example/"}]}"#;
        let submission = read(json).unwrap();
        assert_eq!(read(&submission.to_json().to_string()), Ok(submission.clone()));
        assert_eq!(
            submission.lines(),
            [
                "* 2026-09-08 - 2026-09-11 | Berlin, DE | [Rust Lakeside](https://o.example/)",
                "    * [**A**](https://a.example/)"
            ]
        );
    }

    #[test]
    fn names_the_field() {
        let link = r#"{"kind":"link","section":"Research","title":"","url":"https://a.example"}"#;
        assert_eq!(problem(link), "field `title` is empty; fill it in");
        assert!(
            problem(r#"{"kind":"link","section":"R","title":"a","url":"u","tag":[]}"#).contains("`tag` is unknown")
        );
        assert!(problem(r#"{"kind":"poem"}"#).contains("`kind` `poem` is unknown"));
        assert!(problem("[]").contains("not a JSON object"));
        let call =
            r#"{"kind":"cfp-event","name":"a","url":"u","closes":"2026-02-30","location":"x","starts":"2026-03-01"}"#;
        assert_eq!(problem(call), "field `closes` `2026-02-30` is not a day of the calendar");
        let event =
            r#"{"kind":"event","starts":"2026-03-02","ends":"2026-03-01","location":"x","organizer":{},"events":[]}"#;
        assert_eq!(problem(event), "field `ends` 2026-03-01 is before the start, 2026-03-02");
    }
}
