//! Times of the desk in Chromium beside its peers, from one run, as Markdown tables. `cargo xtask measure` lays out what
//! is served and runs this; without that it is skipped. The browser is brought up as for the tests.

#[path = "../tests/browser"]
mod tests {
    pub mod harness;
}
#[path = "browser/alone.rs"]
mod alone;
#[path = "browser/editors.rs"]
mod editors;
#[path = "browser/keys.rs"]
mod keys;
#[path = "browser/load.rs"]
mod load;
#[path = "browser/memory.rs"]
mod memory;
#[path = "browser/place.rs"]
mod place;
#[path = "browser/scroll.rs"]
mod scroll;
#[path = "browser/table.rs"]
mod table;
#[path = "browser/text.rs"]
mod text;

use place::Sites;
use tests::harness;

#[tokio::main]
async fn main() -> harness::Outcome {
    let Some(folder) = std::env::var_os("TWIR_DESK_SITES") else {
        println!("browser: skipped, for nothing is laid out. Run it with: cargo xtask measure");
        return Ok(());
    };
    let sites = Sites::new(folder.into(), text::draft()?);
    let cores = std::thread::available_parallelism()?;
    println!("On {cores} cores, in {}, on a draft of {} bytes.\n", sites.browser().await?, sites.draft.len());
    let named: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wanted = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    if wanted("load") {
        load::print(&sites).await?;
    }
    if wanted("keys") {
        keys::print(&sites).await?;
    }
    if wanted("alone") {
        alone::print(&sites).await?;
    }
    if wanted("scroll") {
        scroll::print(&sites).await?;
    }
    if wanted("memory") {
        memory::print(&sites).await?;
    }
    Ok(())
}
