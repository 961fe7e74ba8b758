package uk.kinbridge.referral.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.exchange.MessageId;
import uk.kinbridge.referral.exchange.ReceiveLetter;
import uk.kinbridge.referral.exchange.Reception;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Shown;

/** Referrals to and from an agency's own system, in the shape of the NHS booking and referral standard. */
@Tag(name = "Exchange", description = "HL7 FHIR R4, in the shape of the NHS booking and referral standard")
@RestController
@RequestMapping("/api/fhir/R4")
class ExchangeController {

    /** Family, documents, decision, referral: each can be met half-way, the documents more than once. */
    private static final int TRIES = 12;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final ReceiveLetter receive;
    private final Referrals referrals;
    private final PinnedRules rules;
    private final ReadFamily families;
    private final Fhir fhir;
    private final ExchangeAnswers answers;
    private final AccessLog log;
    private final InstantSource time;

    ExchangeController(
            ReceiveLetter receive,
            Referrals referrals,
            PinnedRules rules,
            ReadFamily families,
            Fhir fhir,
            ExchangeAnswers answers,
            AccessLog log,
            InstantSource time) {
        this.receive = receive;
        this.referrals = referrals;
        this.rules = rules;
        this.families = families;
        this.fhir = fhir;
        this.answers = answers;
        this.log = log;
        this.time = time;
    }

    @Operation(
            summary = "Process a message",
            description = "A Bundle of the type message, as application/fhir+json or application/fhir+xml: a new"
                    + " referral, an update of one, or its cancellation. Every rule holds as for a person; a refusal is an"
                    + " OperationOutcome that cites the obligation. A message that comes twice is answered 409 with the"
                    + " issue 'duplicate', and makes one referral.")
    @Parameter(
            name = Courier.REQUEST_ID,
            in = ParameterIn.HEADER,
            required = true,
            description = "A UUID; the same on a retry")
    @Parameter(name = Courier.CORRELATION_ID, in = ParameterIn.HEADER, required = true, description = "A UUID")
    @Parameter(
            name = Courier.TARGET,
            in = ParameterIn.HEADER,
            description = "Base64 of {\"system\": …, \"value\": …}; equal to the destination of the message")
    @PostMapping("/$process-message")
    ResponseEntity<byte[]> process(
            @RequestBody byte[] body, @Parameter(hidden = true) HttpServletRequest http, Caller caller) {
        var courier = Courier.ofMessage(http);
        if (!courier.issues().isEmpty()) {
            return answers.refused(courier.issues(), courier);
        }
        return switch (parse(body, http.getContentType())) {
            case Fhir.Parsed.NotReadable(String why) ->
                answers.refused(List.of(Issue.of(Issue.Code.BAD_REQUEST, IssueType.STRUCTURE, why)), courier);
            case Fhir.Parsed.Message(var bundle) ->
                switch (Envelope.open(bundle, courier.target())) {
                    case Envelope.Opened.Faulty(List<Issue> issues) -> answers.refused(issues, courier);
                    case Envelope.Opened.Asks(Envelope envelope) -> answer(envelope, courier, caller);
                };
        };
    }

    private Fhir.Parsed parse(byte[] body, @org.jspecify.annotations.Nullable String contentType) {
        try {
            var format = contentType == null
                    ? java.util.Optional.of(Fhir.JSON)
                    : Fhir.formatOf(MediaType.parseMediaType(contentType));
            return format.map(known -> fhir.parse(body, known))
                    .orElseGet(() -> new Fhir.Parsed.NotReadable(
                            "Send application/fhir+json or application/fhir+xml, not " + contentType + "."));
        } catch (InvalidMediaTypeException unreadable) {
            return new Fhir.Parsed.NotReadable("The Content-Type cannot be read.");
        }
    }

    private ResponseEntity<byte[]> answer(Envelope envelope, Courier courier, Caller caller) {
        var request = envelope.request();
        var id = LetterReader.text(request.getIdElement().getIdPart());
        var version = LetterReader.versionOf(request);
        var bundleId = envelope.bundle().getIdElement().getIdPart();
        var message =
                new MessageId(caller.agency(), courier.request(), bundleId == null ? courier.request() : bundleId);
        if (envelope.wish() == Envelope.Wish.CANCEL || envelope.wish() == Envelope.Wish.UNDO) {
            var modifiers = Unheard.modifiers(envelope.bundle());
            if (!modifiers.isEmpty()) {
                return answers.refused(modifiers, courier);
            }
            boolean mistaken = envelope.wish() == Envelope.Wish.UNDO;
            var reason = reasonOf(request);
            var said = reason.isBlank() && !mistaken ? "Taken back by the agency's system" : reason;
            return answer(
                    receive.cancel(id, version, mistaken, said, caller, time.instant()),
                    Unheard.besideCancellation(envelope.bundle()),
                    envelope,
                    courier,
                    caller);
        }
        return switch (LetterReader.read(envelope.bundle(), envelope.header(), request)) {
            case LetterReader.Reading.Faulty(List<Issue> issues) -> answers.refused(issues, courier);
            case LetterReader.Reading.Read(Letter letter, List<Issue> notTaken) ->
                isOfAnother(letter, caller)
                        ? answers.refused(
                                List.of(Issue.of(
                                        Issue.Code.FORBIDDEN,
                                        IssueType.FORBIDDEN,
                                        "The message is from " + letter.from().agency()
                                                + "; your system signs in for another agency.")),
                                courier)
                        : answer(
                                envelope.wish() == Envelope.Wish.SEND
                                        ? sent(message, letter, caller)
                                        : receive.update(
                                                message,
                                                id,
                                                version,
                                                letter,
                                                "Updated by the agency's system",
                                                caller,
                                                time.instant()),
                                notTaken,
                                envelope,
                                courier,
                                caller);
        };
    }

