//! A form filled from an address: `title=…&url=…`, under the names of a submission.
//!
//! Anybody can write such an address, so all of it is taken as plain text, limited in length, without control characters;
//! addresses must be web addresses and dates dates. What is left out is said.

mod query;

use super::{Form, FormKind, Pasted};
use crate::issue::Document;
use crate::issue::place::region_of;
use crate::text::date::Date;
use query::{URL, clean, cut, is_web, language, pair};

/// No longer query is read.
pub const LONGEST: usize = 16_000;
/// No longer title or name, in characters.
const TITLE: usize = 300;
/// No more prefixes of a link, and no more events of an organizer.
const MANY: usize = 5;

/// What an address brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prefilled {
    pub form: Form,
    /// What was cut or left out, and why.
    pub remarks: Vec<String>,
}

/// Reads a query. `doc` is the draft: it says which sections there are.
pub fn read(query: &str, doc: &Document) -> Prefilled {
    let mut reader = Reader::default();
    let end = (0..=LONGEST.min(query.len())).rev().find(|at| query.is_char_boundary(*at)).unwrap_or(0);
    if end < query.len() {
        reader.remark("The address is too long; only its beginning was read.");
    }
    let pairs: Vec<(String, String)> = query[..end].split('&').filter(|p| !p.is_empty()).map(pair).collect();
    for (name, value) in &pairs {
        reader.take(name, value.trim(), doc);
    }
    reader.shared();
    reader.finish(doc)
}

#[derive(Default)]
struct Reader {
    form: Form,
    kind: Option<FormKind>,
    /// What is shared from another app: an address may stand in it.
    text: String,
    language: Option<String>,
    region: String,
    /// Names and pages of the events, in their order.
    events: (Vec<String>, Vec<String>),
    unknown: Vec<String>,
    remarks: Vec<String>,
}

impl Reader {
    fn remark(&mut self, words: impl Into<String>) {
        if self.remarks.len() < 12 {
            self.remarks.push(words.into());
        }
    }

    fn take(&mut self, name: &str, value: &str, doc: &Document) {
        if value.is_empty() && name != "kind" {
            return self.know(name);
        }
        match name {
            "kind" => match FormKind::ALL.into_iter().find(|kind| kind.kind() == value) {
                Some(kind) => self.kind = Some(kind),
                None => self.remark(format!("There is no kind “{}”.", cut(value, 40).0)),
            },
            "title" | "name" => self.title(name, value, |form| &mut form.title),
            "project" => self.title(name, value, |form| &mut form.project),
            "location" => self.title(name, value, |form| &mut form.location),
            "organizer" | "organizer.name" => self.title(name, value, |form| &mut form.organizer_name),
            "url" => self.url(name, value, |form| &mut form.url),
            "organizer.url" => self.url(name, value, |form| &mut form.organizer_url),
            "starts" => self.date(name, value, |form| &mut form.starts),
            "ends" => self.date(name, value, |form| &mut form.ends),
            "closes" => self.date(name, value, |form| &mut form.closes),
            "section" => self.section(value, doc),
            "region" => self.region = cut(value, 40).0,
            "tags" => value.split(',').for_each(|tag| self.tag(tag.trim())),
            "lang" => self.language = language(value),
            "text" => self.text = cut(value, URL).0,
            "events.title" if self.events.0.len() < MANY => {
                let title = self.cut(name, value);
                self.events.0.push(title);
            }
            "events.url" if self.events.1.len() < MANY => match is_web(value) {
                true => self.events.1.push(value.to_owned()),
                false => self.refuse_url(name),
            },
            _ => self.know(name),
        }
    }

    /// Notes a name that no field has.
    fn know(&mut self, name: &str) {
        const KNOWN: [&str; 19] = [
            "kind",
            "title",
            "name",
            "project",
            "location",
            "organizer",
            "organizer.name",
            "organizer.url",
            "url",
            "starts",
            "ends",
            "closes",
            "section",
            "region",
            "tags",
            "lang",
            "text",
            "events.title",
            "events.url",
        ];
        if !KNOWN.contains(&name) && !name.is_empty() && self.unknown.len() < MANY {
            self.unknown.push(cut(name, 30).0);
        }
    }

    fn cut(&mut self, name: &str, value: &str) -> String {
        let (text, was_cut) = cut(value, TITLE);
        if was_cut {
            self.remark(format!("`{name}` was cut to {TITLE} characters."));
        }
        text
    }

    /// Fills a field that nothing filled before.
    fn fill(&mut self, name: &str, value: String, field: fn(&mut Form) -> &mut String) {
        let field = field(&mut self.form);
        if field.is_empty() {
            *field = value;
        } else if *field != value {
            self.remark(format!("`{name}` is said twice; the first counts."));
        }
    }

    fn title(&mut self, name: &str, value: &str, field: fn(&mut Form) -> &mut String) {
        let text = self.cut(name, value);
        self.fill(name, text, field);
    }

