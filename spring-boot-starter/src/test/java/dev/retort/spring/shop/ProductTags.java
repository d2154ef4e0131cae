package dev.retort.spring.shop;

import org.springframework.data.jpa.repository.JpaRepository;

public interface ProductTags extends JpaRepository<ProductTag, String> {}
