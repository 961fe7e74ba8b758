package uk.kinbridge.assessment.family;

import java.util.Map;

/** What has been heard of each record: whether it is part of another one now. */
public interface Merges extends MergedFamilies {

    /**
     * Keeps that a record has become part of another one.
     *
     * @param same members who are on both, from their id on the record to that on the kept one
     * @param revision of the record: older news changes nothing
     * @return whether it stands: nothing newer has been heard
     */
    boolean merged(String record, String into, Map<String, String> same, long revision);

    /** Keeps that it is a record of its own again. */
    boolean undone(String record, long revision);
}
