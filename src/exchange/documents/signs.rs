//! Signs of fonts that have pictures in the place of letters.

/// A box that is ticked.
pub(super) const TICKED: &str = "☒";
/// A box that is not.
pub(super) const OPEN: &str = "☐";

/// The box of a form.
pub(super) fn ticked(is_ticked: bool) -> &'static str {
    if is_ticked { TICKED } else { OPEN }
}

/// Whether a font has pictures.
pub(super) fn is_pictures(font: &str) -> bool {
    font.starts_with("Wingdings") || matches!(font, "Webdings" | "Symbol")
}

/// What a character of such a font shows, as far as it is known. A ticked box is the same sign whatever is drawn in it.
pub(super) fn sign(font: &str, code: u32) -> Option<&'static str> {
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    match font {
        _ if matches!(code, 0x20 | 0xa0) => Some(" "),
        "Wingdings" => wingdings(code),
        "Wingdings 2" => wingdings_2(code),
        "Webdings" => webdings(code),
        "Symbol" => symbol(code),
        _ => None,
    }
}

fn wingdings(code: u32) -> Option<&'static str> {
    Some(match code {
        0xfd | 0xfe | 0x78 => TICKED,
        0x6f | 0x71 | 0x72 | 0xa8 => OPEN,
        0xfc => "✓",
        0xfb => "✗",
        0x6c | 0x9f => "•",
        0x6e | 0xa7 => "▪",
        0xe0 | 0xe8 | 0xf0 => "→",
        0xdf => "←",
        0xd8 => "➢",
        0x76 => "❖",
        0x4a => "☺",
        0x4c => "☹",
        0x28 => "☎",
        0x2a => "✉",
        _ => return None,
    })
}

fn wingdings_2(code: u32) -> Option<&'static str> {
    Some(match code {
        0x52..=0x54 => TICKED,
        0x2a | 0x30 | 0xa3 => OPEN,
        0x50 => "✓",
        0x4f => "✗",
        0x97 => "•",
        _ => return None,
    })
}

fn webdings(code: u32) -> Option<&'static str> {
    Some(match code {
        0x61 => "✓",
        0x72 => "✗",
        0x63 => OPEN,
        _ => return None,
    })
}

fn symbol(code: u32) -> Option<&'static str> {
    Some(match code {
        0xb7 => "•",
        0xb1 => "±",
        0xb0 => "°",
        0xb3 => "≥",
        0xa3 => "≤",
        0xb9 => "≠",
        0xbb => "≈",
        0xb4 => "×",
        0xae | 0xde => "→",
        0xac => "←",
        0x2d => "−",
        0xd6 => "√",
        0xa5 => "∞",
        0x6d => "μ",
        _ => return None,
    })
}
