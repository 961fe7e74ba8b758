package uk.kinbridge.gateway.wrong.trace;

import uk.kinbridge.gateway.wrong.problem.TellsTheTime;

final class KnowsProblems {

    final TellsTheTime problem = new TellsTheTime();
}
