//! Object ids as Git makes them.

/// The object id of a file with that text: what GitHub calls its `sha`.
pub fn blob_id(text: &str) -> String {
    let mut object = format!("blob {}\0", text.len()).into_bytes();
    object.extend_from_slice(text.as_bytes());
    sha1(&object)
}

/// SHA-1 in hexadecimal.
pub fn sha1(bytes: &[u8]) -> String {
    sha1_smol::Sha1::from(bytes).digest().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_git_hash_object_says() {
        assert_eq!(blob_id(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(blob_id("hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
    }
}
