package uk.kinbridge.platform.document.gridfs;

import org.apache.tika.Tika;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.gridfs.GridFsOperations;
import uk.kinbridge.platform.document.Attached;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.mongo.MongoAutoConfiguration;
import uk.kinbridge.platform.web.document.DocumentAnswers;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;

/** Documents for a service that takes some in: one that brings the library which tells what a content is. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class, before = MongoAutoConfiguration.class)
@ConditionalOnClass(Tika.class)
public class DocumentAutoConfiguration {

    @Bean
    Documents documents(GridFsOperations gridFs, MongoOperations mongo, ObjectProvider<Attached> attached) {
        return new GridFsDocuments(gridFs, mongo, attached.getIfAvailable());
    }

    @Bean
    UploadDocument uploadDocument(Documents documents) {
        return new UploadDocument(documents, new ContentSniffer());
    }

    @Bean
    CollectionIndexes indexesOfDocuments() {
        return GridFsDocuments.indexOfFiles();
    }

    @Bean
    CollectionIndexes indexesOfUploadAttempts() {
        return GridFsDocuments.indexOfAttempts();
    }

    @Bean
    ProblemCatalogue problemsOfDocuments() {
        return DocumentAnswers::problems;
    }
}
