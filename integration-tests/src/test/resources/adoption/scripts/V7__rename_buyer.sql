alter table orders alter column buyer rename to customer_id;
alter table orders rename constraint fk_orders_buyer to fk_orders_customer;
