package org.fram.app.platform.files;

/// The name of a file as somebody gave it, without what could lead elsewhere.
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /// The last part of a path of any system, without control characters and the marks that turn the direction of
    /// writing, at most 200 characters long with its ending kept; `file` where nothing is left.
    static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            return "file";
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        int cut = LONGEST - ending.length();
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(cut - 1)) ? cut - 1 : cut) + ending;
    }
}
