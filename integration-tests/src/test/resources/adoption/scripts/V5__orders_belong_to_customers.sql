alter table orders add constraint fk_orders_buyer foreign key (buyer) references customers (id);
create index ix_orders_ordered on orders (ordered);
