alter table customers alter column email set not null;
alter table customers add constraint uq_customers_email unique (email);
