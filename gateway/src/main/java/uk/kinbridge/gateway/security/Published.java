package uk.kinbridge.gateway.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * What needs no sign-in of ours: to read front-door numbers, the glossary and the open feed of services; and to tell, with
 * a token of their own, for the providers of mails and texts.
 */
@Component
final class Published {

    private final List<String> pages;
    private final List<String> feed;
    private final List<String> callbacks;

    /** @param calendars addresses that nobody can guess, for calendar programs, which bring no token */
    Published(
            @Value("${kinbridge.published}") List<String> pages,
            @Value("${kinbridge.open-feed}") List<String> feed,
            @Value("${kinbridge.calendar-feed}") List<String> calendars,
            @Value("${kinbridge.callbacks}") List<String> callbacks) {
        this.pages = Stream.concat(pages.stream(), calendars.stream()).toList();
        this.feed = feed;
        this.callbacks = callbacks;
    }

    /** Reading only, a foreign page's question whether it may read the feed, and what providers tell. */
    RequestMatcher toAnybody() {
        Stream<RequestMatcher> reading = Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                .flatMap(method -> Stream.concat(pages.stream(), feed.stream()).map(path -> pathPattern(method, path)));
        Stream<RequestMatcher> asking = feed.stream().map(path -> pathPattern(HttpMethod.OPTIONS, path));
        Stream<RequestMatcher> telling = callbacks.stream().map(path -> pathPattern(HttpMethod.POST, path));
        return new OrRequestMatcher(
                Stream.of(reading, asking, telling).flatMap(all -> all).toList());
    }

    /** Open Referral UK wants its feeds open to the pages of every site; nothing else here is. */
    CorsConfigurationSource toPagesOfOtherSites() {
        var anySite = new CorsConfiguration();
        anySite.addAllowedOrigin(CorsConfiguration.ALL);
        anySite.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        anySite.addAllowedHeader(CorsConfiguration.ALL);
        anySite.addExposedHeader("ETag");
        anySite.setMaxAge(Duration.ofDays(1));
        var sources = new UrlBasedCorsConfigurationSource();
        feed.forEach(path -> sources.registerCorsConfiguration(path, anySite));
        return sources;
    }
}
