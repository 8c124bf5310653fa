//! The many small modules of the splitter in one file: what several parts share is often less than a kilobyte, and each
//! file costs a slow line a round trip.
//!
//! The file is a module itself, which does nothing and has the others in custom sections, so that servers know its type
//! and compress it. Layout: WebAssembly Core Specification, 5.5.2 "Sections" and 5.5.3 "Custom Section".

/// Up to how many bytes a module is small.
pub const SMALL: usize = 8192;

/// What the file is called.
pub const NAME: &str = "small.wasm";

/// Gives a small module as if it had come by itself. An answer that was none is asked for again the next time, as the
/// splitter's own loader does it.
const PIECE: &str = r#"let small;
function piece(at, length) {
small ??= fetch(new URL("./small.wasm", import.meta.url)).then(answer => {
if (!answer.ok) throw new Error(`small.wasm: ${answer.status}`);
return answer.arrayBuffer();
});
small.catch(() => { small = undefined; });
const headers = { "content-type": "application/wasm" };
return small.then(bytes => new Response(new Uint8Array(bytes, at, length), { headers }));
}
"#;

/// Modules in one file, each with the place of its first byte in there.
pub struct Small {
    bytes: Vec<u8>,
    places: Vec<(String, usize, usize)>,
}

impl Small {
    pub fn new() -> Self {
        Self { bytes: b"\0asm\x01\0\0\0".to_vec(), places: Vec::new() }
    }

    /// Takes the module of that file name in.
    pub fn add(&mut self, name: &str, module: &[u8]) {
        // The section's content is a name, here none, and the bytes.
        self.bytes.push(0);
        leb128(module.len() + 1, &mut self.bytes);
        self.bytes.push(0);
        self.places.push((name.to_owned(), self.bytes.len(), module.len()));
        self.bytes.extend_from_slice(module);
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The splitter's loader, taking what is in the file from there; an error where it asks for one in another way.
    pub fn load(&self, script: &str) -> Result<String, String> {
        let first = script.find("function ").ok_or("the splitter's script has no functions.")?;
        let mut out = format!("{}{PIECE}{}", &script[..first], &script[first..]);
        for (name, at, length) in &self.places {
            let fetched = format!(r#"fetch(new URL("./{name}", import.meta.url))"#);
            if out.matches(&fetched).count() != 1 {
                return Err(format!("the splitter's script does not fetch {name} as it did."));
            }
            out = out.replace(&fetched, &format!("piece({at}, {length})"));
        }
        Ok(out)
    }
}

/// Appends an unsigned number.
fn leb128(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::super::sections::without_custom;
    use super::*;

    #[test]
    fn modules_are_found_where_the_script_looks() {
        let mut small = Small::new();
        let long = vec![7; 300];
        small.add("a.wasm", b"one");
        small.add("b.wasm", &long);
        let fetched = |name: &str| format!("const s = fetch(new URL(\"./{name}\", import.meta.url));\n");
        let script =
            format!("import x;\nfunction f() {{\n{}{}{}}}\n", fetched("a.wasm"), fetched("b.wasm"), fetched("c.wasm"));
        let load = small.load(&script).unwrap();
        assert!(load.starts_with("import x;\nlet small;\n") && load.contains(&fetched("c.wasm")), "{load}");
        for (name, module) in [("a.wasm", &b"one"[..]), ("b.wasm", &long)] {
            let (_, at, length) = small.places.iter().find(|place| place.0 == name).unwrap();
            assert!(load.contains(&format!("const s = piece({at}, {length});")), "{load}");
            assert_eq!(&small.bytes()[*at..at + length], module);
        }
        // A module with nothing but custom sections.
        assert_eq!(without_custom(small.bytes()).as_deref(), Some(&b"\0asm\x01\0\0\0"[..]));
        assert!(small.load("function f() {}").is_err());
    }
}
