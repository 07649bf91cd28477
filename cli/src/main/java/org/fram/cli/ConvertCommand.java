package org.fram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.files.PlanFiles;
import org.fram.schedule.files.PlanFiles.Target;
import org.fram.schedule.files.ReadPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram convert`: a plan in another format, and what it cannot carry.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes a plan in another format, which the ending of OUT names: .xml (Microsoft Project), .xer (Primavera"
                    + " P6), .mpx (Microsoft Project, old), .xlsx (a workbook, which loses nothing).",
            "The file is read again at once; what of the plan is not in it any more is listed."
        },
        footer = {
            "",
            "Examples:",
            "  fram convert plan.mpp plan.xlsx",
            "  fram convert plan.xlsx plan.xml --zone Europe/Oslo",
            "",
            "Exit codes: 0 written; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
    private Path target = Path.of("");

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "Time zone of the plan, such as Europe/Oslo (default: UTC).")
    private ZoneId zone = ZoneId.of("UTC");

    @Override
    public Integer call() {
        if (Outputs.same(file, target)) {
            throw new RefusedException(
                    "%s is an input and would be overwritten; name another output.".formatted(target));
        }
        var format = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        var write = format.endsWith(".xlsx") ? workbook() : file(target(format));
        var read = PlanWorkbook.read(file, zone);
        var losses = new ArrayList<String>();
        OutputFile.write(target, draft -> losses.addAll(write.to(draft, read)));
        var out = spec.commandLine().getOut();
        out.println("%s: %d activities, %d links, from %s."
                .formatted(
                        Terminal.safe(target.toString()),
                        read.plan().activities().size(),
                        read.plan().links().size(),
                        read.format()));
        read.notes().forEach(note -> out.println("Not read: " + Terminal.safe(note)));
        losses.forEach(loss -> out.println("Not carried: " + Terminal.safe(loss)));
        if (losses.isEmpty()) {
            out.println("All that was read is in it.");
        }
        return 0;
    }

    /// Writes a plan to a file that does not exist yet, and gives what it cannot carry.
    private interface Writing {

        List<String> to(Path draft, ReadPlan read) throws IOException;
    }

    private static Writing workbook() {
        return (draft, read) -> {
            try (var out = Files.newOutputStream(draft)) {
                PlanWorkbook.write(read.plan(), read.costs(), out);
            }
            return PlanFiles.losses(read.plan(), read.costs(), PlanWorkbook.read(draft, ZoneOffset.UTC));
        };
    }

    private static Writing file(Target format) {
        return (draft, read) -> {
            try (var out = Files.newOutputStream(draft)) {
                return PlanFiles.write(read.plan(), read.costs(), format, out);
            }
        };
    }

    private Target target(String name) {
        if (name.endsWith(".xml")) {
            return Target.MSPDI;
        }
        if (name.endsWith(".xer")) {
            return Target.XER;
        }
        if (name.endsWith(".mpx")) {
            return Target.MPX;
        }
        throw new RefusedException(
                "%s: the ending names no format that plans are written in. Use .xml, .xer, .mpx or .xlsx."
                        .formatted(target));
    }
}
