-- the schema that all others start from
create table accounts (
    id bigint not null,
    email varchar(100) not null,
    state varchar(10),
    phone varchar(10),
    constraint pk_accounts primary key (id)
);
create table log (
    id integer,
    account_id bigint,
    note varchar(200),
    constraint pk_log primary key (id)
);
create table plain (
    id bigint not null,
    constraint pk_plain primary key (id)
);
create view active_accounts as select id, email from accounts where state = 'ACTIVE';
create view active_emails as select email from active_accounts a;
create trigger trg_logged after insert on accounts begin
    insert into log (account_id, note) values (new.id, new.email);
end;
create trigger trg_mailed after update of email on accounts begin delete from log; end;

-- createView("all_accounts")
create view all_accounts as select * from accounts;

-- createView("`Numbered`")
create view "Numbered" as select id, 1 as n from log;

-- replaceView("active_accounts")
drop view active_accounts;
create view active_accounts as select id, email, state from accounts where state <> 'GONE';

-- dropView("active_emails")
drop view active_emails;

-- createTrigger("trg_plain", "plain")
create trigger trg_plain before delete on plain begin select 1; end;

-- dropTrigger("trg_logged", "accounts")
drop trigger trg_logged;

-- createSchema("audit")

-- dropSchema("billing")

-- createEnum("size")
-- sqlite has no enumeration types with a name

-- addEnumValue("Mood", "FINE")
-- sqlite has no enumeration types with a name

-- addEnumValue("Mood", "it's FINE")
-- sqlite has no enumeration types with a name

-- addEnumValue("Mood", "GREAT")
-- sqlite has no enumeration types with a name

-- renameEnumValue("Mood", "BAD", "AWFUL")
-- sqlite has no enumeration types with a name

-- dropEnum("spare")
-- sqlite has no enumeration types with a name

-- addCheck("ck_accounts", "accounts")
drop view active_emails;
drop view active_accounts;
create table _retort_new_accounts (
    id bigint not null,
    email varchar(100) not null,
    state varchar(10),
    phone varchar(10),
    constraint pk_accounts primary key (id),
    constraint ck_accounts check (id > 0)
);
insert into _retort_new_accounts (id, email, state, phone) select id, email, state, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create view active_accounts as select id, email from accounts where state = 'ACTIVE';
create view active_emails as select email from active_accounts a;
create trigger trg_logged after insert on accounts begin
    insert into log (account_id, note) values (new.id, new.email);
end;
create trigger trg_mailed after update of email on accounts begin delete from log; end;
-- ForeignKeyCheck[]

-- alterColumn("accounts", "email")
drop view active_emails;
drop view active_accounts;
create table _retort_new_accounts (
    id bigint not null,
    email varchar(200) not null,
    state varchar(10),
    phone varchar(10),
    constraint pk_accounts primary key (id)
);
insert into _retort_new_accounts (id, email, state, phone) select id, email, state, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create view active_accounts as select id, email from accounts where state = 'ACTIVE';
create view active_emails as select email from active_accounts a;
create trigger trg_logged after insert on accounts begin
    insert into log (account_id, note) values (new.id, new.email);
end;
create trigger trg_mailed after update of email on accounts begin delete from log; end;
-- ForeignKeyCheck[]

-- addCheck("ck_log", "log")
drop trigger trg_logged;
drop trigger trg_mailed;
create table _retort_new_log (
    id integer,
    account_id bigint,
    note varchar(200),
    constraint pk_log primary key (id),
    constraint ck_log check (account_id > 0)
);
insert into _retort_new_log (id, account_id, note) select id, account_id, note from log;
drop table log;
alter table _retort_new_log rename to log;
create trigger trg_logged after insert on accounts begin
    insert into log (account_id, note) values (new.id, new.email);
end;
create trigger trg_mailed after update of email on accounts begin delete from log; end;
-- ForeignKeyCheck[]

-- dropColumn("accounts", "phone")
alter table accounts drop column phone;

-- renameColumn("accounts", "phone", "mobile")
alter table accounts rename column phone to mobile;

-- renameTable("log", "history")
alter table log rename to history;

-- renameTable("plain", "`Simple`")
alter table plain rename to "Simple";

-- dropTable("plain")
drop table plain;

-- stateOnly(addColumn("accounts", "nick"))

-- sqlOnly
alter table accounts add column nick varchar(20);
