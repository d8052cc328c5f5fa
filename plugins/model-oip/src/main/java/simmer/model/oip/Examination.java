package simmer.model.oip;

import java.time.Duration;
import java.util.List;

import jakarta.json.JsonObject;

import simmer.http.parts.Deadline;
import simmer.http.parts.OneLine;
import simmer.model.djl.ModelPlan;
import simmer.spi.ModelException;

/**
 * What a server is asked before it gets customers' words: who it is, whether the model is ready and fits, and, as a status
 * page may stay green on a dead model, to read the shortest and the longest text. For use by any number of threads.
 *
 * @param within how long each call may take
 */
record Examination(Calls calls, Wire wire, ModelPath path, InputKind input, ModelPlan plan, Rows shortest, Rows longest,
        Duration within) {

    Finding of(ServerAddress server) {
        try {
            String software = software(calls.get(path.software(server), Deadline.in(within)));
            calls.confirm(path.ready(server), Deadline.in(within));
            JsonObject metadata = calls.get(path.metadata(server), Deadline.in(within));
            Signature signature = Signature.of(metadata, input, plan.traits().maxBatch());
            prove(server, signature, shortest);
            prove(server, signature, longest);
            return new Finding.Well(signature, software);
        } catch (CallException e) {
            return new Finding.Away(e.sentence());
        } catch (UnfitException e) {
            return new Finding.Unfit("has a model '" + path.model() + "' that " + e.sentence());
        }
    }

    /** @throws CallException if the server can't read now */
    void shortest(ServerAddress server, Signature signature) {
        infer(server, signature, shortest, Deadline.in(within));
    }

    private void prove(ServerAddress server, Signature signature, Rows rows) {
        try {
            plan.sentiment(infer(server, signature, rows, Deadline.in(within)).getFirst(), rows.tokens(0));
        } catch (ModelException e) {
            throw new UnfitException("can't be used: " + e.getMessage());
        } catch (CallException e) {
            if (e.blame() == CallException.Blame.REQUEST) {
                throw new UnfitException("does not take " + rows.tokens(0) + " tokens: it " + e.sentence());
            }
            throw e;
        }
    }

    /** @throws CallException if there is no answer that can be used */
    List<float[]> infer(ServerAddress server, Signature signature, Rows rows, Deadline deadline) {
        JsonObject answer = calls.post(path.infer(server), wire.request(rows, signature), deadline);
        return Wire.logits(answer, signature, rows.size());
    }

    private static String software(JsonObject about) {
        return OneLine.of(about.getString("name", "unnamed") + " " + about.getString("version", "of no version"));
    }
}
