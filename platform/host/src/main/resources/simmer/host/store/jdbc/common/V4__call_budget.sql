-- Calls with a key are numbered; last_at is the newest time in a key's rows.
create table call_budget (
    budget_key text not null primary key,
    last_number bigint not null,
    last_at bigint not null,
    paused_until bigint not null
)${roomToChange};

create table call_made (
    budget_key text not null,
    call_number bigint not null,
    made_at bigint not null,
    primary key (budget_key, call_number)
);
