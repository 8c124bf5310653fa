//! What the notices say.

use super::{Act, Told};
use crate::desk::Source;
use crate::platform::github::LoadError;
use crate::ui::session::{Loading, Saving, Session};
use leptos::prelude::*;

fn told(kind: &'static str, what: impl ToString, more: String, acts: &[(Act, &str)]) -> Told {
    let primary = acts.first().is_some_and(|(act, _)| *act == Act::SaveFile);
    let acts = acts.iter().map(|(act, name)| (*act, (*name).to_owned())).collect();
    Told { kind, what: what.to_string(), more, acts, primary }
}

/// The notices about loading, keeping, other tabs and a newer desk.
pub fn of(session: Session) -> Vec<Told> {
    let mut out = Vec::new();
    if let Loading::Failed(error) = session.loading.get() {
        let instead = session.with(|d| match d.source() {
            Source::Starter => {
                "The starter issue is on the desk instead: good for trying things out, not for handing in."
            }
            Source::GitHub { .. } => "The last copy is on the desk.",
            _ => "What is on the desk stays.",
        });
        let acts = [(Act::Reload, "Try again"), (Act::OpenOther, "Open something else")];
        out.push(told("error", &error, format!("{instead} {}", way_on(&error)), &acts));
    }
    if let Some(error) = session.refused.get() {
        let more = format!("The file was not opened; what is on the desk stays. {}", way_on(&error));
        let acts = [(Act::OpenOther, "Open something else"), (Act::ForgetRefused, "Understood")];
        out.push(told("error", &error, more, &acts));
    }
    let unsaved = session.saving.get();
    if let Saving::Failed(error) = &unsaved {
        let more = "Your work lives only in this tab now. Save the file, or discard work of earlier days to make room.";
        let acts = [(Act::SaveFile, "Save the file"), (Act::SaveAgain, "Try again")];
        out.push(told("error", error, more.to_owned(), &acts));
    }
    if session.other_tab.get() {
        let more = "Each tab keeps its own work; neither overwrites the other.".to_owned();
        out.push(told("warning", "This issue is open in another tab too.", more, &[(Act::ForgetTab, "Understood")]));
    }
    if session.newer_desk.get() {
        let more = match unsaved {
            Saving::Failed(_) => "It is used once your work is safe: save the file first.",
            _ => {
                "Your work is kept: it is offered again at once. Or go on as it is; the new one comes with the next visit."
            }
        };
        let acts = [(Act::UseNewer, "Use it now"), (Act::LeaveNewer, "Later")];
        out.push(told("info", "A new version of the desk is ready.", more.to_owned(), &acts));
    }
    out
}

/// Where to go on from a failed load.
fn way_on(error: &LoadError) -> &'static str {
    match error {
        LoadError::Offline => "Check the connection and try again, or work on what is here: it stays on this device.",
        LoadError::TimedOut | LoadError::Server(_) => "Try again in a minute. What you typed is safe.",
        LoadError::HalfAFile(_) => "Nothing of it was taken. Try again.",
        LoadError::RateLimited(_) => "Wait that long, or download the draft from GitHub’s page and open it as a file.",
        LoadError::Forbidden => "Download the draft from GitHub’s page and open it as a file.",
        LoadError::NotFound(_) | LoadError::NoDraft(_) => {
            "Between two issues this is normal: the next draft appears within a day. You can open a file or the starter issue."
        }
        LoadError::NotUtf8(_) => "Save the file as UTF-8 in your editor and open it again.",
        LoadError::NotAnIssue(_) => {
            "It needs at least one of the newsletter’s headings. Open another file, or paste the draft’s text."
        }
        LoadError::NotKept => "Save it as a file first, then open the other one again.",
        LoadError::Unexpected(_) => "Try again later, or open the draft as a file.",
    }
}

/// The text ends before its last sections.
pub fn cut() -> Told {
    let more =
        "Perhaps only part of the text was saved or pasted. Nothing was changed; load it again if that is not meant.";
    told("warning", "The last sections are missing.", more.to_owned(), &[])
}
