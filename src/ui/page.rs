//! The only place that puts HTML into the page: what the page renderer made, which is safe by construction.

use leptos::prelude::*;

/// HTML out of [`crate::site`]; nothing else makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteHtml(String);

impl SiteHtml {
    /// One section with `marks` on its items.
    pub fn section(doc: &crate::issue::Document, section: usize, marks: &[crate::site::Mark]) -> Self {
        Self(crate::site::section(doc, section, marks))
    }

    /// The whole page with marks.
    pub fn marked(doc: &crate::issue::Document, marks: &[crate::site::Mark]) -> Self {
        Self(crate::site::marked_page(doc, marks))
    }

    /// Several parts, one below the other.
    pub fn joined(parts: impl Iterator<Item = Self>) -> Self {
        Self(parts.map(|p| p.0).collect())
    }

    /// Lines by themselves.
    pub fn lines(markdown: &str) -> Self {
        let doc = crate::issue::Document::parse(markdown);
        Self(crate::site::part(&doc, crate::text::Span::new(0, markdown.len()), &[]))
    }

    /// One line of inline Markdown.
    pub fn inline(markdown: &str) -> Self {
        Self(crate::site::inline(markdown))
    }
}

/// A part of the page as readers see it.
#[component]
pub fn SitePage(#[prop(into)] html: Signal<SiteHtml>, #[prop(optional)] class: &'static str) -> impl IntoView {
    view! { <div class=format!("site {class}") inner_html=move || html.get().0></div> }
}

/// Inline Markdown in a row or card.
#[component]
pub fn Inline(#[prop(into)] markdown: String) -> impl IntoView {
    view! { <span class="site-inline" inner_html=SiteHtml::inline(&markdown).0></span> }
}
