//! Getting a draft in: from GitHub, a file, pasted text, the starter issue.

use super::{Loading, Session};
use crate::desk::rebase::Rebased;
use crate::desk::{Desk, Source};
use crate::issue::Document;
use crate::platform::github::{Found, LoadError};
use crate::platform::json::{self, Json};
use crate::platform::tabs::Tabs;
use crate::platform::{clock, config, files, github, http, kept, storage, version};
use crate::text::blob::blob_id;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;

/// How long after the last look at GitHub the desk looks again when one comes back to it, in milliseconds.
const ASK_MS: u64 = 300_000;

thread_local! {
    static TABS: RefCell<Option<Tabs>> = const { RefCell::new(None) };
}

impl Session {
    /// Reads the configuration, offers earlier work, opens the last copy, and asks GitHub for the newest draft.
    pub fn start(self) {
        self.keep_saving();
        self.pace.start();
        self.follow_colours();
        self.find_works();
        let tabs = Tabs::open(move |word, issue| {
            match word {
                // Work that another tab has open is not offered here: two tabs never share one.
                "works" => self.claim(),
                "mine" => {
                    self.works.update(|works| works.retain(|key| key.strip_prefix("work/") != Some(issue)));
                    // It was taken up there while this tab slept, and could not say that it has it.
                    if self.work_id.with_untracked(|own| own.as_deref() == Some(issue)) {
                        self.hand_over();
                    }
                }
                _ => {}
            }
            if issue == self.issue_key() && self.peek(|d| !d.doc().text().is_empty()) {
                if word == "open" {
                    TABS.with_borrow(|tabs| tabs.iter().for_each(|t| t.say("here", issue)));
                } else if word == "here" {
                    self.other_tab.set(true);
                }
            }
        });
        TABS.with_borrow_mut(|slot| *slot = tabs);
        self.ask_for_works();
        self.ask_on_return();
        version::on_newer(move || self.newer_desk.set(true));
        set_interval(move || self.now.set(clock::now()), std::time::Duration::from_secs(30));
        spawn_local(async move {
            let (config, problem) = config::load().await;
            self.config.set(config);
            if let Some(problem) = problem {
                self.say(problem);
            }
            // Earlier work may have been taken up meanwhile, or a file opened.
            if let Some((last, at)) = read_last().filter(|_| !self.opened.get_untracked()) {
                let _ = self.open_desk(Desk::open(&last.text, Source::GitHub { path: last.path, sha: last.sha }, at));
            }
            self.load_newest().await;
        });
    }

    /// Asks GitHub for the newest draft; on the desk it replaces only an unchanged one.
    pub async fn load_newest(self) {
        self.loading.set(Loading::Busy);
        self.put_off.set(None);
        let turn = self.turn();
        match self.ask().await {
            Ok(found) => {
                self.loading.set(Loading::Idle);
                self.take(found, turn);
            }
            Err(error) => {
                self.loading.set(Loading::Failed(error));
                if !self.opened.get_untracked() {
                    self.open_starter().await;
                }
            }
        }
    }

    /// The same, begun from a button.
    pub fn reload(self) {
        spawn_local(self.load_newest());
    }

    /// What is newer than the draft of this desk. The same draft is known by its object id, which the listing says.
    async fn ask(self) -> Result<Option<Found>, LoadError> {
        self.asked.set(clock::now());
        let known = self.peek(|d| match d.source() {
            Source::GitHub { path, sha: Some(sha) } => Some((path.clone(), sha.clone())),
            _ => None,
        });
        github::newest_draft(&self.config.get_untracked(), clock::today(), known).await
    }

