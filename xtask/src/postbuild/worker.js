// Keeps the desk on this device, one version whole beside the other. `cargo xtask build` fills in the first two lines
// and writes the result as sw.js; a changed version there is what tells browsers that there is a newer desk.
const VERSION = "{version}";
const FILES = {files};

// The configuration may change without a build: the server's comes first.
const CONFIG = "desk.json";
const PATIENCE_MS = 4000;

// One origin may hold several desks: the names of our caches bear the folder.
const ROOT = new URL("./", self.location).href;
const PREFIX = `twir-desk ${ROOT} `;
const nameOf = (version) => PREFIX + version;
// Which tab began with which version.
const TABS = nameOf("tabs");
const tabOf = (client) => `${ROOT}tab/${client}`;

// A file that is not exactly what the build made is refused, and with it the version: what is half deployed waits.
self.addEventListener("install", (event) => {
  const wanted = Object.entries(FILES).map(([name, integrity]) => new Request(ROOT + name, { integrity, cache: "no-cache" }));
  const whole = async () => {
    const cache = await caches.open(nameOf(VERSION));
    await cache.addAll(wanted);
    const config = await fetch(ROOT + CONFIG, { cache: "no-cache" });
    if (config.ok) await cache.put(ROOT + CONFIG, config);
  };
  event.waitUntil(whole());
});

// The first visit's page is served from now on too; later versions come here only when no tab is open or one says so.
self.addEventListener("activate", (event) => {
  event.waitUntil(adopt().then(() => self.clients.claim()).then(tidy));
});

// The first visit's page came from the server, so with this version: there was none before.
async function adopt() {
  const own = [TABS, nameOf(VERSION)];
  if ((await caches.keys()).some((name) => name.startsWith(PREFIX) && !own.includes(name))) return;
  const tabs = await caches.open(TABS);
  for (const { id } of await self.clients.matchAll({ includeUncontrolled: true })) {
    if (!(await tabs.match(tabOf(id)))) await tabs.put(tabOf(id), new Response(VERSION));
  }
}

self.addEventListener("message", (event) => {
  if (event.data === "use") self.skipWaiting();
});

// Only the desk's own files: GitHub, and whatever else lies below the folder, is none of our business.
self.addEventListener("fetch", (event) => {
  const { request, clientId, resultingClientId } = event;
  if (request.method !== "GET") return;
  const [address] = request.url.split(/[?#]/);
  const name = address.startsWith(ROOT) ? address.slice(ROOT.length) : null;
  if (request.mode === "navigate") {
    // Whatever the query says, as where something is shared: the page reads it.
    if (name === "" || name === "index.html") {
      event.respondWith(file("", VERSION, request));
      event.waitUntil(begin(resultingClientId));
    }
  } else if (name === CONFIG) {
    event.respondWith(config(request));
  } else if (name !== null && (name in FILES || /^(desk|parts|style)-/.test(name))) {
    event.respondWith(versionOf(clientId).then((version) => file(name, version, request)));
  }
});

// From the version's own copy. What no copy holds, such as a page of before the first visit's end asks, comes from the server.
async function file(name, version, request) {
  for (const kept of [version, VERSION]) {
    const copy = await caches.match(ROOT + name, { cacheName: nameOf(kept), ignoreVary: true });
    if (copy) return copy;
  }
  return fetch(request);
}

async function config(request) {
  const cache = await caches.open(nameOf(VERSION));
  // Not AbortSignal.timeout: while one was running, Chromium never let a newer version take over.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    if (answer.ok) await cache.put(ROOT + CONFIG, answer.clone());
    return answer;
  } catch {
    return (await cache.match(ROOT + CONFIG, { ignoreVary: true })) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

// The version with which a tab began: after another tab took a newer one into use, it goes on with its own.
async function versionOf(client) {
  const noted = client && (await caches.match(tabOf(client), { cacheName: TABS }));
  return noted ? noted.text() : VERSION;
}

async function begin(client) {
  const tabs = await caches.open(TABS);
  await tabs.put(tabOf(client), new Response(VERSION));
  await tidy();
}

// Forgets older versions that no tab uses any more. While a newer one is on its way nothing is forgotten.
async function tidy() {
  const [names, tabs] = [await caches.keys(), await caches.open(TABS)];
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map((client) => tabOf(client.id)));
  const used = new Set([TABS, nameOf(VERSION)]);
  for (const tab of await tabs.keys()) {
    const version = await (await tabs.match(tab))?.text();
    if (version === VERSION) continue;
    if (open.has(tab.url)) used.add(nameOf(version));
    else await tabs.delete(tab);
  }
  if (self.registration.installing || self.registration.waiting) return;
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && !used.has(name)).map((name) => caches.delete(name)));
}
