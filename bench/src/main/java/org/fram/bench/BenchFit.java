package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `fram bench fit`: the weights of the obligation model, fitted to labelled documents.
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = "Fits the weights of the obligation model to the labelled documents below the folders.")
final class BenchFit implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with *.gold.json and their documents.")
    private List<Path> folders = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the weights are written.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        var documents = new ArrayList<ReviewRun.Labelled>();
        for (var folder : folders) {
            documents.addAll(ReviewRun.below(folder, "").documents());
        }
        var run = new ReviewRun(List.copyOf(documents));
        var model = Fitting.of(run, Set.of());
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        Files.writeString(out, json.writeValueAsString(model) + "\n");
        System.out.println(
                run.documents().size() + " documents, " + model.weights().size() + " weights → " + out);
        return 0;
    }
}
