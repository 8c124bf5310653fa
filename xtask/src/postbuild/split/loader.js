// Put before the splitter's loader: modules that lie in a file with others.

// One that did not come is asked for again the next time, as the splitter's own loader does it.
const packs = new Map();

function pack(name) {
  const bytes = fetch(new URL(`./${name}`, import.meta.url)).then(answer => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.arrayBuffer();
  });
  bytes.catch(() => packs.delete(name));
  packs.set(name, bytes);
  return bytes;
}

// A module as if it had come by itself.
function piece(name, at, length) {
  const headers = { "content-type": "application/wasm" };
  const bytes = packs.get(name) ?? pack(name);
  return bytes.then(bytes => new Response(new Uint8Array(bytes, at, length), { headers }));
}
