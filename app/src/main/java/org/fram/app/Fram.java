package org.fram.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.fram.app.demo.LoadingDemo;
import org.fram.app.operation.OperationCommands;
import org.fram.app.platform.identity.FirstAdministrator;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.RunningDatabase;
import org.fram.app.platform.start.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Starts the application: `serve`, or `demo` for a demonstration. `facts` only looks at its data, and
/// [OperationCommands] work on them without starting it. With `train` it
/// starts, asks itself for pages and ends, so that Java can note what a start needs.
public final class Fram {

    private static final int INPUT = 2;
    private static final int INTERNAL = 3;

    private Fram() {}

    public static void main(String[] arguments) {
        try {
            boolean demo = arguments.length > 0 && arguments[0].equals("demo");
            if (arguments.length > 0 && arguments[0].equals("facts")) {
                System.exit(FactsCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
            }
            if (arguments.length > 0 && OperationCommands.knows(arguments[0])) {
                System.exit(OperationCommands.run(arguments));
            }
            var settings = Settings.of(System.getenv(), Path.of(System.getProperty("user.home")), demo);
            serve(start(settings), settings, arguments.length > 0 && arguments[0].equals("train"));
        } catch (CannotStartException refused) {
            System.err.println("fram: " + refused.getMessage());
            System.exit(INPUT);
        } catch (RuntimeException fault) {
            System.err.println("fram: a fault in Fram: " + fault + " (FRAM_DEBUG=1 shows where)");
            if (System.getenv("FRAM_DEBUG") != null) {
                fault.printStackTrace();
            }
            System.exit(INTERNAL);
        }
    }

    private static void serve(ConfigurableApplicationContext context, Settings settings, boolean trains) {
        try {
            if (trains) {
                train(context);
            } else {
                greet(context, settings);
            }
        } catch (RuntimeException failure) {
            // Whoever stops it right after its start sees no fault in that.
            if (context.isActive()) {
                throw failure;
            }
        }
    }

    /// Starts database and server, and returns when pages are served.
    ///
    /// @throws CannotStartException for a reason that whoever starts it can put right
    public static ConfigurableApplicationContext start(Settings settings) {
        refuseTakenPort(settings);
        return start(settings, RunningDatabase::start, Map.of());
    }

    /// Starts what a command needs that looks at the data, which a server may be working on at the same time.
    ///
    /// @throws CannotStartException where there is nothing to look at, too
    static ConfigurableApplicationContext startToLook(Settings settings) {
        return start(settings, RunningDatabase::reach, Map.of("fram.runs.serve", false));
    }

    private static ConfigurableApplicationContext start(
            Settings settings, Function<Settings, RunningDatabase> reach, Map<String, Object> more) {
        // The database starts while Spring does.
        var database = CompletableFuture.supplyAsync(() -> reach.apply(settings));
        try {
            return application(settings, database, more).run();
        } catch (RuntimeException failure) {
            database.handle((running, _) -> {
                        if (running != null) {
                            running.close();
                        }
                        return null;
                    })
                    .join();
            throw explained(failure, settings);
        }
    }

    private static SpringApplication application(
            Settings settings, CompletableFuture<RunningDatabase> database, Map<String, Object> more) {
        var application = new SpringApplication(FramApplication.class);
        var properties = properties(settings);
        properties.putAll(more);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            var generic = (GenericApplicationContext) context;
            generic.registerBean(Settings.class, () -> settings);
            generic.registerBean(
                    RunningDatabase.class,
                    () -> await(database),
                    definition -> definition.setDestroyMethodName("close"));
        });
        return application;
    }

    private static Map<String, Object> properties(Settings settings) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        if (settings.logFormat().equals("json")) {
            properties.put("logging.structured.format.console", "ecs");
        }
        return properties;
    }

    private static RunningDatabase await(CompletableFuture<RunningDatabase> database) {
        try {
            return database.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static void refuseTakenPort(Settings settings) {
        try (var _ = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.address()))) {
            // It is free.
        } catch (BindException taken) {
            throw portInUse(settings);
        } catch (IOException unknown) {
            throw new CannotStartException("FRAM_ADDRESS is '%s', which is no address of this machine: %s."
                    .formatted(settings.address(), unknown.getMessage()));
        }
    }

    private static CannotStartException portInUse(Settings settings) {
        return new CannotStartException(
                ("Port %d of %s is in use. Another Fram may be running there: stop it, or choose another port, for "
                                + "example FRAM_PORT=%d.")
                        .formatted(settings.port(), settings.address(), settings.port() + 1));
    }

    /// Finds the reason that whoever starts it can put right, below those that Spring wraps around it.
    private static RuntimeException explained(RuntimeException failure, Settings settings) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStartException refused) {
                return refused;
            }
            if (cause instanceof PortInUseException) {
                return portInUse(settings);
            }
        }
        return failure;
    }

    private static void greet(ConfigurableApplicationContext context, Settings settings) {
        String address = address(context, settings);
        if (settings.demo()) {
            System.out.println("Loading the demonstration …");
            var demo = context.getBean(LoadingDemo.class);
            var signIns = demo.load();
            System.out.printf(
                    "%nFram's demonstration is at %s%nIts data is in %s; remove that folder to begin anew.%n%n",
                    address, settings.home());
            System.out.printf("Sign in with any of these, and the password: %s%n", LoadingDemo.PASSWORD);
            signIns.forEach(signIn -> System.out.printf("  %-24s %s%n", signIn.email(), signIn.position()));
            System.out.printf(
                    "%nThe vendor's second version of the statement of work, to be brought in, is in %s%n",
                    demo.documents());
            return;
        }
        System.out.println("Fram is at " + address);
        context.getBean(FirstAdministrator.class)
                .code()
                .ifPresent(code -> System.out.println(
                        "Nobody has an account yet. Make the first one at %sfirst-administrator with this code: %s"
                                .formatted(address, code)));
    }

    private static void train(ConfigurableApplicationContext context) {
        String address = "http://localhost:%d".formatted(port(context));
        for (String path : List.of("/health/ready", "/first-administrator", "/", "/assets/fram.css")) {
            try (var page = URI.create(address + path).toURL().openStream()) {
                page.readAllBytes();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        context.close();
        System.exit(0);
    }

    private static String address(ConfigurableApplicationContext context, Settings settings) {
        return "http://%s:%d/".formatted(settings.address(), port(context));
    }

    private static int port(ConfigurableApplicationContext context) {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The server has stopped.");
        }
        return server.getPort();
    }
}
