//! The page as readers see it, following the text, the selection and the scrolling; and where GitHub shows it differently.

use super::along::Leader;
use super::board::{Board, Pane, board};
use super::differing::Differing;
use crate::site::Mark;
use crate::ui::live::live_if;
use crate::ui::page::frame::{PageFrame, Widths};
use crate::ui::page::{Before, SiteHtml};
use leptos::prelude::*;

#[component]
pub fn PagePane() -> impl IntoView {
    let board = board();
    let session = board.session;
    let frame = board.along.frame;
    let before = Before::default();
    let html = Memo::new(move |_| {
        session.pace.track();
        session.peek(|d| {
            let mark = |class| move |index: usize| Mark { span: d.doc().items[index].span, class };
            let marks =
                d.added().into_iter().map(mark("is-new")).chain(d.changed().into_iter().map(mark("is-changed")));
            SiteHtml::marked(before, d.doc(), &marks.collect::<Vec<_>>())
        })
    });
    // What is chosen is marked on the page as it stands: choosing a row must not make it anew.
    Effect::new(move |revealed: Option<Option<Choice>>| {
        frame.painted.track();
        let shown = matches!(board.pane.get(), Pane::Items | Pane::Page);
        let (section, item) = (board.section.get(), board.item.get());
        let index = board.session.peek(|d| item.and_then(|id| d.index_of(id)));
        let choice = (section, index);
        let first = frame.point("is-selected", &begin(board, choice)).filter(|_| shown);
        // While one types in it the page stays where it is: a look at where things stand costs a layout.
        let revealed = revealed.flatten().filter(|before| shown && *before == choice);
        first.filter(|_| revealed.is_none()).map(|first| frame.reveal(&first)).map(|()| choice).or(revealed)
    });
    let pick = move |at: usize| {
        if !board.is_settled() {
            return;
        }
        let (item, section) = session.peek(|d| (d.doc().item_at(at).and_then(|i| d.id_of(i)), d.doc().section_at(at)));
        match (item, section) {
            (Some(id), _) => {
                board.select_item(id);
                board.open.set(Some(id));
                super::items::reveal(id);
            }
            (None, Some(section)) => board.select_section(section),
            _ => {}
        }
        if board.pane.get_untracked() == Pane::Page {
            board.pane.set(Pane::Items);
        }
    };
    let lead = move || board.along.lead(Leader::Page);
    let differing = RwSignal::new(false);
    view! {
        <section class="assemble-page" aria-label="The page as readers see it"
            on:pointerenter=move |_| lead() on:focusin=move |_| lead() on:keydown=move |_| lead()>
            <div class="pane-bar">
                <Widths frame=frame/>
                <button type="button" class="chip" aria-pressed=move || differing.get().to_string()
                    title="Marks where GitHub’s preview and the site part"
                    on:click=move |_| differing.update(|on| *on = !*on)>"Where GitHub differs"</button>
            </div>
            {live_if(move || session.pace.long.get().then(|| {
                view! { <p class="pane-words muted">"This text is very long: page and findings follow when you pause."</p> }.into_any()
            }))}
            {live_if(move || differing.get().then(|| view! { <Differing/> }.into_any()))}
            <PageFrame frame=frame html=html pick=pick/>
        </section>
    }
}

/// The chosen section, and the item in it, by index: an item that was moved is another choice.
type Choice = (Option<usize>, Option<usize>);

/// Where the chosen item begins, else the heading of the chosen section.
fn begin(board: Board, (section, item): Choice) -> Vec<usize> {
    board.session.peek(|d| match item.and_then(|i| d.doc().items.get(i)) {
        Some(item) => vec![item.bullet.unwrap_or(item.span.start), item.span.start],
        None => section.and_then(|s| d.doc().sections.get(s)).map(|s| s.heading.start).into_iter().collect(),
    })
}