    /** In words, or by the name of its code. */
    private static String reasonOf(ServiceRequest request) {
        var reason = request.getReasonCodeFirstRep();
        var coding = reason.getCodingFirstRep();
        return reason.hasText()
                ? reason.getText()
                : LetterReader.text(coding.hasDisplay() ? coding.getDisplay() : coding.getCode());
    }

    /**
     * The same message may be at work a second time at this moment. Whichever comes second meets an id that is taken,
     * and on another try finds what the first has made.
     */
    private Reception sent(MessageId message, Letter letter, Caller caller) {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return receive.send(message, letter, caller, time.instant());
            } catch (DuplicateKeyException atWork) {
                await();
            }
        }
        return receive.send(message, letter, caller, time.instant());
    }

    private static void await() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever signs in decides for which agency a message is; a sender that says otherwise is mistaken. */
    private static boolean isOfAnother(Letter letter, Caller caller) {
        var named = letter.from().agency();
        return !named.isEmpty() && !caller.worksFor(named);
    }

    private ResponseEntity<byte[]> answer(
            Reception reception, List<Issue> notTaken, Envelope envelope, Courier courier, Caller caller) {
        return switch (reception) {
            case Reception.Done(Referrals.Held held, List<Reception.Ground> remarks) ->
                answers.ok(
                        LetterWriter.answer(
                                seenBy(held, caller),
                                LetterReader.text(
                                        envelope.bundle().getIdElement().getIdPart()),
                                joined(notTaken, Outcomes.remarks(remarks)),
                                time.instant()),
                        courier);
            case Reception.Before(String referralId) -> answers.refused(Outcomes.duplicate(referralId), courier);
            case Reception.Refused refused -> answers.refused(joined(Outcomes.of(refused), notTaken), courier);
            case Reception.Unknown unknown -> answers.refused(Outcomes.of(unknown), courier);
            case Reception.NotPermitted(var refused) -> answers.refused(Outcomes.of(refused), courier);
            case Reception.Stale() -> answers.refused(Outcomes.stale(), courier);
            case Reception.NotNow notNow -> answers.refused(Outcomes.of(notNow), courier);
        };
    }

    private static List<Issue> joined(List<Issue> some, List<Issue> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Operation(
            summary = "One referral as a ServiceRequest, for its parties",
            description = "Its meta.versionId is what an update must name.")
    @GetMapping("/ServiceRequest/{id}")
    ResponseEntity<byte[]> read(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest http, Caller caller) {
        return shown(id, http, caller, false);
    }

    @Operation(
            summary = "One referral as the message that another system can take in",
            description = "The whole of it: who, to whom, about whom, the answers, documents, the call, the situation.")
    @GetMapping("/ServiceRequest/{id}/$message")
    ResponseEntity<byte[]> message(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest http, Caller caller) {
        return shown(id, http, caller, true);
    }

    private ResponseEntity<byte[]> shown(String id, HttpServletRequest http, Caller caller, boolean whole) {
        var courier = Courier.ofLook(http);
        if (!courier.issues().isEmpty()) {
            return answers.refused(courier.issues(), courier);
        }
        var found = referrals
                .find(id)
                .filter(held -> ReferralAccess.read(caller, held.referral()).isGranted());
        if (found.isEmpty()) {
            return answers.refused(Outcomes.notFound(), courier);
        }
        var held = found.get();
        var now = time.instant();
        log.add(Look.of(Records.REFERRAL, id, caller, "read", now));
        var letter = seenBy(held, caller);
        return answers.ok(
                whole
                        ? LetterWriter.message(letter, now)
                        : Requests.alone(letter, Objects.requireNonNull(letter.origin())),
                courier);
    }

    /** No more than the reader's agency may see, and no whereabouts of somebody who is protected from the reader. */
    private Letter seenBy(Referrals.Held held, Caller caller) {
        var referral = held.referral();
        var shown = Shown.to(caller.agency(), referral, rules.of(referral));
        var behind = families.behind(referral.disclosed().familyId(), caller);
        return Letter.of(held, behind.hidden() ? shown.withoutWhereabouts(referral, caller.subject()) : shown);
    }

    @Operation(summary = "What this interface can do, as a CapabilityStatement")
    @GetMapping("/metadata")
    ResponseEntity<byte[]> metadata(@Parameter(hidden = true) HttpServletRequest http) {
        var courier = Courier.ofLook(http);
        return courier.issues().isEmpty()
                ? answers.ok(Capabilities.statement(), courier)
                : answers.refused(courier.issues(), courier);
    }
}
