alter table order_lines add column price numeric(10, 2) default 0 not null;
