-- In the database `enlace`, by the superuser: the owner of the tables may not.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
