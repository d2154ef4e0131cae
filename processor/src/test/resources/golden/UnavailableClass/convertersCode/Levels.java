package app;

import jakarta.persistence.AttributeConverter;

class Levels implements AttributeConverter<Rated.Level, String> { // [UnavailableClass]
    @Override
    public String convertToDatabaseColumn(Rated.Level level) {
        return Generated.text(level);
    }

    @Override
    public Rated.Level convertToEntityAttribute(String text) {
        return Rated.Level.valueOf(text);
    }
}
