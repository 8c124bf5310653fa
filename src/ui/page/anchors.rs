//! From the text to the page and back: where on the page a byte of the text stands, and what stands at its top.

use super::frame::Frame;

/// A place that is known on both sides.
struct Anchor {
    /// Byte of the text.
    at: f64,
    /// Distance from the top of the window of the frame, in CSS pixels.
    y: f64,
}

/// How far down the page byte `at` stands, seen from the window's top: between two elements in proportion.
pub fn y_of(frame: Frame, at: usize) -> Option<f64> {
    let starts = frame.starts();
    let index = starts.partition_point(|start| *start <= at).checked_sub(1)?;
    let (above, below) = around(frame, &starts, index, |anchor| anchor.at <= at as f64)?;
    Some(between(at as f64, (above.at, below.at), (above.y, below.y)))
}

/// The byte of the text that stands at the top of the window.
pub fn byte_at_top(frame: Frame) -> Option<usize> {
    let starts = frame.starts();
    let children = frame.root()?.children();
    let top = |index: usize| children.item(index as u32).map_or(0.0, |e| e.get_bounding_client_rect().top());
    let (mut low, mut high) = (0, starts.len());
    while low < high {
        let middle = (low + high) / 2;
        if top(middle) <= 1.0 { low = middle + 1 } else { high = middle }
    }
    let (above, below) = around(frame, &starts, low.saturating_sub(1), |anchor| anchor.y <= 1.0)?;
    Some(between(0.0, (above.y, below.y), (above.at, below.at)).max(0.0) as usize)
}

/// Scrolls the page so that byte `at` stands at the top of the window.
pub fn scroll_to(frame: Frame, at: usize) {
    let scroller = frame.document().and_then(|d| d.scrolling_element());
    if let (Some(scroller), Some(y)) = (scroller, y_of(frame, at)) {
        scroller.set_scroll_top(scroller.scroll_top() + y as i32);
    }
}

/// The last anchor of block `index` for which `before` holds, and the one behind it.
fn around(frame: Frame, starts: &[usize], index: usize, before: impl Fn(&Anchor) -> bool) -> Option<(Anchor, Anchor)> {
    let children = frame.root()?.children();
    let block = children.item(index as u32)?;
    let start = *starts.get(index)?;
    let outer = block.get_bounding_client_rect();
    let mut above = Anchor { at: start as f64, y: outer.top() };
    for (at, element) in frame.elements(index) {
        let anchor = Anchor { at: at as f64, y: element.get_bounding_client_rect().top() };
        if !before(&anchor) {
            return Some((above, anchor));
        }
        above = anchor;
    }
    let end = starts.get(index + 1).copied().unwrap_or(start + 1);
    Some((above, Anchor { at: end as f64, y: outer.bottom() }))
}

/// Where `x` of the first range lies in the second.
fn between(x: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    let length = from.1 - from.0;
    if length <= 0.0 { to.0 } else { to.0 + ((x - from.0) / length).clamp(0.0, 1.0) * (to.1 - to.0) }
}
