package uk.kinbridge.assessment.assessment.feign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What is read of referral-service; it may say more, and an answer that says less is none. */
@FeignClient(name = "assessed-families", url = "${kinbridge.peers.referral}", configuration = AskingForThePerson.class)
interface AssessedFamilies {

    record Family(
            String id,
            String reference,
            List<Member> members,
            @Nullable List<Tie> relationships,
            @Nullable List<Involved> agencies) {

        public Family {
            Objects.requireNonNull(id);
            members = List.copyOf(members);
        }
    }

    record Member(
            String id,
            String kind,
            String givenName,
            @Nullable Map<String, Fact> facts) {}

    record Fact(String value) {}

    record Tie(String from, String to, String care, String contact) {}

    record Involved(String agency, @Nullable String until) {}

    record Decisions(List<Decision> items) {

        public Decisions {
            items = List.copyOf(items);
        }
    }

    record Decision(
            String agency,
            String recipient,
            boolean shares,
            @Nullable List<Lets> lets,
            @Nullable Instant at) {

        /** When it was decided; what does not say so was decided before all that does. */
        Instant when() {
            return at == null ? Instant.EPOCH : at;
        }

        /** The same about people whom another record of the family names otherwise. */
        Decision of(Function<String, String> person) {
            var named = lets == null
                    ? null
                    : lets.stream()
                            .map(let -> new Lets(person.apply(let.person()), let.fields()))
                            .toList();
            return new Decision(agency, recipient, shares, named, at);
        }
    }

    record Lets(String person, List<String> fields) {}

    record Referral(Side recipient, Disclosed disclosed) {

        public Referral {
            Objects.requireNonNull(recipient);
            Objects.requireNonNull(disclosed);
        }
    }

    record Side(String agency) {}

    record Disclosed(
            String familyId,
            String familyReference,
            @Nullable Member subject,
            @Nullable List<Member> children) {

        public Disclosed {
            Objects.requireNonNull(familyId);
        }
    }

    record Draft(String id) {

        public Draft {
            Objects.requireNonNull(id);
        }
    }

    @GetMapping("/api/families/{id}")
    Family family(@PathVariable String id);

    @GetMapping("/api/referrals/{id}")
    Referral referral(@PathVariable String id);

    @GetMapping("/api/families/{id}/sharing-decisions")
    Decisions decisions(@PathVariable String id, @RequestParam int limit);

    @PostMapping("/api/referral-drafts")
    Draft draft(@RequestHeader("Idempotency-Key") String key, @RequestBody Map<String, Object> body);
}
