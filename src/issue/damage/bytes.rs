//! The encodings of one byte per character: which byte a character stands for. From the WHATWG Encoding Standard
//! (`macintosh`, `windows-1252`); ISO 8859-1 is the identity.

use super::DamageKind;

/// Mac Roman, bytes 80 to FF.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Windows-1252, bytes 80 to 9F; from A0 on it is Latin-1.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The characters of a table in the Basic Multilingual Plane as numbers, to be searched fast.
const fn numbers<const N: usize>(table: &str) -> [u16; N] {
    let (bytes, mut numbers, mut at, mut count) = (table.as_bytes(), [0; N], 0, 0);
    while at < bytes.len() {
        let (first, length) = match bytes[at] {
            lead if lead >= 0xe0 => (lead as u16 & 0x0f, 3),
            lead => (lead as u16 & 0x1f, 2),
        };
        numbers[count] = first;
        let end = at + length;
        at += 1;
        while at < end {
            numbers[count] = numbers[count] << 6 | (bytes[at] as u16 & 0x3f);
            at += 1;
        }
        count += 1;
    }
    numbers
}

static MAC_ROMAN_NUMBERS: [u16; 128] = numbers(MAC_ROMAN);
static WINDOWS_1252_NUMBERS: [u16; 32] = numbers(WINDOWS_1252);

/// The byte from 80 to FF that is `c` in that encoding.
pub(super) fn of_char(kind: DamageKind, c: char) -> Option<u8> {
    let number = u16::try_from(u32::from(c)).ok()?;
    let high = |table: &[u16]| table.iter().position(|other| *other == number).map(|at| 0x80 + at as u8);
    match kind {
        DamageKind::MacRoman => high(&MAC_ROMAN_NUMBERS),
        DamageKind::Windows1252 if !('\u{a0}'..='\u{ff}').contains(&c) => high(&WINDOWS_1252_NUMBERS),
        DamageKind::Windows1252 | DamageKind::Latin1 => u8::try_from(number).ok().filter(|byte| *byte >= 0x80),
        _ => None,
    }
}

/// The character that a control character from U+0080 to U+009F would be in Windows-1252.
pub(super) fn of_control(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(0x80)?;
    WINDOWS_1252.chars().nth(at as usize).filter(|other| *other != c)
}

/// How `text` looks when its UTF-8 bytes are read in that encoding; `None` for kinds with no table of bytes.
#[cfg(test)]
pub(super) fn misread(kind: DamageKind, text: &str) -> Option<String> {
    let at = |table: &str, byte: u8| table.chars().nth(usize::from(byte - 0x80));
    text.bytes()
        .map(|byte| match kind {
            _ if byte < 0x80 => Some(char::from(byte)),
            DamageKind::MacRoman => at(MAC_ROMAN, byte),
            DamageKind::Windows1252 if byte < 0xa0 => at(WINDOWS_1252, byte),
            DamageKind::Windows1252 | DamageKind::Latin1 => Some(char::from(byte)),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole_and_lead_back() {
        assert_eq!(MAC_ROMAN.chars().count(), 128);
        assert_eq!(WINDOWS_1252.chars().count(), 32);
        for kind in [DamageKind::MacRoman, DamageKind::Windows1252, DamageKind::Latin1] {
            let every: String = ('\u{80}'..='\u{2fff}').collect();
            let damaged = misread(kind, &every).expect("a table of bytes");
            let bytes: Option<Vec<u8>> = damaged.chars().map(|c| of_char(kind, c)).collect();
            assert_eq!(bytes.and_then(|bytes| String::from_utf8(bytes).ok()), Some(every));
        }
        assert_eq!(of_control('\u{92}'), Some('’'));
        assert_eq!(of_control('\u{81}'), None);
        assert_eq!(of_control('a'), None);
    }
}
