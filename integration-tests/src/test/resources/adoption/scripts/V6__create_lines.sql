create table order_lines (
    order_id bigint not null,
    number integer not null,
    article varchar(40) not null,
    amount integer not null,
    constraint pk_order_lines primary key (order_id, number),
    constraint fk_order_lines_order foreign key (order_id) references orders (id)
);
