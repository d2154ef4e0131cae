-- the schema that all others start from
-- alone, changes [order_seq]
create sequence order_seq start with 1 increment by 50 nocache;
-- alone, changes [accounts]
create table accounts (
    id bigint not null auto_increment,
    email varchar(100) not null,
    state enum ('ACTIVE','LOCKED') default 'ACTIVE' not null,
    level enum ('HIGH','LOW'),
    balance decimal(10,2) default 0.00,
    created datetime(6),
    phone varchar(20),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
) engine=InnoDB;
-- alone, changes [accounts]
create index ix_accounts_created on accounts (created);
-- alone, changes [order]
create table `order` (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint,
    `Note` varchar(50),
    constraint pk_order primary key (id),
    constraint fk_order_parent foreign key (parent_id) references `order` (id) on delete restrict
) engine=InnoDB;
-- alone, changes [order]
create index ix_order_account on `order` (account_id);
-- alone, changes [order]
create unique index ux_order_note on `order` (account_id, `Note`);
-- alone, changes [tags]
create table tags (
    a integer not null,
    b integer not null comment 'the second',
    constraint pk_tags primary key (a, b)
) comment='labels' engine=InnoDB;
-- alone, changes [empty]
create table empty (
    a bigint,
    b integer not null
) engine=InnoDB;
-- alone, changes [order]
alter table `order` add constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade;

-- createTable("`Line Items`")
-- alone, changes [Line Items]
create table `Line Items` (
    `order` bigint not null,
    number integer not null,
    kind enum ('GOODS','SERVICE') default 'GOODS' not null,
    added datetime(6) default current_timestamp not null,
    gift bit default false not null,
    constraint pk_line_items primary key (`order`, number),
    constraint fk_line_items_order foreign key (`order`) references `order` (id) on delete cascade,
    constraint uq_line_items unique (kind, number),
    constraint ck_line_items_1 check (number > 0)
) engine=InnoDB;

-- dropTable("order")
-- alone, changes [order]
drop table `order`;

-- renameTable("accounts", "members")
-- alone, changes [accounts, order, members]
alter table accounts rename to members;

-- renameTable("order", "`Select`")
-- alone, changes [order, Select]
alter table `order` rename to `Select`;

-- renameTable("tags", "Tags")
-- alone, changes [tags, Tags]
alter table tags rename to Tags;

-- addColumn("accounts", "nickname")
-- alone, changes [accounts, order]
alter table accounts add column nickname varchar(255);

-- addColumn("accounts", "visits")
-- alone, changes [accounts, order]
alter table accounts add column visits integer default -1 not null;

-- addColumn("accounts", "seen")
-- alone, changes [accounts, order]
alter table accounts add column seen datetime(6) default current_timestamp not null;

-- addColumn("order", "size")
-- alone, changes [order]
alter table `order` add column size enum ('M','S') default 'S' not null;

-- addColumn("empty", "c")
-- alone, changes [empty]
alter table empty add column c integer not null;

-- dropColumn("accounts", "phone")
-- alone, changes [accounts, order]
alter table accounts drop column phone;

-- dropColumn("accounts", "level")
-- alone, changes [accounts, order]
alter table accounts drop column level;

-- renameColumn("accounts", "email", "mail")
-- alone, changes [accounts, order]
alter table accounts rename column email to mail;

-- renameColumn("accounts", "id", "ident")
-- alone, changes [accounts, order]
alter table accounts rename column id to ident;

-- renameColumn("accounts", "state", "group")
-- alone, changes [accounts, order]
alter table accounts rename column state to `group`;

-- renameColumn("order", "account_id", "`Owner`")
-- alone, changes [order]
alter table `order` rename column account_id to `Owner`;

-- renameColumn("tags", "a", "A")

-- alterColumn("accounts", "phone")
-- alone, changes [accounts, order]
alter table accounts modify column phone varchar(200);

-- alterColumn("accounts", "created")
-- alone, changes [accounts, order]
alter table accounts modify column created datetime(3);

-- alterColumn("accounts", "email")
-- alone, changes [accounts, order]
alter table accounts modify column email varchar(100);

-- alterColumn("accounts", "state")
-- alone, changes [accounts, order]
alter table accounts modify column state enum ('ACTIVE','GONE','LOCKED') not null;

