package org.fram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Where one kind of result goes: into a file for one input, into a folder for several.
///
/// In a folder a result is named after its input. Inputs whose names would clash keep their extension
/// (`offer.docx.json`), and those that still clash get the name of their folder in front (`north-offer.json`), or a
/// number.
final class Outputs {

    private final List<Path> inputs;
    private final List<Path> targets;

    private Outputs(List<Path> inputs, List<Path> targets) {
        this.inputs = inputs;
        this.targets = targets;
    }

    /// Plans where results go; nothing is written, except that the folder is created.
    ///
    /// @param inputs all inputs of the command, none of them twice
    /// @param extension of a result for an input, such as `.json`
    /// @throws RefusedException if that cannot be, or would overwrite an input
    static Outputs plan(Path out, List<Path> inputs, Function<Path, String> extension) {
        boolean folder = inputs.size() > 1 || Files.isDirectory(out);
        if (!folder) {
            refuseInputs(List.of(out), inputs);
            refuseMissingFolder(out);
            return new Outputs(inputs, List.of(out));
        }
        var names = names(inputs, extension);
        var targets = names.stream().map(out::resolve).toList();
        refuseInputs(targets, inputs);
        create(out);
        return new Outputs(inputs, targets);
    }

    /// Where the result for an input goes.
    Path of(Path input) {
        return targets.get(inputs.indexOf(input));
    }

    List<Path> targets() {
        return targets;
    }

    private static void create(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RefusedException(
                    "%s is a file; for several documents name a folder, which is created.".formatted(folder));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RefusedException("cannot create the folder %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    /// What takes long is not begun for nothing.
    private static void refuseMissingFolder(Path out) {
        var folder = out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new RefusedException("cannot write %s: its folder does not exist.".formatted(out));
        }
    }

    private static void refuseInputs(List<Path> targets, List<Path> inputs) {
        for (var target : targets) {
            for (var input : inputs) {
                if (same(target, input)) {
                    throw new RefusedException(
                            "%s is an input and would be overwritten; name another output.".formatted(target));
                }
            }
        }
    }

    static boolean same(Path one, Path other) {
        try {
            boolean both = Files.exists(one) && Files.exists(other);
            return both
                    ? Files.isSameFile(one, other)
                    : one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> names(List<Path> inputs, Function<Path, String> extension) {
        List<Function<Path, String>> ways = List.of(
                input -> stem(name(input)) + extension.apply(input),
                input -> name(input) + extension.apply(input),
                input -> folderName(input) + stem(name(input)) + extension.apply(input),
                input -> folderName(input) + name(input) + extension.apply(input));
        var taken = new HashSet<String>();
        var clashing = ways.stream().map(way -> twice(inputs, way)).toList();
        return inputs.stream()
                .map(input -> {
                    for (int way = 0; way < ways.size(); way++) {
                        var name = ways.get(way).apply(input);
                        boolean clashes = clashing.get(way).contains(name.toLowerCase(Locale.ROOT));
                        if (!clashes && add(taken, name)) {
                            return name;
                        }
                    }
                    return numbered(input, extension.apply(input), name -> add(taken, name));
                })
                .toList();
    }

    private static String numbered(Path input, String extension, Predicate<String> free) {
        for (int number = 2; ; number++) {
            var name = "%s-%d%s".formatted(name(input), number, extension);
            if (free.test(name)) {
                return name;
            }
        }
    }

    private static boolean add(Set<String> taken, String name) {
        return taken.add(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> twice(List<Path> inputs, Function<Path, String> way) {
        return inputs.stream()
                .map(way)
                .collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String name(Path input) {
        return String.valueOf(input.getFileName());
    }

    /// The name without its extension.
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// For a copy of a document: `.reviewed` before its own extension.
    static String reviewedExtension(Path input) {
        var name = name(input);
        return ".reviewed" + name.substring(stem(name).length());
    }

    private static String folderName(Path input) {
        var parent = input.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null ? "" : parent.getFileName() + "-";
    }
}
