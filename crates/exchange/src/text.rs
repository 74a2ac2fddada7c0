//! Texts as schedule formats carry them: on one line, without control characters.

use std::borrow::Cow;

/// A text on one line: every run of white space, line breaks and tabs among it, is one space, none at its ends. Other control
/// characters stay, for the format that cannot carry them to drop and count. `None`: nothing a reader could see.
pub(crate) fn line(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().any(|c| is_carried(c) && c != ' ').then_some(line)
}

/// How many lines end in a text: each `\n`, `\r\n` and `\r` is one's end.
pub(crate) fn line_ends(text: &[u8]) -> usize {
    let is_end = |at: usize, byte: u8| byte == b'\n' || (byte == b'\r' && text.get(at + 1) != Some(&b'\n'));
    text.iter().enumerate().filter(|(at, byte)| is_end(*at, **byte)).count()
}

/// What formats carry of a text; counts the characters that it leaves out.
pub(crate) fn carried<'a>(text: &'a str, dropped: &mut usize) -> Cow<'a, str> {
    // Nearly every text is carried whole, which its bytes tell sooner than its characters: C0 and DEL, then the first bytes of
    // C1 and of U+FFFE and U+FFFF.
    if !text
        .bytes()
        .any(|byte| byte < 0x20 || matches!(byte, 0x7F | 0xC2 | 0xEF))
    {
        return Cow::Borrowed(text);
    }
    let lost = text.chars().filter(|&c| !is_carried(c)).count();
    if lost == 0 {
        return Cow::Borrowed(text);
    }
    *dropped += lost;
    let left: String = text.chars().filter(|&c| is_carried(c)).collect();
    // What is left may have got white space at its ends, which guides' validators and cells would not forgive.
    Cow::Owned(left.trim().to_owned())
}

/// XML 1.0 has no C0 controls and no U+FFFE and U+FFFF; C1 controls are signs of a wrong encoding to whoever reads a guide.
fn is_carried(c: char) -> bool {
    !c.is_control() && c != '\u{FFFE}' && c != '\u{FFFF}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_single_spaces_and_something_to_see() {
        assert_eq!(line("  Almaty:\n\tthe  city ").as_deref(), Some("Almaty: the city"));
        assert_eq!(line("Қыз\u{1}ық").as_deref(), Some("Қыз\u{1}ық"));
        for blank in ["", " \r\n", "\u{1}", "\u{7f} \u{ffff}"] {
            assert_eq!(line(blank), None, "{blank:?}");
        }
    }

    #[test]
    fn lines_end_in_three_ways() {
        for (text, ends) in [
            ("a", 0),
            ("a\nb\n", 2),
            ("a\r\nb\r\n", 2),
            ("a\rb\r", 2),
            ("\n\r\r\n", 3),
        ] {
            assert_eq!(line_ends(text.as_bytes()), ends, "{text:?}");
        }
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let mut dropped = 0;
        assert_eq!(carried("中亚", &mut dropped), "中亚");
        assert_eq!(dropped, 0);
        assert_eq!(carried("\u{1} a\u{85}b\u{fffe}", &mut dropped), "ab");
        assert_eq!(dropped, 3);
    }

    #[test]
    fn bytes_tell_what_characters_tell() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let mut dropped = 0;
            carried(c.encode_utf8(&mut [0; 4]), &mut dropped);
            assert_eq!(dropped == 0, is_carried(c), "{c:?}");
        }
    }
}
