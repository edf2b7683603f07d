//! The fingerprint of a file.

use sha2::{Digest, Sha256};

/// Bytes as lower-case hex digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).map(char::from).collect()
}

/// A digit of hex, in lower case.
pub(crate) fn digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'a' + value - 10 }
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The fingerprint of bytes that belong to something with a name: half of SHA-256 over both, in hex.
pub fn fingerprint(name: &str, bytes: &[u8]) -> String {
    let mut digest = Sha256::new();
    digest.update(name);
    // No name has this byte, so that none runs over into what follows it.
    digest.update([0]);
    digest.update(bytes);
    let mut hex = hex(&digest.finalize());
    hex.truncate(32);
    hex
}

/// SHA-256 in hex of a text, whichever way its lines end: a copy that went through another system is the same text.
pub fn text_sha256(bytes: &[u8]) -> String {
    if !bytes.contains(&b'\r') {
        return sha256(bytes);
    }
    let mut digest = Sha256::new();
    let mut rest = bytes;
    while let Some(end) = rest.windows(2).position(|pair| pair == b"\r\n") {
        let (line, after) = rest.split_at(end);
        digest.update(line);
        rest = after.get(1..).unwrap_or_default();
    }
    digest.update(rest);
    hex(&digest.finalize())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_is_the_same_however_its_lines_end() {
        for text in ["", "a", "a\nb\n\n", "\n\r\n a\rb\n"] {
            let other = text.replace("\r\n", "\n").replace('\n', "\r\n");
            assert_eq!(super::text_sha256(other.as_bytes()), super::text_sha256(text.as_bytes()), "{text:?}");
        }
        assert_eq!(super::text_sha256(b"abc\n"), super::sha256(b"abc\n"));
        assert_ne!(super::text_sha256(b"a\rb"), super::text_sha256(b"a\nb"));
    }

    #[test]
    fn a_fingerprint_is_of_the_name_and_the_bytes() {
        let print = super::fingerprint("a", b"bc");
        assert!(print.len() == 32 && super::sha256(b"a\0bc").starts_with(&print));
        assert_ne!(print, super::fingerprint("ab", b"c"));
    }

    #[test]
    fn it_is_the_well_known_one() {
        assert_eq!(super::sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
