#!/bin/bash
# Run by the image of PostgreSQL when its volume is new: roles with the passwords of docker/secrets.
set -euo pipefail
here=/etc/enlace
run() { psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" "$@"; }
run --dbname postgres --file "$here/roles.sql"
run --dbname enlace --file "$here/extensions.sql"
for role in enlace_owner enlace_app enlace_auditor keycloak; do
  # Passwords go in by standard input: a command line can be read by everybody on the machine.
  printf "alter role %s password '%s';\n" "$role" "$(cat "/run/secrets/${role}_password")" |
    run --dbname postgres --quiet
done
