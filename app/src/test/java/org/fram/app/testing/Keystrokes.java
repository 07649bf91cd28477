package org.fram.app.testing;

import com.microsoft.playwright.Page;

/// How long a practised person takes for what a test does by keyboard: a key takes a fifth of a second, and before each
/// step people make up their mind.
///
/// Source: S. K. Card, T. P. Moran, A. Newell, *The keystroke-level model for user performance time with interactive
/// systems*, 1980: 55 words a minute, and the operator M.
public final class Keystrokes {

    private static final double KEY = 0.2;
    private static final double STEP = 1.35;

    private final Page page;
    private int keys;
    private int steps;

    public Keystrokes(Page page) {
        this.page = page;
    }

    /// A step: presses a key that does something.
    public void press(String key) {
        page.keyboard().press(key);
        keys++;
        steps++;
    }

    /// Types words.
    public void type(String text) {
        page.keyboard().type(text);
        keys += text.length();
    }

    /// How many steps were taken.
    public int steps() {
        return steps;
    }

    /// What all of it takes.
    public double seconds() {
        return keys * KEY + steps * STEP;
    }

    @Override
    public String toString() {
        return "%d keys, %d steps, %.1f s".formatted(keys, steps, seconds());
    }
}
