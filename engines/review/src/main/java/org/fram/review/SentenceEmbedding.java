package org.fram.review;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final class Model extends AbstractInProcessEmbeddingModel {

        private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
        private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

        static final EmbeddingModel LOADED = load();

        private final OnnxBertBiEncoder encoder;

        private Model(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return DIMENSIONS;
        }

        /*
         * By itself the runtime takes threads for each sentence, which wait for each other by spinning. Here each
         * sentence has one thread, and several sentences run at once: the same vectors for half of the time.
         */
        private static EmbeddingModel load() {
            var loaded = new CountDownLatch(1);
            // The native library does not survive the end of the process while it loads, so the end waits.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(loaded), "sentence-embedding-loaded"));
            try {
                return loadNow();
            } finally {
                loaded.countDown();
            }
        }

        private static void waitFor(CountDownLatch loaded) {
            try {
                loaded.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private static EmbeddingModel loadNow() {
            System.setProperty(OFFLINE, "true");
            leaveAHomeThatCannotBeWritten();
            var environment = OrtEnvironment.getEnvironment();
            try (var options = new OrtSession.SessionOptions();
                    var model = open(MODEL);
                    var tokenizer = open(TOKENIZER)) {
                options.setIntraOpNumThreads(1);
                var session = environment.createSession(model.readAllBytes(), options);
                return new Model(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("The embedding model cannot be loaded.", e);
            }
        }

        private static InputStream open(String resource) {
            var in = OnnxBertBiEncoder.class.getResourceAsStream(resource);
            if (in == null) {
                throw new IllegalStateException("The embedding model (" + resource + ") is not on the class path.");
            }
            return in;
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

    /// Loads the model beside what the caller does meanwhile, for one who will need it.
    static void prepare() {
        Thread.ofPlatform().daemon().name("sentence-embedding").start(() -> Model.LOADED.dimension());
    }

    /// The vectors of sentences, in their order. Equal sentences are looked at once.
    static List<float[]> of(List<String> sentences) {
        var vectors = sentences.stream().distinct().toList().parallelStream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), SentenceEmbedding::vector));
        return sentences.stream().map(vectors::get).map(float[]::clone).toList();
    }

    private static float[] vector(String sentence) {
        return Model.LOADED.embed(sentence.isBlank() ? "-" : sentence).content().vector();
    }
}
