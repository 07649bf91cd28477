package org.fram.schedule.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;

/// Files that are cut off, and lengths that are none. MPXJ reads what is there, and takes a length that it does not
/// understand for none; both would give a plan with wrong dates.
final class Wholeness {

    /// As XML Schema writes lengths; no part has more digits than can be counted with.
    private static final Pattern LENGTH = Pattern.compile(
            "-?P(?=.)(-?\\d{1,15}Y)?(-?\\d{1,15}M)?(-?\\d{1,15}D)?(T(-?\\d{1,15}(\\.\\d*)?H)?(-?\\d{1,15}(\\.\\d*)?M)?(-?\\d{1,15}(\\.\\d*)?S)?)?");

    /// In tenths of minutes, and further on whole.
    private static final Pattern LAG = Pattern.compile("[+-]?\\d{1,10}(\\.0*)?");

    private static final String PROJECT = "<Project>";

    private Wholeness() {}

    /// @throws UnusablePlanException if the end of the file is missing, or a length of it cannot be understood
    static void refuse(String name, PlanFormat format, byte[] content) {
        switch (format) {
            case XER -> {
                var text = PlanFormat.text(content, StandardCharsets.ISO_8859_1).stripTrailing();
                if (!text.substring(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
                        .startsWith("%E")) {
                    throw cutOff(name, "its last line is not %E");
                }
            }
            case MPX -> {
                var text = PlanFormat.text(content, StandardCharsets.ISO_8859_1);
                if (!text.endsWith("\n") && !text.endsWith("\r") && !text.endsWith("\u001A")) {
                    throw cutOff(name, "its last line does not end");
                }
            }
            case MSPDI -> lengths(name, content);
            default -> {}
        }
    }

    /// How many projects a file of Primavera P6 was made of; those that only links lead to do not count.
    static int projects(PlanFormat format, byte[] content) {
        return switch (format) {
            case PMXML -> {
                var text = PlanFormat.text(content, StandardCharsets.ISO_8859_1);
                int count = 0;
                for (int at = text.indexOf(PROJECT); at >= 0; at = text.indexOf(PROJECT, at + 1)) {
                    count++;
                }
                yield count;
            }
            case XER -> exported(PlanFormat.text(content, StandardCharsets.ISO_8859_1));
            default -> 1;
        };
    }

    private static int exported(String text) {
        int count = 0;
        int flag = -1;
        boolean projects = false;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            if (line.startsWith("%T")) {
                projects = line.strip().equals("%T\tPROJECT");
            } else if (projects) {
                var cells = List.of(line.split("\t", -1));
                if (line.startsWith("%F")) {
                    flag = cells.indexOf("export_flag");
                } else if (line.startsWith("%R")
                        && flag >= 0
                        && flag < cells.size()
                        && cells.get(flag).equals("Y")) {
                    count++;
                }
            }
        }
        return count;
    }

    private static UnusablePlanException cutOff(String name, String why) {
        return new UnusablePlanException(
                "%s is cut off: %s. Get the file again, or export it anew.".formatted(name, why));
    }

    static UnusablePlanException noXml(String name, XMLStreamException failure) {
        var place = failure.getLocation();
        var message = String.valueOf(failure.getMessage());
        int told = message.indexOf("Message: ");
        return new UnusablePlanException(
                "%s is no whole XML: line %d, column %d: %s"
                        .formatted(
                                name,
                                place == null ? 0 : place.getLineNumber(),
                                place == null ? 0 : place.getColumnNumber(),
                                message.substring(told < 0 ? 0 : told + "Message: ".length())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                failure);
    }

    private static void lengths(String name, byte[] content) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            String title = null;
            boolean inTask = false;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("Task")) {
                    inTask = false;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Task" -> {
                            inTask = true;
                            title = null;
                        }
                        case "Name" -> title = title == null && inTask ? reader.getElementText() : title;
                        case "LinkLag" -> look(name, reader, title, "lag", LAG);
                        case "Duration", "ActualDuration", "RemainingDuration" -> {
                            if (inTask) {
                                look(name, reader, title, "duration", LENGTH);
                            }
                        }
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            // The reader of plans says what is wrong with it.
            return;
        }
    }

    private static void look(String name, XMLStreamReader reader, @Nullable String title, String what, Pattern form)
            throws XMLStreamException {
        int line = reader.getLocation().getLineNumber();
        var text = reader.getElementText().strip();
        boolean wrong = !text.isEmpty() && !form.matcher(text).matches();
        if (wrong || (form == LAG && !text.isEmpty() && Math.abs(Double.parseDouble(text)) > Integer.MAX_VALUE)) {
            throw new UnusablePlanException(
                    "%s, line %d: \"%s\" is no %s that can be counted with, of \"%s\". Correct it in the program that it comes from."
                            .formatted(name, line, text, what, title == null ? "an activity without a name" : title));
        }
    }
}
