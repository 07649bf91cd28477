package org.fram.office;

import java.util.ArrayList;
import java.util.List;

/// A line of text, or the piece of one between two wide gaps. Holds at least one word.
record PdfLine(List<PdfWord> words) {

    PdfLine {
        words = List.copyOf(words);
    }

    /// The words of a row, cut where the gaps are too wide to be those between words.
    static List<PdfLine> pieces(List<PdfWord> row) {
        List<PdfLine> pieces = new ArrayList<>();
        List<PdfWord> piece = new ArrayList<>();
        for (PdfWord word : row) {
            if (!piece.isEmpty()) {
                PdfWord last = piece.getLast();
                float size = Math.min(word.size(), last.size());
                float wide = Math.max(0.85f * size, 2.6f * Math.min(word.space(), 0.62f * size));
                float gap = word.left() - last.right();
                boolean put = word.lead() == PdfWord.Lead.WHITE && gap > 0.5f * size;
                if (put || gap > wide) {
                    pieces.add(new PdfLine(piece));
                    piece = new ArrayList<>();
                }
            }
            piece.add(word);
        }
        if (!piece.isEmpty()) {
            pieces.add(new PdfLine(piece));
        }
        return pieces;
    }

    static PdfLine joined(List<PdfLine> pieces) {
        List<PdfWord> words = new ArrayList<>();
        for (PdfLine piece : pieces) {
            words.addAll(piece.words());
        }
        return new PdfLine(words);
    }

    int page() {
        return words.getFirst().page();
    }

    float left() {
        float left = Float.MAX_VALUE;
        for (PdfWord word : words) {
            left = Math.min(left, word.left());
        }
        return left;
    }

    float right() {
        float right = -Float.MAX_VALUE;
        for (PdfWord word : words) {
            right = Math.max(right, word.right());
        }
        return right;
    }

    float width() {
        return right() - left();
    }

    float middleX() {
        return (left() + right()) / 2;
    }

    float baseline() {
        for (PdfWord word : words) {
            if (!word.raised()) {
                return word.baseline();
            }
        }
        return words.getFirst().baseline();
    }

    /// The size of most of its characters.
    float size() {
        float best = 0;
        int most = 0;
        for (PdfWord word : words) {
            int count = 0;
            for (PdfWord other : words) {
                count += Math.abs(other.size() - word.size()) < 0.3f
                        ? other.text().length()
                        : 0;
            }
            if (count > most) {
                most = count;
                best = word.size();
            }
        }
        return best;
    }

    float top() {
        return baseline() - 0.8f * size();
    }

    float bottom() {
        return baseline() + 0.25f * size();
    }

    PdfBox box() {
        return new PdfBox(left(), top(), right(), bottom());
    }

    /// Whether all of it that has letters or digits is bold.
    boolean bold() {
        boolean any = false;
        for (PdfWord word : words) {
            if (word.text().chars().anyMatch(Character::isLetterOrDigit)) {
                if (!word.bold()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    boolean italic() {
        for (PdfWord word : words) {
            if (!word.italic()) {
                return false;
            }
        }
        return true;
    }

    /// Its words with spaces, raised ones included.
    String text() {
        StringBuilder text = new StringBuilder();
        for (PdfWord word : words) {
            text.append(text.isEmpty() || word.glued() ? "" : " ").append(word.text());
        }
        return text.toString();
    }
}
