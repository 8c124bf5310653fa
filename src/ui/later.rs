//! Parts of the app that are not in the first load: each comes when it is first asked for.
//!
//! `wasm_split` moves what only these functions reach into modules of their own, on the same memory (see
//! `xtask/src/postbuild/split.rs`). Each gives out a function, for a view must be made where it is shown. A part that does not
//! come is told, and asked for again on the next try.

#![cfg_attr(split, allow(unsafe_code, reason = "what wasm_split writes: the calls from one module into the other"))]

use super::check::Checker;
use super::contribute::add::Adder;
use super::live::{button, live};
use super::route::View;
use crate::platform::version;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(split)]
use leptos::wasm_split::wasm_split;
use std::pin::Pin;

/// Makes the view of a part, once its module is there.
type Make = fn() -> AnyView;

/// A part on its way.
type Coming = Pin<Box<dyn Future<Output = Result<Make, SplitLoaderError>>>>;

/// A function that lives in module `$module`; in a build that is not split, here.
macro_rules! later {
    (in $module:ident: $name:ident() -> $given:ty $body:block) => {
        #[cfg(split)]
        #[wasm_split($module, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name() -> Result<$given, SplitLoaderError> $body

        #[cfg(not(split))]
        async fn $name() -> Result<$given, SplitLoaderError> $body
    };
}

/// Names a view, the module it lives in, and what shows it.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident, $inner:ident in $module:ident: $component:path;)*) => {$(
        later!(in $module: $inner() -> Make { Ok(|| $component().into_any()) });

        $(#[$doc])*
        pub fn $name() -> AnyView {
            show(|| Box::pin($inner()))
        }
    )*};
}

parts! {
    /// The view of contributors.
    contribute, contribute_part in contribute: super::contribute::Contribute;
    /// The item in its place, beside the form.
    place, place_part in place: super::contribute::place::PlacePane;
    /// What was added so far, below the form.
    mine, mine_part in place: super::contribute::mine::Mine;
    /// The view of editors.
    assemble, assemble_part in assemble: super::assemble::Assemble;
    /// The view of reviewers.
    review, review_part in review: super::review::Review;
    /// The way out.
    hand_in, hand_in_part in handin: super::handin::HandIn;
    /// What the form changes, by item and by line.
    changes, changes_part in handin: super::contribute::place::Changes;
    /// Sources of a draft.
    open, open_part in dialogs: super::open::OpenDialog;
    /// A new issue.
    new_issue, new_issue_part in dialogs: super::open::NewIssue;
    /// The list of keys.
    keys, keys_part in dialogs: super::keys::KeysDialog;
    /// Everything that can be done or gone to.
    palette, palette_part in dialogs: super::palette::Palette;
    /// A rule's manual page.
    rule, rule_part in dialogs: super::rule::RuleDialog;
    /// Letters that a wrong decoding broke.
    damaged, damaged_part in mend: super::notice::damaged::Damaged;
    /// Work of earlier days.
    resume, resume_part in handin: super::resume::Resume;
    /// A draft that moved on, and what came of it.
    around, around_part in handin: super::around::Around;
    /// What an address brings for the form.
    prefill, prefill_part in prefill: super::prefill::Prefill;
    /// Ways to the form from other pages.
    elsewhere, elsewhere_part in prefill: super::prefill::elsewhere::Elsewhere;
}

later!(in checks: checker_part() -> Checker { Ok(super::check::CHECKER) });

/// What is checked while one types; `None` where it did not arrive.
pub async fn checker() -> Option<Checker> {
    checker_part().await.ok()
}

later!(in place: adder_part() -> Adder { Ok(super::contribute::add::ADDER) });

/// What puts the form's item into the issue; `None` where it did not arrive.
pub async fn adder() -> Option<Adder> {
    adder_part().await.ok()
}

/// Sends for the part of that view before it can be shown, for the draft is still on its way; at the start for what most
/// people open first.
pub async fn expect(view: View) {
    let _ = match view {
        // One after the other: the form is there before what it makes.
        View::Start | View::Contribute => contribute_part().await.and(place_part().await),
        View::Assemble => assemble_part().await,
        View::Review => review_part().await,
    };
    version::shown();
}

/// Shows the part as soon as it is there.
fn show(load: fn() -> Coming) -> AnyView {
    let part = RwSignal::new(None::<Option<Make>>);
    let ask = move || {
        leptos::task::spawn_local(async move {
            let came = load().await.ok();
            // Whoever asked may have gone elsewhere meanwhile.
            part.try_set(Some(came));
        });
    };
    ask();
    let failed = move || {
        view! {
            <p class="finding finding-error" role="alert">
                <span class="finding-text">
                    "This part of the desk did not arrive. What you did so far is safe. Check the connection."
                </span>
                {button("small", None, "Try again", ask)}
            </p>
        }
        .into_any()
    };
    live(move || match part.get() {
        None => ().into_any(),
        Some(Some(make)) => make(),
        Some(None) => failed(),
    })
}
