package uk.kinbridge.referral.exchange.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.information.StatedSharing;

/**
 * Reads what a message states about sharing. Consent that is only implied, as the examples of the standard have it for
 * direct care, is no consent to share between agencies (JWP-07, HAC-11): it states nothing.
 */
final class StatementReader {

    private final PeopleReader people;
    private final List<Issue> issues;
    private final Map<String, String> said = new HashMap<>();
    private final List<StatedSharing.Answer> answers = new ArrayList<>();

    StatementReader(PeopleReader people, List<Issue> issues) {
        this.people = people;
        this.issues = issues;
    }

    static boolean isStatement(QuestionnaireResponse response) {
        return Terms.STATEMENT.equals(response.getQuestionnaire());
    }

    void statement(QuestionnaireResponse response) {
        for (var item : response.getItem()) {
            var value = item.getAnswerFirstRep().getValue();
            said.put(
                    LetterReader.text(item.getLinkId()),
                    value instanceof Coding coding
                            ? LetterReader.text(coding.getCode())
                            : value == null ? "" : LetterReader.text(value.primitiveValue()));
        }
    }

    /** What somebody has answered; in words why it states nothing here, where it does not. */
    Optional<String> consent(org.hl7.fhir.r4.model.Consent consent, Function<Reference, @Nullable Resource> resolved) {
        var asked = consent.hasPerformer() ? consent.getPerformerFirstRep() : consent.getPatient();
        var place = people.placeOf(resolved.apply(asked));
        if (place == null) {
            issues.add(Issue.invalid("Consent.patient", "Nobody in the Bundle is at this address."));
            return Optional.empty();
        }
        var extension = consent.getExtensionByUrl(Terms.CONSENT_ANSWER);
        var said = extension == null ? plainly(consent) : word(Consent.Answer.class, part(extension, "answer"));
        var answer = said.flatMap(given -> standing(consent, given));
        answer.ifPresent(given -> answers.add(new StatedSharing.Answer(
                place,
                given,
                extension == null || given != said.get()
                        ? null
                        : word(Consent.NotSought.class, part(extension, "because"))
                                .orElse(null),
                extension == null
                        ? null
                        : word(Consent.GivenBy.class, part(extension, "givenBy"))
                                .orElse(null),
                how(consent, extension))));
        return said.isPresent() && answer.isEmpty()
                ? Optional.of("A Consent with this status or with provisions of its own states nothing here; say it"
                        + " without them, or record it by hand.")
                : Optional.empty();
    }

    /**
     * What an answer is worth by its status. One that is over is taken back (SAL-03); one that holds only for some
     * things or some people is no consent to a whole referral.
     */
    private static Optional<Consent.Answer> standing(org.hl7.fhir.r4.model.Consent consent, Consent.Answer answer) {
        boolean agrees = answer == Consent.Answer.GIVEN;
        return switch (consent.getStatus()) {
            case ACTIVE -> agrees && limited(consent) ? Optional.empty() : Optional.of(answer);
            case INACTIVE, REJECTED -> agrees ? Optional.of(Consent.Answer.REFUSED) : Optional.empty();
            case DRAFT, PROPOSED, ENTEREDINERROR, NULL -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static boolean limited(org.hl7.fhir.r4.model.Consent consent) {
        return consent.hasProvision() && !consent.getProvision().isEmpty();
    }

    private static Optional<Consent.Answer> plainly(org.hl7.fhir.r4.model.Consent consent) {
        var code = LetterReader.codeIn(List.of(consent.getPolicyRule()), Terms.ACT_CODES);
        return switch (LetterReader.text(code)) {
            case "OPTIN" -> Optional.of(Consent.Answer.GIVEN);
            case "OPTOUT" -> Optional.of(Consent.Answer.REFUSED);
            default -> Optional.empty();
        };
    }

    private static String how(org.hl7.fhir.r4.model.Consent consent, @Nullable Extension extension) {
        var how = extension == null ? null : part(extension, "how");
        if (how != null) {
            return how;
        }
        return consent.getPolicyRule().hasText()
                ? consent.getPolicyRule().getText()
                : "As the sending system has it on record.";
    }

    private static @Nullable String part(Extension extension, String name) {
        var part = extension.getExtensionByUrl(name);
        return part == null || part.getValue() == null ? null : part.getValue().primitiveValue();
    }

    StatedSharing stated() {
        if (said.isEmpty() && answers.isEmpty()) {
            return StatedSharing.NOTHING;
        }
        var held = said.get("discussion-held");
        return new StatedSharing(
                of(Purpose.class, "purpose"),
                of(ChildConcern.class, "child-concern"),
                of(AdultConcern.class, "adult-concern"),
                flag("immediate-danger"),
                flag("asking-raises-risk"),
                flag("would-harm-child"),
                null,
                answers,
                held == null && said.get("discussion-words") == null
                        ? null
                        : new StatedSharing.Talk(
                                held == null ? null : Boolean.valueOf(held), said.get("discussion-words")),
                null,
                null,
                said.get("reason"),
                said.get("reason-without-consent"));
    }

    private @Nullable Boolean flag(String name) {
        var value = said.get(name);
        return value == null ? null : Boolean.valueOf(value);
    }

    private <E extends Enum<E>> @Nullable E of(Class<E> type, String name) {
        var value = said.get(name);
        if (value == null) {
            return null;
        }
        var word = word(type, value);
        if (word.isEmpty()) {
            issues.add(Issue.invalid(
                    Terms.STATEMENT + "#" + name,
                    "One of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(StatementReader::kebab)
                                    .toList() + "."));
        }
        return word.orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> type, @Nullable String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> kebab(one).equals(word) || one.name().equals(word))
                .findFirst();
    }

    static String kebab(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
