//! The steps to a pull request, in order, and what each does.

use super::plan::Way;

/// One step is one request. Those that change something come behind one that looks whether it was done already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Who,
    Fork,
    MakeFork,
    Ready,
    Pull,
    Head,
    Draft,
    Branch,
    Compare,
    Sync,
    MakeBranch,
    Commit,
    Still,
    Open,
    Checks,
    Status,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 16] = [
        Self::Who,
        Self::Fork,
        Self::MakeFork,
        Self::Ready,
        Self::Pull,
        Self::Head,
        Self::Draft,
        Self::Branch,
        Self::Compare,
        Self::Sync,
        Self::MakeBranch,
        Self::Commit,
        Self::Still,
        Self::Open,
        Self::Checks,
        Self::Status,
    ];

    /// Whether that way has the step.
    pub fn belongs(self, way: &Way) -> bool {
        match way {
            Way::OneClick => true,
            Way::OwnFork { .. } => {
                !matches!(self, Self::Who | Self::MakeFork | Self::Open | Self::Checks | Self::Status)
            }
        }
    }

    /// Whether it changes something on GitHub.
    pub fn writes(self) -> bool {
        matches!(self, Self::MakeFork | Self::Sync | Self::MakeBranch | Self::Commit | Self::Open)
    }

    /// What it does, in a sentence.
    pub fn what(self) -> &'static str {
        match self {
            Self::Who => "Asks GitHub whose token it is, and what it may do.",
            Self::Fork => "Looks whether you have a fork, which is a copy of the newsletter’s repository of your own.",
            Self::MakeFork => "Makes the fork, if you have none.",
            Self::Ready => "Looks whether the fork is ready; a new one takes GitHub some seconds.",
            Self::Pull => "Looks whether there is a pull request for this contribution already.",
            Self::Head => "Asks where the newsletter’s branch stands now (its newest commit).",
            Self::Draft => {
                "Looks whether the draft there is the one that your work stands on; if not, nothing more is sent."
            }
            Self::Branch => "Looks whether the branch, a line of work beside the newsletter’s own, is there already.",
            Self::Compare => {
                "If it is there: looks what it holds, so that nothing is done twice and nothing of others is touched."
            }
            Self::Sync => "Brings your fork up to the newsletter’s state, as GitHub’s button “Sync fork” does.",
            Self::MakeBranch => "Makes the branch in your fork, from the draft’s commit.",
            Self::Commit => {
                "Puts the one file on that branch. GitHub refuses if the file is no longer the one that was loaded."
            }
            Self::Still => "Looks once more whether the draft is still the same.",
            Self::Open => "Opens the pull request: it asks the editors to take your change into the draft.",
            Self::Checks => "Asks for the state of the automatic checks of the pull request.",
            Self::Status => "Asks for those that other services report, if there are no others.",
        }
    }

    /// The stage to which it belongs, for those who watch.
    pub fn stage(self) -> &'static str {
        match self {
            Self::Who => "The token",
            Self::Fork | Self::MakeFork | Self::Ready => "Your fork",
            Self::Pull | Self::Head | Self::Draft => "The draft as it is now",
            Self::Branch | Self::Compare | Self::Sync | Self::MakeBranch => "A branch",
            Self::Commit | Self::Still => "The change, as one commit",
            Self::Open => "The pull request",
            Self::Checks | Self::Status => "Its checks",
        }
    }
}
