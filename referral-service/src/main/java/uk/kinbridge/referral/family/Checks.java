package uk.kinbridge.referral.family;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cannot be right about a person or a fact as they are told. */
final class Checks {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final int OF_AGE = 18;

    private Checks() {}

    static LocalDate today(Instant now) {
        return now.atZone(LONDON).toLocalDate();
    }

    /** Whether somebody born on that day is 18 by now; nobody of whom it is not known. */
    static boolean isOfAge(@Nullable LocalDate bornOn, Instant now) {
        return bornOn != null && !bornOn.plusYears(OF_AGE).isAfter(today(now));
    }

    /** @param at the path of the person in the request, with a dot at its end when it is not the whole */
    static List<Reason> of(Told told, String at, Instant now) {
        var reasons = new ArrayList<Reason>();
        if (told.bornOn() != null && told.bornOn().isAfter(today(now))) {
            reasons.add(new Reason(at + "bornOn", "A date of birth cannot lie in the future.", null));
        }
        if (told.kind() == Person.Kind.UNBORN && told.bornOn() != null) {
            reasons.add(
                    new Reason(at + "bornOn", "An unborn child has an expected date, not a date of birth.", "FAP-15"));
        }
        if (told.kind() != Person.Kind.UNBORN && told.expectedOn() != null) {
            reasons.add(new Reason(at + "expectedOn", "Only an unborn child has an expected date.", "FAP-15"));
        }
        if (told.nhsNumber() != null && !NhsNumber.isValid(told.nhsNumber())) {
            reasons.add(new Reason(
                    at + "nhsNumber", "This is no NHS number: its last digit does not fit the others.", null));
        }
        told.facts()
                .forEach(
                        (kind, telling) -> reasons.addAll(of(kind, telling, told.kind(), at + "facts." + kind.word())));
        return reasons;
    }

    /** A fact about a member of that kind. */
    static List<Reason> of(FactKind kind, Telling telling, Person.Kind of, String field) {
        if (!kind.isOf(of) || kind == FactKind.INTAKE) {
            return List.of(new Reason(field, "This cannot be recorded of such a member.", null));
        }
        return answer(kind, telling, field);
    }

    static List<Reason> answer(FactKind kind, Telling telling, String field) {
        return kind.takes(telling.value())
                ? List.of()
                : List.of(new Reason(field, "The answer is one of: " + String.join(", ", kind.answers()) + ".", null));
    }
}
