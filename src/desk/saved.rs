//! Work as it is kept in the browser: a JSON shape with its version, so that an upgrade reads it or keeps it aside.

use super::conflicts::Open;
use super::{Desk, Form, Source};
use serde::{Deserialize, Serialize};

/// The version that this build writes. A build reads its own and older ones; newer ones it keeps aside.
pub const VERSION: u32 = 1;

/// One piece of work. The base is kept once under its own key, for many saves share it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    pub version: u32,
    /// Unique on this device.
    pub id: String,
    /// Milliseconds since the epoch.
    pub saved_at: u64,
    pub loaded_at: u64,
    pub source: Source,
    /// Number of the issue, for the list.
    pub number: Option<u32>,
    /// Key of the base: [`base_key`] of its text.
    pub base: String,
    pub text: String,
    pub form: Form,
    /// Which item of the text the form changes.
    #[serde(default)]
    pub editing: Option<usize>,
    /// Conflicts that nobody has settled yet; spans are those of the text.
    #[serde(default)]
    pub open: Vec<Open>,
}

impl Saved {
    /// What there is to keep of `desk`; `None` while nothing was changed, typed or begun.
    pub fn of(desk: &Desk, id: &str, now: u64) -> Option<Self> {
        // A new issue exists nowhere else: it is kept before its first change.
        if !desk.is_changed() && desk.form().is_empty() && *desk.source() != Source::New {
            return None;
        }
        Some(Self {
            version: VERSION,
            id: id.to_owned(),
            saved_at: now,
            loaded_at: desk.loaded_at(),
            source: desk.source().clone(),
            number: desk.doc().header.number,
            base: base_key(desk.base().text()),
            text: desk.doc().text().to_owned(),
            form: desk.form().clone(),
            editing: desk.editing().and_then(|id| desk.index_of(id)),
            open: desk.open_conflicts().to_vec(),
        })
    }

    /// Reads what this or an older build wrote.
    ///
    /// # Errors
    /// Says why not; the stored text must then be kept as it is.
    pub fn read(json: &str) -> Result<Self, String> {
        let value: serde_json::Value = serde_json::from_str(json).map_err(|e| format!("it is damaged ({e})"))?;
        match value["version"].as_u64() {
            Some(v) if v <= u64::from(VERSION) => {
                serde_json::from_value(value).map_err(|e| format!("it is damaged ({e})"))
            }
            Some(v) => Err(format!("a newer desk wrote it (version {v}); open it with that one")),
            None => Err("it says no version".into()),
        }
    }
}

/// Names a base by its content: length and FNV-1a hash, 64 bits.
pub fn base_key(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    format!("{}-{hash:016x}", text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_refuses_newer_versions() {
        let mut desk = Desk::open("a\n", Source::Paste, 1);
        assert!(Saved::of(&desk, "x", 2).is_none());
        desk.apply(crate::text::Edit::insert(0, "b"), "type", None).unwrap();
        let saved = Saved::of(&desk, "x", 2).unwrap();
        let json = serde_json::to_string(&saved).unwrap();
        assert_eq!(Saved::read(&json), Ok(saved.clone()));
        assert!(Saved::read(&json.replace("\"version\":1", "\"version\":99")).unwrap_err().contains("newer"));
        let desk = Desk::resume(&saved, "a\n");
        assert_eq!((desk.doc().text(), desk.base().text()), ("ba\n", "a\n"));
    }

    /// Work on a draft with a link in each of three sections, kept and taken up again.
    fn taken_up(work: impl FnOnce(&mut Desk)) -> (Desk, Desk) {
        let base = "Title: T\nNumber: 1\nDate: 2026-09-02\n\n## Updates from Rust Community\n\n### Official\n\
            * [a](https://a.example/)\n\n### Research\n* [b](https://b.example/)\n\n### Miscellaneous\n* [c](https://c.example/)\n";
        let mut desk = Desk::open(base, Source::Paste, 1);
        work(&mut desk);
        let json = serde_json::to_string(&Saved::of(&desk, "x", 2).unwrap()).unwrap();
        let again = Desk::resume(&Saved::read(&json).unwrap(), base);
        (desk, again)
    }

    fn add(desk: &mut Desk, section: &str, url: &str) {
        let json = format!(r#"{{"kind":"link","section":"{section}","title":"New","url":"{url}"}}"#);
        let edit = crate::edit::add(desk.doc(), &crate::issue::submission::read(&json).unwrap()).unwrap();
        desk.apply(edit, "add", None).unwrap();
    }

    #[test]
    fn what_was_added_is_known_again() {
        let (desk, again) = taken_up(|desk| {
            add(desk, "Official", "https://one.example/");
            add(desk, "Research", "https://two.example/");
            add(desk, "Miscellaneous", "https://three.example/");
        });
        assert_eq!((desk.added(), again.added()), (vec![1, 3, 5], vec![1, 3, 5]));
        assert_eq!(again.changed(), Vec::<usize>::new());
    }

    #[test]
    fn an_item_that_was_being_changed_still_is() {
        for index in [1, 0] {
            let (_, again) = taken_up(|desk| {
                add(desk, "Official", "https://one.example/");
                let form = Form { title: "Other".into(), ..Form::default() };
                desk.set_form(form, desk.id_of(index), "change an item", None);
            });
            assert_eq!(again.editing().and_then(|id| again.index_of(id)), Some(index));
        }
    }
}
