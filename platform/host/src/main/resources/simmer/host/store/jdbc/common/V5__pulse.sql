-- Written to find out whether anything can be.
create table pulse (
    id int not null primary key,
    beat_at bigint not null
)${roomToChange};

insert into pulse (id, beat_at) values (1, 0);
