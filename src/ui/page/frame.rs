//! The page in a frame: a sandbox without scripts, in the type and the colours of the site.

mod places;

use super::{SiteHtml, heights};
use crate::ui::session::session;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, DragEvent, Element, Event, KeyboardEvent};

/// What stands in the frame before the page does. Its policy allows nothing at all, whatever the app's own allows; its
/// style sheet is handed to it ([`styled`]), which is no load and no inline style.
const SHELL: &str = "<!doctype html><html lang=en><meta charset=utf-8>\
    <meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">\
    <meta name=referrer content=no-referrer><title>The page</title><body>";

/// The type and the colours of the site. Part of the module: it is there whenever the page is, and of the same version.
const LOOK: &str = include_str!("../../../style/page.css");

/// Gives the look to the frame's document. The sheet must be made by the frame's own constructor: one of another document
/// is refused (CSSOM, `adoptedStyleSheets`).
fn styled(document: &web_sys::Document) -> Result<(), JsValue> {
    let view = document.default_view().ok_or(JsValue::NULL)?;
    let make = Reflect::get(&view, &"CSSStyleSheet".into())?;
    if !make.is_function() {
        return Err(make);
    }
    let make: Function = make.unchecked_into();
    let sheet: CssStyleSheet = Reflect::construct(&make, &Array::new())?.unchecked_into();
    sheet.replace_sync(LOOK)?;
    document.set_adopted_style_sheets(&Array::of1(&sheet));
    Ok(())
}

/// What a click picks, and so looks as if it could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picks {
    /// Whatever is clicked.
    All,
    /// What is new in the issue.
    New,
}

/// A frame that shows one page; cheap to copy.
#[derive(Clone, Copy)]
pub struct Frame {
    node: NodeRef<html::Iframe>,
    picks: Picks,
    shown: StoredValue<SiteHtml>,
    /// Told when the frame is there, and after each change of what it shows.
    pub painted: RwSignal<u32>,
    /// Told when it was scrolled.
    pub scrolled: RwSignal<u32>,
    /// Whether it is as wide as a mail.
    pub mail: RwSignal<bool>,
    /// Until the heights of the blocks are learnt.
    pub(super) pause: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Frame {
    pub fn new(picks: Picks) -> Self {
        Self {
            node: NodeRef::new(),
            picks,
            shown: StoredValue::default(),
            painted: RwSignal::new(0),
            scrolled: RwSignal::new(0),
            mail: RwSignal::new(false),
            pause: StoredValue::new_local(None),
        }
    }

    /// The frame's document, once it is there. Its elements are of another realm: casts that look at their class fail.
    pub fn document(&self) -> Option<web_sys::Document> {
        self.node.try_get_untracked().flatten()?.content_document()
    }

    /// What holds the blocks; `None` until the shell is there.
    pub fn root(&self) -> Option<Element> {
        self.document()?.body().filter(|_| self.painted.get_untracked() > 0).map(Element::from)
    }

    /// Gives `class` to what begins at one of `at`, and takes it from all else; the first of them.
    pub fn point(&self, class: &str, at: &[usize]) -> Option<Element> {
        let old = self.root()?.query_selector_all(&format!(".{class}")).ok()?;
        for element in (0..old.length()).filter_map(|i| old.item(i)) {
            let _ = element.unchecked_into::<Element>().class_list().remove_1(class);
        }
        let found: Vec<Element> = at.iter().filter_map(|at| self.element(*at)).collect();
        found.iter().for_each(|e| {
            let _ = e.class_list().add_1(class);
        });
        found.into_iter().next()
    }

    /// Scrolls the page, and nothing around it, until `element` is in sight.
    pub fn reveal(&self, element: &Element) {
        let Some(scroller) = self.document().and_then(|d| d.scrolling_element()) else { return };
        let (own, height) = (element.get_bounding_client_rect(), f64::from(scroller.client_height()));
        if height > 0.0 && (own.top() < 0.0 || own.bottom() > height) {
            scroller.set_scroll_top(scroller.scroll_top() + (own.top() - height / 3.0) as i32);
        }
    }

    /// The shell is there, for the first time or again.
    fn begin(&self, pick: Callback<usize>, kept: StoredValue<Vec<EventListener>, LocalStorage>) {
        let Some(document) = self.document() else { return };
        self.shown.set_value(SiteHtml::default());
        // Where a browser knows no such sheets the page is plain, and as true as before.
        let _ = styled(&document);
        if let Some(body) = document.body() {
            body.set_class_name(if self.picks == Picks::All { "picks-all" } else { "picks-new" });
        }
        let frame = *self;
        let active = EventListenerOptions::enable_prevent_default();
        let listen = |name: &'static str, act: fn(Frame, &Event, Callback<usize>)| {
            EventListener::new_with_options(&document, name, active, move |event| act(frame, event, pick))
        };
        let mut listeners = vec![
            listen("click", clicked),
            listen("keydown", pass_on),
            listen("scroll", |frame, _, _| frame.scrolled.update(|n| *n += 1)),
            listen("dragover", pass_drag),
            listen("drop", pass_drag),
        ];
        listeners.extend(heights::at_new_width(frame));
        kept.set_value(listeners);
        self.painted.update(|n| *n += 1);
    }
}

