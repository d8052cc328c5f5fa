-- The time of all replicas, in milliseconds: the database's, read when it is asked for.
create function simmer_now() returns bigint language sql volatile parallel safe
    as 'select (extract(epoch from clock_timestamp()) * 1000)::bigint';
