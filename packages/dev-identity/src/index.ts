export { issueToken, type TokenOverrides, type TokenRequest } from './issue-token.js';
export { loadRealm, type Person, type Realm, type RealmFiles } from './realm.js';
export { startIdentity, type Identity } from './server.js';
export { API_AUDIENCE, WEB_CLIENT } from './token-claims.js';
