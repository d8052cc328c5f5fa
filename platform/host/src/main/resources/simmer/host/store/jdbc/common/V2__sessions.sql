-- Times are milliseconds of simmer_now(). session_key is a digest of the session's id.
create table session_state (
    session_key text not null primary key,
    version bigint not null,
    state text not null,
    created_at bigint not null,
    used_at bigint not null
)${roomToChange};

-- For forgetting: used_at changes at each turn and so has no index.
create index session_state_created_at on session_state (created_at);
