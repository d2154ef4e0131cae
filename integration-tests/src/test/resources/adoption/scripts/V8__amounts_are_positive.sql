alter table order_lines add constraint ck_order_lines_amount check (amount > 0);
