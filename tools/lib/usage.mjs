const SYSTEM = `  --port NUMBER   port of the system, 4400 when left out (or ENLACE_PORT)
  --data FOLDER   its data folder, .data when left out (or ENLACE_DATA)`;

const USAGE = {
  start: `npm start -- [OPTIONS]   builds and runs Enlace until Ctrl-C
${SYSTEM}
  --empty         reference data alone, no demo people, no sample figures
  --identity NAME   who signs people in: development (the default) or keycloak, which needs Java
  --one-time-passwords   asks for one where it is asked for outside the demo
  --reset         deletes the database and the logs in the data folder first`,
  keycloak: `npm run keycloak -- [OPTIONS]   fetches a real Keycloak and runs it with the demo's realm until Ctrl-C
  --port NUMBER   its port, 8080 when left out
  --origin ADDRESS   where Enlace is, http://localhost:4400 when left out
  --one-time-passwords   asks clearers, secretariats and administrators for one, as outside the demo`,
  dev: `npm run dev -- [OPTIONS]   like start; rebuilds what changes
${SYSTEM}`,
  token: `npm run token -- ACCOUNT [OPTIONS]   prints an access token of a demo account
  --for ALIAS     the one organization that the token names; all of the person's when left out
${SYSTEM}`,
  test: `npm test -- [OPTIONS]   everything that guards the project
  --journeys LANGUAGES   only the browser journeys, as in es,en`,
  check: 'npm run check   build, types, style, and the tests of what changed since the last commit',
  'test-keycloak': `npm run test:keycloak -- [OPTIONS]   the token contract and journeys on a real Keycloak
  --languages LIST   languages of the journeys, es when left out
  --all              every journey, not the sample`,
  backup: `npm run backup -- --to FOLDER [OPTIONS]   copies everything needed to begin again, while people work
  --to FOLDER     where the backup goes: an empty or a new folder outside the data folder
  --data FOLDER   the data folder of the system, .data when left out (or ENLACE_DATA)`,
  restore: `npm run restore -- BACKUP [OPTIONS]   a system as it was at the backup; a damaged or foreign one is refused
  --data FOLDER   where it goes: an empty or a new folder, .data when left out (or ENLACE_DATA)`,
  rotate: `npm run rotate -- [OPTIONS]   new passwords and keys, while the system is stopped
  --data FOLDER   the data folder of the system, .data when left out (or ENLACE_DATA)`,
  sbom: 'npm run sbom   lists what Enlace is made of and its licences, in dist/',
  prove: 'npm run prove -- NAME [OPTIONS]   one proof; README.md lists them',
  bench: `npm run bench -- [OPTIONS]   hot reads beside a bare server that answers the same, as ratios
  --reports N     reports of 30 cells, 100000 when left out
  --commitments N   100000 when left out
  --practices N   200000 when left out
  --seconds N     of each of three rounds, 5 when left out
  --only NAME     what begins so alone
  --json FILE     the figures, too`,
};

/** What a command takes, for `--help`. */
export const usageOf = (name) => USAGE[name];
