package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.http.MediaType;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.family.Person;
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
        return ((LetterReader.Reading.Read) LetterReader.read(bundle, header, request)).letter();
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
