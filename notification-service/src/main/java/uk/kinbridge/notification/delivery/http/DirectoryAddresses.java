package uk.kinbridge.notification.delivery.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uk.kinbridge.notification.delivery.AddressBook;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.platform.security.peer.PeerTokens;

/**
 * E-mail addresses of an agency's people, as the directory knows them from the sign-in service. While it is down its
 * last good answer counts; without one the mail waits, and the inbox has the notice meanwhile.
 */
public final class DirectoryAddresses {

    private static final Logger log = LoggerFactory.getLogger(DirectoryAddresses.class);
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration READ = Duration.ofSeconds(2);

    /** Many mails of the same moment ask about the same agency. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final RestClient directory;
    private final InstantSource time;
    private final Map<String, People> known = new ConcurrentHashMap<>();

    public DirectoryAddresses(String url, PeerTokens tokens, InstantSource time) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        this.directory = RestClient.builder()
                .baseUrl(url)
                .requestFactory(requests)
                .requestInterceptor(tokens.asService())
                .build();
        this.time = time;
    }

    /** Only what is read here; the directory may say more. */
    record Person(String subject, @Nullable String email) {}

    record Items(List<Person> items) {}

    private record People(Instant at, Map<String, String> emails) {}

    /** Where that person gets mail. */
    public AddressBook.Entry emailOf(Addressee addressee) {
        return peopleOf(addressee.agency())
                .<AddressBook.Entry>map(
                        people -> Optional.ofNullable(people.emails().get(addressee.id()))
                                .<AddressBook.Entry>map(AddressBook.Entry.At::new)
                                .orElseGet(() -> new AddressBook.Entry.Nowhere(
                                        "the directory knows no e-mail address of this person")))
                .orElseGet(() -> new AddressBook.Entry.NotToldNow("the directory does not answer"));
    }

    private Optional<People> peopleOf(String agency) {
        var now = time.instant();
        var before = known.get(agency);
        if (before != null && Duration.between(before.at(), now).abs().compareTo(FRESH) < 0) {
            return Optional.of(before);
        }
        try {
            var fresh = ask(agency, now);
            known.put(agency, fresh);
            return Optional.of(fresh);
        } catch (RestClientException | OAuth2AuthorizationException down) {
            log.warn("the directory tells no addresses: {}", down.getClass().getSimpleName());
            return Optional.ofNullable(before);
        }
    }

    private People ask(String agency, Instant now) {
        var answer = directory
                .get()
                .uri("/api/agencies/{agency}/practitioners", agency)
                .retrieve()
                .body(Items.class);
        var emails = new ConcurrentHashMap<String, String>();
        if (answer != null) {
            for (var person : answer.items()) {
                if (person.email() != null && !person.email().isBlank()) {
                    emails.put(person.subject(), person.email());
                }
            }
        }
        return new People(now, emails);
    }
}
