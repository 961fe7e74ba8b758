package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;

/**
 * What we send and take, held against the profiles, examples and API description as the standard publishes them. They
 * are no part of the project: {@code KINBRIDGE_REFERENCE} names the folder that holds {@code nhs-bars} and {@code
 * uk-core}. Without it these tests say that they did not run.
 */
class PublishedStandardTest {

    private static final Optional<Path> REFERENCE =
            Optional.ofNullable(System.getenv("KINBRIDGE_REFERENCE")).map(Path::of);
    private static final FhirContext R4 = FhirContext.forR4Cached();

    @BeforeAll
    static void the_published_files_are_there() {
        assumeTrue(
                REFERENCE
                        .filter(folder -> Files.isDirectory(folder.resolve("nhs-bars")))
                        .isPresent(),
                "KINBRIDGE_REFERENCE names no folder with the published standard: not held against it");
    }

    private static Path reference(String path) {
        return REFERENCE.orElseThrow().resolve(path);
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> found = Files.walk(reference(folder))) {
            return found.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("version=\"1.1\"", "version=\"1.0\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle example(String beginning) {
        return files("nhs-bars/fhir/Examples").stream()
                .filter(file -> file.getFileName().toString().startsWith(beginning))
                .findFirst()
                .map(file -> R4.newXmlParser().parseResource(Bundle.class, text(file)))
                .orElseThrow();
    }

    private static FhirValidator validator() {
        var published = new PrePopulatedValidationSupport(R4);
        for (var folder : List.of(
                "nhs-bars/fhir/StructureDefinition",
                "nhs-bars/fhir/CodeSystem",
                "uk-core/structuredefinitions",
                "uk-core/codesystems",
                "uk-core/valuesets")) {
            files(folder)
                    .forEach(file -> published.addResource(R4.newXmlParser().parseResource(text(file))));
        }
        var chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                published,
                new InMemoryTerminologyServerValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new SnapshotGeneratingValidationSupport(R4));
        var instances = new FhirInstanceValidator(chain);
        instances.setErrorForUnknownProfiles(false);
        return R4.newValidator().registerValidatorModule(instances);
    }

    private static List<String> errors(Resource resource) {
        return validator()
                .validateWithResult(R4.newJsonParser().encodeResourceToString(resource))
                .getMessages()
                .stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    private static Letter ours() {
        return Letter.of(new Referrals.Held(ReferralMother.aReferral(ReferralMother.MONDAY_TEN), 1));
    }

    @Test
    void our_message_our_answer_and_our_refusal_keep_the_published_profiles() {
        var now = Instant.parse("2026-11-25T09:30:00Z");

        assertThat(errors(LetterWriter.message(ours(), now))).isEmpty();
        assertThat(errors(LetterWriter.answer(
                        ours(),
                        "86e3371d-1c15-4862-9552-d9560f8292ba",
                        List.of(Issue.remark("x", null, List.of())),
                        now)))
                .isEmpty();
        assertThat(errors(Outcomes.of(List.of(Issue.required("Bundle", "Missing.")))))
                .isEmpty();
        assertThat(errors(Capabilities.statement())).isEmpty();
    }

    @Test
    void a_message_that_does_not_keep_a_profile_is_found_out() {
        var broken = LetterWriter.message(ours(), Instant.parse("2026-11-25T09:30:00Z"));
        ((org.hl7.fhir.r4.model.ServiceRequest) broken.getEntry().get(1).getResource()).setAuthoredOn(null);

        assertThat(errors(broken)).anyMatch(error -> error.contains("authoredOn"));
    }

    /** The examples speak of other receivers and use cases: what they ask for is understood, and where it ends is said. */
    @ParameterizedTest
    @CsvSource({"REFREQ01, new", "REFREQ8A, new", "REFREQ8B, update", "SERVREQ01, cancel", "SERVREQ02, undo"})
    void what_the_published_examples_ask_for_is_understood(String name, String wish) {
        var bundle = example(name);
        var header =
                (org.hl7.fhir.r4.model.MessageHeader) bundle.getEntryFirstRep().getResource();
        header.getDestinationFirstRep().setEndpoint(Terms.AGENCY + "|hackney-drug-treatment");
        // Neither cancellation of the examples names the referral that is meant, which the guide wants.
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> resource instanceof org.hl7.fhir.r4.model.ServiceRequest && !resource.hasId())
                .forEach(request -> request.setId("1118ec8e-0602-4d02-af8a-7b3cb72be619"));

        assertThat(Envelope.open(bundle, null))
                .isInstanceOfSatisfying(
                        Envelope.Opened.Asks.class,
                        asks -> assertThat(asks.envelope().wish())
                                .isEqualTo(
                                        switch (wish) {
                                            case "new" -> Envelope.Wish.SEND;
                                            case "update" -> Envelope.Wish.UPDATE;
                                            case "cancel" -> Envelope.Wish.CANCEL;
                                            default -> Envelope.Wish.UNDO;
                                        }));
    }

    @ParameterizedTest
    @CsvSource({"REFRESP01", "REFRESP02", "REFRESP03"})
    void a_published_response_is_no_referral(String name) {
        var bundle = example(name);
        var header =
                (org.hl7.fhir.r4.model.MessageHeader) bundle.getEntryFirstRep().getResource();
        header.getDestinationFirstRep().setEndpoint(Terms.AGENCY + "|hackney-drug-treatment");

        assertThat(Envelope.open(bundle, null))
                .isInstanceOfSatisfying(
                        Envelope.Opened.Faulty.class,
                        faulty -> assertThat(faulty.issues().getFirst().type()).isEqualTo(IssueType.NOTSUPPORTED));
    }

    @Test
    void the_codes_that_we_use_are_in_the_published_code_systems() {
        assertThat(codes("BARS-message-events")).contains("servicerequest-request", "servicerequest-response");
        assertThat(codes("BARS-message-reason")).contains("new", "update", "delete");
        assertThat(codes("message-category-servicerequest")).contains("referral");
        assertThat(codes("flag-categories-bars")).contains("SG");
        assertThat(codes("consent-categories-bars")).contains("DRC");
        assertThat(codes("household-composition-bars")).contains("NoChildren");
    }

    private static Set<String> codes(String file) {
        var path = reference("nhs-bars/fhir/CodeSystem/" + file + ".xml");
        return R4.newXmlParser().parseResource(CodeSystem.class, text(path)).getConcept().stream()
                .map(CodeSystem.ConceptDefinitionComponent::getCode)
                .collect(Collectors.toSet());
    }

    @Test
    void every_error_that_we_answer_is_one_of_the_api_description() throws IOException {
        var description = Files.readString(reference("nhs-bars/openapi/booking-and-referral-1.4.0.yaml"));
        var examples = new TreeSet<String>();
        try (Stream<Path> found = Files.walk(reference("nhs-bars/openapi/examples1.4.0/OperationOutcome/REC"))) {
            found.forEach(file -> examples.add(file.getFileName().toString()));
        }

        for (var code : Issue.Code.values()) {
            boolean described = description.contains(code.word());
            boolean shown = examples.stream().anyMatch(file -> file.startsWith(code.status() + "-" + code.word()));
            assertThat(described || shown).as(code.word()).isTrue();
        }
        var header = description.indexOf("/$process-message:");
        assertThat(header).isPositive();
        assertThat(description).contains(Courier.REQUEST_ID, Courier.CORRELATION_ID, Courier.TARGET);
    }
}
