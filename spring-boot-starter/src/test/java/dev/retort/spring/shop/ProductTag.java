package dev.retort.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class ProductTag {
    @Id
    private String tagName;

    protected ProductTag() {}

    public ProductTag(String tagName) {
        this.tagName = tagName;
    }
}
