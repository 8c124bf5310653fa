//! One contribution each: which of several items goes, and what is known of it.

use super::kept;
use super::out::Out;
use crate::platform::config::Config;
use crate::publish::Way;
use crate::ui::live::live_if;
use leptos::prelude::*;

/// Several items: one goes at a time, unless all shall go together.
#[component]
pub fn WhichOne(out: Memo<Out>, part: RwSignal<Option<usize>>) -> impl IntoView {
    let parts = Memo::new(move |_| out.with(|o| o.parts.iter().map(|p| p.title.clone()).collect::<Vec<_>>()));
    Effect::new(move |_| {
        let count = parts.with(Vec::len);
        let fits = part.get_untracked().is_none_or(|index| index < count);
        if !fits {
            part.set((count > 1).then_some(0));
        }
    });
    let choose = move |event| part.set(event_target_value(&event).parse().ok());
    live_if(move || {
        let titles = parts.get();
        (titles.len() > 1).then(|| {
            let option = |(index, title): (usize, String)| {
                view! { <option value=index.to_string() selected=move || part.get() == Some(index)>{title}</option> }
            };
            view! {
                <div class="field">
                    <label for="w-part">"Which one " <span class="note">"the newsletter takes one item a pull request by itself"</span></label>
                    <select id="w-part" on:change=choose>
                        {titles.into_iter().enumerate().map(option).collect_view()}
                        <option value="all" selected=move || part.get().is_none()>"All in one pull request"</option>
                    </select>
                </div>
            }
            .into_any()
        })
    })
}

/// Of several items the first that was not handed in yet; with one item, or with changes of other kinds, all of it.
pub fn next_part(out: &Out, config: &Config) -> Option<usize> {
    let ended = |index| {
        let plan = out.plan(Some(index), config, Way::OneClick);
        kept::find(&plan.id).is_some_and(|kept| kept.page.is_some())
    };
    let count = out.parts.len();
    (count > 1).then(|| (0..count).find(|index| !ended(*index)).unwrap_or(0))
}

/// By which of these ways the contribution of this desk was begun: `fork` or `classic`.
pub fn begun(out: &Out, config: &Config) -> Option<String> {
    let plan = out.plan(next_part(out, config), config, Way::OneClick);
    kept::find(&plan.id).map(|kept| kept.way)
}
