package uk.kinbridge.gateway.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The gateway's few pages for people. */
@Component
public final class Pages {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Mustache.Compiler compiler = Mustache.compiler().withLoader(Pages::open);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** Whether a person is looking, as opposed to a program. */
    public static boolean isWanted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    public ResponseEntity<String> show(HttpServletRequest request, String page, Map<String, ?> content) {
        Map<String, Object> model = new HashMap<>(content);
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof OidcUser user) {
            model.put("person", user.getFullName() == null ? user.getName() : user.getFullName());
        }
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.put("csrfParameter", token.getParameterName());
            model.put("csrfToken", token.getToken());
        }
        String html = templates.computeIfAbsent(page, this::compile).execute(model);
        return ResponseEntity.ok().contentType(HTML).body(html);
    }

    private Template compile(String page) {
        try (Reader source = open(page)) {
            return compiler.defaultValue("").compile(source);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Reader open(String name) throws IOException {
        return new InputStreamReader(
                new ClassPathResource("templates/" + name + ".mustache").getInputStream(), StandardCharsets.UTF_8);
    }
}
