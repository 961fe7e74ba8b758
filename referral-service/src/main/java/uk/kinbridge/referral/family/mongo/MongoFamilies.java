package uk.kinbridge.referral.family.mongo;

import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;

/** Families in MongoDB, one document each. */
@Component
class MongoFamilies implements Families {

    static final String COLLECTION = "families";

    private final MongoOperations mongo;

    MongoFamilies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(Family family) {
        mongo.insert(family, COLLECTION);
    }

    @Override
    public Optional<Family> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Family.class, COLLECTION));
    }
}
