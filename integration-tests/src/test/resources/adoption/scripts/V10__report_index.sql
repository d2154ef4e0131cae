-- For a report; no entity knows of it.
create index ix_order_lines_article on order_lines (article);
