package simmer.host.webhook.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.host.session.Incoming;
import simmer.spi.Session;
import simmer.spi.Utterance;

/** Each shape as Cognigy or a flow's author writes it; the apostrophes are quotes. */
final class ShapesTest {

    private static final int MAX_DEPTH = 16;

    private final Payloads payloads = new Payloads(CurrentTurn.COUNTED, 200, MAX_DEPTH);

    private Incoming read(String payload) {
        return payloads.read(payload.replace('\'', '"'), new Sender("", ""));
    }

    private PayloadException refusal(String payload) {
        return catchThrowableOfType(PayloadException.class, () -> read(payload));
    }

    private static List<String> said(Incoming incoming) {
        return incoming.conversation().utterances().stream().map(Utterance::text).toList();
    }

    @Test
    void theInputObjectIsACurrentTurnWithoutAHistory() {
        Incoming incoming = read("""
                {'text': ' still nothing ', 'userId': 'u-1', 'sessionId': 's-1', 'language': 'en-US', 'channel': 'webchat3',
                 'URLToken': 'abc', 'data': {'a': [1.5, {}]}, 'frustration': 0.5, 'traceId': 't-1', 'inputId': 'i-1'}""");
        assertThat(incoming).isEqualTo(new Incoming(incoming.conversation(), "i-1", "t-1", 0, false));
        assertThat(incoming.conversation().session()).isEqualTo(new Session("s-1", "webchat3", "en-US", "u-1"));
        assertThat(said(incoming)).containsExactly("still nothing");
    }

    @Test
    void theWebhookEndpointsMessageIsPartOfIt() {
        Incoming incoming = read("{'userId': 'u-1', 'sessionId': 's-1', 'text': 'hello', 'data': {}}");
        assertThat(incoming.conversation().session()).isEqualTo(new Session("s-1", "", "", "u-1"));
        assertThat(said(incoming)).containsExactly("hello");
        assertThat(said(read("{'userId': 'u', 'sessionId': 's', 'text': null, 'data': {'button': 'yes'}}"))).isEmpty();
    }

    @Test
    void ofATranscriptOnlyWhatTheUserSaidCounts() {
        Incoming incoming = read("""
                {'sessionId': 's-1', 'userId': 'u-1', 'transcript': [
                  {'role': 'assistant', 'type': 'output', 'payload': {'text': 'How can I help?'}, 'id': '1'},
                  {'role': 'user', 'type': 'input', 'payload': {'text': 'where is my parcel', 'data': {}}, 'id': '2'},
                  {'role': 'system', 'type': 'input', 'payload': {'text': 'be kind'}},
                  {'role': 'assistant', 'type': 'toolCall', 'payload': {'name': 'track'}},
                  {'role': 'tool', 'type': 'toolAnswer', 'payload': {'text': 'lost'}},
                  {'role': 'user', 'type': 'input', 'payload': {'text': '', 'data': {'button': 'yes'}}},
                  {'role': 'user', 'type': 'output', 'payload': {'text': 'an echo'}},
                  {'role': 'agent', 'type': 'output', 'payload': {'text': 'It is lost.'}},
                  {'role': 'user', 'type': 'input', 'payload': {'text': 'lost?!'}}]}""");
        assertThat(said(incoming)).containsExactly("where is my parcel", "lost?!");
        assertThat(incoming.place()).isEqualTo(2);
        assertThat(incoming.conversation().session().userId()).isEqualTo("u-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transcript", "history"})
    void aTranscriptThatHoldsTheCurrentTurnCountsItOnce(String key) {
        assertThat(said(read("{'sessionId': 's', 'text': 'two', '" + key + "': [{'role': 'user', 'type': 'input',"
                + " 'payload': {'text': 'one'}}, {'role': 'user', 'type': 'input', 'payload': {'text': 'two'}},"
                + " {'role': 'assistant', 'type': 'output', 'payload': {'text': 'hm'}}]}"))).containsExactly("one", "two");
    }

    @Test
    void anArrayAloneIsOfTheSessionThatTheHeadersName() {
        String array = "[{\"role\": \"user\", \"type\": \"input\", \"payload\": {\"text\": \"hello\"}}]";
        Incoming incoming = payloads.read(array, new Sender("s-1", "u-1"));
        assertThat(incoming.conversation().session()).isEqualTo(new Session("s-1", "", "", "u-1"));
        assertThat(said(incoming)).containsExactly("hello");
        assertThat(refusal(array)).hasMessage("Missing session ID in payload").extracting(PayloadException::lookedFor)
                .isEqualTo("the header X-Session-Id, for an array has nowhere to name it");
    }

    @Test
    void lastConversationEntriesStandNewestFirst() {
        String entries = "[{'source': 'user', 'text': 'three'}, {'source': 'bot', 'text': 'hm'},"
                + " {'source': 'user', 'text': 'two'}, {'source': 'user', 'text': 'one'}]";
        assertThat(said(read("{'sessionId': 's', 'text': 'three', 'lastConversationEntries': " + entries + "}")))
                .containsExactly("one", "two", "three");
        assertThat(said(read("{'sessionId': 's', 'history': " + entries + "}"))).as("under another key")
                .containsExactly("one", "two", "three");
    }

    @Test
    void theItemsOfCognigysConversationsCallAreTakenToo() {
        assertThat(said(read("""
                {'sessionId': 's', 'history': [
                 {'inputText': 'two', 'source': 'user', 'type': 'input', 'timestamp': '2026-03-01T10:00:02Z'},
                 {'inputText': 'Hello!', 'source': 'bot', 'type': 'output', 'timestamp': '2026-03-01T10:00:00Z'},
                 {'inputText': 'one', 'source': 'user', 'type': 'input', 'timestamp': '2026-03-01T10:00:01Z'}]}""")))
                .as("by their times").containsExactly("one", "two");
    }

