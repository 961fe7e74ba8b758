package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.family.Relationship;

/** The members of a family: who they are, what is known of them, what they are to one another. */
@Tag(name = "Family members", description = "Members, what is known of them and by whom, who cares for whom")
@RestController
@RequestMapping("/api/families/{id}")
class MemberController {

    private final ChangeFamily change;
    private final ReadFamily read;
    private final FamilyAnswers answers;
    private final InstantSource time;

    MemberController(ChangeFamily change, ReadFamily read, FamilyAnswers answers, InstantSource time) {
        this.change = change;
        this.read = read;
        this.answers = answers;
        this.time = time;
    }

    @Operation(
            summary = "Add a member",
            description = "Somebody who lives in, regularly stays in or visits the household counts too (HAC-09). An"
                    + " adult comes with the fact 'children': which children they care for or have contact with"
                    + " (JWP-01).")
    @IdempotentCreation
    @PostMapping("/members")
    ResponseEntity<?> add(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody PersonBody body,
            IdempotencyKey key,
            Caller caller) {
        var now = time.instant();
        var told = body.toTold("");
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        f -> Changes.add(f, key.derivedId().toString(), told, Author.of(caller), now)),
                caller,
                now);
    }

    @Operation(
            summary = "Correct a member, or record a birth or that a child has come of age",
            description = "Name, dates and NHS number as they are now known; what is left out stays as it is. An unborn"
                    + " child that is born becomes a child with a date of birth (FAP-15), a child of 18 an adult; which"
                    + " children they care for is asked then (JWP-01).")
    @PutMapping("/members/{memberId}")
    ResponseEntity<?> correct(
            @PathVariable String id,
            @PathVariable String memberId,
            IfMatch ifMatch,
            @Valid @RequestBody CorrectionBody body,
            Caller caller) {
        var now = time.instant();
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        f -> Changes.correct(f, memberId, body.toCorrection(), Author.of(caller), now)),
                caller,
                now);
    }

    @Operation(
            summary = "Record something about a member",
            description = "For example school, health-visitor, social-care-now, early-help (SAL-14),"
                    + " recovery-coordinator (SAL-30). The same value again says that it is still so (SAL-17).")
    @PutMapping("/members/{memberId}/facts/{fact}")
    ResponseEntity<?> record(
            @PathVariable String id,
            @PathVariable String memberId,
            @PathVariable String fact,
            IfMatch ifMatch,
            @Valid @RequestBody TellingBody body,
            Caller caller) {
        var now = time.instant();
        var kind = TellingBody.kind(fact, "fact");
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        f -> Changes.record(f, memberId, kind, body.toTelling(), Author.of(caller), now)),
                caller,
                now);
    }

    @Operation(
            summary = "Let an adult's case pass intake",
            description = "Not before it is known which children the adult cares for or has contact with (JWP-01), and"
                    + " what else the protocol of your agency asks first (JWP-05).")
    @PostMapping("/members/{memberId}/intake")
    ResponseEntity<?> passIntake(
            @PathVariable String id, @PathVariable String memberId, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        f -> Changes.passIntake(
                                f,
                                memberId,
                                read.questions(f, caller, now).beforeIntake(memberId),
                                Author.of(caller),
                                now)),
                caller,
                now);
    }

    record RelationshipBody(
            @NotBlank String from,
            @NotBlank String to,
            @NotNull Relationship.Kind kind,
            Relationship.@NotNull Care care,
            Relationship.@NotNull Contact contact,
            @Size(max = 200) @Nullable String saidBy) {}

    @Operation(
            summary = "Record what one member is to another",
            description = "And who cares for whom (JWP-05). A second answer for the same two takes the place of the"
                    + " first, which is kept as 'earlier' (SAL-17).")
    @PutMapping("/relationships")
    ResponseEntity<?> relate(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody RelationshipBody body, Caller caller) {
        var now = time.instant();
        var by = Author.of(caller);
        var tie = new Relationship(
                body.from + ":" + body.to,
                body.from,
                body.to,
                body.kind,
                body.care,
                body.contact,
                body.saidBy == null ? by.name() : body.saidBy,
                by,
                now);
        return answers.of(
                change.change(id, ifMatch.version(), caller, now, f -> Changes.relate(f, tie, by, now)), caller, now);
    }
}
