// Starts the app. A file of its own, so that the page needs no inline script.
const tag = document.querySelector("script[data-js][data-wasm]");
const address = (name) => new URL(tag.dataset[name], document.baseURI).href;

// The doors stand in the page already; whoever comes for another view waits without them.
if (location.hash.length > 2 || location.search) document.querySelector("#app .boot-main")?.remove();

try {
  const { default: start } = await import(address("js"));
  await start({ module_or_path: address("wasm") });
} catch (error) {
  console.error(error);
  const state = document.querySelector("#app .boot-state");
  if (state) {
    state.textContent = "TWiR desk could not start: this browser may be too old, or the download was cut. Reload to try again.";
  }
}

// Release builds work offline where the browser lets them (https, or this machine); elsewhere nothing is missing.
if (tag.dataset.worker && navigator.serviceWorker) {
  let begun = false;
  const keep = () => {
    if (!begun) navigator.serviceWorker.register(address("worker")).then(follow, () => {});
    begun = true;
  };
  // The worker fetches the whole desk: not before the view is there (src/platform/version.rs), for it would wait longer.
  if (document.documentElement.hasAttribute("data-shown")) keep();
  document.documentElement.addEventListener("desk-shown", keep);
  setTimeout(keep, 10_000);
}

// Tells the app (src/platform/version.rs) when a newer version waits, and takes it when the app says so.
function follow(registration) {
  const root = document.documentElement;
  const tell = () => {
    if (!registration.waiting || !registration.active || root.dataset.newer) return;
    root.dataset.newer = "waits";
    root.dispatchEvent(new Event("desk-newer"));
  };
  const watch = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", watch);
  watch();
  tell();
  // A tab may stay open for days; the browser itself looks only when a page is opened.
  setInterval(() => registration.update().catch(() => {}), 3_600_000);
  root.addEventListener("desk-use-newer", () => {
    // Another tab may have taken it into use already.
    if (!registration.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("use");
    // It takes over once the old one rests. Chromium may miss that moment, and looks again when a tab goes: this one, for an
    // instant. The work is kept then as always.
    setTimeout(() => location.reload(), 4000);
  });
}