-- alterColumn("accounts", "level")
-- alone, changes [accounts, order]
alter table accounts modify column level varchar(10) default 'it''s';

-- alterColumn("order", "id")
-- mariadb cannot have foreign key fk_order_parent of table order from a column of type bigint to one of type integer

-- alterColumn("tags", "b")
-- alone, changes [tags]
alter table tags modify column b bigint default 5 not null comment 'the second';

-- addExclusion("`ex Balance`", "accounts")
-- mariadb cannot keep rows apart by exclusion `ex Balance`: postgresql alone can

-- addExclusion("ex_order", "order")
-- mariadb cannot keep rows apart by exclusion ex_order: postgresql alone can

-- alterColumn("accounts", "phone")
-- alone, changes [accounts, order]
alter table accounts add column _retort_new_phone integer after phone;
update accounts set _retort_new_phone = length(phone) * 10;
-- alone, changes [accounts, order]
alter table accounts drop column phone;
-- alone, changes [accounts, order]
alter table accounts change column _retort_new_phone phone integer;

-- alterColumn("accounts", "email")
-- mariadb cannot convert column email of table accounts with using: the column is made anew, and unique key (email) uses it

-- alterColumn("accounts", "id")
-- alone, changes [accounts, order]
alter table `order` drop foreign key fk_order_account;
-- alone, changes [accounts, order]
alter table accounts modify column id bigint not null;
-- alone, changes [accounts, order]
alter table `order` add constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade;

