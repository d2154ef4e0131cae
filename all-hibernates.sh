#!/bin/sh
# The whole suite, once for every minor version of Hibernate that Retort works with. The processor is compiled once, with the
# newest, and runs with each: so it does for those who use it. What has no Hibernate, the module `runtime`, is tested once, with
# the first. Further words go to Maven, as -Dtest=OracleTest; the variable HIBERNATES names fewer versions. Says at the end which
# passed.
cd "$(dirname "$0")" || exit 1
versions="${HIBERNATES:-7.0 7.1 7.2 7.3 7.4}"
mvn -B clean compile -pl annotations,runtime,processor || exit 1
failed=""
tested=false
for version in $versions; do
    echo "== Hibernate $version"
    rm -rf processor/target/test-classes integration-tests/target commands/target cli/target
    # Spring Boot brings the one version it was made for.
    mvn -B verify -pl '!spring-boot-starter' "-Phibernate-$version" -Dprocessor.compiled=true "-Druntime.tested=$tested" "$@" \
        || failed="$failed $version"
    tested=true
done
if [ -n "$failed" ]; then
    echo "failed with Hibernate$failed"
    exit 1
fi
echo "passed with Hibernate $versions"
