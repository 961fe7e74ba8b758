package uk.kinbridge.referral.referral.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.draft.ReferralDraft;
import uk.kinbridge.referral.draft.Typed;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Call;

/** What has been typed of a referral; only its size is looked at. */
record TypedBody(
        @Nullable @Size(max = 60) String protocol,
        @Nullable @Size(max = 60) String pathway,
        @Nullable @Size(max = 80) String familyId,
        @Nullable @Size(max = 80) String subjectId,
        @Nullable @Size(max = 80) String recipientAgency,
        @Nullable @Size(max = 60) Map<@ItemName String, @Nullable @Size(max = 20_000) String> texts,
        @Nullable @Size(max = 20) List<ReferralController.@Valid EnclosureBody> documents,
        @Nullable @Valid TypedCallBody call,
        @Nullable @Size(max = 60) List<@NotBlank @Size(max = 80) String> situation,
        @Nullable @Size(max = 80) String earlierReferralId,
        @Nullable StatedSharing sharing) {

    record TypedCallBody(
            @Nullable OffsetDateTime at,
            @Nullable @Size(max = 200) String spokeTo,
            @Nullable @Size(max = 4_000) String decision,
            Call.@Nullable Proceed proceed) {}

    /** What it was prepared from. */
    record OriginBody(
            @NotBlank @Size(max = 60) String type,
            @NotBlank @Size(max = 80) String id,
            @Nullable @Size(max = 80) String reference,
            @Nullable @Size(max = 4_000) String words) {}

    /** A draft as it is begun. */
    record Begun(
            @Valid @JsonUnwrapped TypedBody typed,
            @Nullable @Valid OriginBody origin) {

        Typed toTyped() {
            return typed.toTyped();
        }

        ReferralDraft.@Nullable Origin toOrigin() {
            return origin == null
                    ? null
                    : new ReferralDraft.Origin(origin.type, origin.id, origin.reference, origin.words);
        }
    }

    Typed toTyped() {
        return new Typed(
                protocol,
                pathway,
                familyId,
                subjectId,
                recipientAgency,
                texts == null ? Map.of() : present(texts),
                ReferralController.EnclosureBody.all(documents),
                call == null
                        ? null
                        : new Typed.TypedCall(
                                call.at == null ? null : call.at.toInstant(),
                                call.spokeTo,
                                call.decision,
                                call.proceed),
                situation == null ? List.of() : situation,
                earlierReferralId,
                sharing);
    }

    private static Map<String, String> present(Map<String, @Nullable String> texts) {
        var present = new java.util.HashMap<String, String>();
        texts.forEach((item, text) -> {
            if (text != null) {
                present.put(item, Objects.requireNonNull(text));
            }
        });
        return present;
    }
}
