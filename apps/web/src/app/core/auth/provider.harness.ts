import { jest } from '@jest/globals';

let known: string | undefined;
let settings: unknown;
let isAway = false;

/** Stands for keycloak-js, whose own half is a page of the identity provider. */
class Provider {
  token = known;
  readonly logout = jest.fn(() => Promise.resolve());
  readonly login = jest.fn(() => Promise.resolve());
  init(): Promise<boolean> {
    return Promise.resolve(this.token !== undefined);
  }
  updateToken(): Promise<boolean> {
    return isAway ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(false);
  }
  isTokenExpired(): boolean {
    return isAway;
  }
}

jest.unstable_mockModule('keycloak-js', () => ({ default: Provider }));

globalThis.fetch = () =>
  settings === undefined
    ? Promise.reject(new TypeError('Failed to fetch'))
    : Promise.resolve({ json: () => Promise.resolve(settings) } as Response);

const SETTINGS = { issuer: 'http://127.0.0.1:4000/realms/enlace', clientId: 'web', demo: true };

/** The provider knows somebody, whose token this is. */
export const signInAs = (token: string): void => {
  known = token;
  isAway = false;
  settings = SETTINGS;
};

/** The provider answers and knows nobody. */
export const signedOut = (): void => {
  known = undefined;
  settings = SETTINGS;
};

/** Not even the settings of the page can be had. */
export const unreachable = (): void => {
  known = undefined;
  settings = undefined;
};

/** The provider does not answer any more, and the token that it gave is over. */
export const goAway = (): void => {
  isAway = true;
};
