// Role and name of elements, as far as the app's own elements need it: Firefox does not tell scripts what it tells screen
// readers. After "HTML Accessibility API Mappings" and "Accessible Name and Description Computation".
const roleOf = (e) => {
  const set = e.getAttribute("role");
  if (set) return set;
  const tag = e.localName, type = (e.getAttribute("type") ?? "text").toLowerCase();
  if (tag === "input")
    return { checkbox: "checkbox", radio: "radio", button: "button", submit: "button", search: "searchbox", number: "spinbutton" }[type]
      ?? (type === "date" ? "Date" : e.list ? "combobox" : "textbox");
  if (tag === "a") return e.hasAttribute("href") ? "link" : "generic";
  if (tag === "select") return e.multiple || e.size > 1 ? "listbox" : "combobox";
  if (/^h[1-6]$/.test(tag)) return "heading";
  if (tag === "section") return e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") ? "region" : "generic";
  return {
    button: "button", textarea: "textbox", summary: "DisclosureTriangle", dialog: "dialog", ul: "list", ol: "list", li: "listitem",
    p: "paragraph", main: "main", nav: "navigation", header: "banner", form: "form", article: "article", option: "option",
    fieldset: "group", iframe: "Iframe",
  }[tag] ?? "generic";
};
const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
const words = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || getComputedStyle(node).display === "none") return "";
  const label = node.getAttribute("aria-label");
  if (label) return label;
  if (["select", "input", "textarea"].includes(node.localName)) return "";
  const inner = [...node.childNodes].map(words).join("");
  return getComputedStyle(node).display === "inline" ? inner : ` ${inner} `;
};
const clean = (text) => text.replace(/\s+/g, " ").trim();
const nameOf = (e) => {
  const by = e.getAttribute("aria-labelledby");
  if (by) return clean(by.split(/\s+/).map((id) => words(document.getElementById(id) ?? document.createTextNode(""))).join(" "));
  if (e.getAttribute("aria-label")) return clean(e.getAttribute("aria-label"));
  if (e.labels?.length) return clean([...e.labels].map(words).join(" "));
  if (e.localName === "fieldset") return clean(words(e.querySelector("legend") ?? document.createTextNode("")));
  const fromContent = ["button", "link", "heading", "tab", "option", "DisclosureTriangle", "checkbox", "radio"];
  const own = fromContent.includes(roleOf(e)) ? clean(words(e)) : "";
  return own || clean(e.getAttribute("title") ?? "") || clean(e.getAttribute("placeholder") ?? "");
};
