package simmer.host.webhook.shapes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

import simmer.spi.Utterance;

/**
 * Reads the entries of a conversation, each told by the fields it has, and keeps what the customer said.
 *
 * @param strict whether an entry must be of a kind that is known: in the tutorial's history others are passed over
 * @param newestFirst whether they stand so, whatever they look like
 */
record Entries(boolean strict, boolean newestFirst) {

    static final Entries OF_ANY_KIND = new Entries(false, false);
    static final Entries KNOWN = new Entries(true, false);
    static final Entries NEWEST_FIRST = new Entries(true, true);

    private static final List<EntryKind> KINDS = List.of(EntryKind.TUTORIAL, EntryKind.TRANSCRIPT, EntryKind.CONVERSATION,
            EntryKind.LAST_ENTRY);

    /** Something said, and when, if that is known. */
    private record Said(Utterance utterance, OptionalLong atMillis) {
    }

    /**
     * The history in an object's field.
     *
     * @throws PayloadException if it is no array, or an entry is wrong
     */
    History history(Fields body, String key) {
        JsonArray entries = body.array(key);
        if (entries == null) {
            return new History(new ArrayList<>(), false);
        }
        try {
            return new History(oldestFirst(entries, newestFirst), true);
        } catch (PayloadException e) {
            throw e.below("/" + key);
        }
    }

    /**
     * What the customer said, oldest first: by the times of the entries if each has one, else as they stand.
     *
     * @param reversed whether they stand newest first; those of {@code lastConversationEntries} do wherever they came from
     */
    List<Utterance> oldestFirst(JsonArray entries, boolean reversed) {
        boolean turned = reversed;
        List<Said> said = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (!Fields.isAbsent(entries.get(i))) {
                EntryKind kind = read(entries.get(i), i, said);
                turned |= kind == EntryKind.LAST_ENTRY;
            }
        }
        List<Said> ordered = turned ? said.reversed() : said;
        if (said.stream().allMatch(entry -> entry.atMillis().isPresent())) {
            ordered = new ArrayList<>(ordered);
            ordered.sort(Comparator.comparingLong(entry -> entry.atMillis().orElseThrow()));
        }
        List<Utterance> utterances = new ArrayList<>(ordered.size() + 1);
        ordered.forEach(entry -> utterances.add(entry.utterance()));
        return utterances;
    }

    private @Nullable EntryKind read(JsonValue value, int index, List<Said> said) {
        try {
            Fields entry = Fields.of(value);
            EntryKind kind = kind(entry);
            if (kind != null) {
                String text = kind.said(entry);
                if (!text.isBlank()) {
                    said.add(new Said(new Utterance(text), kind.at(entry)));
                }
            }
            return kind;
        } catch (PayloadException e) {
            throw e.below("/" + index);
        }
    }

    private @Nullable EntryKind kind(Fields entry) {
        for (EntryKind kind : KINDS) {
            if (kind.fits(entry)) {
                return kind;
            }
        }
        if (strict) {
            throw PayloadException.at("",
                    "is no entry of a conversation: looked for role, type and payload (Get Transcript),"
                            + " source and text (lastConversationEntries), source and inputText (Cognigy's conversations), or"
                            + " userInput (the tutorial's)");
        }
        return null;
    }
}
