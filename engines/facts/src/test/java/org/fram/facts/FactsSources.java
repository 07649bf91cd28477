package org.fram.facts;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What the sources of the facts say about each record, enum, field and constant: the one place where their meanings
/// are written.
final class FactsSources {

    private static final Path SOURCES = Path.of("src/main/java/org/fram/facts");

    private final Map<String, String> meanings = new LinkedHashMap<>();

    private FactsSources() {}

    static FactsSources read() {
        var sources = new FactsSources();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.list(SOURCES)) {
            var units = files.getJavaFileObjectsFromPaths(
                    paths.filter(path -> path.toString().endsWith(".java"))
                            .sorted()
                            .toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                sources.new Reader(trees).scan(unit, null);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The sources of the facts cannot be read.", e);
        }
        return sources;
    }

    /// What a record or an enum is.
    @Nullable
    String of(Class<?> type) {
        return meanings.get(type.getSimpleName());
    }

    /// What a field of a record, or a constant of an enum, is.
    @Nullable
    String of(Class<?> type, String member) {
        return meanings.get(type.getSimpleName() + "." + member);
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                var name = type.getSimpleName().toString();
                meanings.put(name, text(comment.getFullBody()));
                for (var tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter) {
                        meanings.put(name + "." + parameter.getName(), text(parameter.getDescription()));
                    }
                }
            }
            for (var member : type.getMembers()) {
                var path = new TreePath(getCurrentPath(), member);
                DocCommentTree about = trees.getDocCommentTree(path);
                if (about != null && member instanceof VariableTree constant) {
                    meanings.put(type.getSimpleName() + "." + constant.getName(), text(about.getFullBody()));
                }
            }
            return super.visitClass(type, null);
        }

        private String text(List<?> body) {
            return body.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
