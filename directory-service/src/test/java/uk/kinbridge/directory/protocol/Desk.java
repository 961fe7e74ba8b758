package uk.kinbridge.directory.protocol;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;

/** Two protocol administrators at work, and a practitioner who reads. */
record Desk(RestTestClient http) {

    static final Bearer ANNA = Tokens.of("anna.first").agency("kinbridge-suite").roles("protocol-admin");
    static final Bearer BEN = Tokens.of("ben.second").agency("kinbridge-suite").roles("protocol-admin");
    static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");
    static final String DRAFTS = "/api/protocols/drafts";

    /** Hackney's protocol as a later version, in force in the far future. */
    static Manuscript hackney(int version) {
        Manuscript shipped = ShippedVersions.all().stream()
                .filter(publication -> publication.id().equals("hackney@1"))
                .findFirst()
                .orElseThrow()
                .text();
        String timelines = shipped.timelines();
        return new Manuscript(
                numbered(shipped.pack(), version)
                        .replaceFirst(
                                "(?m)^effective: .*$",
                                version == 1 ? "effective: {from: 2026-01-01}" : "effective: {from: 2099-01-01}"),
                null,
                timelines == null ? null : numbered(timelines, version));
    }

    private static String numbered(String text, int version) {
        return text.replaceFirst("(?m)^version: 1$", "version: " + version);
    }

    RestTestClient.ResponseSpec get(Bearer caller, String uri) {
        return http.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .exchange();
    }

    RestTestClient.ResponseSpec upload(Bearer caller, Manuscript text) {
        return http.post()
                .uri(DRAFTS)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .contentType(MediaType.APPLICATION_JSON)
                .body(DraftController.Upload.of(text))
                .exchange();
    }

    RestTestClient.ResponseSpec edit(Bearer caller, String id, long revision, Manuscript text) {
        return http.put()
                .uri(DRAFTS + "/" + id)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .header(HttpHeaders.IF_MATCH, "\"" + revision + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(DraftController.Upload.of(text))
                .exchange();
    }

    RestTestClient.ResponseSpec step(Bearer caller, String step, long revision) {
        return http.post()
                .uri(DRAFTS + "/" + step)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .header(HttpHeaders.IF_MATCH, "\"" + revision + "\"")
                .exchange();
    }
}
