package uk.kinbridge.acceptance.journey;

import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** The people of Salford. */
final class Salford {

    static final String BRIDGE = "salford-childrens-services";
    static final String ACHIEVE = "achieve-salford";

    final Person recoveryCoordinator;
    final Person recoveryManager;
    final Person namedNurse;
    final Person recoverySenior;
    final Person socialWorker;
    final Person bridgeManager;
    final Person bridgeLead;
    final Person bridgeSenior;
    final Person midwife;
    final Person analyst;

    Salford(RunningSuite suite) {
        recoveryCoordinator = suite.person("joel.marsden");
        recoveryManager = suite.person("carlton.dube");
        namedNurse = suite.person("ruth.okello");
        recoverySenior = suite.person("imelda.thrace");
        socialWorker = suite.person("maeve.torrance");
        bridgeManager = suite.person("lorna.whitby");
        bridgeLead = suite.person("adaeze.nwosu");
        bridgeSenior = suite.person("piers.ashdown");
        midwife = suite.person("anneka.frost");
        analyst = suite.person("gareth.inskip");
    }
}
