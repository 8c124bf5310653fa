//! What happened, what is safe, what to do.

use super::trouble::{Lost, Trouble};
use super::wire::encoded;

impl Trouble {
    /// What happened, in a sentence.
    pub fn what(&self) -> String {
        match self {
            Self::BadToken => {
                "GitHub does not know this token: it was withdrawn, has run out, or a letter is missing.".into()
            }
            Self::Rights { step, needs } => {
                let needs = needs.as_ref().map_or(String::new(), |needs| format!(" GitHub asks for: {needs}."));
                format!("The token may not do this step ({}).{needs}", step.stage().to_lowercase())
            }
            Self::Scope(has) if has.is_empty() => "The token lacks the right `public_repo`; it has none at all.".into(),
            Self::Scope(has) => format!("The token lacks the right `public_repo`; it has: {has}."),
            Self::Spent(Some(seconds)) => {
                format!("This account’s requests of the hour are spent; there are more in {}.", wait(*seconds))
            }
            Self::Spent(None) => "This account’s requests of the hour are spent.".into(),
            Self::Slow(seconds) => {
                format!("GitHub thinks that these requests come too fast, and asks to wait {}.", wait(*seconds))
            }
            Self::OrgForbids { message, .. } if message.is_empty() => {
                "The organisation that owns the newsletter does not let this token in.".into()
            }
            Self::OrgForbids { message, .. } => {
                format!("The organisation that owns the newsletter does not let this token in. GitHub says: {message}")
            }
            Self::NotFound(what) => format!("GitHub finds nothing there ({what}), or the token may not see it."),
            Self::NotAFork(name) => format!("You have a repository {name}, and it is no fork of the newsletter’s."),
            Self::NotReady(name) => format!("GitHub has not finished your fork {name} in five minutes."),
            Self::SyncByHand(name) => {
                format!(
                    "GitHub wants you to bring your fork {name} up to date by hand: it has gone ways of its own, or the newsletter changed its automatic checks."
                )
            }
            Self::Moved(Some(_)) => "Others have changed the draft since your work was put on it.".into(),
            Self::Moved(None) => {
                "The draft is no longer there: the issue was probably published, and a new draft begun.".into()
            }
            Self::NamesTaken(name) => format!("Nine branches with the name {name} hold something else already."),
            Self::NothingToCommit => {
                "The draft on GitHub holds all of this already; there is nothing to hand in.".into()
            }
            Self::Refused { step, message } => {
                format!("GitHub refuses this step ({}). It says: {message}", step.stage().to_lowercase())
            }
            Self::Server(status) => format!("GitHub is in trouble (it answered {status})."),
            Self::Lost(Lost::Offline) => {
                "No answer came: you may be offline, or something blocks the connection.".into()
            }
            Self::Lost(Lost::TimedOut) => "No answer came in time. The last step may have been done, or not.".into(),
            Self::Unexpected { step, what } => {
                format!("GitHub’s answer makes no sense ({}: {what}).", step.stage().to_lowercase())
            }
        }
    }

    /// What is safe, and what to do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::BadToken => {
                "Nothing was changed by this step, and your work is safe. What was done stays done. Make a new token, put it in, and begin again: nothing is done twice."
            }
            Self::Rights { .. } => {
                "Nothing was changed by this step, and your work is safe. Make a token with the rights that are named above the field, put it in, and begin again: nothing is done twice."
            }
            Self::Scope(_) => {
                "Nothing was changed. Make a classic token with `public_repo`: the link above the field has it ticked."
            }
            Self::Spent(_) | Self::Slow(_) => {
                "What was done stays done, and your work is safe. Going on finds out how far it came."
            }
            Self::OrgForbids { .. } => {
                "Nothing was changed by this step. Let the token in on GitHub’s page, if it offers that, and go on; or take the way without a token."
            }
            Self::NotFound(_) => {
                "Nothing was changed by this step. Look whether the fork’s name is right and whether the token is for that fork; then go on."
            }
            Self::NotAFork(_) => {
                "Nothing was changed. Rename that repository on GitHub, or take the way without a token."
            }
            Self::NotReady(_) => {
                "Your work is safe. Look at the fork on GitHub: if it has no branch of the newsletter’s name, it is an old one; press “Sync fork” there. Then go on."
            }
            Self::SyncByHand(_) => {
                "Nothing was changed by this step. Open your fork on GitHub, press “Sync fork” and “Update branch”, then go on here."
            }
            Self::Moved(_) => {
                "Nothing was overwritten. Bring the newer draft in, look at what changes, and hand it in again."
            }
            Self::NamesTaken(_) => {
                "Nothing was changed. Delete old branches of your fork on GitHub, or take the way without a token."
            }
            Self::NothingToCommit => "Nothing was changed, and nothing is missing.",
            Self::Refused { .. } => {
                "Nothing was changed by this step, and your work is safe. Go on if you have mended it; else the way without a token is open."
            }
            Self::Server(_) => {
                "Your work is safe. Wait a minute and go on: that finds out how far it came, and does nothing twice."
            }
            Self::Lost(_) => "Your work is safe. Going on finds out how far it came, and does nothing twice.",
            Self::Unexpected { .. } => {
                "Your work is safe. Try to go on; if it happens again, take the way without a token."
            }
        }
    }

    /// The page on which it is mended, if there is one.
    pub fn page(&self, web: &str) -> Option<String> {
        match self {
            Self::OrgForbids { page, .. } => page.clone(),
            Self::SyncByHand(name) | Self::NotReady(name) | Self::NotAFork(name) => {
                Some(format!("{web}/{}", name.split('/').map(encoded).collect::<Vec<_>>().join("/")))
            }
            Self::NamesTaken(_) | Self::Server(_) => None,
            _ => None,
        }
    }
}

/// `40 seconds`, `12 minutes`.
fn wait(seconds: u64) -> String {
    match seconds {
        1 => "1 second".into(),
        0..90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}
