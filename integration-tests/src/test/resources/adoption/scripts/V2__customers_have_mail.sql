alter table customers add column email varchar(255);
update customers set email = lower(name) || '@example.org' where email is null;