    fn url(&mut self, name: &str, value: &str, field: fn(&mut Form) -> &mut String) {
        match is_web(value) {
            true => self.fill(name, value.to_owned(), field),
            false => self.refuse_url(name),
        }
    }

    fn refuse_url(&mut self, name: &str) {
        self.remark(format!(
            "`{name}` is left out: it is no address that begins with https:// or http://, or too long."
        ));
    }

    fn date(&mut self, name: &str, value: &str, field: fn(&mut Form) -> &mut String) {
        match value.parse::<Date>() {
            Ok(date) => self.fill(name, date.to_string(), field),
            Err(_) => self.remark(format!("`{name}` is left out: “{}” is no date like 2026-09-08.", cut(value, 20).0)),
        }
    }

    fn section(&mut self, value: &str, doc: &Document) {
        let found = doc.section_named(value).map(|index| &doc.sections[index]);
        match found.filter(|section| section.kind.is_community_links()) {
            Some(section) => {
                self.fill("section", section.title.of(doc.text()).trim().to_owned(), |form| &mut form.section)
            }
            None => self.remark(format!("This draft has no section “{}” for links.", cut(value, 60).0)),
        }
    }

    fn tag(&mut self, tag: &str) {
        let fits = (1..=12).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !fits || self.form.tags.len() == MANY {
            self.remark(format!("The prefix “{}” is left out.", cut(tag, 20).0));
        } else if !self.form.tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
            self.form.tags.push(tag.to_owned());
        }
    }

    /// Apps that share a page put its address into the text, behind the title or alone.
    fn shared(&mut self) {
        let text = std::mem::take(&mut self.text);
        let address = text.split(' ').find(|word| is_web(word)).map(str::to_owned);
        let rest = address.as_ref().map_or(text.clone(), |address| clean(&text.replace(&**address, " ")));
        if let Some(address) = address.filter(|_| self.form.url.is_empty()) {
            self.form.url = address;
        }
        if self.form.title.is_empty() && !rest.is_empty() {
            self.form.title = self.cut("text", &rest);
        }
    }

    fn finish(mut self, doc: &Document) -> Prefilled {
        let (titles, urls) = std::mem::take(&mut self.events);
        let count = titles.len().max(urls.len());
        let at = |list: &[String], index: usize| list.get(index).cloned().unwrap_or_default();
        for (title, url) in (0..count).map(|index| (at(&titles, index), at(&urls, index))) {
            if self.form.title.is_empty() && self.form.url.is_empty() {
                (self.form.title, self.form.url) = (title, url);
            } else {
                self.form.more.push((title, url));
            }
        }
        let place = self.form.location.strip_prefix("Hybrid (").and_then(|place| place.strip_suffix(')'));
        if let Some(place) = place.map(str::to_owned) {
            (self.form.location, self.form.online) = (place, true);
        }
        self.by_address(doc);
        if let Some(language) = self.language.take().filter(|_| self.form.kind == FormKind::Link) {
            self.tag(&language);
        }
        self.check_region();
        if !self.unknown.is_empty() {
            let names = self.unknown.join("`, `");
            self.remark(format!("No field is called `{names}`."));
        }
        Prefilled { form: self.form, remarks: self.remarks }
    }

    /// What the address tells, as if it had been pasted; a kind that is said is kept.
    fn by_address(&mut self, doc: &Document) {
        let url = std::mem::take(&mut self.form.url);
        let asked = Form { kind: self.kind.unwrap_or_default(), tags: self.form.tags.clone(), ..Form::default() };
        if let Pasted::Address(told) = asked.paste(&url, doc) {
            self.form.kind = self.kind.unwrap_or(told.kind);
            if self.form.kind == FormKind::Link {
                self.form.tags = told.tags;
            } else if self.form.kind == told.kind {
                let blank = |own: &mut String, told: String| {
                    if own.is_empty() {
                        *own = told
                    }
                };
                blank(&mut self.form.project, told.project);
                if self.form.organizer_name.is_empty() && self.form.organizer_url.is_empty() {
                    blank(&mut self.form.location, told.location);
                    (self.form.organizer_name, self.form.organizer_url) = (told.organizer_name, told.organizer_url);
                }
            }
        } else {
            self.form.kind = self.kind.unwrap_or_default();
        }
        self.form.url = url;
    }

    /// The region of an event follows from its place; another one that is said would be lost without a word.
    fn check_region(&mut self) {
        let found = region_of(&self.form.location).map(|region| region.name());
        let said = std::mem::take(&mut self.region);
        let fits =
            found.is_some_and(|found| found.eq_ignore_ascii_case(&said)) || self.form.online && said == "Virtual";
        if !said.is_empty() && !fits {
            self.remark(format!("The region follows from the place; “{said}” is left out."));
        }
    }
}

#[cfg(test)]
#[path = "prefill/tests.rs"]
mod tests;
