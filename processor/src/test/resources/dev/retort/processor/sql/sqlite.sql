-- the schema that all others start from
create table order_seq (next_val bigint);
insert into order_seq (next_val) values (1);
create table accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
create index ix_accounts_created on accounts (created);
create table "order" (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict
);
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
create table tags (
    a integer not null,
    b integer not null,
    constraint pk_tags primary key (a, b)
);
create table empty (
    a bigint,
    b integer not null
);
create table _retort_new_order (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict,
    constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- createTable("`Line Items`")
create table "Line Items" (
    "order" bigint not null,
    number integer not null,
    kind varchar(255) default 'GOODS' not null constraint ck_Line_Items_kind check (kind in ('GOODS','SERVICE')),
    added timestamp default current_timestamp not null,
    gift boolean default 0 not null,
    constraint pk_line_items primary key ("order", number),
    constraint fk_line_items_order foreign key ("order") references "order" (id) on delete cascade,
    constraint uq_line_items unique (kind, number),
    constraint ck_line_items_1 check (number > 0)
);

-- dropTable("order")
drop table "order";
-- ForeignKeyCheck[]

-- renameTable("accounts", "members")
alter table accounts rename to members;

-- renameTable("order", "`Select`")
alter table "order" rename to "Select";

-- renameTable("tags", "Tags")

-- addColumn("accounts", "nickname")
alter table accounts add column nickname varchar(255);

-- addColumn("accounts", "visits")
alter table accounts add column visits integer default -1 not null;

-- addColumn("accounts", "seen")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    seen timestamp default current_timestamp not null,
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- addColumn("order", "size")
alter table "order" add column size varchar(255) default 'S' not null constraint ck_order_size check (size in ('S','M'));

-- addColumn("empty", "c")
create table _retort_new_empty (
    a bigint,
    b integer not null,
    c integer not null
);
insert into _retort_new_empty (a, b) select a, b from empty;
drop table empty;
alter table _retort_new_empty rename to empty;
-- ForeignKeyCheck[]

-- dropColumn("accounts", "phone")
alter table accounts drop column phone;

-- dropColumn("accounts", "level")
alter table accounts drop column level;

-- renameColumn("accounts", "email", "mail")
alter table accounts rename column email to mail;

-- renameColumn("accounts", "id", "ident")
alter table accounts rename column id to ident;

-- renameColumn("accounts", "state", "group")
alter table accounts rename column state to "group";

-- renameColumn("order", "account_id", "`Owner`")
alter table "order" rename column account_id to "Owner";

-- renameColumn("tags", "a", "A")

-- alterColumn("accounts", "phone")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(200),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "created")

-- alterColumn("accounts", "email")
create table _retort_new_accounts (
    id integer,
    email varchar(100),
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "state")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE','GONE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "level")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(10) default 'it''s',
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("order", "id")
create table _retort_new_order (
    id integer not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade,
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- alterColumn("tags", "b")
create table _retort_new_tags (
    a integer not null,
    b bigint default 5 not null,
    constraint pk_tags primary key (a, b)
);
insert into _retort_new_tags (a, b) select a, b from tags;
drop table tags;
alter table _retort_new_tags rename to tags;
-- ForeignKeyCheck[]

-- addExclusion("`ex Balance`", "accounts")
-- sqlite cannot keep rows apart by exclusion `ex Balance`: postgresql alone can

-- addExclusion("ex_order", "order")
-- sqlite cannot keep rows apart by exclusion ex_order: postgresql alone can

-- alterColumn("accounts", "phone")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone integer,
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, length(phone) * 10 from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "email")
create table _retort_new_accounts (
    id integer,
    email varchar(200) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, upper(email), state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "id")
create table _retort_new_accounts (
    id bigint not null,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("order", "id")
create table _retort_new_order (
    id integer,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade,
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- alterColumn("accounts", "phone")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20) generated always as (email) stored,
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created) select id, email, state, level, balance, created from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "balance")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) generated always as (length(email) * 2) stored,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, created, phone) select id, email, state, level, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- createIndex("ix_order_parent", "order")
create index ix_order_parent on "order" (parent_id);

-- createIndex("`ux Order`", "order")
create unique index "ux Order" on "order" ("Note", parent_id);

-- dropIndex("ix_order_account", "order")
drop index ix_order_account;

-- createIndex("`ix Apart`", "order")
create unique index "ix Apart" on "order" (account_id, id);

-- dropIndex("ix_accounts_created", "accounts")
drop index ix_accounts_created;

-- renameIndex("ix_order_account", "order", "`ix Owner`")
drop index ix_order_account;
create index "ix Owner" on "order" (account_id);

-- createIndex("ux_accounts_phone", "accounts")
create unique index ux_accounts_phone on accounts (phone) where balance > 0;

