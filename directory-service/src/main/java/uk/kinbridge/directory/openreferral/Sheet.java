package uk.kinbridge.directory.openreferral;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.BindParam;
import tools.jackson.databind.json.JsonMapper;

/** Lists as the standard wants them: pages in their envelope, or all lines at once as ndjson. */
@Component
class Sheet {

    private static final MediaType NDJSON = new MediaType("application", "x-ndjson", StandardCharsets.UTF_8);
    private static final int MOST_PER_PAGE = 500;
    private static final int USUAL = 50;

    private final JsonMapper json;

    Sheet(JsonMapper json) {
        this.json = json;
    }

    /** @param format {@code json}, or {@code ndjson} for everything without pages */
    record Wanted(
            @Nullable Integer page,
            @BindParam("per_page") @Nullable Integer perPage,
            @Nullable String format) {

        int number() {
            return page == null ? 1 : Math.max(1, page);
        }

        int size() {
            return perPage == null ? USUAL : Math.clamp(perPage, 1, MOST_PER_PAGE);
        }
    }

    <T> ResponseEntity<Object> of(List<T> all, Wanted wanted) {
        ResponseEntity.BodyBuilder ok = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(OpenReferralController.FRESH).cachePublic());
        return "ndjson".equals(wanted.format())
                ? ok.contentType(NDJSON).body(lines(all))
                : ok.body(Feed.Pages.of(all, wanted.number(), wanted.size()));
    }

    private byte[] lines(List<?> all) {
        return all.stream()
                .map(item -> json.writeValueAsString(item) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
