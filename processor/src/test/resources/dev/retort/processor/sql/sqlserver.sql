-- the schema that all others start from
create sequence order_seq start with 1 increment by 50;
create table accounts (
    id bigint identity not null,
    email varchar(100) not null,
    state varchar(255) not null constraint df_accounts_state default 'ACTIVE' constraint ck_accounts_state check (state in ('LOCKED','ACTIVE')),
    level varchar(255) null constraint ck_accounts_level check (level in ('LOW','HIGH')),
    balance numeric(10,2) null constraint df_accounts_balance default 0.00,
    created datetime2(6) null,
    phone varchar(20) null,
    constraint pk_accounts primary key (id),
    constraint uq_accounts_email unique (email),
    constraint ck_accounts_1 check (balance >= 0)
);
create index ix_accounts_created on accounts (created);
create table [order] (
    id bigint not null,
    account_id bigint not null,
    parent_id bigint null,
    [Note] varchar(50) null,
    constraint pk_order primary key (id),
    constraint fk_order_parent foreign key (parent_id) references [order] (id)
);
create index ix_order_account on [order] (account_id);
create unique index ux_order_note on [order] (account_id, [Note]) where [Note] is not null;
create table tags (
    a int not null,
    b int not null,
    constraint pk_tags primary key (a, b)
);
declare @retort sysname = schema_name()
exec sys.sp_addextendedproperty N'MS_Description', N'labels', N'SCHEMA', @retort, N'TABLE', N'tags';
declare @retort sysname = schema_name()
exec sys.sp_addextendedproperty N'MS_Description', N'the second', N'SCHEMA', @retort, N'TABLE', N'tags', N'COLUMN', N'b';
create table empty (
    a bigint null,
    b int not null
);
alter table [order] add constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade;

-- createTable("`Line Items`")
create table [Line Items] (
    [order] bigint not null,
    number int not null,
    kind varchar(255) not null constraint df_Line_Items_kind default 'GOODS' constraint ck_Line_Items_kind check (kind in ('GOODS','SERVICE')),
    added datetime2(6) not null constraint df_Line_Items_added default current_timestamp,
    gift bit not null constraint df_Line_Items_gift default 0,
    constraint pk_line_items primary key ([order], number),
    constraint fk_line_items_order foreign key ([order]) references [order] (id) on delete cascade,
    constraint uq_line_items unique (kind, number),
    constraint ck_line_items_1 check (number > 0)
);

-- dropTable("order")
drop table [order];

-- renameTable("accounts", "members")
exec sp_rename N'accounts', N'members';
exec sp_rename N'ck_accounts_state', N'ck_members_state', N'OBJECT';
declare @retort nvarchar(max) = (select N'alter table members drop constraint ' + quotename(name) from sys.default_constraints where parent_object_id = object_id(N'members') and parent_column_id = columnproperty(object_id(N'members'), N'state', 'ColumnId'))
exec (@retort);
alter table members add constraint df_members_state default 'ACTIVE' for state;
exec sp_rename N'ck_accounts_level', N'ck_members_level', N'OBJECT';
declare @retort nvarchar(max) = (select N'alter table members drop constraint ' + quotename(name) from sys.default_constraints where parent_object_id = object_id(N'members') and parent_column_id = columnproperty(object_id(N'members'), N'balance', 'ColumnId'))
exec (@retort);
alter table members add constraint df_members_balance default 0.00 for balance;

-- renameTable("order", "`Select`")
exec sp_rename N'[order]', N'Select';

-- renameTable("tags", "Tags")

-- addColumn("accounts", "nickname")
alter table accounts add nickname varchar(255) null;

-- addColumn("accounts", "visits")
alter table accounts add visits int not null constraint df_accounts_visits default -1;

-- addColumn("accounts", "seen")
alter table accounts add seen datetime2(6) not null constraint df_accounts_seen default current_timestamp;

-- addColumn("order", "size")
alter table [order] add size varchar(255) not null constraint df_order_size default 'S' constraint ck_order_size check (size in ('S','M'));

-- addColumn("empty", "c")
alter table empty add c int not null;

-- dropColumn("accounts", "phone")
alter table accounts drop column phone;

-- dropColumn("accounts", "level")
alter table accounts drop constraint ck_accounts_level;
alter table accounts drop column level;

-- renameColumn("accounts", "email", "mail")
exec sp_rename N'accounts.email', N'mail', N'COLUMN';

-- renameColumn("accounts", "id", "ident")
exec sp_rename N'accounts.id', N'ident', N'COLUMN';

-- renameColumn("accounts", "state", "group")
alter table accounts drop constraint ck_accounts_state;
exec sp_rename N'accounts.state', N'group', N'COLUMN';
declare @retort nvarchar(max) = (select N'alter table accounts drop constraint ' + quotename(name) from sys.default_constraints where parent_object_id = object_id(N'accounts') and parent_column_id = columnproperty(object_id(N'accounts'), N'group', 'ColumnId'))
exec (@retort);
alter table accounts add constraint df_accounts_group default 'ACTIVE' for [group];
alter table accounts add constraint ck_accounts_group check ([group] in ('LOCKED','ACTIVE'));