    /// Looks by itself when one comes back to the page after a while. Where that fails, nothing is said: it is looked
    /// again before anything leaves.
    fn ask_on_return(self) {
        let ask = move || {
            let since = clock::now().saturating_sub(self.asked.get_untracked());
            let idle =
                self.loading.with_untracked(|l| *l != Loading::Busy) && self.dialog.with_untracked(Option::is_none);
            if since > ASK_MS && idle && !document().hidden() && self.is_from_github() {
                spawn_local(async move {
                    let turn = self.turn();
                    if let Ok(found) = self.ask().await {
                        self.loading.set(Loading::Idle);
                        self.take(found, turn);
                    }
                });
            }
        };
        let focus = window_event_listener(leptos::ev::focus, move |_| ask());
        let visible = window_event_listener(leptos::ev::visibilitychange, move |_| ask());
        on_cleanup(move || {
            focus.remove();
            visible.remove();
        });
    }

    /// Whether the draft on the desk came from GitHub.
    pub fn is_from_github(&self) -> bool {
        self.peek(|d| matches!(d.source(), Source::GitHub { .. }))
    }

    /// Takes what was found for the desk of that turn; `None` says that the draft of the desk is the newest. Where something
    /// else was opened meanwhile, it is offered.
    fn take(self, found: Option<Found>, turn: u32) {
        if self.turn() != turn {
            if let Some(found) = found.filter(|found| self.peek(|d| found.text != d.base().text())) {
                self.newer.set(Some(found));
            }
            return;
        }
        let same = found.as_ref().is_none_or(|found| self.peek(|d| found.text == d.base().text()));
        let touched = self.peek(Desk::is_changed) && self.opened.get_untracked();
        let source = |found: Found| Source::GitHub { path: found.path, sha: found.sha };
        if same {
            self.newer.set(None);
            let moved = found.filter(|_| !touched).map(source).filter(|source| self.peek(|d| d.source() != source));
            match moved {
                Some(source) => {
                    let same = Desk::open(&self.peek(|d| d.base().shared_text()), source, clock::now());
                    self.open_or_say(same);
                }
                None => self.desk.update(|d| d.confirm(clock::now())),
            }
            return self.keep_last();
        }
        let Some(found) = found else { return };
        if !touched {
            let text = found.text.clone();
            if self.open_or_say(Desk::open(&text, source(found), clock::now())) {
                self.newer.set(None);
                self.say("The newest draft is on the desk.");
                self.keep_last();
            }
        } else if self.put_off.with_untracked(|id| id.is_none() || *id != found.sha) {
            self.say("The draft on GitHub is newer than the one you work on.");
            self.newer.set(Some(found));
        }
    }

    /// Looks whether GitHub has a newer draft than the one that is worked on; says so, and changes nothing.
    pub fn look_for_newer(self) {
        if self.is_from_github() {
            self.reload();
        }
    }

    /// Puts the work as it is on the draft `found` in place of what is on the desk, in one step; whether it fitted.
    pub fn put_on(self, found: &Found, rebased: &Rebased) -> bool {
        let source = Source::GitHub { path: found.path.clone(), sha: found.sha.clone() };
        let done = self.desk.try_update(|d| d.rebase(&found.text, rebased, source, clock::now()));
        let done = done.is_some_and(|r| r.is_ok());
        if done {
            self.newer.set(None);
        }
        done
    }

    /// Settles a conflict, as one step.
    pub fn choose(self, index: usize, version: Option<usize>) {
        self.desk.update(|d| {
            let _ = d.choose(index, version);
        });
    }

    /// Keeps the draft of the desk, as GitHub has it, for when GitHub cannot be reached.
    fn keep_last(&self) {
        let last = self.peek(|d| match d.source() {
            Source::GitHub { path, sha } => {
                let (file, whole) = (path.clone(), d.base().shared_text());
                spawn_local(async move { kept::keep(&file, &whole).await });
                let (at, text) = (d.loaded_at().to_string(), d.base().text());
                let fields =
                    [("path", Some(&**path)), ("sha", sha.as_deref()), ("at", Some(&*at)), ("text", Some(text))];
                Some(json::write(&fields))
            }
            _ => None,
        });
        if let Some(last) = last {
            // A copy for convenience: if there is no room for it, work comes first.
            let _ = storage::set("last", &last);
        }
    }