    @Test
    void timesOrderATranscriptIfEveryTurnHasOne() {
        String one = "{'role': 'user', 'payload': {'text': 'one'}, 'timestamp': 1772359201000}";
        String two = "{'role': 'user', 'payload': {'text': 'two'}, 'timestamp': '2026-03-01T10:00:02Z'}";
        assertThat(said(read("{'sessionId': 's', 'transcript': [" + two + "," + one + "]}"))).containsExactly("one", "two");
        for (String noTime : List.of("'yesterday'", "1e400", "null", "{}", "99999999999999999999")) {
            String odd = "{'role': 'user', 'payload': {'text': 'odd'}, 'timestamp': " + noTime + "}";
            assertThat(said(read("{'sessionId': 's', 'transcript': [" + two + "," + odd + "]}"))).as(noTime).hasSize(2);
        }
    }

    @Test
    void whatIsToldApartByContentMayStandInTheTutorialsHistory() {
        assertThat(said(
                read("""
                        {'session': {'id': 's', 'history': [{'userInput': 'one'}, {'botOutput': 'hm'}, {'role': 'user', 'type': 'input',
                         'payload': {'text': 'two'}}]}, 'userInput': 'three', 'userId': 'u-1'}""")))
                .containsExactly("one", "two", "three");
    }

    @Test
    void anUnknownShapeIsToldWhatWasLookedFor() {
        PayloadException unknown = refusal("{'sessionId': 's', 'message': 'hello'}");
        assertThat(unknown.detail()).startsWith("the body is of no known shape: looked beside sessionId for ").contains(
                "userInput", "text or data", "transcript or history", "lastConversationEntries");
        PayloadException missing = refusal("{'message': 'hello'}");
        assertThat(missing.detail()).isEqualTo("Missing session ID in payload");
        assertThat(missing.lookedFor()).contains("session.id", "sessionId");
        assertThat(refusal("{'sessionId': 's', 'transcript': [{'speaker': 'me', 'line': 'hello'}]}").detail())
                .startsWith("/transcript/0 is no entry of a conversation: looked for role, type and payload");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    {'sessionId': 7, 'text': 'x'}                                                     | /sessionId
                    {'sessionId': 's', 'text': ['x']}                                                 | /text
                    {'sessionId': 's', 'text': 'x', 'userId': {}}                                     | /userId
                    {'sessionId': 's', 'text': 'x', 'channel': 1}                                     | /channel
                    {'text': 'x'}                                                                     | /sessionId
                    {'sessionId': 's', 'transcript': {}}                                              | /transcript
                    {'sessionId': 's', 'history': 'x'}                                                | /history
                    {'sessionId': 's', 'transcript': [null, 'x']}                                     | /transcript/1
                    {'sessionId': 's', 'transcript': [{'role': 1}]}                                   | /transcript/0/role
                    {'sessionId': 's', 'transcript': [{'role': 'user', 'type': []}]}                  | /transcript/0/type
                    {'sessionId': 's', 'transcript': [{'role': 'user', 'payload': 'x'}]}              | /transcript/0/payload
                    {'sessionId': 's', 'transcript': [{'role': 'user', 'payload': {'text': 1}}]}      | /transcript/0/payload/text
                    {'sessionId': 's', 'lastConversationEntries': [{'source': 'user', 'text': true}]} | /lastConversationEntries/0/text
                    {'sessionId': 's', 'history': [{'source': 'user', 'inputText': 1}]}               | /history/0/inputText
                    {'session': {'id': 's', 'history': [{'role': 'user', 'payload': []}]}}            | /session/history/0/payload
                    {'session': {'id': 's'}, 'session': {'id': 't'}}                                  | /session
                    {'sessionId': 's', 'transcript': [{'role': 'user', 'role': 'bot'}]}               | /transcript/0/role
                    """,
            quoteCharacter = '"')
    void whatIsWrongIsNamedByItsPointer(String payload, String pointer) {
        assertThat(refusal(payload).pointer()).isEqualTo(pointer);
    }

    @Test
    void anIdMayHoldWhatItLikes() {
        for (String id : List.of("a b", "a/b", "a#b", "a?b", "a%2Fb", "a+b", "\"a\\", "😀", "...", "\0",
                "i".repeat(1_000))) {
            String json = Json.createValue(id).toString();
            Incoming incoming = read("{'sessionId': " + json + ", 'userId': " + json + ", 'text': 'x'}");
            assertThat(incoming.conversation().session()).isEqualTo(new Session(id, "", "", id));
        }
    }

    @Test
    void halfASurrogatePairIsNoIdButMayBeSaid() {
        assertThat(refusal("{'sessionId': '\\ud800', 'text': 'x'}").pointer()).isEqualTo("/sessionId");
        assertThat(refusal("{'sessionId': 's', 'userId': '\\udc00', 'text': 'x'}").pointer()).isEqualTo("/userId");
        assertThat(refusal("{'sessionId': 's', 'userId': '" + "u".repeat(1_025) + "', 'text': 'x'}").pointer())
                .isEqualTo("/userId");
        assertThat(said(read("{'sessionId': 's', 'text': 'oh \\ud83d'}"))).hasSize(1);
    }

    @Test
    void deepNestingIsRefusedInAnyShape() {
        for (String start : List.of("[", "{'sessionId': 's', 'transcript': [", "{'sessionId': 's', 'data': {'a': [")) {
            String deep = start + "[".repeat(30_000);
            assertThat(refusal(deep).detail()).endsWith("is nested deeper than 16 levels");
        }
    }
}
