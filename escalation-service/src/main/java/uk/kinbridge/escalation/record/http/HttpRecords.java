package uk.kinbridge.escalation.record.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import uk.kinbridge.escalation.record.Records;
import uk.kinbridge.platform.security.peer.PeerTokens;

/** Asks the keeper of a record with the caller's own token, briefly; only for addresses of single records. */
@Component
class HttpRecords implements Records {

    private static final Logger log = LoggerFactory.getLogger(HttpRecords.class);
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration READ = Duration.ofSeconds(2);
    private static final Pattern RECORD =
            Pattern.compile("(?<record>/api/(?<kind>[a-z-]+)/[A-Za-z0-9-]{1,100})(?:/[A-Za-z0-9-]{1,100})*");

    private final RestClient http;
    private final Map<String, String> keepers;

    @Autowired
    HttpRecords(
            PeerTokens tokens,
            @Value("${kinbridge.peers.referral}") String referral,
            @Value("${kinbridge.peers.assessment}") String assessment,
            @Value("${kinbridge.peers.escalation}") String escalation) {
        this(tokens.asCaller(), referral, assessment, escalation);
    }

    HttpRecords(ClientHttpRequestInterceptor asCaller, String referral, String assessment, String escalation) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        this.http = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(asCaller)
                .build();
        this.keepers = Map.of(
                "referrals", referral,
                "families", referral,
                "assessments", assessment,
                "appointments", assessment,
                "plans", assessment,
                "overdue-obligations", escalation,
                "disagreements", escalation);
    }

    @Override
    public Sight of(String link) {
        var record = RECORD.matcher(link);
        if (!record.matches()) {
            return Sight.NO_RECORD;
        }
        return Optional.ofNullable(keepers.get(record.group("kind")))
                .map(keeper -> ask(URI.create(keeper + record.group("record"))))
                .orElse(Sight.NO_RECORD);
    }

    private Sight ask(URI address) {
        try {
            int status = http.get()
                    .uri(address)
                    .exchange((_, answer) -> answer.getStatusCode().value());
            return switch (status) {
                case 200, 304 -> Sight.SEEN;
                case 403, 404, 410 -> Sight.NOT_SEEN;
                default -> Sight.UNKNOWN;
            };
        } catch (ResourceAccessException away) {
            log.warn("the keeper of a record does not answer: {}", address.getHost());
            return Sight.UNKNOWN;
        }
    }
}
