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
