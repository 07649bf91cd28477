package org.fram.app.engagement.registers;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Importing;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RegisterPages;

/// What is shown before a list is imported, and where it could not be.
///
/// @param register its title
/// @param address of the register
/// @param action where the form goes
/// @param file its name
/// @param summary what importing it does, or that it cannot be
/// @param ready whether it can be imported as it is
/// @param problems the first of them
/// @param more how many more there are, in words, or empty
public record PreviewPage(
        String register,
        String address,
        String action,
        String file,
        String summary,
        boolean ready,
        List<Header> headers,
        List<Problem> problems,
        String more) {

    private static final int PROBLEMS_SHOWN = 200;

    /// A header, and the columns that it may be.
    public record Header(String text, String example, List<Choice> columns) {}

    /// Something that cannot be taken over.
    public record Problem(String row, String column, String value, String reason) {}

    static PreviewPage of(Frame frame, Register register, String address, UUID upload, Importing.Preview preview) {
        int count = preview.problems().size();
        return new PreviewPage(
                frame.text(register.texts() + ".title"),
                address,
                address + "/import/" + upload,
                preview.name(),
                count == 0
                        ? frame.text("register.import.summary", preview.added(), preview.changed(), preview.same())
                        : frame.text(
                                "register.import.cannot", count, preview.added() + preview.changed() + preview.same()),
                count == 0 && preview.added() + preview.changed() > 0,
                preview.headers().stream()
                        .map(header -> header(frame, register, header))
                        .toList(),
                preview.problems().stream()
                        .limit(PROBLEMS_SHOWN)
                        .map(problem -> new Problem(
                                String.valueOf(problem.row()),
                                register.column(problem.column())
                                        .map(column -> RegisterPages.title(frame, register, column))
                                        .orElse(""),
                                problem.value(),
                                frame.text(problem.reason())))
                        .toList(),
                count > PROBLEMS_SHOWN ? frame.text("register.import.more", count - PROBLEMS_SHOWN) : "");
    }

    private static Header header(Frame frame, Register register, Importing.Header header) {
        return new Header(
                header.text(),
                header.example(),
                Stream.concat(
                                Stream.of(new Choice(
                                        "-", frame.text("register.import.leaveOut"), header.column() == null)),
                                register.columns().stream()
                                        .map(column -> new Choice(
                                                column.key(),
                                                RegisterPages.title(frame, register, column),
                                                column.key().equals(header.column()))))
                        .toList());
    }
}
