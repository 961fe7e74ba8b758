package uk.kinbridge.protocols.lint;

import java.util.ArrayList;
import java.util.List;
import uk.kinbridge.protocols.model.ModelCheck;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.UnresolvedPackException;
import uk.kinbridge.protocols.reading.Position;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;

/** Looks at a set of packs with every check; an empty list means that they may be published. */
public final class PackLinter {

    private static final List<Check> CHECKS = List.of(
            new IdsAreUnique(),
            new ExtensionsFit(),
            new AgenciesFit(),
            new ReferencesResolve(),
            new EventsCanHappen(),
            new StatesHaveAWayOn(),
            new BreachesEndWithPeople(),
            new ClocksAgree(),
            new NoLaxerThanNational(),
            new LaddersClimb(),
            new DangerDoesNotWait(),
            new AppointmentsAddUp(),
            new ConditionsMakeSense(),
            new FormsAsk(),
            new FormsForgetNobody(),
            new FormVersionsStand(),
            new RiskIsWeighed(),
            new ContactsCover(),
            new FiguresSayWhereTheyComeFrom(),
            new ObligationsAreServed(),
            new WhoMustBeToldIsTold(),
            new WhoMustHearIsTold(),
            new NothingIsSilent());

    private PackLinter() {}

    public static List<Problem> lint(List<Source<Pack>> sources, Obligations obligations) {
        List<Pack> written = sources.stream().map(Source::value).toList();
        List<Problem> problems = new ArrayList<>(VersionsAreDistinct.look(sources));
        if (!problems.isEmpty()) {
            return problems;
        }
        Packs packs;
        try {
            packs = new Packs(written);
        } catch (UnresolvedPackException e) {
            Source<Pack> source = sources.get(written.indexOf(e.pack()));
            return List.of(new Problem(source.at(e.extension()), e.sentence()));
        }
        sources.forEach(source -> problems.addAll(lint(source, packs, obligations)));
        return problems;
    }

    /** Everything that has to be true of a draft before it may join those that are published: linter and model check. */
    public static List<Problem> prove(Source<Pack> draft, Packs published, Obligations obligations) {
        Packs all;
        try {
            all = published.with(draft.value());
        } catch (UnresolvedPackException e) {
            return List.of(new Problem(draft.at(e.extension()), e.sentence()));
        }
        List<Problem> problems = new ArrayList<>(lint(draft, all, obligations));
        if (problems.isEmpty()) {
            Pack whole = all.resolve(draft.value());
            for (ModelCheck.Explored explored : ModelCheck.of(whole)) {
                explored.runs().forEach(run -> problems.add(new Problem(at(draft, explored), run.toString())));
            }
        }
        return problems;
    }

    private static Position at(Source<Pack> draft, ModelCheck.Explored explored) {
        return draft.at(
                draft.value().pathway(explored.pathway()).<Object>map(p -> p).orElse(draft.value()));
    }

    private static List<Problem> lint(Source<Pack> source, Packs packs, Obligations obligations) {
        Pack own = source.value();
        Pack whole = packs.version(own.pack(), own.version()).orElseThrow();
        var findings = new Findings(source);
        var subject = new Subject(own, whole, packs.all(), obligations);
        CHECKS.forEach(check -> check.look(subject, findings));
        return findings.problems();
    }
}
