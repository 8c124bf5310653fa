//! Scrolling along: what stands at the top of one pane comes to the top of the other.
//!
//! One pane leads, the one that the hand was on last; what the other does because of it leads nothing.

use crate::ui::page::anchors;
use crate::ui::page::frame::Frame;
use leptos::prelude::*;

/// Which pane leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leader {
    Middle,
    Page,
}

/// What stands in the middle, rows or source, as far as scrolling goes.
#[derive(Clone, Copy)]
pub struct Middle {
    /// The byte of the text at its top.
    pub top: Callback<(), Option<usize>>,
    /// Brings a byte of the text to its top.
    pub go: Callback<usize>,
}

/// The two panes; cheap to copy.
#[derive(Clone, Copy)]
pub struct Along {
    pub frame: Frame,
    middle: StoredValue<Option<Middle>>,
    leader: StoredValue<Leader>,
    waiting: StoredValue<bool>,
}

impl Along {
    pub fn new(frame: Frame) -> Self {
        let along = Self {
            frame,
            middle: StoredValue::new(None),
            leader: StoredValue::new(Leader::Middle),
            waiting: StoredValue::new(false),
        };
        Effect::new(move |_| {
            frame.scrolled.track();
            along.scrolled(Leader::Page);
        });
        along
    }

    /// What the middle is from now on.
    pub fn set_middle(&self, middle: Middle) {
        self.middle.set_value(Some(middle));
    }

    /// The hand is on that pane.
    pub fn lead(&self, who: Leader) {
        self.leader.set_value(who);
    }

    /// That pane was scrolled, by hand or because something in it was chosen.
    pub fn scrolled(&self, who: Leader) {
        if self.leader.get_value() != who || self.waiting.get_value() {
            return;
        }
        self.waiting.set_value(true);
        let along = *self;
        request_animation_frame(move || {
            // The view may be gone by now.
            along.waiting.try_set_value(false);
            let Some(middle) = along.middle.try_get_value().flatten() else { return };
            match who {
                Leader::Page => anchors::byte_at_top(along.frame).into_iter().for_each(|at| middle.go.run(at)),
                Leader::Middle => {
                    middle.top.run(()).into_iter().for_each(|at| anchors::scroll_to(along.frame, at));
                }
            }
        });
    }
}