-- renameColumn("order", "account_id", "`Owner`")
drop index ux_order_note on [order];
exec sp_rename N'[order].account_id', N'Owner', N'COLUMN';
create unique index ux_order_note on [order] ([Owner], [Note]) where [Note] is not null;

-- renameColumn("tags", "a", "A")

-- alterColumn("accounts", "phone")
alter table accounts alter column phone varchar(200) null;

-- alterColumn("accounts", "created")
drop index ix_accounts_created on accounts;
alter table accounts alter column created datetime2(3) null;
create index ix_accounts_created on accounts (created);

-- alterColumn("accounts", "email")
alter table accounts drop constraint uq_accounts_email;
alter table accounts alter column email varchar(100) null;
create unique index uq_accounts_email on accounts (email) where email is not null;

-- alterColumn("accounts", "state")
alter table accounts drop constraint ck_accounts_state;
declare @retort nvarchar(max) = (select N'alter table accounts drop constraint ' + quotename(name) from sys.default_constraints where parent_object_id = object_id(N'accounts') and parent_column_id = columnproperty(object_id(N'accounts'), N'state', 'ColumnId'))
exec (@retort);
alter table accounts add constraint ck_accounts_state check (state in ('LOCKED','ACTIVE','GONE'));

-- alterColumn("accounts", "level")
alter table accounts drop constraint ck_accounts_level;
alter table accounts alter column level varchar(10) null;
alter table accounts add constraint df_accounts_level default 'it''s' for level;

-- alterColumn("order", "id")
-- sqlserver cannot have foreign key fk_order_parent of table order from a column of type bigint to one of type int

-- alterColumn("tags", "b")
alter table tags drop constraint pk_tags;
alter table tags alter column b bigint not null;
alter table tags add constraint df_tags_b default 5 for b;
alter table tags add constraint pk_tags primary key (a, b);

-- addExclusion("`ex Balance`", "accounts")
-- sqlserver cannot keep rows apart by exclusion `ex Balance`: postgresql alone can

-- addExclusion("ex_order", "order")
-- sqlserver cannot keep rows apart by exclusion ex_order: postgresql alone can

-- alterColumn("accounts", "phone")
alter table accounts add _retort_new_phone int null;
update accounts set _retort_new_phone = length(phone) * 10;
alter table accounts drop column phone;
exec sp_rename N'accounts._retort_new_phone', N'phone', N'COLUMN';

-- alterColumn("accounts", "email")
alter table accounts drop constraint uq_accounts_email;
alter table accounts add _retort_new_email varchar(200) null;
update accounts set _retort_new_email = upper(email);
alter table accounts drop column email;
exec sp_rename N'accounts._retort_new_email', N'email', N'COLUMN';
alter table accounts alter column email varchar(200) not null;
alter table accounts add constraint uq_accounts_email unique (email);

-- alterColumn("accounts", "id")
alter table [order] drop constraint fk_order_account;
alter table accounts drop constraint pk_accounts;
alter table accounts add _retort_new_id bigint null;
update accounts set _retort_new_id = id;
alter table accounts drop column id;
exec sp_rename N'accounts._retort_new_id', N'id', N'COLUMN';
alter table accounts alter column id bigint not null;
alter table accounts add constraint pk_accounts primary key (id);
alter table [order] add constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade;

-- alterColumn("order", "id")
-- sqlserver cannot number column id of table order from now on: a column is numbered from its beginning or not at all

-- alterColumn("accounts", "phone")
alter table accounts drop column phone;
alter table accounts add phone as (email) persisted;

-- alterColumn("accounts", "balance")
-- sqlserver cannot compute column balance of table accounts from now on: the column is made anew, and check (balance >= 0) uses it

-- createIndex("ix_order_parent", "order")
create index ix_order_parent on [order] (parent_id);

-- createIndex("`ux Order`", "order")
create unique index [ux Order] on [order] ([Note], parent_id) where [Note] is not null and parent_id is not null;

-- dropIndex("ix_order_account", "order")
drop index ix_order_account on [order];

-- createIndex("`ix Apart`", "order")
create unique index [ix Apart] on [order] (account_id, id);

-- dropIndex("ix_accounts_created", "accounts")
drop index ix_accounts_created on accounts;

-- renameIndex("ix_order_account", "order", "`ix Owner`")
exec sp_rename N'[order].ix_order_account', N'ix Owner', N'INDEX';

-- createIndex("ux_accounts_phone", "accounts")
create unique index ux_accounts_phone on accounts (phone) where balance > 0 and phone is not null;

-- createIndex("`ix Cover`", "order")
create unique index [ix Cover] on [order] (parent_id desc) include (account_id, [Note]) where parent_id is not null;

