//! Several modules of the splitter in one file: what parts share is often less than a kilobyte, and each file costs a slow
//! line a round trip.
//!
//! The file is a module itself, which does nothing and has the others in custom sections, so that servers know its type
//! and compress it. Layout: WebAssembly Core Specification, 5.5.2 "Sections" and 5.5.3 "Custom Section".

/// Modules in one file.
pub struct Pack {
    /// What the file is called.
    pub name: &'static str,
    bytes: Vec<u8>,
    /// The name of each module, and the place of its first byte and its length in there.
    places: Vec<(String, (usize, usize))>,
}

impl Pack {
    pub fn new(name: &'static str) -> Self {
        Self { name, bytes: b"\0asm\x01\0\0\0".to_vec(), places: Vec::new() }
    }

    /// Takes the module of that file name in.
    pub fn add(&mut self, name: &str, module: &[u8]) {
        // The section's content is a name, here none, and the bytes.
        self.bytes.push(0);
        leb128(module.len() + 1, &mut self.bytes);
        self.bytes.push(0);
        self.places.push((name.to_owned(), (self.bytes.len(), module.len())));
        self.bytes.extend_from_slice(module);
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where each module lies.
    pub fn places(&self) -> impl Iterator<Item = (&str, (usize, usize))> {
        self.places.iter().map(|(name, place)| (name.as_str(), *place))
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
    fn modules_lie_where_it_is_said() {
        let mut pack = Pack::new("small.wasm");
        let long = vec![7; 300];
        pack.add("a.wasm", b"one");
        pack.add("b.wasm", &long);
        let there: Vec<(&str, &[u8])> =
            pack.places().map(|(name, (at, length))| (name, &pack.bytes()[at..at + length])).collect();
        assert_eq!(there, [("a.wasm", &b"one"[..]), ("b.wasm", &long)]);
        // A module with nothing but custom sections.
        assert_eq!(without_custom(pack.bytes()).as_deref(), Some(&b"\0asm\x01\0\0\0"[..]));
    }
}
