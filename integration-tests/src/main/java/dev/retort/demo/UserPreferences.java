package dev.retort.demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** What one user wants. */
@Entity
@Table(name = "user_preferences")
public class UserPreferences {

    @Id
    @Column(length = 64)
    private String userName;

    private int parallelDownloads = 2;

    private boolean notifyWhenDone;

    @ManyToMany
    @JoinTable(
            name = "followed_providers",
            joinColumns = @JoinColumn(name = "user_name"),
            inverseJoinColumns = @JoinColumn(name = "provider_id"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @OrderBy("slug")
    private Set<Provider> followed = new LinkedHashSet<>();

    protected UserPreferences() {}

    public UserPreferences(String userName) {
        this.userName = userName;
    }

    public void follow(Provider provider) {
        followed.add(provider);
    }

    public String getUserName() {
        return userName;
    }

    public int getParallelDownloads() {
        return parallelDownloads;
    }

    public void setParallelDownloads(int parallelDownloads) {
        this.parallelDownloads = parallelDownloads;
    }

    public boolean isNotifyWhenDone() {
        return notifyWhenDone;
    }

    public void setNotifyWhenDone(boolean notifyWhenDone) {
        this.notifyWhenDone = notifyWhenDone;
    }

    public Set<Provider> getFollowed() {
        return followed;
    }
}
