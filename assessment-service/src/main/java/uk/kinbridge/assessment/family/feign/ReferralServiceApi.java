package uk.kinbridge.assessment.family.feign;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is read of referral-service; it may say more, and an answer that says less is none. */
@FeignClient(name = "family-records", url = "${kinbridge.peers.referral}", configuration = AskingAsTheCaller.class)
interface ReferralServiceApi {

    record Family(
            String id,
            String reference,
            List<Member> members,
            List<Involved> agencies,
            @Nullable List<Protected> protections) {

        public Family {
            members = List.copyOf(members);
            agencies = List.copyOf(agencies);
        }
    }

    record Member(String id, String kind, @Nullable LocalDate bornOn) {}

    record Involved(String agency, @Nullable String until) {}

    record Protected(
            String id,
            String memberId,
            @Nullable List<String> fromPeople,
            @Nullable List<String> fromAgencies,
            @Nullable Object lifted) {}

    record Referral(
            String id,
            String reference,
            Protocol protocol,
            String pathway,
            Referrer referrer,
            Recipient recipient,
            Disclosed disclosed) {

        public Referral {
            Objects.requireNonNull(protocol);
            Objects.requireNonNull(referrer);
            Objects.requireNonNull(recipient);
            Objects.requireNonNull(disclosed);
        }
    }

    record Protocol(String pack, int version, String hash) {}

    record Referrer(String agency, String person) {}

    record Recipient(String agency) {}

    record Disclosed(String familyId, Subject subject) {

        public Disclosed {
            Objects.requireNonNull(familyId);
            Objects.requireNonNull(subject);
        }
    }

    record Subject(String id) {}

    @GetMapping("/api/families/{id}")
    Family family(@PathVariable String id);

    @GetMapping("/api/referrals/{id}")
    Referral referral(@PathVariable String id);
}
