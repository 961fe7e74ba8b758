package uk.kinbridge.notification.delivery.govuk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/**
 * An API key of GOV.UK Notify, {@code name-service-secret}; the name may hold hyphens, so it is read from its end.
 *
 * @param service the id of our service there
 */
record NotifyKey(String service, String secret) {

    private static final int UUID = 36;

    static NotifyKey parse(String key) {
        if (key.length() < 2 * UUID + 2) {
            throw new IllegalArgumentException("the key of GOV.UK Notify is not complete");
        }
        int secret = key.length() - UUID;
        return new NotifyKey(key.substring(secret - 1 - UUID, secret - 1), key.substring(secret));
    }

    /** What a request at that moment is signed with; good for thirty seconds, by the machine's time. */
    String tokenAt(Instant now) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(service)
                            .issueTime(Date.from(now))
                            .build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the key of GOV.UK Notify cannot sign", unusable);
        }
    }

    @Override
    public String toString() {
        return "NotifyKey[" + service + "]";
    }
}
