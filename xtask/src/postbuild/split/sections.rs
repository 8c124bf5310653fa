//! The sections of a WebAssembly module.

/// The module without its custom sections (names, producers, relocations), which no browser needs; `None` where the
/// bytes are no module. Layout: WebAssembly Core Specification, 5.5 "Modules".
pub fn without_custom(module: &[u8]) -> Option<Vec<u8>> {
    let mut rest = module.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut bare = module[..8].to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (size, digits) = leb128(after)?;
        let (section, next) = rest.split_at_checked(1 + digits + size)?;
        if id != 0 {
            bare.extend_from_slice(section);
        }
        rest = next;
    }
    Some(bare)
}

/// An unsigned number and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_the_others_stay() {
        let head = b"\0asm\x01\0\0\0";
        // A custom section of five bytes, a type section of one, whose size is written in two digits.
        let module = [head.as_slice(), &[0, 5, 4, b'n', b'a', b'm', b'e'], &[1, 0x81, 0x00, 0]].concat();
        assert_eq!(without_custom(&module), Some([head.as_slice(), &[1, 0x81, 0x00, 0]].concat()));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(without_custom(b"<html>"), None);
        assert_eq!(without_custom(b"\0asm\x01\0\0\0\x01\x7f"), None);
    }
}
