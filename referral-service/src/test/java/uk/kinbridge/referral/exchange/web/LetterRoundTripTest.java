package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.exchange.Enclosed;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.exchange.Someone;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Call;
import uk.kinbridge.referral.referral.Content;
import uk.kinbridge.referral.referral.Disclosed;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;

/** A referral of ours, written as a message and read again, says the same: nothing is lost on the way. */
class LetterRoundTripTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");

    private final Fhir fhir = new Fhir();

    private Letter again(Letter letter, MediaType format) {
        var written = fhir.write(LetterWriter.message(letter, NOW), format);
        var bundle = ((Fhir.Parsed.Message) fhir.parse(written, format)).bundle();
        var header = (MessageHeader) bundle.getEntryFirstRep().getResource();
        var request = (ServiceRequest) bundle.getEntry().get(1).getResource();
        assertThat(Envelope.open(bundle, null)).isNotNull();
        var read = (LetterReader.Reading.Read) LetterReader.read(bundle, header, request);
        // Whatever we write ourselves, we hear.
        assertThat(read.notTaken()).isEmpty();
        return read.letter();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_referral_comes_back_as_it_went(@ForAll("referrals") Referral referral, @ForAll boolean xml) {
        var letter = Letter.of(new Referrals.Held(referral, 7));

        var back = again(letter, xml ? Fhir.XML : Fhir.JSON);

        assertThat(back).isEqualTo(letter);
        assertThat(back.content()).contains(referral.content());
        assertThat(back.from()).isEqualTo(referral.referrer());
        assertThat(back.to()).isEqualTo(referral.recipient());
    }

    /** All that any letter can say of people, of what they answered and of sharing, and documents that it carries inside. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatever_a_letter_says_comes_back(@ForAll("letters") Letter letter, @ForAll boolean xml) {
        var back = again(letter, xml ? Fhir.XML : Fhir.JSON);

        assertThat(withoutDocuments(back)).isEqualTo(withoutDocuments(letter));
        assertThat(back.documents())
                .extracting(LetterRoundTripTest::said)
                .containsExactlyElementsOf(letter.documents().stream()
                        .map(LetterRoundTripTest::said)
                        .toList());
    }

    private static Letter withoutDocuments(Letter letter) {
        return with(letter, letter.household(), List.of(), letter.sharing());
    }

    private static String said(Enclosed document) {
        return switch (document) {
            case Enclosed.Kept kept -> kept.toString();
            case Enclosed.Inside inside ->
                inside.item() + " " + inside.name() + " "
                        + Arrays.toString(inside.content().get());
        };
    }

    private static Letter with(Letter letter, Household household, List<Enclosed> documents, StatedSharing sharing) {
        return new Letter(
                letter.origin(),
                letter.protocol(),
                letter.pathway(),
                letter.from(),
                letter.to(),
                household,
                letter.texts(),
                documents,
                letter.call(),
                letter.situation(),
                letter.earlier(),
                sharing);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T10:00:00+01:00, 2026-07-01T09:00:00Z",
        "2026-07-01T09:00:00Z, 2026-07-01T09:00:00Z",
        "2026-07-01T04:30:00.500-04:30, 2026-07-01T09:00:00.500Z"
    })
    void a_moment_is_the_same_whatever_zone_it_is_written_in(String written, Instant meant) {
        var letter = Letter.of(new Referrals.Held(ReferralMother.aReferral(ReferralMother.MONDAY_TEN), 1));
        var called = new Letter(
                letter.origin(),
                letter.protocol(),
                letter.pathway(),
                letter.from(),
                letter.to(),
                letter.household(),
                letter.texts(),
                letter.documents(),
                new Call(NOW, "The Bridge", "Send the form", Call.Proceed.REFER),
                letter.situation(),
                letter.earlier(),
                letter.sharing());
        var json = new String(fhir.write(LetterWriter.message(called, NOW), Fhir.JSON), StandardCharsets.UTF_8)
                .replaceFirst("\"sent\":\"[^\"]+\"", "\"sent\":\"" + written + "\"");
        assertThat(json).contains(written);

        assertThat(java.util.Objects.requireNonNull(read(json).call()).at()).isEqualTo(meant);
    }

    private Letter read(String json) {
        var bundle = ((Fhir.Parsed.Message) fhir.parse(json.getBytes(StandardCharsets.UTF_8), Fhir.JSON)).bundle();
        return ((LetterReader.Reading.Read) LetterReader.read(
                        bundle, (MessageHeader) bundle.getEntryFirstRep().getResource(), (ServiceRequest)
                                bundle.getEntry().get(1).getResource()))
                .letter();
    }

    @Test
    void the_message_of_a_referral_asks_for_a_new_one() {
        var bundle = LetterWriter.message(
                Letter.of(new Referrals.Held(ReferralMother.aReferral(ReferralMother.MONDAY_TEN), 1)), NOW);

        assertThat(Envelope.open(bundle, null))
                .isInstanceOfSatisfying(
                        Envelope.Opened.Asks.class,
                        asks -> assertThat(asks.envelope().wish()).isEqualTo(Envelope.Wish.SEND));
    }

    @Test
    void a_letter_without_its_answers_is_another_letter() {
        var whole = Letter.of(new Referrals.Held(ReferralMother.aReferral(ReferralMother.MONDAY_TEN), 1));
        var bundle = LetterWriter.message(whole, NOW);
        bundle.getEntry().removeIf(entry -> entry.getResource().fhirType().equals("QuestionnaireResponse"));

        var header = (MessageHeader) bundle.getEntryFirstRep().getResource();
        var request = (ServiceRequest) bundle.getEntry().get(1).getResource();

        assertThat(((LetterReader.Reading.Read) LetterReader.read(bundle, header, request)).letter())
                .isNotEqualTo(whole);
    }

    @Provide
    Arbitrary<Referral> referrals() {
        return Combinators.combine(contents(), Arbitraries.of(true, false)).as(LetterRoundTripTest::referral);
    }

    @Provide
    Arbitrary<Letter> letters() {
        var inside = Combinators.combine(
                        words(),
                        names(),
                        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40))
                .<Enclosed>as((item, name, bytes) -> new Enclosed.Inside(item, name, bytes::clone))
                .list()
                .ofMaxSize(2);
        return referrals().flatMap(referral -> {
            var letter = Letter.of(new Referrals.Held(referral, 7));
            return Combinators.combine(
                            someone(false),
                            someone(true).list().ofMaxSize(3),
                            Arbitraries.of(true, false),
                            addresses().injectNull(0.3),
                            inside)
                    .flatAs((subject, others, noChildren, address, documents) -> sharing(others.size())
                            .map(sharing -> with(
                                    letter,
                                    new Household(
                                            "f-1",
                                            "F-2222-2222",
                                            subject,
                                            others,
                                            noChildren,
                                            address,
                                            letter.household().decisionId(),
                                            letter.household().fields()),
                                    documents,
                                    sharing)));
        });
    }

    private static Arbitrary<Someone> someone(boolean related) {
        var reach = Combinators.combine(Arbitraries.of("phone", "email", "sms"), words())
                .as(Someone.Reach::new)
                .list()
                .ofMaxSize(2);
        var aliases = Combinators.combine(names(), names())
                .as(Member.Name::new)
                .list()
                .ofMaxSize(2);
        var tie = Combinators.combine(Arbitraries.of(Relationship.Kind.values()), Arbitraries.of(true, false))
                .as(Someone.Tie::new)
                .injectNull(0.3);
        return Combinators.combine(
                        person(),
                        Arbitraries.of("9434765919", "9434765870").injectNull(0.5),
                        words().map(id -> "https://case.example/person|" + id).injectNull(0.5),
                        tie,
                        aliases,
                        addresses().injectNull(0.3),
                        reach)
                .as((person, number, local, tied, names, address, reached) -> new Someone(
                        person.id(),
                        person.kind(),
                        person.givenName(),
                        person.familyName(),
                        person.bornOn(),
                        person.expectedOn(),
                        number,
                        local,
                        related ? tied : null,
                        names,
                        related ? address : null,
                        reached));
    }

    private static Arbitrary<String> addresses() {
        return spoken().map(String::strip).filter(s -> !s.isBlank());
    }

    private static Arbitrary<StatedSharing> sharing(int others) {
        var answer = Combinators.combine(
                        Arbitraries.integers().between(0, others),
                        Arbitraries.of(Consent.Answer.values()),
                        Arbitraries.of(Consent.NotSought.values()),
                        Arbitraries.of(Consent.GivenBy.values()),
                        spoken().filter(s -> !s.isBlank()))
                .as((place, said, because, by, how) -> new StatedSharing.Answer(
                        Household.placeOf(place), said, said == Consent.Answer.NOT_SOUGHT ? because : null, by, how));
        var flag = Arbitraries.of(true, false).injectNull(0.5);
        var talk = Combinators.combine(Arbitraries.of(true, false), spoken().filter(s -> !s.isBlank()))
                .as(StatedSharing.Talk::new)
                .injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.of(Purpose.values()),
                        Arbitraries.of(ChildConcern.values()).injectNull(0.3),
                        Arbitraries.of(AdultConcern.values()).injectNull(0.3),
                        flag,
                        flag,
                        flag,
                        answer.list().ofMaxSize(3),
                        talk)
                .flatAs((purpose, child, adult, danger, risk, harm, answers, held) -> spoken().filter(s -> !s.isBlank())
                        .injectNull(0.5)
                        .map(reason -> new StatedSharing(
                                purpose, child, adult, danger, risk, harm, null, answers, held, null, null, reason,
                                reason)));
    }

    private static Referral referral(Content content, boolean submitted) {
        var referral = ReferralMother.aReferral(ReferralMother.MONDAY_TEN);
        var standing = referral.standing();
        return new Referral(
                referral.id(),
                referral.reference(),
                referral.protocol(),
                referral.pathway(),
                referral.pathwayTitle(),
                referral.priority(),
                referral.obligations(),
                referral.referrer(),
                referral.recipient(),
                content,
                submitted
                        ? standing
                        : new uk.kinbridge.referral.referral.Standing(
                                standing.state(), null, null, null, null, null, null),
                referral.begunAt(),
                referral.clocks(),
                referral.history());
    }

    private static Arbitrary<Content> contents() {
        var texts = Arbitraries.maps(words(), spoken()).ofMaxSize(4);
        var documents = attachments().list().ofMaxSize(3).uniqueElements(Attachment::documentId);
        var situation = Arbitraries.of("pregnancy", "domestic-abuse", "substance-misuse")
                .list()
                .ofMaxSize(3)
                .uniqueElements();
        return Combinators.combine(
                        disclosed(), texts, documents, calls().injectNull(0.5), situation, words().injectNull(0.5))
                .as(LetterRoundTripTest::content);
    }

    private static Content content(
            Disclosed disclosed,
            Map<String, String> texts,
            List<Attachment> documents,
            @Nullable Call call,
            List<String> situation,
            @Nullable String earlier) {
        return new Content(disclosed, texts, documents, call, situation, earlier);
    }

    private static Arbitrary<Disclosed> disclosed() {
        return Combinators.combine(
                        person(),
                        person().list().ofMaxSize(3),
                        spoken().filter(s -> !s.isBlank()).injectNull(0.3),
                        words().injectNull(0.3))
                .as((subject, children, address, decision) -> new Disclosed(
                        "f-1",
                        "F-2222-2222",
                        subject,
                        children,
                        address,
                        decision,
                        decision == null ? null : fields(decision)));
    }

    /** Of every size, from nothing on. */
    private static Set<FieldGroup> fields(String decision) {
        return Arrays.stream(FieldGroup.values()).limit(decision.length() - 1).collect(Collectors.toSet());
    }

    private static Arbitrary<Person> person() {
        var days = Arbitraries.integers()
                .between(0, 20_000)
                .map(day -> LocalDate.of(1970, 1, 1).plusDays(day))
                .injectNull(0.3);
        return Combinators.combine(words(), Arbitraries.of(Person.Kind.values()), names(), names(), days, days)
                .as(Person::new);
    }

    private static Arbitrary<Attachment> attachments() {
        return Combinators.combine(
                        words(), words(), names(), Arbitraries.longs().between(1, 10_000_000), words())
                .as((item, id, name, bytes, hash) -> new Attachment(item, id, name, "application/pdf", bytes, hash));
    }

    private static Arbitrary<Call> calls() {
        return Combinators.combine(names(), spoken().filter(s -> !s.isBlank()), Arbitraries.of(Call.Proceed.values()))
                .as((who, what, proceed) -> new Call(Instant.parse("2026-11-23T09:59:59.123Z"), who, what, proceed));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(word -> !word.startsWith("-"));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().alpha().withChars("éßŁ'’-").ofMinLength(1).ofMaxLength(12);
    }

    /**
     * Empty or with something in it: FHIR knows no text of spaces alone, and such an answer answers nothing here.
     * What people write: several lines, quotation marks, angle brackets, anything that a format might stumble over. */
    private static Arbitrary<String> spoken() {
        return Arbitraries.strings()
                .alpha()
                .withChars(" \n\t<>&\"'\\/{}€–✓ąé")
                .ofMaxLength(60)
                .filter(text -> text.isEmpty() || !text.isBlank());
    }
}
