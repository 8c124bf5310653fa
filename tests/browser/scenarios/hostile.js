// Puts one hostile text after the other into the desk, through every view, and looks at what became of it in the
// browser's own reading. Gives what was wrong, or nothing. arguments: the texts, a draft, which view, and the callback.
const [payloads, draft, view, done] = arguments;
const TAGS = new Set(("a b i em strong code pre p br hr ul ol li h1 h2 h3 h4 h5 h6 blockquote table thead tbody tr th td dl dt dd " +
  "sup sub small del ins div span abbr kbd cite q s u tt big center").split(" "));
const ATTRIBUTES = new Set(["href", "target", "rel", "id", "start", "align", "class", "data-at"]);
const wrong = [];
window.hurt ??= [];
for (const name of ["alert", "confirm", "prompt", "open", "print"]) window[name] = () => window.hurt.push(name);
if (!window.listens) {
  window.listens = true;
  document.addEventListener("securitypolicyviolation", (e) => window.hurt.push(`policy: ${e.violatedDirective} ${e.blockedURI}`));
}
const frame = () => new Promise((ok) => requestAnimationFrame(() => setTimeout(ok, 0)));
const until = async (what, test) => {
  for (let i = 0; i < 200; i++) {
    const found = test();
    if (found) return found;
    await new Promise((ok) => setTimeout(ok, 25));
  }
  throw new Error(`never came: ${what}`);
};
const pageOf = () => document.querySelector(".page-frame")?.contentDocument;
const type = (field, text) => {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
const chip = (name) => [...document.querySelectorAll(".chip")].find((e) => e.textContent.trim() === name);
const button = (name) => [...document.querySelectorAll("button")].find((e) => e.textContent.trim() === name);

// What the browser made of it: in the frame only what the page may hold, in the desk nothing that could run.
const inspect = (payload) => {
  const say = (what) => wrong.push(`${what} from ${JSON.stringify(payload)}`);
  for (const e of pageOf()?.body.querySelectorAll("*") ?? []) {
    if (!TAGS.has(e.localName) || e.namespaceURI !== "http://www.w3.org/1999/xhtml") say(`<${e.localName}> on the page`);
    for (const { name, value } of e.attributes) {
      if (!ATTRIBUTES.has(name)) say(`${name}="${value}" on the page`);
      if (name === "href" && !/^(https?:|mailto:|#)/.test(e.getAttribute("href")) ) say(`href="${value}"`);
      if (name === "href" && !["http:", "https:", "mailto:", "about:"].includes(e.protocol) && !value.startsWith("#")) say(`a link to ${e.href}`);
    }
  }
  for (const e of document.body.querySelectorAll("*")) {
    if (["script", "object", "embed", "base", "meta", "style", "math", "video", "audio", "img", "image"].includes(e.localName)) say(`<${e.localName}>`);
    if (e.localName === "iframe" && e.className.split(" ")[0] !== "page-frame") say("an iframe");
    for (const { name, value } of e.attributes) {
      if (name.startsWith("on") || ["style", "formaction", "ping", "background"].includes(name)) say(`${name}="${value}"`);
      if (["href", "src", "action"].includes(name) && e.localName !== "use" && !/^(https?:|mailto:|#|\.?\/?$)/.test(value)) say(`${name}="${value}"`);
    }
  }
  if (window.hurt.length) say(`ran or was refused: ${window.hurt.splice(0).join(", ")}`);
};

const inDraft = (p) => draft
  .replace("Title: This Week in Rust 667", `Title: ${p}`)
  .replace("### Research\n", () => `### Research\n* [${p}](https://x.example/a)\n* [b](${p})\n* ${p}\n\n${p}\n\n`)
  .replace("## Crate of the Week\n", () => `## ${p}\n${p}\n\n## Crate of the Week\n`)
  .replace("### Europe\n", () => `### Europe\n* 2026-09-08 | ${p} | [${p}](https://x.example/g)\n    * [**${p}**](https://x.example/e)\n`);

const views = {
  // The text, the page beside it, outline and findings; then every section's rows, opened.
  async assemble(p, index) {
    chip("Source").click();
    type(await until("source", () => document.querySelector(".source-text")), inDraft(p));
    await frame();
    inspect(p);
    chip("Items").click();
    await frame();
    for (const entry of [...document.querySelectorAll(".outline-entry")].slice(index % 3).filter((_, i) => i % 3 === 0)) {
      entry.click();
      await frame();
      document.querySelector(".item")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      await frame();
      inspect(p);
    }
  },
  // The form, its findings, the item in its place, and what changes.
  async contribute(p) {
    // The page comes behind the form, and its frame a moment later.
    await until("the page's frame", () => pageOf()?.body?.className === "picks-new");
    for (const name of ["url", "title"]) type(await until(name, () => document.querySelector(`.form input[name=${name}]`)), p);
    await frame();
    inspect(p);
    type(document.querySelector(".form input[name=url]"), "https://x.example/a");
    const select = document.querySelector(".form select");
    select.selectedIndex = 3;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await frame();
    inspect(p);
    chip("What changes").click();
    await frame();
    inspect(p);
    chip("Whole page").click();
    await frame();
    inspect(p);
  },
  // Cards, findings, the verdict.
  async review(p) {
    if (!document.querySelectorAll(".review-side textarea").length) [...document.querySelectorAll("button")].filter((e) => e.textContent.trim() === "Pasted text").at(-1).click();
    type(await until("paste", () => document.querySelector(".review-side textarea")), inDraft(p));
    await frame();
    inspect(p);
  },
};

(async () => {
  try {
    for (const [index, payload] of payloads.entries()) await views[view](payload, index);
  } catch (e) {
    wrong.push(String(e));
  }
  done(wrong);
})();
