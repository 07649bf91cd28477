package org.fram.schedule.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Costs;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mpx.MPXReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.planner.PlannerReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.reader.AbstractProjectStreamReader;
import org.mpxj.reader.UniversalProjectReader;
import org.mpxj.writer.FileFormat;
import org.mpxj.writer.UniversalProjectWriter;

/// Plans in files of planning programs (MPP, MSPDI, MPX, XER, PMXML, Planner and other XML) and of PSPLIB.
///
/// A file is read whole or not at all. Its plan can be computed with: circles are refused here already.
public final class PlanFiles {

    private static final long LARGEST = 500L << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlanFiles() {}

    /// A format that plans are written in.
    public enum Target {
        MSPDI(FileFormat.MSPDI),
        XER(FileFormat.XER),
        MPX(FileFormat.MPX);

        private final FileFormat format;

        Target(FileFormat format) {
            this.format = format;
        }
    }

    /// Reads a plan.
    ///
    /// @param zone in which its dates are to be read; files hold none
    /// @throws UnusablePlanException if it cannot be read, or not be computed with; the message says why
    public static ReadPlan read(Path file, ZoneId zone) {
        try {
            if (Files.isDirectory(file)) {
                throw new UnusablePlanException("%s is a folder. Name the plan that is in it.".formatted(file));
            }
            if (Files.size(file) > LARGEST) {
                throw new UnusablePlanException(
                        "%s has %,d MB; plans of at most %,d MB are read. Split it, or leave out what is not needed."
                                .formatted(file, Files.size(file) >> 20, LARGEST >> 20));
            }
            return read(String.valueOf(file.getFileName()), Files.readAllBytes(file), zone);
        } catch (NoSuchFileException e) {
            throw new UnusablePlanException("%s does not exist.".formatted(file), e);
        } catch (IOException e) {
            throw new UnusablePlanException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /// Reads a plan from the content of a file.
    ///
    /// @param name of the file, for messages
    /// @param file its content
    /// @throws UnusablePlanException if it cannot be read, or not be computed with; the message says why
    public static ReadPlan read(String name, byte[] file, ZoneId zone) {
        var seen = PlanFormat.of(name, file);
        var content = seen.xml() ? PlanFormat.plainXml(name, file) : file;
        var format = seen.xml() ? PlanFormat.of(name, content) : seen;
        Wholeness.refuse(name, format, content);
        var notes = new ArrayList<String>();
        int projects = Wholeness.projects(format, content);
        if (projects > 1) {
            notes.add("The file holds %d projects, and one of them is read. Export the others by themselves."
                    .formatted(projects));
        }
        var read = switch (format) {
            case PSPLIB -> Psplib.readSm(name, text(content), zone);
            case PATTERSON -> Psplib.readRcp(name, text(content), zone);
            default -> new ProjectReading(project(name, format, content, notes), name, format, zone, notes).read();
        };
        DanglingLinks.refuse(name, format, content, read.plan());
        Network.of(read.plan());
        return read;
    }

    /// Writes a plan, reads it again, and gives what is not there any more: what the format cannot carry, a
    /// sentence each.
    ///
    /// @throws UnusablePlanException if it cannot be computed
    public static List<String> write(Plan plan, Costs costs, Target target, OutputStream out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new UniversalProjectWriter(target.format).write(new ProjectWriting(plan, costs).project(), bytes);
        var content = bytes.toByteArray();
        out.write(content);
        return losses(plan, costs, read(plan.name(), content, ZoneOffset.UTC));
    }

    /// What is not there any more in a plan that was written and read again, a sentence each.
    public static List<String> losses(Plan plan, Costs costs, ReadPlan again) {
        return Losses.between(plan, costs, again);
    }

    private static String text(byte[] content) {
        return PlanFormat.text(content, StandardCharsets.ISO_8859_1);
    }

    // MPXJ throws exceptions of any kind at files that are not whole.
    private static ProjectFile project(String name, PlanFormat format, byte[] content, List<String> notes) {
        ProjectFile project;
        try (InputStream in = new ByteArrayInputStream(content)) {
            project = switch (format) {
                case MPP -> read(new MPPReader(), in);
                case MSPDI -> read(new MSPDIReader(), in);
                case MPX -> readMpx(content);
                case PMXML -> read(new PrimaveraPMFileReader(), in);
                case PLANNER -> read(new PlannerReader(), in);
                case XER -> readXer(content, notes);
                default -> new UniversalProjectReader().read(in);
            };
        } catch (MPXJException | IOException | RuntimeException e) {
            if (reason(e).contains("password")) {
                throw new UnusablePlanException(
                        "%s is protected by a password. Save it without one.".formatted(name), e);
            }
            throw new UnusablePlanException(
                    "%s cannot be read as a file of %s: it is damaged, not whole, or of an unknown version%s. Save"
                                    .formatted(name, format.words(), told(reason(e)))
                            + " it anew from the program that it comes from.",
                    e);
        }
        if (project == null) {
            throw new UnusablePlanException("%s is %s, but there is no plan in it.".formatted(name, format.words()));
        }
        return project;
    }

    private static ProjectFile read(AbstractProjectStreamReader reader, InputStream in) throws MPXJException {
        return reader.read(in);
    }

    /// The words of MPX are those of the language of the program, and the file does not say which.
    private static ProjectFile readMpx(byte[] file) throws MPXJException {
        // MPX knows code pages only.
        var content = PlanFormat.wide(file) != null || PlanFormat.marked(file)
                ? text(file).getBytes(WINDOWS)
                : file;
        try {
            return new MPXReader().read(new ByteArrayInputStream(content));
        } catch (MPXJException | RuntimeException english) {
            for (var locale : MPXReader.getSupportedLocales()) {
                try {
                    var reader = new MPXReader();
                    reader.setLocale(locale);
                    return reader.read(new ByteArrayInputStream(content));
                } catch (MPXJException | RuntimeException e) {
                    english.addSuppressed(e);
                }
            }
            throw english;
        }
    }

    /// P6 writes XER in the code page of the machine and says nowhere which; UTF-8 gives itself away.
    private static ProjectFile readXer(byte[] content, List<String> notes) throws MPXJException {
        var reader = new PrimaveraXERFileReader();
        if (PlanFormat.wide(content) != null || PlanFormat.marked(content)) {
            reader.setCharset(StandardCharsets.UTF_8);
            return reader.read(new ByteArrayInputStream(text(content).getBytes(StandardCharsets.UTF_8)));
        }
        boolean plain = true;
        for (byte value : content) {
            plain &= value >= 0;
        }
        if (!plain && utf8(content)) {
            reader.setCharset(StandardCharsets.UTF_8);
        } else {
            reader.setCharset(WINDOWS);
            if (!plain) {
                notes.add("Letters of the file are not UTF-8 and are taken as Western European; if names look wrong,"
                        + " export it as UTF-8.");
            }
        }
        return reader.read(new ByteArrayInputStream(content));
    }

    private static boolean utf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// What goes wrong inside of a program tells nothing to whoever has a damaged file.
    private static String told(String reason) {
        return reason.startsWith("Cannot ") || reason.startsWith("class ") || reason.endsWith("Exception")
                ? ""
                : " (%s)".formatted(reason.strip());
    }

    private static String reason(Exception failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return message == null || message.isBlank()
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
