package simmer.model.oip;

/** What a server gets to read. */
enum InputKind {

    /** Rows of numbers, made here by the model's own tokenizer. */
    TOKENS,

    /** The words themselves: the server brings the tokenizer. */
    TEXT
}
