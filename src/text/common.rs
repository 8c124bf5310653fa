//! What two texts begin and end with alike.

/// How many bytes are compared at once.
const STEP: usize = 64;

/// How many bytes at the start and, behind those, at the end both texts have alike; both fall between characters.
pub fn ends(a: &str, b: &str) -> (usize, usize) {
    let [x, y] = [a.as_bytes(), b.as_bytes()];
    let whole = STEP * alike(x.chunks_exact(STEP), y.chunks_exact(STEP));
    // Where the bytes before are alike both stand inside a character, or neither does.
    let head = a.floor_char_boundary(whole + alike(x[whole..].iter(), y[whole..].iter()));
    let [x, y] = [&x[head..], &y[head..]];
    let whole = STEP * alike(x.rchunks_exact(STEP), y.rchunks_exact(STEP));
    let tail = whole + alike(x.iter().rev().skip(whole), y.iter().rev().skip(whole));
    (head, a.len() - a.ceil_char_boundary(a.len() - tail))
}

/// How many of both are alike from the first on.
fn alike<T: PartialEq>(a: impl Iterator<Item = T>, b: impl Iterator<Item = T>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_fall_between_characters() {
        for (a, b, wanted) in [
            ("", "", (0, 0)),
            ("abc", "abc", (3, 0)),
            ("abc", "axbc", (1, 2)),
            ("aa", "aaa", (2, 0)),
            ("\u{e9}", "\u{e8}", (0, 0)),
            ("x\u{e9}y", "x\u{e8}y", (1, 1)),
            // The last byte is the same, the character is not.
            ("\u{e9}", "\u{129}", (0, 0)),
            ("\u{e9}\u{e9}", "\u{e9}", (2, 0)),
        ] {
            assert_eq!(ends(a, b), wanted, "{a} {b}");
            let (long, end) = ("-".repeat(200), "+".repeat(200));
            let (a, b) = (format!("{long}{a}{end}"), format!("{long}{b}{end}"));
            let (head, tail) = ends(&a, &b);
            assert_eq!((&a[..head], &a[a.len() - tail..]), (&b[..head], &b[b.len() - tail..]));
            assert!(head >= 200 + wanted.0 && head + tail >= 400 + wanted.0 + wanted.1, "{a} {b}");
        }
    }
}
