package org.fram.app.operation;

/// Words of others on a terminal.
final class Words {

    private Words() {}

    /// A text without anything that a terminal could take for a command.
    static String safe(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
