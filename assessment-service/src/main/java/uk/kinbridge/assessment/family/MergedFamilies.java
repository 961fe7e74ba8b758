package uk.kinbridge.assessment.family;

/** Which family records have become one. */
public interface MergedFamilies {

    /** The family of that record; a record of which nothing was heard is the only one of its family. */
    OneFamily of(String record);
}
