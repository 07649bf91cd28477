package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder of its own, with a JDK and a Maven that only say that they were called.
class LauncherTest {

    private static final String JDK = "25";

    @TempDir
    private Path folder;

    private Path checkout;
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aCheckout() throws IOException {
        folder = folder.toRealPath();
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Repository.root().resolve("fram"), checkout.resolve("fram"));
        makeExecutable(checkout.resolve("fram"));
        write(checkout.resolve("pom.xml"), "<project/>");
        write(checkout.resolve("cli/src/main/java/Fram.java"), "class Fram {}");
        write(checkout.resolve("library/topics.yaml"), "- id: testing");
        environment.put("HOME", home.toString());
        environment.put("PATH", mavenOf("3.9.9") + ":/usr/bin:/bin");
        environment.put("FRAM_JAVA_HOME", jdk(JDK, "jdk").toString());
        environment.put("FRAM_INSTALL", "no");
    }

    // finding a JDK

    @Test
    void itRunsTheCommandWithTheArgumentsAsTheyAre() {
        var run = fram("review", "a file.docx", "--html", "");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("java of jdk", "[review][a file.docx][--html][]");
        assertThat(run.out()).contains("[-jar][" + checkout.resolve("cli/target/fram-cli.jar") + "]");
    }

    @Test
    void measurementsHaveAProgramOfTheirOwn() {
        assertThat(fram("bench", "speed").out())
                .contains("[" + checkout.resolve("bench/target/fram-bench.jar") + "][speed]");
    }

    @Test
    void theApplicationIsAProgramOfItsOwnAndNobodyElseWaitsForIt() throws IOException {
        write(checkout.resolve("app/src/main/java/App.java"), "class App {}");
        assertThat(fram("review").err()).contains("Building Fram", "Preparing quick starts");
        write(checkout.resolve("app/src/main/java/Page.java"), "class Page {}");
        assertThat(fram("review").err()).isEmpty();

        var serve = fram("serve");

        assertThat(serve.err()).contains("Building Fram", "Preparing quick starts");
        assertThat(serve.out()).contains("[-jar][" + checkout.resolve("app/target/fram-app.jar") + "][serve]");
        assertThat(fram("demo").err()).doesNotContain("Building");
    }

    @Test
    void quickStartsArePreparedOnceForEachBuildAndJdk() throws IOException {
        assertThat(fram("review").out()).doesNotContain("-XX:AOTCache=");
        Files.writeString(checkout.resolve("cli/target/fram-cli.aot"), "");

        assertThat(fram("check").err()).isEmpty();
        assertThat(fram("check").out()).contains("[-XX:AOTCache=" + checkout.resolve("cli/target/fram-cli.aot") + "]");

        Files.setLastModifiedTime(
                checkout.resolve("cli/target/fram-cli.trained"),
                FileTime.from(Instant.now().minusSeconds(3600)));
        assertThat(fram("review").err()).contains("Preparing quick starts").doesNotContain("Building");
        assertThat(fram("review").err()).isEmpty();

        environment.put("FRAM_JAVA_HOME", jdk(JDK, "another").toString());
        assertThat(fram("review").err()).contains("Preparing quick starts");
    }

    @Test
    void theExitCodeIsThatOfTheCommand() throws IOException {
        script(folder.resolve("jdk/bin/java"), "exit 1");

        assertThat(fram("review").exit()).isEqualTo(1);
    }

    @Test
    void aJdkOfAnotherVersionIsPassedOver() throws IOException {
        environment.remove("FRAM_JAVA_HOME");
        environment.put("JAVA_HOME", jdk("21.0.1", "old").toString());
        jdk("25.0.3", "home/.sdkman/candidates/java/25.0.3-tem");

        // There may be a JDK 25 of the machine's own, which is as good.
        var run = fram("--version");

        assertThat(run.out()).doesNotContain("java of old");
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws IOException {
        environment.put("FRAM_JAVA_HOME", jdk(JDK, "runtime").toString());
        Files.delete(folder.resolve("runtime/bin/javac"));

        assertThat(fram("--version").exit()).isEqualTo(2);
    }

    @Test
    void javaHomeComesBeforeThePath() throws IOException {
        environment.remove("FRAM_JAVA_HOME");
        environment.put("JAVA_HOME", jdk(JDK, "first").toString());
        environment.compute("PATH", (_, path) -> folder.resolve("second/bin") + ":" + path);
        jdk(JDK, "second");

        assertThat(fram("--version").out()).contains("java of first");
    }

    @Test
    void theJdkOfThePathIsFoundBehindItsLinks() throws IOException {
        environment.remove("FRAM_JAVA_HOME");
        jdk(JDK, "linked");
        Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(folder.resolve("links/javac"), Path.of("../linked/bin/javac"));
        environment.compute("PATH", (_, path) -> folder.resolve("links") + ":" + path);

        assertThat(fram("--version").out()).contains("java of linked");
    }

    @Test
    void whoNamesAFolderThatIsNoJdkIsTold() {
        environment.put("FRAM_JAVA_HOME", home.toString());

        var run = fram("--version");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("FRAM_JAVA_HOME is " + home, "JDK 25");
    }

    // building

    @Test
    void itBuildsOnce() {
        assertThat(fram("--version").err()).isEqualTo("Building Fram (once) …\n");
        assertThat(fram("--version").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aChangedSourceIsBuilt() throws IOException {
        fram("--version");
        touch("cli/src/main/java/Fram.java");

        assertThat(fram("--version").err()).contains("Building");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aChangedWordListIsBuilt() throws IOException {
        fram("--version");
        touch("library/topics.yaml");

        assertThat(fram("--version").err()).contains("Building");
    }

    @Test
    void aDeletedSourceIsBuilt() throws IOException {
        fram("--version");
        Files.delete(checkout.resolve("library/topics.yaml"));

        assertThat(fram("--version").err()).contains("Building");
        assertThat(fram("--version").err()).isEmpty();
    }

    @Test
    void aMissingJarIsBuilt() throws IOException {
        fram("--version");
        Files.delete(checkout.resolve("cli/target/fram-cli.jar"));

        assertThat(fram("--version").err()).contains("Building");
    }

    @Test
    void aChangedTestIsNotBuilt() throws IOException {
        fram("--version");
        write(checkout.resolve("cli/src/test/java/FramTest.java"), "class FramTest {}");

        assertThat(fram("--version").err()).isEmpty();
    }

    @Test
    void aBuiltProgramNeedsNoMaven() {
        fram("--version");
        environment.put("FRAM_MVN", "no-such-mvn");

        assertThat(fram("--version").exit()).isZero();
    }

    @Test
    void withoutMavenItSaysHowToGetIt() {
        environment.put("FRAM_MVN", "no-such-mvn");

        var run = fram("--version");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("Apache Maven 3.8.7 or newer", "no-such-mvn", "apt-get install maven");
    }

    @Test
    void anOldMavenIsRefusedAndANewOneIsNot() throws IOException {
        environment.compute("PATH", (_, path) -> mavenOf("3.6.3") + ":" + path);
        assertThat(fram("--version").err()).contains("3.8.7 or newer; 'mvn' is 3.6.3.");

        environment.compute("PATH", (_, path) -> mavenOf("3.10.1") + ":" + path);
        assertThat(fram("--version").exit()).isZero();
    }

    @Test
    void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws IOException {
        environment.put("MAVEN_FAILS", "yes");

        var run = fram("--version");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("[ERROR] on purpose", "target/fram/build.log")
                .doesNotContain("[INFO]");
        environment.remove("MAVEN_FAILS");
        assertThat(fram("--version").exit()).isZero();
    }

    @Test
    void oneOfManyBuildsAndTheOthersWait() throws Exception {
        environment.put("MAVEN_TAKES", "1");
        var runs = new ArrayList<Future<Run>>();
        try (var terminals = Executors.newFixedThreadPool(6)) {
            Callable<Run> call = () -> fram("--version");
            for (int i = 0; i < 6; i++) {
                runs.add(terminals.submit(call));
            }
        }

        for (var run : runs) {
            assertThat(run.get().exit()).isZero();
            assertThat(run.get().out()).contains("[--version]");
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aLockWhoseOwnerIsGoneIsTakenAway() throws Exception {
        Files.createDirectories(checkout.resolve("target/fram"));
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(checkout.resolve("target/fram/lock"), Path.of(Long.toString(gone.pid())));

        assertThat(fram("--version").exit()).isZero();
        assertThat(Files.exists(checkout.resolve("target/fram/lock"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void itIsFoundByALink() throws IOException {
        Files.createSymbolicLink(home.resolve("fram"), Path.of("../a checkout/fram"));

        assertThat(run(home.resolve("fram").toString(), "--version").out()).contains("[--version]");
    }

    // testing

    @Test
    void testingEndsWithTheCounts() throws IOException {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");

        var run = fram("test");

        assertThat(run.exit()).isZero();
        assertThat(run.lastLine()).isEqualTo("5 passed, 0 failed");
    }

    @Test
    void aFailedTestFails() throws IOException {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"2\"");
        environment.put("MAVEN_FAILS", "yes");

        var run = fram("test");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("2 passed, 3 failed");
    }

    @Test
    void aSkippedTestFails() {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\"");

        var run = fram("test");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("4 passed, 1 failed");
    }

    @Test
    void noTestAtAllFails() {
        var run = fram("test");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no test was run");
    }

    @Test
    void aBuildThatFailsWithoutAFailedTestFails() {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        environment.put("MAVEN_FAILS", "yes");

        var run = fram("test");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("5 passed, 1 failed");
    }

    @Test
    void withoutAChangeTestingOnlySaysThatAllWasGreen() throws IOException {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        fram("test");

        var again = fram("test");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("Nothing has changed since all checks were green on ");
        assertThat(again.lastLine()).isEqualTo("5 passed, 0 failed");
        assertThat(builds()).isEqualTo(1);

        fram("test", "--again");
        assertThat(builds()).isEqualTo(2);

        environment.put("CI", "true");
        fram("test");
        assertThat(builds()).isEqualTo(3);

        environment.remove("CI");
        write(checkout.resolve("README.md"), "# Fram");
        fram("test");
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void afterAFailureTestingRunsAgain() {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        environment.put("MAVEN_FAILS", "yes");
        fram("test");
        environment.remove("MAVEN_FAILS");

        fram("test");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void afterTestingThereIsNothingLeftToBuild() {
        environment.put("MAVEN_REPORTS", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        fram("test");

        assertThat(fram("--version").err()).isEmpty();
    }

    @Test
    void testingDoesNotTakeOptionsThatItDoesNotKnow() {
        assertThat(fram("test", "--fast").exit()).isEqualTo(2);
    }

    // the stage

    /// A JDK whose `java` prints its arguments, each in brackets.
    private Path jdk(String version, String name) throws IOException {
        var jdk = folder.resolve(name);
        script(jdk.resolve("bin/java"), "echo java of " + name, "for a; do printf '[%s]' \"$a\"; done", "echo");
        script(jdk.resolve("bin/javac"), "echo javac " + version);
        write(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /// A Maven that makes the jars, and test reports and failures as the environment says; its folder.
    private Path mavenOf(String version) {
        try {
            var bin = folder.resolve("maven-" + version + "/bin");
            script(
                    bin.resolve("mvn"),
                    "case \"$*\" in *--version*) echo 'Apache Maven " + version + " (abc)'; exit 0 ;; esac",
                    "echo called >>../calls",
                    "sleep ${MAVEN_TAKES:-0}",
                    "echo '[INFO] building'",
                    "mkdir -p cli/target/surefire-reports bench/target app/target",
                    "touch cli/target/fram-cli.jar bench/target/fram-bench.jar app/target/fram-app.jar",
                    "[ -z \"${MAVEN_REPORTS:-}\" ] ||"
                            + " echo \"<testsuite name='A' $MAVEN_REPORTS>\" >cli/target/surefire-reports/TEST-A.xml",
                    "[ -z \"${MAVEN_FAILS:-}\" ] || { echo '[ERROR] on purpose'; exit 1; }");
            return bin;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private long builds() {
        try (var calls = Files.lines(folder.resolve("calls"))) {
            return calls.count();
        } catch (IOException none) {
            return 0;
        }
    }

    private Run fram(String... args) {
        var command = new ArrayList<>(List.of(checkout.resolve("fram").toString()));
        command.addAll(List.of(args));
        return run(command.toArray(String[]::new));
    }

    private Run run(String... command) {
        try {
            var out = Files.createTempFile(folder, "out", null);
            var err = Files.createTempFile(folder, "err", null);
            var process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            process.environment().clear();
            process.environment().putAll(environment);
            var running = process.start();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException("The launcher hangs: " + Files.readString(err));
            }
            return new Run(running.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Makes a file newer than all that was built.
    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(
                checkout.resolve(file), FileTime.from(Instant.now().plusSeconds(2)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void script(Path file, String... lines) throws IOException {
        write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        makeExecutable(file);
    }

    private static void makeExecutable(Path file) {
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("Cannot make executable: " + file);
        }
    }

    /// How a launcher ended and what it said.
    private record Run(int exit, String out, String err) {

        String lastLine() {
            return out.lines().toList().getLast();
        }
    }
}
