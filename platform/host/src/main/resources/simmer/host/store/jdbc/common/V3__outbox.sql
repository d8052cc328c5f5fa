-- Of a session at most one message is being sent, and one stands behind it: waiting, held or dead.
-- set_at is when due_at and lease_until were set: a clock that reads less than that was set back.
create table outbox (
    message_id text not null primary key,
    session_key text not null,
    session_id text not null,
    urgency int not null,
    body text not null,
    standing text not null check (standing in ('waiting', 'sending', 'held', 'dead')),
    attempts int not null,
    reason text not null,
    created_at bigint not null,
    set_at bigint not null,
    due_at bigint not null,
    lease text not null,
    lease_until bigint not null
)${roomToChange};

create unique index outbox_one_sending on outbox (session_key) where standing = 'sending';
create unique index outbox_one_behind on outbox (session_key) where standing <> 'sending';
create index outbox_in_order on outbox (urgency desc, created_at, message_id);
