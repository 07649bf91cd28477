package org.fram.drafting;

/// Makes a document of a template and answers.
public final class Drafting {

    private Drafting() {}

    /// Makes the document. The same template and answers always make the same.
    public static Draft draft(SowTemplate template, Answers answers) {
        return Filling.of(template, answers);
    }
}
