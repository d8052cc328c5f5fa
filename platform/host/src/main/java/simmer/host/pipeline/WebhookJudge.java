package simmer.host.pipeline;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import simmer.host.admin.Meters;
import simmer.host.decision.Reading;
import simmer.host.events.Scene;
import simmer.host.rules.Progress;
import simmer.host.scoring.Failure;
import simmer.host.scoring.Readout;
import simmer.host.scoring.Weighed;
import simmer.host.session.Judge;
import simmer.spi.Conversation;
import simmer.spi.Decision;
import simmer.spi.Session;
import simmer.spi.Sign;
import simmer.spi.Transcript;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/** What the other rooms make of one webhook, and what was missed on the way. For one webhook and its thread. */
final class WebhookJudge implements Judge {

    private final Rooms rooms;
    private final Meters meters;
    private final Supplier<Duration> left;
    private Optional<Failure> failure = Optional.empty();
    private Optional<Failure> insteadOfModel = Optional.empty();
    private Optional<String> historyMissing = Optional.empty();
    private int turnsLeftOut;

    /** @param left the time left for the answer */
    WebhookJudge(Rooms rooms, Meters meters, Supplier<Duration> left) {
        this.rooms = rooms;
        this.meters = meters;
        this.left = left;
    }

    @Override
    public List<Utterance> earlier(Session session) {
        if (rooms.history() == History.PAYLOAD) {
            return List.of();
        }
        // The other half is for reading the turns.
        return switch (rooms.dispatcher().transcript(session, left.get().dividedBy(2))) {
            case Transcript.Said(var utterances) -> {
                meters.historyRead(true);
                yield utterances;
            }
            case Transcript.Unavailable(String why) -> {
                meters.historyRead(false);
                historyMissing = Optional.of(why);
                yield List.of();
            }
        };
    }

    @Override
    public Findings look(Conversation conversation) {
        List<Utterance> utterances = conversation.utterances();
        return new Findings(rooms.rules().match(conversation.session().language(), utterances.getLast()),
                signs(rooms.repeats().of(utterances)));
    }

    private static Set<Sign> signs(Progress progress) {
        return switch (progress) {
            case MOVES_ON -> Set.of();
            case REPEATS -> EnumSet.of(Sign.REPEAT);
            case WAITS -> EnumSet.of(Sign.NON_ANSWER);
        };
    }

    @Override
    public Reads read(Conversation conversation, List<Utterance> unread) {
        return switch (inference(conversation, unread)) {
            case Readout.Read(var sentiments, var instead) -> {
                insteadOfModel = instead;
                turnsLeftOut = unread.size() - sentiments.size();
                yield new Reads.Done(sentiments);
            }
            case Failure failed -> new Reads.Failed(missing(failed));
        };
    }

    private Readout inference(Conversation conversation, List<Utterance> unread) {
        return Scene.step("inference", () -> rooms.scorer().read(unread, conversation.session().language(), left.get()));
    }

    @Override
    public Reading weigh(List<Turn> turns) {
        return switch (rooms.scorer().weigh(turns)) {
            case Weighed.Scored(var score) -> new Reading.Scored(score);
            case Failure failed -> missing(failed);
        };
    }

    private Reading.Missing missing(Failure failed) {
        failure = Optional.of(failed);
        return new Reading.Missing(failed.code(), failed.sentence());
    }

    @Override
    public Optional<String> message(Session session, Decision decision) {
        return rooms.dispatcher().calls()
                ? Optional.of(rooms.dispatcher().body(session, decision, rooms.handovers().of(session, decision)))
                : Optional.empty();
    }

    /** Why there is no score, if so. */
    Optional<Failure> failure() {
        return failure;
    }

    /** Why the model could not read, if its fallback did. */
    Optional<Failure> insteadOfModel() {
        return insteadOfModel;
    }

    /** Why what was said before could not be read, if so. */
    Optional<String> historyMissing() {
        return historyMissing;
    }

    int turnsLeftOut() {
        return turnsLeftOut;
    }
}
