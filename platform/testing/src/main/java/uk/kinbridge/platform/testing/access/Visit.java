package uk.kinbridge.platform.testing.access;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriComponentsBuilder;
import uk.kinbridge.platform.testing.Bearer;

/** Asks for one operation as somebody. */
final class Visit {

    private final MockMvc http;
    private final Scene scene;

    Visit(MockMvc http, Scene scene) {
        this.http = http;
        this.scene = scene;
    }

    /** What came back, and the marker that it may or may not show. */
    record Answer(int status, String body, String marker) {}

    Answer as(Bearer bearer, Operation operation) throws Exception {
        Ask ask = scene.ask(operation);
        return answer(request(operation, ask).header(HttpHeaders.AUTHORIZATION, bearer.header()), ask);
    }

    Answer withoutToken(Operation operation) throws Exception {
        Ask ask = scene.ask(operation);
        return answer(request(operation, ask), ask);
    }

    private Answer answer(AbstractMockHttpServletRequestBuilder<?> request, Ask ask) throws Exception {
        MvcResult result = http.perform(request).andReturn();
        MockHttpServletResponse response = result.getResponse();
        // a problem names the address as its instance: what the caller sent reveals nothing
        String body = response.getContentAsString().replace(result.getRequest().getRequestURI(), "");
        return new Answer(response.getStatus(), body, ask.marker());
    }

    private static AbstractMockHttpServletRequestBuilder<?> request(Operation operation, Ask ask) {
        HttpMethod method = HttpMethod.valueOf(operation.method());
        URI uri = UriComponentsBuilder.fromPath(operation.pattern())
                .query(ask.query())
                .encode()
                .buildAndExpand(ask.variables())
                .toUri();
        AbstractMockHttpServletRequestBuilder<?> request =
                ask.parts().isEmpty() ? MockMvcRequestBuilders.request(method, uri) : inParts(method, uri, ask);
        ask.headers().forEach(request::header);
        if (method.equals(HttpMethod.POST) && !ask.headers().containsKey("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (ask.json() != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(ask.json());
        }
        return request;
    }

    private static MockMultipartHttpServletRequestBuilder inParts(HttpMethod method, URI uri, Ask ask) {
        MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart(method, uri);
        for (Ask.FilePart part : ask.parts()) {
            request.part(new MockPart(
                    part.name(),
                    part.filename(),
                    part.content().getFirst(),
                    MediaType.parseMediaType(part.contentType())));
        }
        return request;
    }
}
