//! How it fails when it is told to.

use super::{Ask, GitHub, Reply};

/// What goes wrong at one request.
pub enum Fault {
    /// It is done, and the answer does not arrive.
    AnswerLost,
    /// It does not arrive.
    Lost,
    /// It is answered so, and nothing is done.
    Answer(Reply),
    /// Something happens just before it is done.
    Before(Box<dyn FnOnce(&mut GitHub) + Send>),
}

impl Fault {
    /// Something happens just before the request is done.
    pub fn before(what: impl FnOnce(&mut GitHub) + Send + 'static) -> Self {
        Self::Before(Box::new(what))
    }

    /// The requests of the hour are spent for so many seconds.
    pub fn spent(seconds: u64, now: u64) -> Self {
        let words = Reply::words(403, "API rate limit exceeded for user ID 1.");
        Self::Answer(words.header("x-ratelimit-remaining", 0).header("x-ratelimit-reset", now + seconds))
    }

    /// Too many in a short time.
    pub fn too_fast(seconds: u64) -> Self {
        let words = Reply::words(
            403,
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        );
        Self::Answer(words.header("retry-after", seconds))
    }

    /// The organisation wants the token to be let in first.
    pub fn organisation() -> Self {
        let words = Reply::words(403, "Resource protected by organization SAML enforcement.");
        Self::Answer(words.header("x-github-sso", "required; url=https://github.example/orgs/ferrous/sso"))
    }
}

impl GitHub {
    /// Answers a request, unless a fault says otherwise; `None` where nothing arrives.
    pub fn take(&mut self, ask: &Ask) -> Option<Reply> {
        let number = self.log.len();
        self.log.push(format!("{} {}", ask.method, ask.path));
        match self.faults.remove(&number) {
            Some(Fault::Lost) => return None,
            Some(Fault::Answer(reply)) => return Some(reply),
            Some(Fault::AnswerLost) => {
                self.answer(ask);
                return None;
            }
            Some(Fault::Before(what)) => what(self),
            None => {}
        }
        Some(self.answer(ask))
    }
}
