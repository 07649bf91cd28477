package org.fram.review;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/// Sentences as vectors of unit length, near to each other where the sentences mean the like.
///
/// The model ships inside a Maven artifact and runs in this process, without a network. It is loaded when the first
/// sentence comes, in about half a second, and stays; a sentence takes some milliseconds. Safe to use from several
/// threads.
///
/// Source: S. Xiao et al., *C-Pack: Packed Resources for General Chinese Embeddings*, 2023 (bge-small-en-v1.5,
/// quantised).
final class SentenceEmbedding {

    /// How many numbers a vector has.
    static final int DIMENSIONS = 384;

    /// Where the tokenizer unpacks its native library; a variable of this name goes before the system property.
    private static final String CACHE = "DJL_CACHE_DIR";

    /// Keeps the tokenizer's library from the network: in some clouds it would tell its makers that it is used.
    static final String OFFLINE = "ai.djl.offline";

    private SentenceEmbedding() {}

    private static final class Model {
        static final EmbeddingModel LOADED = load();

        private static EmbeddingModel load() {
            System.setProperty(OFFLINE, "true");
            leaveAHomeThatCannotBeWritten();
            return new BgeSmallEnV15QuantizedEmbeddingModel(ForkJoinPool.commonPool());
        }

        private static void leaveAHomeThatCannotBeWritten() {
            if (System.getProperty(CACHE) != null || Files.isWritable(Path.of(System.getProperty("user.home", "")))) {
                return;
            }
            try {
                System.setProperty(
                        CACHE, Files.createTempDirectory("fram-tokenizer").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Neither the home folder nor the folder for temporary files can be written. " + "Set " + CACHE
                                + " to a folder that can.",
                        e);
            }
        }
    }

    /// The vectors of sentences, in their order.
    static List<float[]> of(List<String> sentences) {
        if (sentences.isEmpty()) {
            return List.of();
        }
        var segments = sentences.stream()
                .map(sentence -> TextSegment.from(sentence.isBlank() ? "-" : sentence))
                .toList();
        return Model.LOADED.embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }
}
