package org.fram.app.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.fram.app.Fram;
import org.fram.app.demo.LoadingDemo;

/// The demonstration as a process of its own, which can be stopped and killed.
///
/// @param process the program; its database is a process of its own
/// @param address without a slash at its end
public record ServerProcess(Process process, String address) implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("is at (http://\\S+?)/\\s");

    /// Starts it, and waits until it says where it is.
    ///
    /// @param home where its data are
    public static ServerProcess start(Path home) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds: compiling it well would take longer than it saves.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                Fram.class.getName(),
                "demo");
        command.environment().put("FRAM_HOME", home.toString());
        command.environment().put("FRAM_PORT", "0");
        command.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = command.start();
        var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            var address = ADDRESS.matcher(all.append(line).append('\n'));
            if (address.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return new ServerProcess(process, address.group(1));
            }
        }
        throw new AssertionError("It did not start and said: " + all);
    }

    /// One of its people, signed in.
    public HttpBrowser signedIn() throws IOException, InterruptedException {
        return HttpBrowser.signedIn(path -> address + path, "pm@demo.example", LoadingDemo.PASSWORD);
    }

    /// Stops it, and waits until it has stopped.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
