-- The roles, the database and its extensions, as `npm start` makes them (packages/dev-postgres). Passwords
-- come from docker/postgres/init.sh. Runs once, when the volume is new.
create role enlace_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role enlace_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role enlace_auditor login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role enlace_definer nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role keycloak login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
-- The owner may hand functions over to the definer, but does not gain what the definer may.
grant enlace_definer to enlace_owner with inherit false, set true;
create database enlace owner enlace_owner;
create database keycloak owner keycloak;
revoke all on database enlace from public;
revoke all on database keycloak from public;
grant connect on database enlace to enlace_app, enlace_auditor;
