package dev.retort.spring.shop;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** Names no table and no column: all of them are Spring Boot's. */
@Entity
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false)
    private String emailAddress;

    @ManyToMany
    private Set<ProductTag> favouriteTags = new HashSet<>();

    @ElementCollection
    private Set<String> phoneNumbers = new HashSet<>();

    protected Customer() {}

    public Customer(String emailAddress, ProductTag favourite, String phoneNumber) {
        this.emailAddress = emailAddress;
        favouriteTags.add(favourite);
        phoneNumbers.add(phoneNumber);
    }

    public Integer id() {
        return id;
    }
}