/// A click on a note goes to it, one on a link leads where it leads, one on anything else picks it.
fn clicked(frame: Frame, event: &Event, pick: Callback<usize>) {
    let Some(target) = event.target().map(|t| t.unchecked_into::<Element>()) else { return };
    let href = target.closest("a").ok().flatten().and_then(|a| a.get_attribute("href"));
    if let Some(id) = href.as_deref().and_then(|href| href.strip_prefix('#')) {
        // The frame would go to the address of the app instead.
        event.prevent_default();
        if let Some(note) = frame.document().and_then(|d| d.get_element_by_id(id)) {
            frame.reveal(&note);
        }
    } else if href.is_none()
        && let Some(at) = frame.byte(&target)
    {
        pick.run(at);
    }
}

/// The desk's keys hold in the frame too.
fn pass_on(frame: Frame, event: &Event, _: Callback<usize>) {
    let (event, Some(node)) = (event.unchecked_ref::<KeyboardEvent>(), frame.node.get_untracked()) else { return };
    let same = web_sys::KeyboardEventInit::new();
    same.set_bubbles(true);
    same.set_cancelable(true);
    same.set_key(&event.key());
    same.set_ctrl_key(event.ctrl_key());
    same.set_meta_key(event.meta_key());
    same.set_shift_key(event.shift_key());
    same.set_alt_key(event.alt_key());
    if let Ok(copy) = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &same)
        && node.dispatch_event(&copy) == Ok(false)
    {
        event.prevent_default();
    }
}

/// A file that is dropped here is for the desk; the browser would open it in the desk's place.
fn pass_drag(frame: Frame, event: &Event, _: Callback<usize>) {
    event.prevent_default();
    let (event, Some(node)) = (event.unchecked_ref::<DragEvent>(), frame.node.get_untracked()) else { return };
    let same = web_sys::DragEventInit::new();
    same.set_bubbles(true);
    same.set_cancelable(true);
    same.set_data_transfer(event.data_transfer().as_ref());
    if let Ok(copy) = DragEvent::new_with_event_init_dict(&event.type_(), &same) {
        let _ = node.dispatch_event(&copy);
    }
}

/// The page; `pick` is told at which byte of the text begins what was clicked.
#[component]
pub fn PageFrame(frame: Frame, html: Memo<SiteHtml>, #[prop(into)] pick: Callback<usize>) -> impl IntoView {
    let session = session();
    let kept = StoredValue::new_local(Vec::new());
    let begun = RwSignal::new(0);
    Effect::new(move |_| {
        begun.track();
        let Some(root) = frame.root() else { return };
        let more = html.with(|new| frame.shown.with_value(|before| new.show(&root, before)));
        if more {
            heights::learn_soon(frame);
        }
        frame.shown.set_value(html.get_untracked());
        frame.painted.update(|n| *n += 1);
    });
    Effect::new(move |_| {
        let dark = session.dark.get();
        begun.track();
        if let Some(root) = frame.document().and_then(|d| d.document_element()) {
            let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
        }
    });
    let load = move |_| {
        frame.begin(pick, kept);
        begun.update(|n| *n += 1);
    };
    view! {
        <iframe class="page-frame" class:page-mail=move || frame.mail.get() title="The page as readers see it"
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"
            srcdoc=SHELL node_ref=frame.node on:load=load></iframe>
    }
}

/// How wide readers see it.
#[component]
pub fn Widths(frame: Frame) -> impl IntoView {
    let choice = move |mail: bool, name| {
        crate::ui::live::chip(name, move || frame.mail.get() == mail, move || frame.mail.set(mail))
    };
    view! { <div class="chips" role="group" aria-label="Width">{choice(false, "Site")} {choice(true, "Mail")}</div> }
}
