#!/bin/sh
# A developer's day with the command line, from an entity to a downgrade, on SQLite. The build runs it: DailyLoopTest.
#
# Needs a JDK and, in the environment,
#   RETORT     the jar of the command line, retort-cli-<version>-all.jar
#   LIBRARIES  a folder with the jars of the application: Hibernate with its libraries, its community dialects, retort-annotations,
#              retort-runtime, and the JDBC driver of SQLite
# and works in the folder it is called in, which should be empty.
set -eu

retort() {
  java -jar "$RETORT" "$@"
}

# What a build does: Retort's processor on the processor path, and the registry comes out beside the classes.
compile() {
  mkdir -p classes
  javac --release 17 -d classes -cp "$LIBRARIES/*" -processorpath "$RETORT:$(printf '%s:' "$LIBRARIES"/*.jar)" \
    $(find src -name '*.java')
}

step() {
  echo
  echo "== $*"
}

# An entity, and the environment that its migrations belong to.
mkdir -p src/shop/migrations
cat > src/shop/User.java << 'EOF'
package shop;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
public class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email;
}
EOF
cat > src/shop/migrations/package-info.java << 'EOF'
@dev.retort.MigrationEnvironment(dialects = "sqlite", registry = "ShopMigrations")
package shop.migrations;
EOF

# The options that every command has in common.
cat > retort.properties << EOF
url = jdbc:sqlite:\$DATA_DIR/shop.db
source = src
class-path = classes:$LIBRARIES/*
release = 17
EOF

step "the first revision is written from the model"
retort revision --autogenerate -m "Create users"
compile
retort upgrade

step "an entity changes, and check says what is missing"
sed -i 's/private String email;/private String email;\n\n    private String nickname;/' src/shop/User.java
retort check && exit 1 || [ $? -eq 1 ]

step "the revision that cures it is written"
retort revision --autogenerate -m "Add nicknames"
retort check
compile

step "what would run"
retort history
retort upgrade --sql head-1:head

step "it runs"
retort upgrade
retort current

step "and is taken back"
retort downgrade -1 && exit 1 || [ $? -eq 2 ]
retort downgrade -1 --yes
retort current
retort history
