package uk.kinbridge.referral.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.kinbridge.referral.exchange.Reception.Ground;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Referral;

/**
 * What a letter says that the referral does not.
 *
 * @param texts answers that read differently, or that are new
 * @param situation what is so now and was not said before
 * @param documents whether it brings documents that the referral does not carry
 * @param fixed what differs and cannot be changed by a letter: saying nothing of it would lose it in silence
 */
record Difference(Map<String, String> texts, List<String> situation, boolean documents, List<Ground> fixed) {

    static final Difference NONE = new Difference(Map.of(), List.of(), false, List.of());

    static Difference between(Referral referral, Letter letter) {
        var texts = new TreeMap<String, String>();
        letter.texts().forEach((item, text) -> {
            if (!text.equals(referral.texts().get(item))) {
                texts.put(item, text);
            }
        });
        var situation = letter.situation().stream()
                .filter(word -> !referral.content().situation().contains(word))
                .toList();
        boolean documents = letter.documents().stream().anyMatch(document -> !carries(referral, document));
        return new Difference(texts, situation, documents, fixed(referral, letter, documents));
    }

    private static List<Ground> fixed(Referral referral, Letter letter, boolean documents) {
        var fixed = new ArrayList<Ground>();
        if (!letter.protocol().equals(referral.protocol().pack())
                || !letter.pathway().equals(referral.pathway())) {
            fixed.add(new Ground(
                    "ServiceRequest.category",
                    "A referral stays on its pathway; take it back and send another one.",
                    List.of()));
        }
        var earlier = letter.earlier();
        if (earlier != null && !earlier.equals(referral.content().earlier())) {
            fixed.add(new Ground(
                    "ServiceRequest.supportingInfo",
                    "Which referral it follows is said when it is sent.",
                    List.of("SAL-33")));
        }
        var call = letter.call();
        if (call != null && !call.equals(referral.content().call())) {
            fixed.add(new Ground("Communication", "The call and what was agreed in it stand as recorded.", List.of()));
        }
        if (documents && referral.standing().submittedAt() != null) {
            fixed.add(new Ground(
                    "DocumentReference", "Documents go with a referral when it is sent, not afterwards.", List.of()));
        }
        if (!letter.to().agency().equals(referral.recipient().agency())) {
            fixed.add(new Ground(
                    "MessageHeader.destination",
                    "Only the receiving agency passes a referral on to another one.",
                    List.of("FAP-14")));
        }
        return fixed;
    }

    /** A system sends the whole letter again, documents included: they are known by their content. */
    private static boolean carries(Referral referral, Enclosed document) {
        return switch (document) {
            case Enclosed.Kept(Attachment kept) ->
                referral.documents().stream().anyMatch(d -> d.documentId().equals(kept.documentId()));
            case Enclosed.Inside inside -> {
                var hash = sha256(inside.content().get());
                yield referral.documents().stream()
                        .anyMatch(d ->
                                d.item().equals(inside.item()) && d.sha256().equals(hash));
            }
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    boolean isNone() {
        return texts.isEmpty() && situation.isEmpty() && !documents && fixed.isEmpty();
    }
}
