package org.fram.app.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fram.app.platform.access.Transactions;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Device HERE = new Device("second factor", "Firefox, Windows");
    private static final Reauthentication.Proof PROOF = Reauthentication.Proof.password(TestPerson.PASSWORD);

    private final SettingUpSecondFactor settingUp = APP.get(SettingUpSecondFactor.class);
    private final GivingCode givingCode = APP.get(GivingCode.class);
    private final TestPerson person = APP.person("Somebody");

    @Test
    void itCountsOnceItIsConfirmedByACode() {
        settingUp.begin(person.actor(), PROOF);
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.Welcome.class);

        assertThat(settingUp.confirm(person.actor(), "000000x", ""))
                .isInstanceOf(SettingUpSecondFactor.Outcome.Refused.class);
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.Welcome.class);

        assertThat(settingUp.confirm(person.actor(), authenticator().code(), ""))
                .isInstanceOf(SettingUpSecondFactor.Outcome.Codes.class);
        assertThat(signIn()).isEqualTo(new SigningIn.Outcome.CodeAwaited(person.id(), "Somebody"));
    }

    @Test
    void aCodeIsTakenOnceAlsoByTwoAtTheSameTime() {
        var app = turnOn();
        String code = app.nextCode();
        var tokens = List.of(pending(), pending(), pending(), pending());

        var outcomes = tokens.parallelStream()
                .map(token -> givingCode.give(token, code, HERE))
                .toList();

        assertThat(outcomes)
                .filteredOn(GivingCode.Outcome.Welcome.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(GivingCode.Outcome.Refused.class::isInstance)
                .hasSize(3);
    }

    @Test
    void theCodeThatConfirmedItDoesNotSignInAsWell() {
        settingUp.begin(person.actor(), PROOF);
        String code = authenticator().code();
        settingUp.confirm(person.actor(), code, "");

        assertThat(givingCode.give(pending(), code, HERE)).isEqualTo(new GivingCode.Outcome.Refused());
    }

    @Test
    void aRecoveryCodeSignsInOnceHoweverItIsTyped() {
        settingUp.begin(person.actor(), PROOF);
        var codes = ((SettingUpSecondFactor.Outcome.Codes)
                        settingUp.confirm(person.actor(), authenticator().code(), ""))
                .codes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\w{4}-){3}\\w{4}"));
        String typed = codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ");

        assertThat(givingCode.give(pending(), typed, HERE))
                .isEqualTo(new GivingCode.Outcome.Welcome(person.id(), Way.PASSWORD_AND_RECOVERY_CODE));
        assertThat(givingCode.give(pending(), codes.get(3), HERE)).isEqualTo(new GivingCode.Outcome.Refused());
        assertThat(settingUp.standing(person.actor()))
                .isInstanceOfSatisfying(
                        SettingUpSecondFactor.Standing.On.class,
                        on -> assertThat(on.codesLeft()).isEqualTo(9));

        settingUp.newRecoveryCodes(person.actor(), PROOF);
        assertThat(givingCode.give(pending(), codes.get(4), HERE)).isEqualTo(new GivingCode.Outcome.Refused());
    }

    @Test
    void afterEightWrongCodesThePasswordIsAskedAgainAndEvenTheRightCodeWaits() {
        var app = turnOn();
        String token = pending();
        IntStream.range(0, 8)
                .forEach(_ ->
                        assertThat(givingCode.give(token, "wrong", HERE)).isEqualTo(new GivingCode.Outcome.Refused()));

        assertThat(givingCode.give(token, app.nextCode(), HERE)).isEqualTo(new GivingCode.Outcome.TooOften());
        assertThat(givingCode.give(token, app.nextCode(), HERE)).isEqualTo(new GivingCode.Outcome.TooLate());
        assertThat(givingCode.give(pending(), app.nextCode(), HERE)).isEqualTo(new GivingCode.Outcome.TooOften());
    }

    @Test
    void whoseCodeIsAwaitedIsNobodyYet() {
        turnOn();
        String token = pending();
        var sessions = APP.get(Sessions.class);

        assertThat(APP.get(Transactions.class).as(SigningIn.TASK, () -> sessions.find(token)))
                .isEmpty();
        assertThat(APP.get(EndingSessions.class).of(person.actor(), token)).isEmpty();
    }

    @Test
    void changingItTakesTheirPassword() {
        var wrong = Reauthentication.Proof.password("guessed");
        assertThat(settingUp.begin(person.actor(), wrong)).isInstanceOf(SettingUpSecondFactor.Outcome.Refused.class);
        turnOn();

        assertThat(settingUp.turnOff(person.actor(), wrong)).isInstanceOf(SettingUpSecondFactor.Outcome.Refused.class);
        assertThat(settingUp.newRecoveryCodes(person.actor(), new Reauthentication.Proof("", "", "")))
                .isInstanceOf(SettingUpSecondFactor.Outcome.Refused.class);
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.CodeAwaited.class);

        assertThat(settingUp.turnOff(person.actor(), PROOF)).isEqualTo(new SettingUpSecondFactor.Outcome.Done());
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.Welcome.class);
    }

    @Test
    void beginningAnewDoesNotReplaceOneThatCounts() {
        var app = turnOn();
        settingUp.begin(person.actor(), PROOF);

        assertThat(givingCode.give(pending(), app.nextCode(), HERE)).isInstanceOf(GivingCode.Outcome.Welcome.class);
    }

    @Test
    void anAdministratorTurnsItOffForWhoLostEverything() {
        turnOn();

        assertThat(settingUp.turnOffOf(APP.person("Nosy").actor(), person.id()))
                .isInstanceOf(SettingUpSecondFactor.Outcome.Refused.class);
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.CodeAwaited.class);
        assertThat(settingUp.turnOffOf(APP.administrator("Administrator").actor(), person.id()))
                .isEqualTo(new SettingUpSecondFactor.Outcome.Done());
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.Welcome.class);
    }

    @Test
    void onlyAdministratorsRequireItOfEverybody() {
        assertThat(settingUp.require(person.actor(), true)).isInstanceOf(SettingUpSecondFactor.Outcome.Refused.class);
    }

    @Test
    void afterEightWrongPasswordsWhoIsSignedInWaitsToo() {
        var reauthentication = APP.get(Reauthentication.class);
        for (int i = 0; i < 8; i++) {
            reauthentication.confirm(person.actor(), Reauthentication.Proof.password("guess " + i), "test");
        }

        assertThat(reauthentication.confirm(person.actor(), PROOF, "test"))
                .isInstanceOfSatisfying(
                        Reauthentication.Outcome.Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("identity.again.tooOften"));
        assertThat(signIn()).isInstanceOf(SigningIn.Outcome.Welcome.class);
    }

    private SigningIn.Outcome signIn() {
        return APP.get(SigningIn.class).signIn(person.email(), TestPerson.PASSWORD, HERE);
    }

    private Authenticator turnOn() {
        settingUp.begin(person.actor(), PROOF);
        var app = authenticator();
        settingUp.confirm(person.actor(), app.code(), "");
        return app;
    }

    private Authenticator authenticator() {
        return new Authenticator(((SettingUpSecondFactor.Standing.Begun) settingUp.standing(person.actor()))
                .secret()
                .toArray());
    }

    private String pending() {
        return APP.get(Transactions.class)
                .<String>as(
                        SigningIn.TASK, () -> APP.get(Sessions.class).beginPending(person.id(), "Firefox, Windows"));
    }
}
