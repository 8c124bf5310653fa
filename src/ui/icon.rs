//! Icons, drawn for the desk: sixteen units square, one stroke, with text beside them.

use leptos::prelude::*;

/// What an icon says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Error,
    Warning,
    Hint,
    Ok,
    Reload,
    Sun,
    Moon,
    Undo,
    Redo,
    Grip,
    Up,
    Down,
    Close,
    Copy,
    Save,
    External,
    Plus,
    Pen,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Error => "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.8v4M8 11.2v.1",
            Self::Warning => "M8 2 1.5 13.5h13zM8 6.5v3.2M8 11.6v.1",
            Self::Hint => "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.4v3.8M8 4.9v.1",
            Self::Ok => "M2.5 8.5 6.5 12.5 13.5 4",
            Self::Reload => "M13.3 6.5A5.6 5.6 0 1 0 13.5 9.5M13.5 2.5v4h-4",
            Self::Sun => {
                "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1"
            }
            Self::Moon => "M13 9.8A5.6 5.6 0 0 1 6.2 3 5.6 5.6 0 1 0 13 9.8",
            Self::Undo => "M5.5 3 2.5 6l3 3M2.8 6h6.4a3.8 3.8 0 0 1 0 7.6H6",
            Self::Redo => "M10.5 3l3 3-3 3M13.2 6H6.800a3.800 3.800 0 0 0 0 7.600H10",
            Self::Grip => "M6 3.500v.1M10 3.500v.1M6 8v.1M10 8v.1M6 12.500v.1M10 12.500v.1",
            Self::Up => "M8 13V3.500M4 7.200l4-4 4 4",
            Self::Down => "M8 3v9.500M4 8.800l4 4 4-4",
            Self::Close => "M3.500 3.500l9 9M12.500 3.500l-9 9",
            Self::Copy => "M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3",
            Self::Save => "M8 2v8M4.800 7.200 8 10.300l3.200-3.100M2.500 13.500h11",
            Self::External => "M9.500 2.500h4v4M13.300 2.700 7.500 8.500M6.500 3.500h-4v10h10v-4",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Pen => "M2.500 13.500l.7-3L10.800 2.900l2.300 2.300-7.600 7.600z",
        }
    }

    /// The picture; hidden from those who hear, for a word stands beside it.
    pub fn view(self) -> AnyView {
        view! {
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d=self.path()></path>
            </svg>
        }
        .into_any()
    }
}
