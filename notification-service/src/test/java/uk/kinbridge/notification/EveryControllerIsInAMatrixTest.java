package uk.kinbridge.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RestController;

/**
 * The two access matrices of this service see the controllers of two small contexts; one that stands in neither would
 * have no row, and nothing would say so.
 */
class EveryControllerIsInAMatrixTest {

    private static final String INBOX = "uk.kinbridge.notification.notice.web.InboxOverHttp";
    private static final String CHANNELS = "uk.kinbridge.notification.delivery.web.ChannelsOverHttp";

    @Test
    void no_controller_is_left_out() throws ClassNotFoundException {
        assertThat(controllersIn("uk.kinbridge.notification"))
                .hasSizeGreaterThan(5)
                .isSubsetOf(seen());
    }

    private static Set<String> seen() throws ClassNotFoundException {
        var imported = Arrays.stream(Objects.requireNonNull(Class.forName(INBOX).getAnnotation(Import.class))
                        .value())
                .map(Class::getName);
        var scanned = Arrays.stream(
                        Objects.requireNonNull(Class.forName(CHANNELS).getAnnotation(ComponentScan.class))
                                .value())
                .flatMap(folder -> controllersIn(folder).stream());
        return Stream.concat(imported, scanned).collect(Collectors.toSet());
    }

    private static List<String> controllersIn(String folder) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents(folder).stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .filter(name -> !name.endsWith("Test"))
                .toList();
    }
}
