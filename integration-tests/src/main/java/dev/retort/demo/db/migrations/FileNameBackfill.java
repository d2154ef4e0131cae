package dev.retort.demo.db.migrations;

import dev.retort.demo.FileNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** File names for the episodes there already are, which SQL could not make of their titles. */
final class FileNameBackfill {

    private FileNameBackfill() {}

    private record Episode(int id, int provider, String title) {}

    static void run(Connection connection) throws SQLException {
        Map<Integer, Set<String>> taken = new HashMap<>();
        try (PreparedStatement update = connection.prepareStatement("update episodes set file_name = ? where id = ?")) {
            for (Episode episode : episodes(connection)) {
                Set<String> ofProvider = taken.computeIfAbsent(episode.provider(), provider -> new HashSet<>());
                update.setString(1, FileNames.free(episode.title(), ofProvider));
                update.setInt(2, episode.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static List<Episode> episodes(Connection connection) throws SQLException {
        List<Episode> episodes = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select id, provider_id, title from episodes order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                episodes.add(new Episode(rows.getInt(1), rows.getInt(2), rows.getString(3)));
            }
        }
        return episodes;
    }
}
