//! The name that Git gives a file's content: SHA-1 over `blob LENGTH`, a zero byte, and the bytes.

/// The object id of a file with that text, as GitHub's listings say it: forty hexadecimal digits.
pub fn blob_id(text: &str) -> String {
    let mut message = format!("blob {}\0", text.len()).into_bytes();
    message.extend_from_slice(text.as_bytes());
    sha1(message).iter().map(|word| format!("{word:08x}")).collect()
}

/// SHA-1 as in RFC 3174. It names things here and protects nothing.
fn sha1(mut message: Vec<u8>) -> [u32; 5] {
    let bits = message.len() as u64 * 8;
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend_from_slice(&bits.to_be_bytes());
    let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0_u32];
    for block in message.chunks_exact(64) {
        let mut words = [0_u32; 80];
        for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
            *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
        }
        for at in 16..80 {
            words[at] = (words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1);
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (at, word) in words.iter().enumerate() {
            let (mixed, constant) = match at / 20 {
                0 => (b & c | !b & d, 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6_u32),
            };
            let next = [mixed, e, constant, *word].into_iter().fold(a.rotate_left(5), u32::wrapping_add);
            (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
        }
        for (word, more) in state.iter_mut().zip([a, b, c, d, e]) {
            *word = word.wrapping_add(more);
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_contents_as_git_does() {
        // What `git hash-object --stdin` says.
        assert_eq!(blob_id(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(blob_id("hello world\n"), "3b18e512dba79e4c8300dd08aeb37f8e728b8dad");
        let ids = [("a", 55), ("é", 28), ("x", 64), ("y", 4000)].map(|(piece, count)| blob_id(&piece.repeat(count)));
        let wanted = [
            "d1985ddc2983785702b9a90effd5aff2f7cfdca4",
            "7320b11e548bdddfb9e4d7f9c79be608679c10bd",
            "2036367ceafc6ad317a509db8f6b9c2773f731e0",
            "2648c08fe27e7ed49f11bbbf94fc47ede7ed2b9a",
        ];
        assert_eq!(ids, wanted);
    }
}
