package uk.kinbridge.assessment.appointment.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** An index for each question that is asked of all courses of appointments. */
@Configuration(proxyBeanMethods = false)
class AppointmentIndexes {

    @Bean
    CollectionIndexes indexesOfAppointments() {
        return new CollectionIndexes(
                MongoCourses.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        list("find.parties").named("agency"),
                        list("find.people").named("person"),
                        new Index()
                                .on("find.family", Direction.ASC)
                                .on("_id", Direction.ASC)
                                .named("family"),
                        new Index()
                                .on("find.people", Direction.ASC)
                                .on("find.lastAt", Direction.ASC)
                                .named("diary"),
                        FollowingRecords.index()));
    }

    @Bean
    FollowsCalendars<?> coursesFollowCalendars(MongoCourses courses) {
        return courses.following();
    }

    private static Index list(String whose) {
        return new Index()
                .on(whose, Direction.ASC)
                .on("find.nextAt", Direction.ASC)
                .on("_id", Direction.ASC);
    }
}
