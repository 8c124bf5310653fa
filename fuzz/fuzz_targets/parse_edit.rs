//! Any text: parse it, outline it, and do operations on it that the rest of the bytes spell out.

#![no_main]

#[path = "../../tests/common/mod.rs"]
mod common;

use common::steps::{FIELDS, Step};
use common::{call, event, invariants, link, named, task};
use libfuzzer_sys::fuzz_target;
use twir_desk::issue::escape::{to_inline, to_url};
use twir_desk::issue::place::Region;
use twir_desk::issue::section::TABLE;
use twir_desk::issue::{Kind, Submission};

/// Operations on one draft at most.
const STEPS: usize = 6;

fuzz_target!(|data: &[u8]| {
    // No byte of UTF-8 is 0xFF: it divides the text from the operations.
    let end = data.iter().position(|b| *b == 0xFF).unwrap_or(data.len());
    let mut text = String::from_utf8_lossy(&data[..end]).into_owned();
    let mut rest = Bytes(data.get(end + 1..).unwrap_or_default());
    invariants::document(&text);
    for _ in 0..STEPS {
        if rest.0.is_empty() {
            break;
        }
        text = rest.step().holds(&text);
    }
});

/// The bytes that spell out operations; behind the end they are zeros.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    /// Up to fifteen bytes as text.
    fn text(&mut self) -> String {
        let length = (self.byte() % 16).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    /// A title as the forms make it of what is typed.
    fn title(&mut self) -> String {
        Some(to_inline(&self.text())).filter(|t| !t.is_empty()).unwrap_or_else(|| "x".into())
    }

    fn url(&mut self) -> String {
        Some(to_url(&self.text())).filter(|u| !u.is_empty()).unwrap_or_else(|| "https://x.example/".into())
    }

    fn submission(&mut self) -> Submission {
        match self.byte() % 6 {
            0 => task(),
            1 => call(),
            2 | 3 => {
                let region = Region::ALL[self.byte() % Region::ALL.len()];
                let day = format!("2026-09-{:02}", 1 + self.byte() % 30);
                let mut event = event(region.name(), &day, ["Bern, CH", "aarau, CH", "Virtual"][self.byte() % 3]);
                if let Submission::Event(event) = &mut event {
                    event.organizer = named(&self.title(), &self.url());
                    let more = self.byte() % 3;
                    event.events.extend((0..more).map(|_| named(&self.title(), &self.url())));
                }
                event
            }
            _ => link(["Official", "Research", "Miscellaneous"][self.byte() % 3], &self.title(), &self.url()),
        }
    }

    fn step(&mut self) -> Step {
        match self.byte() % 9 {
            0 => Step::Add(self.submission()),
            1 => Step::Set(self.byte(), FIELDS[self.byte() % FIELDS.len()], self.text()),
            2 => Step::Update(self.byte(), self.submission()),
            3 => Step::Remove(self.byte()),
            4 => Step::MoveBy(self.byte(), self.byte() as isize - 128),
            5 => Step::MoveTo(self.byte(), self.byte(), self.byte()),
            6 => Step::MakeRegion(Region::ALL[self.byte() % Region::ALL.len()]),
            7 => Step::MakeSection(TABLE.get(self.byte()).map_or(Kind::Unknown, |row| row.kind)),
            _ => Step::RemoveHeading(self.byte()),
        }
    }
}
