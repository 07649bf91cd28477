package org.fram.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Answers in a file: YAML, by question one value or a list of values, as [Answers#read] takes them.
public final class AnswersFile {

    /// Characters that are read at most.
    private static final int LARGEST = 5_000_000;

    private AnswersFile() {}

    /// Reads the text of a file.
    ///
    /// @param name by which messages name the file
    /// @throws UnusableTemplateException if it holds anything but questions with their answers
    public static Map<String, List<String>> read(String name, String text) {
        var typed = new LinkedHashMap<String, List<String>>();
        var mistakes = new ArrayList<Mistake>();
        if (!(root(name, text) instanceof MappingNode map)) {
            throw new UnusableTemplateException(
                    List.of(new Mistake(name, 1, "Answers are written as “question: answer”, a question a line.")));
        }
        map.getValue().forEach(entry -> {
            var answer = entry.getValueNode();
            if (!(entry.getKeyNode() instanceof ScalarNode question)) {
                return;
            }
            if (typed.containsKey(question.getValue())) {
                mistakes.add(
                        new Mistake(name, line(question), "“%s” is answered twice.".formatted(question.getValue())));
            }
            switch (answer) {
                case ScalarNode scalar -> typed.put(question.getValue(), List.of(scalar.getValue()));
                case SequenceNode sequence
                when sequence.getValue().stream().allMatch(ScalarNode.class::isInstance) ->
                    typed.put(
                            question.getValue(),
                            sequence.getValue().stream()
                                    .map(item -> ((ScalarNode) item).getValue())
                                    .toList());
                default ->
                    mistakes.add(new Mistake(
                            name,
                            line(answer),
                            "The answer to “%s” is one value or a list of values.".formatted(question.getValue())));
            }
        });
        if (!mistakes.isEmpty()) {
            throw new UnusableTemplateException(mistakes);
        }
        return typed;
    }

    private static Node root(String name, String text) {
        var settings =
                LoadSettings.builder().setLabel(name).setCodePointLimit(LARGEST).build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() ->
                            new UnusableTemplateException(List.of(new Mistake(name, 1, "The file holds no answers."))));
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new UnusableTemplateException(
                    List.of(new Mistake(name, line, "This is no YAML: %s.".formatted(wrong.getProblem()))));
        } catch (YamlEngineException | StackOverflowError wrong) {
            throw new UnusableTemplateException(
                    List.of(new Mistake(name, 1, "This is no YAML: %s".formatted(wrong.getMessage()))));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