-- alterColumn("order", "id")
-- alone, changes [order]
alter table `order` drop foreign key fk_order_parent;
-- alone, changes [order]
set statement sql_mode = concat(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO') for alter table `order` modify column id bigint not null auto_increment;
-- alone, changes [order]
alter table `order` add constraint fk_order_parent foreign key (parent_id) references `order` (id) on delete restrict;

-- alterColumn("accounts", "phone")
-- alone, changes [accounts, order]
alter table accounts modify column phone varchar(20) generated always as (email) stored;

-- alterColumn("accounts", "balance")
-- alone, changes [accounts, order]
alter table accounts modify column balance decimal(10,2) generated always as (length(email) * 2) stored;

-- createIndex("ix_order_parent", "order")
-- alone, changes [order]
create index ix_order_parent on `order` (parent_id);

-- createIndex("`ux Order`", "order")
-- alone, changes [order]
create unique index `ux Order` on `order` (`Note`, parent_id);

-- dropIndex("ix_order_account", "order")
-- alone, changes [order]
drop index ix_order_account on `order`;

-- createIndex("`ix Apart`", "order")
-- alone, changes [order]
create unique index `ix Apart` on `order` (account_id, id);

-- dropIndex("ix_accounts_created", "accounts")
-- alone, changes [accounts, order]
drop index ix_accounts_created on accounts;

-- renameIndex("ix_order_account", "order", "`ix Owner`")
-- alone, changes [order]
alter table `order` rename index ix_order_account to `ix Owner`;

-- createIndex("ux_accounts_phone", "accounts")
-- mariadb cannot keep index ux_accounts_phone of table accounts to the rows where balance > 0: an index holds all rows

-- createIndex("`ix Cover`", "order")
-- mariadb cannot include columns in index `ix Cover` of table order: an index holds what it sorts by

-- renameConstraint("pk_accounts", "accounts", "`pk Members`")

-- renameConstraint("uq_accounts_email", "accounts", "uq_mail")
-- alone, changes [accounts, order]
alter table accounts rename index uq_accounts_email to uq_mail;

-- renameConstraint("fk_order_account", "order", "fk_order_owner")
-- alone, changes [order]
alter table `order` drop foreign key fk_order_account;
-- alone, changes [order]
alter table `order` add constraint fk_order_owner foreign key (account_id) references accounts (id) on delete cascade;

-- renameConstraint("fk_order_parent", "order", "fk_order_before")
-- alone, changes [order]
alter table `order` drop foreign key fk_order_parent;
-- alone, changes [order]
drop index fk_order_parent on `order`;
-- alone, changes [order]
alter table `order` add constraint fk_order_before foreign key (parent_id) references `order` (id) on delete restrict;

-- renameConstraint("ck_accounts_1", "accounts", "`ck Balance`")
-- alone, changes [accounts, order]
alter table accounts drop constraint ck_accounts_1;
-- alone, changes [accounts, order]
alter table accounts add constraint `ck Balance` check (balance >= 0);

-- addForeignKey("fk_empty", "empty")
-- alone, changes [empty]
alter table empty add constraint fk_empty foreign key (a) references accounts (id) on delete set null;

-- addUnique("uq_accounts_phone", "accounts")
-- alone, changes [accounts, order]
alter table accounts add constraint uq_accounts_phone unique (phone, state);

-- addPrimaryKey("pk_empty", "empty")
-- alone, changes [empty]
alter table empty add constraint pk_empty primary key (a);

-- addCheck("ck_order_1", "order")
-- alone, changes [order]
alter table `order` add constraint ck_order_1 check (id > 0);

-- dropConstraint("fk_order_account", "order")
-- alone, changes [order]
alter table `order` drop foreign key fk_order_account;

-- dropConstraint("uq_accounts_email", "accounts")
-- alone, changes [accounts, order]
drop index uq_accounts_email on accounts;

-- dropConstraint("pk_tags", "tags")
-- alone, changes [tags]
alter table tags drop primary key;
-- alone, changes [tags]
alter table tags modify column a integer;

-- dropConstraint("ck_accounts_1", "accounts")
-- alone, changes [accounts, order]
alter table accounts drop constraint ck_accounts_1;

-- createSequence("`Job Seq`")
-- alone, changes [Job Seq]
create sequence `Job Seq` start with 5000000000 increment by 1 nocache;

-- dropSequence("order_seq")
-- alone, changes [order_seq]
drop sequence order_seq;

-- createSequence("bounded")
-- alone, changes [bounded]
create sequence bounded minvalue 10 maxvalue 1000 start with 10 increment by 5 cache 20 cycle;

-- alterSequence("order_seq")
-- alone, changes [order_seq]
alter sequence order_seq increment by 10 minvalue -5 maxvalue 5000000000 cycle cache 7 restart with 500;

-- alterSequence("order_seq")
-- alone, changes [order_seq]
alter sequence order_seq restart with 77;

-- alterSequence("order_seq")
-- alone, changes [order_seq]
alter sequence order_seq increment by 20;

-- alterSequence("order_seq")
-- alone, changes [order_seq]
alter sequence order_seq start with 700;

-- renameSequence("order_seq", "`Order Numbers`")
-- alone, changes [order_seq, Order Numbers]
alter table order_seq rename to `Order Numbers`;

-- commentOnTable("accounts")
-- alone, changes [accounts, order]
alter table accounts comment='who''s who, C:\\all';

-- dropTableComment("tags")
-- alone, changes [tags]
alter table tags comment='';

-- addColumn("empty", "d")
-- alone, changes [empty]
alter table empty add column d varchar(10) default 'C:\\it''s' comment 'it''s C:\\all';

-- addColumn("accounts", "doubled")
-- alone, changes [accounts, order]
alter table accounts add column doubled decimal(12,2) generated always as (balance * 2) stored;

-- alterColumn("accounts", "phone")
-- alone, changes [accounts, order]
alter table accounts modify column phone varchar(20) comment 'with prefix';

-- alterColumn("tags", "b")
-- alone, changes [tags]
alter table tags modify column b integer not null;

-- createIndex("ix_accounts_sorted", "accounts")
-- alone, changes [accounts, order]
create index ix_accounts_sorted on accounts (created desc, email);

-- createIndex("ix_accounts_lower", "accounts")
-- mariadb cannot index the expression lower(email) of table accounts: it indexes columns only

-- bulkInsert("accounts")
insert into accounts (id, email, state, balance, created) values
    (70, 'it''s C:\\c', 'LOCKED', 1.5, null),
    (71, '', 'ACTIVE', 0, timestamp '2026-11-23 09:30:00.25');

-- bulkInsert("empty")
insert into empty (b) values
    (1),
    (-2);

-- bulkDelete("tags")
delete from tags where (a = 1 and b = 2) or (a = 3 and b = 4);

-- execute
update accounts set phone = ';';

-- execute
delete from tags where a <=> 1;

-- run
-- JavaCall[className=com.acme.Backfill$Steps, method=themes]
