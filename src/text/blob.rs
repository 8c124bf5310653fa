//! The name that Git gives a file's content: SHA-1 over `blob LENGTH`, a zero byte, and the bytes.

use sha1_smol::Sha1;

/// The object id of a file with that text, which GitHub's listings call its `sha`: forty hexadecimal digits.
pub fn blob_id(text: &str) -> String {
    let mut sum = Sha1::from(format!("blob {}\0", text.len()));
    sum.update(text.as_bytes());
    sum.digest().to_string()
}

/// SHA-1 of some bytes, in hexadecimal. It names things here and protects nothing.
pub fn sha1(bytes: &[u8]) -> String {
    Sha1::from(bytes).digest().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_contents_as_git_does() {
        // What `git hash-object --stdin` says.
        assert_eq!(blob_id(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(blob_id("hello world\n"), "3b18e512dba79e4c8300dd08aeb37f8e728b8dad");
        assert_eq!(blob_id(&"é".repeat(28)), "7320b11e548bdddfb9e4d7f9c79be608679c10bd");
    }
}
