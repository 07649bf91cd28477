package org.fram.office;

import java.text.Normalizer;

/// Characters as a PDF's fonts give them, made the characters that a reader sees.
final class PdfCharacters {

    private PdfCharacters() {}

    /// Spells out ligatures and gives the glyphs of symbol fonts their Unicode characters.
    ///
    /// @param symbols whether the font is one of symbols (Symbol, Wingdings, Zapf Dingbats)
    static String plain(String text, boolean symbols) {
        char first = text.charAt(0);
        if (first >= '\uFB00' && first <= '\uFB06') {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        if (first >= '\uF000' && first <= '\uF0FF') {
            return symbol((char) (first - 0xF000));
        }
        if (symbols && text.length() == 1 && first < 256 && !Character.isWhitespace(first)) {
            return symbol(first);
        }
        return switch (first) {
            case '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u200A', '\u202F', '\t', '\n', '\r' -> " ";
            case '\u200B', '\u200C', '\uFEFF' -> "";
            case '\u2010', '\u2011' -> "-";
            case '\u2028', '\u2029' -> " ";
            default -> text;
        };
    }

    /// The usual meaning of a code of Symbol and Wingdings where it is used as a bullet.
    private static String symbol(char code) {
        return switch (code) {
            case 0xB7, 0x9F, 0x6C -> "•";
            case 0xA7, 0x6E -> "▪";
            case 0xA8, 0x6F, 0x71, 0x72 -> "□";
            case 0xD8, 0xC4 -> "➢";
            case 0xFC, 0x50 -> "✓";
            case 0xFE -> "☑";
            case 0x76 -> "❖";
            case 0x75 -> "◆";
            case 0xE0, 0xE8 -> "→";
            case 0x2D -> "–";
            case 0xD2 -> "®";
            case 0xD3 -> "©";
            case 0xD4 -> "™";
            default -> String.valueOf(code);
        };
    }
}
