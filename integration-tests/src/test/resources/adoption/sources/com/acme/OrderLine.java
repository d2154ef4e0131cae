package com.acme;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        name = "order_lines",
        check = @CheckConstraint(name = "ck_order_lines_amount", constraint = "amount > 0"))
class OrderLine {
    @Embeddable
    record Key(@Column(name = "order_id") Long orderId, Integer number) {}

    @EmbeddedId
    private Key key;

    @MapsId("orderId")
    @ManyToOne
    @JoinColumn(name = "order_id", foreignKey = @ForeignKey(name = "fk_order_lines_order"))
    private Order order;

    @Column(nullable = false, length = 40)
    private String article;

    private int amount;

    @Column(nullable = false, precision = 10, scale = 2)
    @ColumnDefault("0")
    private BigDecimal price;
}