-- createIndex("`ix Cover`", "order")
-- sqlite cannot include columns in index `ix Cover` of table order: an index holds what it sorts by

-- renameConstraint("pk_accounts", "accounts", "`pk Members`")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint "pk Members" primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- renameConstraint("uq_accounts_email", "accounts", "uq_mail")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_mail unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- renameConstraint("fk_order_account", "order", "fk_order_owner")
create table _retort_new_order (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_owner foreign key (account_id) references accounts (id) on delete cascade,
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- renameConstraint("fk_order_parent", "order", "fk_order_before")
create table _retort_new_order (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade,
    constraint fk_order_before foreign key (parent_id) references "order" (id) on delete restrict
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- renameConstraint("ck_accounts_1", "accounts", "`ck Balance`")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint "ck Balance" check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- addForeignKey("fk_empty", "empty")
create table _retort_new_empty (
    a bigint,
    b integer not null,
    constraint fk_empty foreign key (a) references accounts (id) on delete set null
);
insert into _retort_new_empty (a, b) select a, b from empty;
drop table empty;
alter table _retort_new_empty rename to empty;
-- ForeignKeyCheck[]

-- addUnique("uq_accounts_phone", "accounts")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint uq_accounts_phone unique (phone, state),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- addPrimaryKey("pk_empty", "empty")
create table _retort_new_empty (
    a bigint not null,
    b integer not null,
    constraint pk_empty primary key (a)
);
insert into _retort_new_empty (a, b) select a, b from empty;
drop table empty;
alter table _retort_new_empty rename to empty;
-- ForeignKeyCheck[]

-- addCheck("ck_order_1", "order")
create table _retort_new_order (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade,
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict,
    constraint ck_order_1 check (id > 0)
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- dropConstraint("fk_order_account", "order")
create table _retort_new_order (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    "Note" varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict
);
insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
drop table "order";
alter table _retort_new_order rename to "order";
create index ix_order_account on "order" (account_id);
create unique index ux_order_note on "order" (account_id, "Note");
-- ForeignKeyCheck[]

-- dropConstraint("uq_accounts_email", "accounts")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- dropConstraint("pk_tags", "tags")
create table _retort_new_tags (
    a integer,
    b integer not null
);
insert into _retort_new_tags (a, b) select a, b from tags;
drop table tags;
alter table _retort_new_tags rename to tags;
-- ForeignKeyCheck[]

-- dropConstraint("ck_accounts_1", "accounts")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- createSequence("`Job Seq`")
create table "Job Seq" (next_val bigint);
insert into "Job Seq" (next_val) values (5000000000);

-- dropSequence("order_seq")
drop table order_seq;

-- createSequence("bounded")
-- sqlite cannot keep sequence bounded within bounds, nor let it begin again: a table of one row stands in for it

-- alterSequence("order_seq")
-- sqlite cannot keep sequence order_seq within bounds, nor let it begin again: a table of one row stands in for it

-- alterSequence("order_seq")
update order_seq set next_val = 77;

-- alterSequence("order_seq")

-- alterSequence("order_seq")

-- renameSequence("order_seq", "`Order Numbers`")
alter table order_seq rename to "Order Numbers";

-- commentOnTable("accounts")

-- dropTableComment("tags")

-- addColumn("empty", "d")
alter table empty add column d varchar(10) default 'C:\it''s';

-- addColumn("accounts", "doubled")
create table _retort_new_accounts (
    id integer,
    email varchar(100) not null,
    state varchar(255) default 'ACTIVE' not null constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) default 0.00,
    created timestamp,
    phone varchar(20),
    doubled numeric(12,2) generated always as (balance * 2) stored,
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
insert into _retort_new_accounts (id, email, state, level, balance, created, phone) select id, email, state, level, balance, created, phone from accounts;
drop table accounts;
alter table _retort_new_accounts rename to accounts;
create index ix_accounts_created on accounts (created);
-- ForeignKeyCheck[]

-- alterColumn("accounts", "phone")

-- alterColumn("tags", "b")

-- createIndex("ix_accounts_sorted", "accounts")
create index ix_accounts_sorted on accounts (created desc, email);

-- createIndex("ix_accounts_lower", "accounts")
create index ix_accounts_lower on accounts ((lower(email)) desc, id);

-- bulkInsert("accounts")
insert into accounts (id, email, state, balance, created) values
    (70, 'it''s C:\c', 'LOCKED', 1.5, null),
    (71, '', 'ACTIVE', 0, '2026-11-23 09:30:00.250');

-- bulkInsert("empty")
insert into empty (b) values
    (1),
    (-2);

-- bulkDelete("tags")
delete from tags where (a = 1 and b = 2) or (a = 3 and b = 4);

-- execute
update accounts set phone = ';';

-- execute
delete from tags where a is 1;

-- run
-- JavaCall[className=com.acme.Backfill$Steps, method=themes]
