//! What may stand in the way, told from GitHub's answers.

use super::step::Step;
use super::wire::Answer;

/// The draft as it is now, where it came with the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer {
    pub text: String,
    /// Its object id.
    pub blob: String,
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    Offline,
    TimedOut,
}

/// Why it does not go on by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// 401: withdrawn, run out, mistyped.
    BadToken,
    /// 403, and where it would write 404: the token may not do that; what it would need, if GitHub said so.
    Rights {
        step: Step,
        needs: Option<String>,
    },
    /// The token has not the scope `public_repo`; those that it has.
    Scope(String),
    /// The hour's requests are spent; seconds until there are more.
    Spent(Option<u64>),
    /// Too many in a short time; seconds to wait.
    Slow(u64),
    /// An organisation forbids the token or wants it to be let in first; the page for that, if GitHub said so.
    OrgForbids {
        page: Option<String>,
        message: String,
    },
    /// What was asked for is not there.
    NotFound(String),
    /// A repository of that name that is no fork of the newsletter's.
    NotAFork(String),
    /// GitHub did not finish the fork in time.
    NotReady(String),
    /// GitHub wants the fork brought up by hand; its name.
    SyncByHand(String),
    /// Others changed the draft since the text was made. Without the new one where the file is gone.
    Moved(Option<Newer>),
    /// Every name for the branch holds something else.
    NamesTaken(String),
    /// The file is as it was.
    NothingToCommit,
    /// 422 and the like, in GitHub's words.
    Refused {
        step: Step,
        message: String,
    },
    /// 5xx.
    Server(u16),
    Lost(Lost),
    /// An answer that makes no sense.
    Unexpected {
        step: Step,
        what: String,
    },
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Going on finds out how far it came. After that many seconds, where it must wait.
    GoOn(u64),
    /// Another token.
    NewToken,
    /// The newer draft under the work.
    BringIn,
    /// A way without this.
    OtherWay,
}

/// How long to wait where GitHub asks for patience and does not say how much, in seconds; its documentation's advice.
const PATIENCE: u64 = 60;

impl Trouble {
    /// What an answer means that the step cannot go on from.
    pub(super) fn of(step: Step, answer: &Answer) -> Self {
        let message = answer.message();
        if let Some(sso) = answer.header("x-github-sso") {
            let page = sso.split(';').find_map(|part| part.trim().strip_prefix("url=")).map(str::to_owned);
            return Self::OrgForbids { page: page.filter(|page| page.starts_with("https://")), message };
        }
        match answer.status {
            401 => Self::BadToken,
            403 | 429 => Self::forbidden(step, answer, message),
            404 if step.writes() => Self::Rights { step, needs: needs(answer) },
            404 | 410 => Self::NotFound(step.stage().to_lowercase()),
            status @ 500.. => Self::Server(status),
            409 | 422 | 400 | 451 => Self::Refused { step, message },
            status => Self::Unexpected { step, what: format!("status {status}") },
        }
    }

    fn forbidden(step: Step, answer: &Answer, message: String) -> Self {
        let after = answer.header("retry-after").and_then(|seconds| seconds.parse().ok());
        let has = |words: &[&str]| words.iter().any(|word| message.to_ascii_lowercase().contains(word));
        if let Some(seconds) = after {
            return Self::Slow(seconds);
        }
        if has(&["secondary rate limit", "abuse detection"]) {
            return Self::Slow(PATIENCE);
        }
        if answer.header("x-ratelimit-remaining").as_deref() == Some("0") {
            let reset = answer.header("x-ratelimit-reset").and_then(|at| at.parse::<u64>().ok());
            return Self::Spent(reset.map(|at| at.saturating_sub(answer.now).max(1)));
        }
        if answer.status == 429 {
            return Self::Slow(PATIENCE);
        }
        if has(&["saml", "organization has", "forbids access", "access restrictions"]) {
            return Self::OrgForbids { page: None, message };
        }
        if has(&["archived", "blocked", "interaction"]) {
            return Self::Refused { step, message };
        }
        Self::Rights { step, needs: needs(answer) }
    }

    /// What helps.
    pub fn act(&self) -> Act {
        match self {
            Self::BadToken | Self::Rights { .. } | Self::Scope(_) => Act::NewToken,
            Self::Spent(seconds) => Act::GoOn(seconds.unwrap_or(PATIENCE)),
            Self::Slow(seconds) => Act::GoOn(*seconds),
            Self::Moved(_) => Act::BringIn,
            Self::NotAFork(_) | Self::NamesTaken(_) | Self::NothingToCommit => Act::OtherWay,
            _ => Act::GoOn(0),
        }
    }
}

/// The rights that GitHub names: of fine-grained tokens permissions, of classic ones scopes.
fn needs(answer: &Answer) -> Option<String> {
    let named = answer.header("x-accepted-github-permissions").or_else(|| answer.header("x-accepted-oauth-scopes"));
    named.filter(|named| !named.trim().is_empty())
}