    /// Opens the issue that comes with the desk.
    pub async fn open_starter(self) {
        let turn = self.turn();
        let text = match http::get("starter.md", &[]).await {
            Ok(answer) if answer.status == 200 => github::decode(answer.body).unwrap_or_default(),
            _ => String::new(),
        };
        if self.turn() == turn {
            self.open_or_say(Desk::open(&text, Source::Starter, clock::now()));
        }
    }

    /// Puts another desk in place of this one, or says why not; whether it did.
    fn open_or_say(&self, desk: Desk) -> bool {
        self.open_desk(desk).map_err(|error| self.say(error.to_string())).is_ok()
    }

    /// Opens the issue or draft that was kept for `path`.
    ///
    /// # Errors
    /// Where it is no longer there, or what is on the desk would be lost; in words.
    pub async fn open_kept(self, path: &str) -> Result<(), String> {
        let gone = "It is no longer kept on this device. Choose another.";
        let text = kept::text(path).await.ok_or(gone)?;
        // A draft is the same that GitHub had; a published issue is for reading.
        let source = match self.config.with_untracked(|config| config.is_draft(path)) {
            true => Source::GitHub { path: path.to_owned(), sha: Some(blob_id(&text)) },
            false => Source::File { name: kept::name(path).to_owned() },
        };
        self.open_text(&text, source).map_err(|error| error.to_string())
    }

    /// Opens a file of this device.
    ///
    /// # Errors
    /// Where it is not UTF-8 or no text of an issue; the desk stays as it is.
    pub async fn open_file(self, file: web_sys::File) -> Result<(), LoadError> {
        let text = files::read(&file).await?;
        self.open_text(&text, Source::File { name: file.name() })
    }

    /// Opens a text.
    ///
    /// # Errors
    /// Where nothing in it belongs to an issue, or what is on the desk would be lost; the desk stays as it is.
    pub fn open_text(self, text: &str, source: Source) -> Result<(), LoadError> {
        if !Document::parse(text).is_issue() {
            let name = match &source {
                Source::File { name } => name.clone(),
                _ => "The text".into(),
            };
            return Err(LoadError::NotAnIssue(name));
        }
        self.open_desk(Desk::open(text, source, clock::now()))?;
        self.loading.set(Loading::Idle);
        self.newer.set(None);
        self.refused.set(None);
        self.say("It is on the desk.");
        Ok(())
    }

    fn issue_key(&self) -> String {
        self.peek(|d| d.doc().header.number.map(|n| n.to_string()).unwrap_or_default())
    }

    /// Asks other tabs which work they have open: it leaves the list of what is offered.
    pub(super) fn ask_for_works(&self) {
        TABS.with_borrow(|tabs| tabs.iter().for_each(|t| t.say("works", "?")));
    }

    /// Tells other tabs which work this one has open.
    pub(super) fn claim(&self) {
        if let Some(id) = self.work_id.get_untracked() {
            TABS.with_borrow(|tabs| tabs.iter().for_each(|t| t.say("mine", &id)));
        }
    }

    /// Tells other tabs which issue this one works on now.
    pub(super) fn announce(&self) {
        self.other_tab.set(false);
        let issue = self.issue_key();
        TABS.with_borrow(|tabs| tabs.iter().for_each(|t| t.say("open", &issue)));
    }
}

/// The last draft that came from GitHub, and when.
fn read_last() -> Option<(Found, u64)> {
    let last = Json::read(&storage::get("last")?).ok()?;
    // Older builds wrote the time as a number.
    let at = last.text("at").and_then(|at| at.parse().ok()).or_else(|| last.number("at"))?;
    Some((Found { text: last.text("text")?, path: last.text("path")?, sha: last.text("sha") }, at))
}