-- renameConstraint("pk_accounts", "accounts", "`pk Members`")
exec sp_rename N'pk_accounts', N'pk Members', N'OBJECT';

-- renameConstraint("uq_accounts_email", "accounts", "uq_mail")
exec sp_rename N'uq_accounts_email', N'uq_mail', N'OBJECT';

-- renameConstraint("fk_order_account", "order", "fk_order_owner")
exec sp_rename N'fk_order_account', N'fk_order_owner', N'OBJECT';

-- renameConstraint("fk_order_parent", "order", "fk_order_before")
exec sp_rename N'fk_order_parent', N'fk_order_before', N'OBJECT';

-- renameConstraint("ck_accounts_1", "accounts", "`ck Balance`")
exec sp_rename N'ck_accounts_1', N'ck Balance', N'OBJECT';

-- addForeignKey("fk_empty", "empty")
alter table empty add constraint fk_empty foreign key (a) references accounts (id) on delete set null;

-- addUnique("uq_accounts_phone", "accounts")
create unique index uq_accounts_phone on accounts (phone, state) where phone is not null;

-- addPrimaryKey("pk_empty", "empty")
alter table empty alter column a bigint not null;
alter table empty add constraint pk_empty primary key (a);

-- addCheck("ck_order_1", "order")
alter table [order] add constraint ck_order_1 check (id > 0);

-- dropConstraint("fk_order_account", "order")
alter table [order] drop constraint fk_order_account;

-- dropConstraint("uq_accounts_email", "accounts")
alter table accounts drop constraint uq_accounts_email;

-- dropConstraint("pk_tags", "tags")
alter table tags drop constraint pk_tags;
alter table tags alter column a int null;

-- dropConstraint("ck_accounts_1", "accounts")
alter table accounts drop constraint ck_accounts_1;

-- createSequence("`Job Seq`")
create sequence [Job Seq] start with 5000000000 increment by 1;

-- dropSequence("order_seq")
drop sequence order_seq;

-- createSequence("bounded")
create sequence bounded start with 10 increment by 5 minvalue 10 maxvalue 1000 cache 20 cycle;

-- alterSequence("order_seq")
alter sequence order_seq increment by 10 minvalue -5 maxvalue 5000000000 cycle cache 7 restart with 500;

-- alterSequence("order_seq")
alter sequence order_seq restart with 77;

-- alterSequence("order_seq")
alter sequence order_seq increment by 20;

-- alterSequence("order_seq")

-- renameSequence("order_seq", "`Order Numbers`")
exec sp_rename N'order_seq', N'Order Numbers', N'OBJECT';

-- commentOnTable("accounts")
declare @retort sysname = schema_name()
exec sys.sp_addextendedproperty N'MS_Description', N'who''s who, C:\all', N'SCHEMA', @retort, N'TABLE', N'accounts';

-- dropTableComment("tags")
declare @retort sysname = schema_name()
exec sys.sp_dropextendedproperty N'MS_Description', N'SCHEMA', @retort, N'TABLE', N'tags';

-- addColumn("empty", "d")
alter table empty add d varchar(10) null constraint df_empty_d default 'C:\it''s' with values;
declare @retort sysname = schema_name()
exec sys.sp_addextendedproperty N'MS_Description', N'it''s C:\all', N'SCHEMA', @retort, N'TABLE', N'empty', N'COLUMN', N'd';

-- addColumn("accounts", "doubled")
alter table accounts add doubled as (balance * 2) persisted;

-- alterColumn("accounts", "phone")
declare @retort sysname = schema_name()
exec sys.sp_addextendedproperty N'MS_Description', N'with prefix', N'SCHEMA', @retort, N'TABLE', N'accounts', N'COLUMN', N'phone';

-- alterColumn("tags", "b")
declare @retort sysname = schema_name()
exec sys.sp_dropextendedproperty N'MS_Description', N'SCHEMA', @retort, N'TABLE', N'tags', N'COLUMN', N'b';

-- createIndex("ix_accounts_sorted", "accounts")
create index ix_accounts_sorted on accounts (created desc, email);

-- createIndex("ix_accounts_lower", "accounts")
-- sqlserver cannot index the expression lower(email) of table accounts: it indexes columns only

-- bulkInsert("accounts")
set identity_insert accounts on;
insert into accounts (id, email, state, balance, created) values
    (70, 'it''s C:\c', 'LOCKED', 1.5, null),
    (71, '', 'ACTIVE', 0, cast('2026-11-23 09:30:00.25' as datetime2));
set identity_insert accounts off;

-- bulkInsert("empty")
insert into empty (b) values
    (1),
    (-2);

-- bulkDelete("tags")
delete from tags where (a = 1 and b = 2) or (a = 3 and b = 4);

-- execute
update accounts set phone = ';';

-- execute
delete from tags where a = 1;

-- run
-- JavaCall[className=com.acme.Backfill$Steps, method=themes]
