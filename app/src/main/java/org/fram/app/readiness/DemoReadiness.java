package org.fram.app.readiness;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The demonstration’s sign-offs, of which one is overdue at the Island office, and its legacy exit with a notice that
/// presses and one that was missed.
@Component
class DemoReadiness implements DemoPart {

    private static final String IT_LEAD = "IT lead";
    private static final String CENTER = "Contact center lead";
    private static final String MANAGER = "Customer’s project manager";

    private final Register signOffs;
    private final Register exits;
    private final InstantSource clock;

    DemoReadiness(Register signOffsRegister, Register legacyExitRegister, InstantSource clock) {
        this.signOffs = signOffsRegister;
        this.exits = legacyExitRegister;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.ROLLOUT;
    }

    @Override
    public void add(Demo demo) {
        demo.add(signOffs, demo.customer(), signOffs());
        demo.add(exits, demo.customer(), exits());
    }

    private List<Map<String, @Nullable Object>> signOffs() {
        return List.of(
                signedOff(
                        signOff(
                                "Security assessment of the platform",
                                SignOffKind.SECURITY,
                                null,
                                "Security officer",
                                -30),
                        -34,
                        "Security officer",
                        "Report of the assessment, with two findings accepted by the head of IT"),
                signOff(
                        "Recording stops while a caller says a card number",
                        SignOffKind.PAYMENT_CARD,
                        null,
                        CENTER,
                        24),
                signedOff(
                        signOff(
                                "Words of the announcement that calls are recorded",
                                SignOffKind.RECORDING_CONSENT,
                                null,
                                "Data protection officer",
                                -12),
                        -15,
                        "Data protection officer",
                        "Letter of the data protection officer, with the words in all three languages"),
                signOff(
                        "How long recordings are kept, and how they are deleted",
                        SignOffKind.RECORDING_RETENTION,
                        null,
                        "Data protection officer",
                        9),
                signOff("The window of the cutover is approved", SignOffKind.CHANGE_WINDOW, null, MANAGER, 33),
                signedOff(
                        signOff(
                                "The addresses and ports of the platform are open",
                                SignOffKind.FIREWALL,
                                "Capital office",
                                IT_LEAD,
                                -6),
                        -7,
                        "Network engineer",
                        "Log of the network test from six desks"),
                signOff(
                        "The addresses and ports of the platform are open",
                        SignOffKind.FIREWALL,
                        "Island office",
                        IT_LEAD,
                        -4),
                signOff(
                        "Emergency calls carry the right address",
                        SignOffKind.EMERGENCY_CALLING,
                        "Capital office",
                        IT_LEAD,
                        16),
                signOff(
                        "Emergency calls carry the right address",
                        SignOffKind.EMERGENCY_CALLING,
                        "Island office",
                        IT_LEAD,
                        16),
                signOff(
                        "Each desk has the browser and headset that the platform needs",
                        SignOffKind.DESKTOP,
                        "Northern office",
                        null,
                        20));
    }

    private List<Map<String, @Nullable Object>> exits() {
        return List.of(
                exit(
                        "Maintenance of the old call distributor",
                        ExitKind.CONTRACT_NOTICE,
                        "owner",
                        MANAGER,
                        "withWhom",
                        "Maker of the old platform",
                        "noticeBy",
                        inDays(17),
                        "endsOn",
                        inDays(107)),
                exit(
                        "Hosting of the old recording archive",
                        ExitKind.CONTRACT_NOTICE,
                        "owner",
                        IT_LEAD,
                        "withWhom",
                        "Data center operator",
                        "noticeBy",
                        inDays(-5),
                        "endsOn",
                        inDays(85)),
                exit(
                        "Primary rate lines of the Capital office",
                        ExitKind.CARRIER_DISCONNECT,
                        "owner",
                        IT_LEAD,
                        "withWhom",
                        "National Carrier",
                        "noticeBy",
                        inDays(60),
                        "endsOn",
                        inDays(90)),
                exit(
                        "Recordings of the last two years",
                        ExitKind.RECORDINGS,
                        "owner",
                        "Data protection officer",
                        "endsOn",
                        inDays(90),
                        "keepUntil",
                        inDays(820),
                        "keptAt",
                        "Archive of the records office, with its index"),
                exit(
                        "Reports and statistics of the last five years",
                        ExitKind.HISTORY,
                        "owner",
                        CENTER,
                        "keepUntil",
                        inDays(1915),
                        "keptAt",
                        "Tables in the warehouse of the finance department"));
    }

    private Map<String, @Nullable Object> signOff(
            String text, SignOffKind kind, @Nullable String site, @Nullable String owner, int due) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("text", text);
        row.put("kind", kind.code());
        row.put("site", site);
        row.put("owner", owner);
        row.put("due", inDays(due));
        return row;
    }

    private Map<String, @Nullable Object> signedOff(
            Map<String, @Nullable Object> row, int day, String by, String evidence) {
        row.put("signedOff", inDays(day));
        row.put("signedBy", by);
        row.put("evidence", evidence);
        return row;
    }

    private static Map<String, @Nullable Object> exit(String text, ExitKind kind, Object... keysAndValues) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("text", text);
        row.put("kind", kind.code());
        for (int at = 0; at < keysAndValues.length; at += 2) {
            row.put(keysAndValues[at].toString(), keysAndValues[at + 1]);
        }
        return row;
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }
}
