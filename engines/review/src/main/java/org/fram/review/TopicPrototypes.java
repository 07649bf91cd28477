package org.fram.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The vectors of the topics' prototypes, computed once when the prototypes were written and kept in
/// `library/topics.vectors`, as computing them takes seconds.
///
/// The file holds the SHA-256 of the prototypes, then for each, in the order of `library/topics.yaml`, its vector in
/// signed bytes: number times 127 by the largest of the vector.
final class TopicPrototypes {

    static final String FILE = "topics.vectors";
    private static final int DIGEST_BYTES = 32;
    private static final double SECOND_COUNTS = TopicWeights.of("secondPrototype");

    private final float[][][] vectors;

    private TopicPrototypes(float[][][] vectors) {
        this.vectors = vectors;
    }

    /// Reads the vectors of these topics.
    ///
    /// @throws IllegalStateException if the file belongs to other prototypes
    static TopicPrototypes load(Topics topics) {
        try (InputStream in = Library.open(FILE)) {
            byte[] digest = in.readNBytes(DIGEST_BYTES);
            if (!Arrays.equals(digest, digest(topics))) {
                throw new IllegalStateException(
                        "library/%s belongs to other prototypes (%s). Run TopicPrototypesTest with -Dfram.write=true."
                                .formatted(FILE, HexFormat.of().formatHex(digest, 0, 4)));
            }
            var vectors = new float[topics.size()][][];
            for (int topic = 0; topic < topics.size(); topic++) {
                vectors[topic] = new float[topics.all().get(topic).prototypes().size()][];
                for (int i = 0; i < vectors[topic].length; i++) {
                    vectors[topic][i] = unit(in.readNBytes(SentenceEmbedding.DIMENSIONS));
                }
            }
            return new TopicPrototypes(vectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The content of the file for these topics.
    static byte[] write(Topics topics) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(digest(topics));
        for (var vector : SentenceEmbedding.of(sentences(topics))) {
            out.writeBytes(bytes(vector));
        }
        return out.toByteArray();
    }

    private static List<String> sentences(Topics topics) {
        return topics.all().stream()
                .flatMap(topic -> topic.prototypes().stream())
                .toList();
    }

    private static byte[] digest(Topics topics) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", sentences(topics)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(float[] vector) {
        float largest = 0;
        for (float number : vector) {
            largest = Math.max(largest, Math.abs(number));
        }
        var bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] / largest * Byte.MAX_VALUE);
        }
        return bytes;
    }

    private static float[] unit(byte[] bytes) {
        double square = 0;
        for (byte number : bytes) {
            square += number * number;
        }
        var vector = new float[bytes.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (bytes[i] / Math.sqrt(square));
        }
        return vector;
    }

    /// The vector of a topic's prototype, both by position.
    float[] vector(int topic, int prototype) {
        return vectors[topic][prototype].clone();
    }

    /// How near a sentence is to each topic: the cosine to its nearest prototype, with a little of the second nearest.
    /// As many as there are topics and in their order, -1..1.
    double[] nearness(float[] sentence) {
        var nearness = new double[vectors.length];
        for (int topic = 0; topic < vectors.length; topic++) {
            double first = -1;
            double second = -1;
            for (var prototype : vectors[topic]) {
                double cosine = dot(prototype, sentence);
                if (cosine > first) {
                    second = first;
                    first = cosine;
                } else if (cosine > second) {
                    second = cosine;
                }
            }
            nearness[topic] = (first + SECOND_COUNTS * second) / (1 + SECOND_COUNTS);
        }
        return nearness;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
