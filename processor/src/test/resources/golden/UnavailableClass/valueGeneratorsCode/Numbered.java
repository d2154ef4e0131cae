package app;

import java.lang.annotation.*;
import org.hibernate.annotations.ValueGenerationType;

@ValueGenerationType(generatedBy = Numbers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@interface Numbered {}
