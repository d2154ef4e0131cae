-- the schema that all others start from
-- alone, changes [accounts]
create table accounts (
    id bigint not null,
    email varchar(100) not null,
    state varchar(10),
    phone varchar(10),
    constraint pk_accounts primary key (id)
) engine=InnoDB;
-- alone, changes [log]
create table log (
    id bigint not null auto_increment,
    account_id bigint,
    note varchar(200),
    constraint pk_log primary key (id)
) engine=InnoDB;
-- alone, changes [plain]
create table plain (
    id bigint not null,
    constraint pk_plain primary key (id)
) engine=InnoDB;
-- alone, changes [active_accounts]
create view active_accounts as select id, email from accounts where state = 'ACTIVE';
-- alone, changes [active_emails]
create view active_emails as select email from active_accounts a;
-- alone, changes [accounts, active_accounts, active_emails]
create trigger trg_logged after insert on accounts for each row
    insert into log (account_id, note) values (new.id, new.email);
-- alone, changes [accounts, active_accounts, active_emails]
create trigger trg_mailed after update on accounts for each row begin
    delete from log;
end;

-- createView("all_accounts")
-- alone, changes [all_accounts]
create view all_accounts as select * from accounts;

-- createView("`Numbered`")
-- alone, changes [Numbered]
create view `Numbered` as select id, 4 as n from log;

-- replaceView("active_accounts")
-- alone, changes [active_accounts, active_emails]
create or replace view active_accounts as select id, email, state from accounts where state <> 'GONE';

-- dropView("active_emails")
-- alone, changes [active_emails]
drop view active_emails;

-- createTrigger("trg_plain", "plain")
-- alone, changes [plain]
create trigger trg_plain before delete on plain for each row set @deleted = 1;

-- dropTrigger("trg_logged", "accounts")
-- alone, changes [accounts, active_accounts, active_emails]
drop trigger trg_logged;

-- createSchema("audit")
-- alone, changes [audit.]
create schema audit;

-- dropSchema("billing")
-- alone, changes [billing.]
drop schema billing;

-- createEnum("size")
-- mariadb has no enumeration types with a name

-- addEnumValue("Mood", "FINE")
-- mariadb has no enumeration types with a name

-- addEnumValue("Mood", "it's FINE")
-- mariadb has no enumeration types with a name

-- addEnumValue("Mood", "GREAT")
-- mariadb has no enumeration types with a name

-- renameEnumValue("Mood", "BAD", "AWFUL")
-- mariadb has no enumeration types with a name

-- dropEnum("spare")
-- mariadb has no enumeration types with a name

-- addCheck("ck_accounts", "accounts")
-- alone, changes [accounts, active_accounts, active_emails]
alter table accounts add constraint ck_accounts check (id > 0);

-- alterColumn("accounts", "email")
-- alone, changes [accounts, active_accounts, active_emails]
alter table accounts modify column email varchar(200) not null;

-- addCheck("ck_log", "log")
-- alone, changes [log, accounts]
alter table log add constraint ck_log check (account_id > 0);

-- dropColumn("accounts", "phone")
-- alone, changes [accounts, active_accounts, active_emails]
alter table accounts drop column phone;

-- renameColumn("accounts", "phone", "mobile")
-- alone, changes [accounts, active_accounts, active_emails]
alter table accounts rename column phone to mobile;

-- renameTable("log", "history")
-- alone, changes [log, history, accounts]
drop trigger trg_logged;
-- alone, changes [log, history, accounts]
drop trigger trg_mailed;
-- alone, changes [log, history, accounts]
alter table log rename to history;
-- alone, changes [log, history, accounts]
create trigger trg_logged after insert on accounts for each row
    insert into history (account_id, note) values (new.id, new.email);
-- alone, changes [log, history, accounts]
create trigger trg_mailed after update on accounts for each row begin
    delete from history;
end;

-- renameTable("plain", "`Simple`")
-- alone, changes [plain, Simple]
alter table plain rename to `Simple`;

-- dropTable("plain")
-- alone, changes [plain]
drop table plain;

-- stateOnly(addColumn("accounts", "nick"))

-- sqlOnly
-- alone, changes []
alter table accounts add column nick varchar(20);
