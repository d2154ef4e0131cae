-- the schema that all others start from
create schema billing;
create table accounts (
    id bigint not null,
    email varchar(100) not null,
    state varchar(10) null,
    phone varchar(10) null,
    constraint pk_accounts primary key (id)
);
create table log (
    id bigint identity not null,
    account_id bigint null,
    note varchar(200) null,
    constraint pk_log primary key (id)
);
create table plain (
    id bigint not null,
    constraint pk_plain primary key (id)
);
create view active_accounts as select id, email from accounts where state = 'ACTIVE';
create view active_emails as select email from active_accounts a;
create trigger trg_logged on accounts after insert as
    insert into log (account_id, note) select id, email from inserted;
create trigger trg_mailed on accounts after update as if update(email)
    delete from log;

-- createView("all_accounts")
create view all_accounts as select * from accounts;

-- createView("`Numbered`")
create view [Numbered] as select id, 6 as n from log;

-- replaceView("active_accounts")
alter view active_accounts as select id, email, state from accounts where state <> 'GONE';

-- dropView("active_emails")
drop view active_emails;

-- createTrigger("trg_plain", "plain")
create trigger trg_plain on plain instead of delete as rollback;

-- dropTrigger("trg_logged", "accounts")
drop trigger trg_logged;

-- createSchema("audit")
create schema audit;

-- dropSchema("billing")
drop schema billing;

-- createEnum("size")
-- sqlserver has no enumeration types with a name

-- addEnumValue("Mood", "FINE")
-- sqlserver has no enumeration types with a name

-- addEnumValue("Mood", "it's FINE")
-- sqlserver has no enumeration types with a name

-- addEnumValue("Mood", "GREAT")
-- sqlserver has no enumeration types with a name

-- renameEnumValue("Mood", "BAD", "AWFUL")
-- sqlserver has no enumeration types with a name

-- dropEnum("spare")
-- sqlserver has no enumeration types with a name

-- addCheck("ck_accounts", "accounts")
alter table accounts add constraint ck_accounts check (id > 0);

-- alterColumn("accounts", "email")
alter table accounts alter column email varchar(200) not null;

-- addCheck("ck_log", "log")
alter table log add constraint ck_log check (account_id > 0);

-- dropColumn("accounts", "phone")
alter table accounts drop column phone;

-- renameColumn("accounts", "phone", "mobile")
exec sp_rename N'accounts.phone', N'mobile', N'COLUMN';

-- renameTable("log", "history")
drop trigger trg_logged;
drop trigger trg_mailed;
exec sp_rename N'log', N'history';
create trigger trg_logged on accounts after insert as
    insert into history (account_id, note) select id, email from inserted;
create trigger trg_mailed on accounts after update as if update(email)
    delete from history;

-- renameTable("plain", "`Simple`")
exec sp_rename N'plain', N'Simple';

-- dropTable("plain")
drop table plain;

-- stateOnly(addColumn("accounts", "nick"))

-- sqlOnly
alter table accounts add nick varchar(20);
