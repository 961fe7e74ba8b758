package uk.kinbridge.protocols.pack;

import java.util.List;

/** The rules of a protocol beside its pathways: what the services look up while people work. */
public record Practice(
        List<Route> routes,
        List<RecordRule> records,
        List<SharingRule> sharing,
        List<ConcernRule> concerns,
        List<AssessmentRule> assessments,
        List<AppointmentRule> appointments,
        List<MeetingRule> meetings,
        List<PlanRule> plans,
        List<ClosureRule> closures,
        List<Prompt> prompts) {}
