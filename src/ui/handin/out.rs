//! Everything that can leave, made from the desk.

use crate::desk::{Desk, Source, parts};
use crate::export::{self, Change, PullRequest, Verb};
use crate::issue::Document;
use crate::platform::config::Config;
use crate::publish::{self, Plan, Way};
use crate::review::{self, ChangeKind};

/// Everything that can leave.
#[derive(Clone, PartialEq)]
pub struct Out {
    pub file_name: String,
    pub path: String,
    /// The draft as it was loaded.
    pub base: String,
    pub text: String,
    pub patch: String,
    pub changes: Vec<Change>,
    pub request: PullRequest,
    /// The items one by one, where there are several.
    pub parts: Vec<Part>,
}

/// The draft with one of several items in it.
#[derive(Clone, PartialEq)]
pub struct Part {
    pub title: String,
    pub text: String,
    pub patch: String,
}

impl Out {
    /// `folder` is that of the draft.
    pub fn of(desk: &Desk, folder: &str) -> Self {
        let (base, doc) = (desk.base(), desk.doc());
        // The path it came from, else the one its date says.
        let path = match desk.source() {
            Source::GitHub { path, .. } => path.clone(),
            _ => export::path(doc, folder),
        };
        let changes = changes(base, doc);
        let parts = parts::parts(base.text(), doc.text()).into_iter().map(|part| Part {
            title: part.title,
            patch: export::patch(base.text(), &part.text, &path),
            text: part.text,
        });
        Self {
            file_name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            base: base.text().to_owned(),
            patch: export::patch(base.text(), doc.text(), &path),
            text: doc.text().to_owned(),
            request: export::pull_request(doc, &changes),
            parts: parts.collect(),
            changes,
            path,
        }
    }

    /// How it goes to GitHub by requests: one of the parts, or all.
    pub fn plan(&self, part: Option<usize>, config: &Config, way: Way) -> Plan {
        let part = part.and_then(|index| self.parts.get(index));
        let (text, patch) = part.map_or((&self.text, &self.patch), |part| (&part.text, &part.patch));
        let request = match part {
            Some(part) => {
                let (base, doc) = (Document::parse(self.base.as_str()), Document::parse(part.text.as_str()));
                export::pull_request(&doc, &changes(&base, &doc))
            }
            None => self.request.clone(),
        };
        Plan {
            upstream: config.repository.clone(),
            base: config.branch.clone(),
            web: config.web.clone(),
            path: self.path.clone(),
            text: text.clone(),
            blob: crate::text::blob::blob_id(&self.base),
            id: publish::id(patch),
            title: request.title,
            body: request.body,
            message: request.commit,
            way,
        }
    }
}

/// What was done, item by item.
fn changes(base: &Document, doc: &Document) -> Vec<Change> {
    let change = |change: &review::Change| {
        let verb = match change.kind {
            ChangeKind::Added => Verb::Add,
            ChangeKind::Removed => Verb::Remove,
            ChangeKind::Changed => Verb::Change,
            ChangeKind::Moved => Verb::Move,
            ChangeKind::Other => return None,
        };
        match change.after {
            Some(index) => Change::of(verb, doc, index),
            None => Change::of(verb, base, change.before?),
        }
    };
    review::changes(base, doc).iter().filter_map(change).collect()
}
