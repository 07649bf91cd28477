package org.fram.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A template of a statement of work: the questions that it asks, and the text that answers complete.
public final class SowTemplate {

    private final String id;
    private final String title;
    private final String about;
    private final Use use;
    private final List<Step> steps;
    private final Map<String, List<Part>> definitions;
    private final List<Part> body;

    SowTemplate(String id, Head head, List<Part> body) {
        this.id = id;
        this.title = head.title();
        this.about = head.about();
        this.use = head.use();
        this.steps = List.copyOf(head.steps());
        this.definitions = new LinkedHashMap<>(head.definitions());
        this.body = List.copyOf(body);
    }

    /// What stands above the text.
    record Head(String title, String about, Use use, List<Step> steps, Map<String, List<Part>> definitions) {}

    /// What kind of engagement a template is for.
    public enum Use {
        TECHNOLOGY,
        OUTSOURCING
    }

    /// Questions that belong together.
    ///
    /// @param title what they are about
    /// @param about what to know before answering
    public record Step(String title, String about, List<Question> questions) {
        public Step {
            questions = List.copyOf(questions);
        }
    }

    /// Reads a template.
    ///
    /// @param id the name of its file without the ending, by which messages name it
    /// @throws UnusableTemplateException if something is wrong with it
    public static SowTemplate read(String id, String text) {
        return new TemplateFile(id, text).read();
    }

    /// The name by which commands and drafts refer to it.
    public String id() {
        return id;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// What it is for.
    public String about() {
        return about;
    }

    /// What kind of engagement it is for.
    public Use use() {
        return use;
    }

    /// Its questions, in the order in which they are asked.
    public List<Step> steps() {
        return steps;
    }

    /// All questions of all steps.
    public List<Question> questions() {
        return steps.stream().flatMap(step -> step.questions().stream()).toList();
    }

    /// The question of this name.
    public Optional<Question> question(String name) {
        return questions().stream()
                .filter(question -> question.id().equals(name))
                .findFirst();
    }

    /// What a defined term means, by the term, in the order of the template.
    Map<String, List<Part>> definitions() {
        return definitions;
    }

    List<Part> body() {
        return new ArrayList<>(body);
    }
}
