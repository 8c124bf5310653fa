//! The issues before the draft, in which a link may have been already: read in the background, one after the other, and
//! none twice, for what is compared of each is kept; and so is the whole, to be read without a network.

use crate::platform::config::Config;
use crate::platform::{clock, http, kept, storage};
use crate::rules::{RECENT, Recent, Role, Setting};
use crate::text::date::Date;
use crate::ui::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far the check for links of earlier issues reaches.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub recent: Arc<Recent>,
    /// Whether the reading has come to its end.
    pub done: bool,
    /// The draft that it is about.
    draft: Option<Date>,
}

impl Known {
    /// What rules are told: who asks, the day, and these issues.
    pub fn setting(&self, role: Role) -> Setting<'_> {
        Setting { role, today: Some(clock::today()), recent: &self.recent }
    }

    /// In words, for the line beside the findings.
    pub fn words(&self) -> String {
        let issues = self.recent.issues();
        match (issues.len(), issues.first(), self.done) {
            (0, _, false) => "Reading the issues before, to find links that were in one.".into(),
            (0, _, true) | (_, None, _) => {
                "Links are compared with this draft only: the issues before it cannot be reached.".into()
            }
            (n, _, false) => format!("Links are compared with {n} issues before; more are being read."),
            (n, Some(first), true) if n >= RECENT => {
                format!("Links are compared with the {n} issues before, back to {}.", first.long())
            }
            (n, Some(first), true) => {
                format!("Links are compared with {n} of the {RECENT} issues before, back to {}.", first.long())
            }
        }
    }
}

/// How many drafts are kept for reading.
const DRAFTS: usize = 3;
/// How many issues are read before the findings are made anew.
const BATCH: usize = 6;

/// Follows the draft's date and reads the issues before it.
pub fn follow(session: Session) {
    let draft = Memo::new(move |_| session.doc.get().date());
    Effect::new(move |_| {
        let date = draft.get();
        if session.opened.get() && session.known.with_untracked(|known| known.draft != date || date.is_none()) {
            session.known.set(Known { draft: date, done: date.is_none(), ..Known::default() });
            if let Some(date) = date {
                spawn_local(read(session, date));
            }
        }
    });
}

async fn read(session: Session, draft: Date) {
    let config = session.config.get_untracked();
    let dates: Vec<Date> = (1..=RECENT as i64).map(|weeks| draft.plus(-7 * weeks)).collect();
    let key = |date: &Date| format!("recent/{}/{date}", config.repository);
    let compared =
        |date: &Date| storage::get(&key(date)).map(|links| (*date, links.lines().map(str::to_owned).collect()));
    let whole = kept::paths().await;
    let is_whole = |date: &&Date| whole.as_ref().is_none_or(|whole| whole.contains(&config.published_of(**date)));
    let mut issues: Vec<(Date, Vec<String>)> = dates.iter().filter(is_whole).filter_map(compared).collect();
    forget_others(&dates.iter().map(key).collect::<Vec<_>>());
    forget_old(&config, &dates, whole.as_deref().unwrap_or_default()).await;
    let missing: Vec<Date> = dates.into_iter().filter(|date| issues.iter().all(|(d, _)| d != date)).collect();
    if !tell(session, draft, &issues, missing.is_empty()) {
        return;
    }
    for (count, date) in missing.iter().enumerate() {
        let Ok(found) = fetch(&config, *date).await else { break };
        // A week without an issue, or one whose file bears another date: nothing to compare with.
        let Some(links) = found else { continue };
        // For convenience only: where there is no room, it is read again another day.
        let _ = storage::set(&key(date), &links.join("\n"));
        issues.push((*date, links));
        if count % BATCH == BATCH - 1 && !tell(session, draft, &issues, false) {
            return;
        }
    }
    tell(session, draft, &issues, true);
}

/// The compared links of the issue of that day; nothing where there is none. An error where nobody answers.
async fn fetch(config: &Config, date: Date) -> Result<Option<Vec<String>>, ()> {
    let path = config.published_of(date);
    let answer = http::get(&config.raw_file(&path), &[]).await.map_err(|_| ())?;
    match answer.status {
        200 => {
            let text = String::from_utf8_lossy(&answer.body);
            kept::keep(&path, &text).await;
            Ok(Some(Recent::links_of(&text)))
        }
        404 => Ok(None),
        _ => Err(()),
    }
}

/// Issues that no draft is compared with any more, and all drafts but the newest.
async fn forget_old(config: &Config, dates: &[Date], whole: &[String]) {
    let issues: Vec<String> = dates.iter().map(|date| config.published_of(*date)).collect();
    let drafts = whole.iter().filter(|path| config.is_draft(path)).take(DRAFTS);
    let wanted: Vec<&String> = issues.iter().chain(drafts).collect();
    for path in whole.iter().filter(|path| !wanted.contains(path)) {
        kept::forget(path).await;
    }
}

/// Puts what is known to the findings; whether it is still wanted.
fn tell(session: Session, draft: Date, issues: &[(Date, Vec<String>)], done: bool) -> bool {
    let wanted = session.known.try_with_untracked(|known| known.draft) == Some(Some(draft));
    if wanted {
        let recent = Arc::new(Recent::new(issues.iter().cloned(), Some(draft)));
        session.known.set(Known { recent, done, draft: Some(draft) });
    }
    wanted
}

/// Makes room: issues that no draft is compared with any more.
fn forget_others(wanted: &[String]) {
    storage::keys("recent/").into_iter().filter(|key| !wanted.contains(key)).for_each(|key| storage::remove(&key));
}
