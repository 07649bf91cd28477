package org.fram.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the results of a command about one plan go: JSON into a file or to the terminal, a page into a file.
///
/// @param json null where none is asked for, or it is printed
/// @param html null where none is asked for
record PlanResults(
        boolean printsJson, @Nullable Path json, @Nullable Path html) {

    /// Checks that no result overwrites an input or the other result.
    ///
    /// @param more inputs beside the plan, where there are some
    static PlanResults of(Path plan, @Nullable Path json, @Nullable Path html, @Nullable Path... more) {
        boolean prints = json != null && json.toString().equals("-");
        var inputs = Stream.concat(Stream.of(plan), Stream.of(more).flatMap(Stream::ofNullable))
                .toList();
        var jsonFile = json == null || prints ? null : output(json, inputs, ".json");
        var htmlFile = html == null ? null : output(html, inputs, ".html");
        if (jsonFile != null && htmlFile != null && Outputs.same(jsonFile, htmlFile)) {
            throw new RefusedException(
                    "%s is named for two results; name another file for one of them.".formatted(jsonFile));
        }
        return new PlanResults(prints, jsonFile, htmlFile);
    }

    /// A date, which is at its end, or a date with a time.
    static LocalDateTime date(String text) {
        LocalDateTime date;
        try {
            date = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(LocalTime.of(23, 59));
        } catch (DateTimeParseException e) {
            throw new RefusedException(
                    "\"%s\" is no date. Write it as 2027-03-31, or 2027-03-31T17:00.".formatted(text), e);
        }
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new RefusedException("\"%s\" is too far away. Years are 1 to 9999.".formatted(text));
        }
        return date;
    }

    void writeJson(Supplier<String> text) {
        write(json, text);
    }

    void writeHtml(Supplier<String> text) {
        write(html, text);
    }

    private static void write(@Nullable Path file, Supplier<String> text) {
        if (file != null) {
            OutputFile.write(file, OutputFile.text(text.get()));
        }
    }

    private static Path output(Path out, List<Path> inputs, String extension) {
        for (var input : inputs) {
            if (Outputs.same(out, input)) {
                throw new RefusedException(
                        "%s is an input and would be overwritten; name another output.".formatted(out));
            }
        }
        return Outputs.plan(out, List.of(inputs.getFirst()), _ -> extension).of(inputs.getFirst());
    }
}
