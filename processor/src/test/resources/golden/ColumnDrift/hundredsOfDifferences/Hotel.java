package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "hotels")
class Hotel {
    @Id
    private Long id;

    private String fact00;

    private String fact01;

    private String fact02;

    private String fact03;

    private String fact04;

    private String fact05;

    private String fact06;

    private String fact07;

    private String fact08;

    private String fact09;

    private String fact10;

    private String fact11;

    private String fact12;

    private String fact13;

    private String fact14;

    private String fact15;

    private String fact16;

    private String fact17;

    private String fact18;

    private String fact19;

    private String fact20;

    private String fact21;

    private String fact22;

    private String fact23;

    private String fact24;

    private String fact25;

    private String fact26;

    private String fact27;

    private String fact28;

    private String fact29;

    private String fact30;

    private String fact31;

    private String fact32;
}
