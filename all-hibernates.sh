#!/bin/sh
# The whole suite, once for every minor version of Hibernate that Retort works with. Says at the end which passed.
cd "$(dirname "$0")" || exit 1
failed=""
for version in 7.0 7.1 7.2 7.3 7.4; do
    echo "== Hibernate $version"
    mvn -B clean verify "-Phibernate-$version" "$@" || failed="$failed $version"
done
if [ -n "$failed" ]; then
    echo "failed with Hibernate$failed"
    exit 1
fi
echo "passed with Hibernate 7.0 to 7.4"
