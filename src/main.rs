//! Mounts the app, nothing else.

fn main() {
    console_error_panic_hook::set_once();
    twir_desk::ui::mount();
}
